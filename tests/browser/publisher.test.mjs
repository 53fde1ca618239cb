// From a sheet to a card: the example of packs/example, built by `postil pack build`, in the page of packs/example/article.html.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { open } from "./browser.mjs";
import { packOfExample } from "./packs.mjs";
import { Reader } from "./reader.mjs";

let browser;
let reader;
before(async () => {
  browser = await open();
});
beforeEach(async () => {
  await browser.goto("/pages/article.html");
  reader = new Reader(browser);
  await browser.evaluate(async (address) => {
    const { notes } = await import("/postil/auto.js");
    (await notes).destroy();
    const { annotate, DEFAULT_PACKS } = await import("/postil/postil.js");
    window.notes = await annotate({ packs: [...DEFAULT_PACKS, address] });
    await new Promise((done) => setTimeout(done, 250)); // card and list are made a little after the marks
  }, `data:application/octet-stream;base64,${packOfExample()}`);
});
afterEach(() => browser.evaluate(() => window.notes?.destroy()));
after(() => browser?.close());

test("a row of the sheet is a card, with its facts, their source and the pack's title", async () => {
  await reader.pointAt("Jörg Brückner");
  const { kind, text } = await reader.cardTitled("Jörg Brückner");
  assert.equal(kind, "Person");
  for (const words of [
    "Harbour master of Inkwell, in charge of pilots, moorings and the sea wall",
    "Office Harbour master source 2 since 1 March 2019, as of November 2026",
    "Who does what in the harbour (opens in a new window) · Inkwell Harbour Trust",
    "People of Inkwell",
  ]) assert.ok(text.includes(words), `“${words}” in “${text}”`);
});

test("a cell of two lines is one line, and a column of the desk's own keeps its name", async () => {
  await reader.pointAt("Ada Quill");
  const { text } = await reader.cardTitled("Ada Quill");
  assert.ok(text.includes("Mayor of Inkwell; was a tide-table printer before she stood for the council"), text);
  assert.ok(text.includes("Party Foreshore Alliance source 2 as of November 2026"), text);
});

test("the people of the sheet are marked in the article, in full, by family name, and by a name that is an everyday word", async () => {
  const painted = (await reader.painted())["postil-entity"];
  for (const name of [
    "Ada Quill", "Quill", "Tamsin Okoro-Vane", "Perpetua Lindqvist-Shaw", "Søren Aagaard-Holm", "Aagaard-Holm", "Jörg Brückner",
    "Idris Penhallow-Reyes", "Wilhelmina Küstermann", "Ottilie Fenwright-Banda", "Sky Pendlebury", "Sky",
  ]) assert.ok(painted.includes(name), `${name} in ${painted}`);
});
