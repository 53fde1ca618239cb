// What axe-core finds in each state of the widget: nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { open } from "./browser.mjs";
import { browser, freshPage, reader } from "./fresh.mjs";
import { unable } from "./media.mjs";
import { REPORTED, Reader } from "./reader.mjs";

freshPage();

const clean = async (page = browser) => assert.deepEqual(await violations(page), []);

test("the page with notes", () => clean());

/** A mark of each kind. */
const MARKS = [
  "North Korea",
  "Olga Makeyeva",
  REPORTED,
  "two Russian-backed separatist regions in the Ukrainian east to be independent states",
  "“special military operation”",
  "third country to recognise",
  "6,500 km (4,000 miles)",
  "on Wednesday",
];

for (const words of MARKS) {
  test(`the card of ${words}`, async () => {
    await reader.pointAt(words);
    await reader.cardOpen();
    await clean();
  });
}

test("a sheet", async () => {
  await reader.tap("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await clean();
});

test("a pinned card with its reason unfolded", async () => {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  await reader.click("[part~=card] [part=why] summary");
  await clean();
});

test("the list's settings, and the list at the window's side", async () => {
  await reader.openSettings();
  await clean();
  await reader.choose("At the side");
  await clean();
});

test("all notes off", async () => {
  await reader.openList();
  await reader.choose("Show notes");
  await clean();
});

test("the list of notes", async () => {
  await browser.key("Alt+/");
  await listOpen(browser);
  await clean();
});

const listOpen = (browser) => browser.waitFor(() => {
  return !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden;
});

/** Every state again as such a reader finds it. */
for (const media of [{ "prefers-color-scheme": "dark" }, { "forced-colors": "active" }, { "prefers-contrast": "more" }]) {
  test(`closed, card, sheet and list with ${JSON.stringify(media)}`, { skip: unable(media) }, async () => {
    const browser = await open({ media });
    try {
      const reader = await Reader.of(browser);
      await clean(browser);
      for (const words of ["North Korea", "third country to recognise", "on Wednesday"]) await cardIsClean(browser, reader, words);
      await reader.tap("Kim Jong Un");
      await reader.cardTitled("Kim Jong Un");
      await clean(browser);
      await browser.key("Escape");
      await browser.key("Alt+/");
      await listOpen(browser);
      await clean(browser);
    } finally {
      await browser.close();
    }
  });
}

async function cardIsClean(browser, reader, words) {
  await reader.pointAt(words);
  await reader.cardOpen();
  await clean(browser);
  await browser.key("Escape");
  await reader.cardClosed();
  await browser.move(1, 1);
}
