// What axe-core finds in each state of the widget: nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

const clean = async () => assert.deepEqual(await violations(browser), []);

test("the page with notes", clean);

/** A mark of each kind. */
const MARKS = [
  "North Korea",
  "Olga Makeyeva",
  "“fruitful cooperation”",
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

test("the list of notes", async () => {
  await browser.key("Alt+/");
  await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
  await clean();
});
