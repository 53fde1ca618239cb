// Packs that say too much, too little, or what they should not: text stays text, and the card keeps its size.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshStage, reader } from "./fresh.mjs";
import { noted, packOf } from "./packs.mjs";

const STORY = "<p>Nobody in Inkwell had heard of the ferry, and nobody minded.</p>";
const MARKUP = `<img src=x onerror="window.harmed = true"><script>window.harmed = true</script><b>bold</b>`;
const SOURCE = { source: "atlas", title: MARKUP, publisher: MARKUP, url: "https://example.org/atlas", date: "2025" };

freshStage();

/** Opens the card of a town of this record. */
async function card(record, others = []) {
  await noted(browser, STORY, packOf([...others, { id: "inkwell", type: "LOC", class: "city", name: "Inkwell", ...record }]));
  await reader.pointAt("Inkwell");
  return reader.cardOpen();
}

test("a description of 10,000 characters scrolls in a card of the usual size", async () => {
  const usual = await card({ description: "A harbour town" }).then(() => reader.box("[part~=card]"));
  await browser.evaluate(() => window.notes.destroy());
  await card({ description: "The town lies by the water. ".repeat(360).trim() });
  const { x, y, width, height } = await reader.box("[part~=card]");
  assert.equal(width, usual.width);
  assert.ok(x >= 0 && y >= 0 && y + height <= 800, `${y} and ${height}`);
  const scrolls = await browser.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.querySelector("postil-host").shadowRoot.querySelector("[part=content]");
    return [scrollHeight > clientHeight, scrollWidth > clientWidth];
  });
  assert.deepEqual(scrolls, [true, false]);
});

test("a word of 3,000 letters breaks within the card", async () => {
  await card({ description: "a".repeat(3000), link: `https://example.org/${"b".repeat(2000)}` });
  const [scroll, client] = await browser.evaluate(() => {
    const content = document.querySelector("postil-host").shadowRoot.querySelector("[part=content]");
    return [content.scrollWidth, content.clientWidth];
  });
  assert.equal(scroll, client);
});

test("a name of which nothing is known says so", async () => {
  const { text } = await card({});
  assert.match(text, /Nothing more is known of this name here\./);
});

test("markup in every field is read as it was written", async () => {
  const fact = { property: MARKUP, value: MARKUP, since: "2020", source: "atlas" };
  const picture = { url: "https://example.org/none.png", width: 9, height: 9, alt: MARKUP, credit: MARKUP };
  const { text } = await card({ class: "city", description: MARKUP, facts: [fact], picture }, [SOURCE]);
  await reader.pageTimer(100);
  const [harmed, elements] = await browser.evaluate(() => [
    window.harmed ?? null,
    document.querySelector("postil-host").shadowRoot.querySelectorAll("script, b, img[onerror]").length,
  ]);
  assert.deepEqual([harmed, elements], [null, 0]);
  assert.ok(text.split("<script>").length > 5, text);
});

test("a name that turns the direction of writing round turns nothing but itself", async () => {
  const turned = "\u202Erebmun\u202C";
  const fact = { property: "mayor", value: `\u202Eadlif`, source: "atlas" };
  await card({ description: `The ${turned} town, \u202E`, facts: [fact, { ...fact, property: "founded", value: "1204" }] }, [{ ...SOURCE, title: "An Atlas", publisher: "Example Press" }]);
  const order = await browser.evaluate(() => {
    const shadow = document.querySelector("postil-host").shadowRoot;
    const left = (selector) => shadow.querySelector(selector).getBoundingClientRect().left;
    return [left("[part=title]") < left("[part=close]"), left(".facts dt") < left(".facts dd")];
  });
  assert.deepEqual(order, [true, true]);
  const value = await browser.evaluate(() => {
    // The year after the turned value is written as ever: its first digit stands left of its last.
    const text = [...document.querySelector("postil-host").shadowRoot.querySelectorAll(".facts dd")].at(-1).firstChild;
    const at = (offset) => {
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect().left;
    };
    return at(0) < at(3);
  });
  assert.equal(value, true);
});
