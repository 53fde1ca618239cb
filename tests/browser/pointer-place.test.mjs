// Where a card stands: at the line under the pointer, wholly in the window, whatever the zoom and the size of the text.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();
afterEach(() => browser.setViewport(1280, 800));

/** What a reader's window is: `{ width, height, overflow }`, the last being how far the page scrolls sideways. */
const view = () => browser.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  return { width: clientWidth, height: innerHeight, overflow: scrollWidth - clientWidth };
});

/** Asserts that the open card lies wholly in the window, and gives its box. */
async function cardInWindow(why) {
  const [card, { width, height }] = [await reader.box("[part~=card]"), await view()];
  const lies = card.x >= 0 && card.y >= 0 && card.x + card.width <= width && card.y + card.height <= height;
  assert.ok(lies, `${why}: ${JSON.stringify(card)} in ${width} x ${height}`);
  return card;
}

/** Writes a sentence into a corner of the window, a name at its outer end. */
const corner = (style, rightwards) => reader.write(`<p style="position: fixed; ${style}; margin: 0; background: Canvas; font: 16px/20px serif">
  ${rightwards ? "Nairobi had heard of it by noon." : "By noon they had heard of it in Nairobi"}</p>`, "Nairobi");

test("on a wrapped mark the card stands at the line under the pointer", async () => {
  await reader.write(`<p style="position: fixed; left: 300px; top: 120px; width: 130px; margin: 0; background: Canvas; font: 20px/40px serif">
    It was the United Arab Emirates that answered.</p>`, "United Arab");
  const lines = await reader.lines("United Arab Emirates");
  assert.ok(lines.length > 1, "the mark is wrapped");
  for (const line of [lines[0], lines.at(-1)]) {
    await browser.move(line.x + 8, line.y + line.height / 2 - 1);
    await browser.move(line.x + 8, line.y + line.height / 2);
    await reader.cardOpen();
    const card = await reader.box("[part~=card]");
    const gap = card.y - (line.y + line.height);
    assert.ok(gap >= 0 && gap <= 12, `${gap} px below its line`);
    await browser.key("Escape");
    await reader.cardClosed();
    await browser.move(1, 1);
  }
});

for (const [name, style, below, rightwards] of [
  ["top left", "left: 0; top: 0", true, true],
  ["top right", "right: 0; top: 0", true, false],
  ["bottom left", "left: 0; bottom: 0", false, true],
  ["bottom right", "right: 0; bottom: 0", false, false],
]) {
  test(`in the corner at the ${name} the card opens towards the middle`, async () => {
    await corner(style, rightwards);
    const [mark] = await reader.lines("Nairobi");
    await reader.pointAt("Nairobi");
    await reader.cardTitled("Nairobi");
    const card = await cardInWindow(name);
    assert.ok(below ? card.y >= mark.y + mark.height : card.y + card.height <= mark.y, "it leaves the mark in sight");
    const middle = mark.x + mark.width / 2;
    assert.ok(rightwards ? card.x + card.width / 2 > middle : card.x + card.width / 2 < middle);
  });
}

test("at 400 per cent zoom the card is in the window, can be read, and the page scrolls in one direction only", async () => {
  await browser.setViewport(320, 200);
  const { overflow } = await view();
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  const card = await cardInWindow("at 400 per cent");
  assert.ok(card.height >= 100 && card.width >= 280, "several lines of it can be read");
  assert.equal((await view()).overflow, overflow, "the card makes nothing wider");
  const cut = await browser.evaluate(() => {
    const content = document.querySelector("postil-host").shadowRoot.querySelector("[part=content]");
    content.scrollTop = content.scrollHeight;
    return [content.scrollWidth - content.clientWidth, content.scrollHeight - content.clientHeight - Math.ceil(content.scrollTop)];
  });
  assert.deepEqual(cut.map((rest) => Math.max(rest, 0)), [0, 0], "its end can be scrolled to, and nothing is cut at the side");
});

test("with text at four times its size the card grows along and stays in the window", async () => {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.key("Escape");
  await reader.cardClosed();
  await browser.move(1, 1);
  await browser.evaluate(() => { document.documentElement.style.fontSize = "400%"; });
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await cardInWindow("with large text");
  const size = await browser.evaluate(() => {
    const title = document.querySelector("postil-host").shadowRoot.querySelector("[part=title]");
    return Number.parseFloat(getComputedStyle(title).fontSize);
  });
  assert.ok(size > 60, `the title is ${size} px high`);
  const sideways = await browser.evaluate(() => {
    const content = document.querySelector("postil-host").shadowRoot.querySelector("[part=content]");
    return content.scrollWidth - content.clientWidth;
  });
  assert.ok(sideways <= 0, "nothing is cut at the side");
});

test("a window that gets another size closes a pointer's card, and keeps a key's card beside its mark", async () => {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.setViewport(1000, 700);
  await reader.cardClosed();
  await browser.key("Alt+.");
  await reader.cardOpen();
  await browser.setViewport(700, 500);
  await browser.waitFor(() => {
    const { x, y, width, height } = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
    return x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
  });
  assert.notEqual(await reader.card(), null);
});

test("a key's card follows its mark when the page scrolls", async () => {
  const gap = () => browser.evaluate(() => {
    const [active] = [...CSS.highlights.get("postil-active")];
    const range = document.createRange();
    range.setStart(active.startContainer, active.startOffset);
    range.setEnd(active.endContainer, active.endOffset);
    const mark = range.getBoundingClientRect();
    const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
    return Math.round(card.top > mark.top ? card.top - mark.bottom : mark.top - card.bottom);
  });
  for (let i = 0; i < 8; i++) await browser.key("Alt+.");
  await reader.cardOpen();
  const before = await gap();
  assert.ok(before >= 0 && before <= 12, `${before} px from its mark`);
  await browser.evaluate(() => scrollBy({ top: 30, behavior: "instant" }));
  await reader.frames();
  assert.equal(await gap(), before);
});
