// WCAG 1.4.13, content on hover or focus, word by word: dismissible, hoverable, persistent.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();
beforeEach(async () => {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
});

test("dismissible: Escape closes the card without moving pointer or focus, and it stays away while the pointer stays", async () => {
  const focused = await browser.evaluate(() => document.activeElement.localName);
  await browser.key("Escape");
  await reader.cardClosed();
  assert.equal(await browser.evaluate(() => document.activeElement.localName), focused);
  const { x, y } = await reader.place("Kim Jong Un");
  for (const step of [2, 9, 18]) await browser.move(x + step, y);
  await reader.pageTimer(900);
  assert.equal(await reader.card(), null, "a tremble on the mark does not bring it back");
  await browser.move(1, 1);
  await reader.frames();
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
});

test("hoverable: the pointer can be moved onto the card, and over it, without the card disappearing", async () => {
  const { x, y, width, height } = await reader.box("[part~=card]");
  const from = await reader.place("Kim Jong Un");
  await reader.stroke([from.x, from.y], [x + width / 2, y + height / 2], 8);
  await reader.stroke([x + width / 2, y + height / 2], [x + width - 4, y + 4], 4);
  await reader.pageTimer(700);
  assert.equal((await reader.card())?.title, "Kim Jong Un");
});

test("persistent: the card stays as long as the pointer rests on its mark", async () => {
  await reader.pageTimer(3000);
  assert.equal((await reader.card())?.title, "Kim Jong Un");
  await browser.move(1, 1);
  await reader.cardClosed();
});

test("persistent: the card stays as long as the pointer rests on the card, and closes by its button", async () => {
  const { x, y, width, height } = await reader.box("[part~=card]");
  await browser.move(x + width / 2, y + height / 2);
  await reader.pageTimer(3000);
  assert.equal((await reader.card())?.title, "Kim Jong Un");
  await reader.click("[part~=card] button[aria-label='Close']");
  await reader.cardClosed();
});

test("persistent: the card goes when its words do", async () => {
  await browser.evaluate(() => document.querySelector("figcaption").remove());
  await reader.cardClosed();
});
