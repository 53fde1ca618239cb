// What axe-core finds in each state of the widget: nothing.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { violations } from "./axe.mjs";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

let browser, reader;
before(async () => {
  browser = await open();
});
beforeEach(async () => {
  reader = await Reader.of(browser);
});
after(() => browser?.close());

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
