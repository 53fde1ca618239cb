// The way from a mark to its card: other marks on it do not get in between, but those beside it open at once; and no border
// makes a card flicker.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

// A wide mark, and under its left end others. The card stands at the right end, so the way to it leads across them.
beforeEach(async () => {
  await reader.write(`<p style="position: fixed; left: 200px; top: 100px; margin: 0; background: Canvas; font: 20px/26px serif">
    <span style="font: 60px/60px serif">Nairobi</span> heard it late,<br>but Tokyo, Madrid, London and Berlin had known of it since noon.</p>`, "Nairobi");
});

/** Opens the card at the right end of “Nairobi”; gives the mark's box and the card's. */
async function openAtRightEnd() {
  const [mark] = await reader.lines("Nairobi");
  await browser.move(mark.x + mark.width - 8, mark.y + 30);
  await browser.move(mark.x + mark.width - 6, mark.y + 30);
  await reader.cardTitled("Nairobi");
  const card = await reader.box("[part~=card]");
  await reader.listen("postil:open", "postil:close");
  return { mark, card, leftEnd: [mark.x + 10, mark.y + mark.height - 12] };
}

/** Goes from the card's mark to the card across the marks between, in one go; again where the machine made a stop of it. */
async function cross() {
  for (let tries = 0; tries < 5; tries++) {
    const { mark, card, leftEnd } = await openAtRightEnd();
    await reader.stroke([mark.x + mark.width - 6, mark.y + 30], leftEnd, 3);
    const tokyo = await reader.place("Tokyo");
    assert.ok(tokyo.y > leftEnd[1] && tokyo.y < card.y + 60 && tokyo.x < card.x, "the mark lies on the way");
    if (await reader.stroke(leftEnd, inside(card)) < 100) return;
    await browser.key("Escape");
    await browser.move(1, 1);
  }
  throw new Error("this machine cannot move a pointer without a stop");
}

const inside = ({ x, y, width }) => [x + Math.min(60, width / 2), y + 60];

test("a pointer that crosses other marks on its way to the card reaches it", async () => {
  await cross();
  await reader.pageTimer(600);
  assert.equal((await reader.card())?.title, "Nairobi", "and there it stays");
  assert.deepEqual(await reader.heard(), []);
});

test("even a card that would close at once waits for a pointer on its way", async () => {
  await reader.annotate({ closeDelay: 0 });
  await cross();
  await reader.frames();
  assert.equal((await reader.card())?.title, "Nairobi");
  assert.deepEqual(await reader.heard(), []);
});

test("a mark on the way opens when the pointer stops there", async () => {
  const { mark, leftEnd } = await openAtRightEnd();
  await reader.stroke([mark.x + mark.width - 6, mark.y + 30], leftEnd, 3);
  const madrid = await reader.place("Madrid");
  await reader.stroke(leftEnd, [madrid.x, madrid.y], 6);
  await reader.cardTitled("Madrid");
  assert.equal((await reader.heard()).length, 1, "one card has taken the place of the other, and nothing closed");
});

test("a mark beside the way opens at once", async () => {
  await reader.annotate({ openDelay: 60_000, closeDelay: 60_000 });
  const [mark] = await reader.lines("Nairobi");
  await browser.click(mark.x + mark.width - 6, mark.y + 30);
  await reader.cardTitled("Nairobi");
  await reader.stroke([mark.x + mark.width - 6, mark.y + 30], [mark.x + mark.width / 2, mark.y + 40], 3);
  const tokyo = await reader.place("Tokyo");
  await browser.move(tokyo.x - 20, tokyo.y);
  await reader.frames();
  assert.equal((await reader.card())?.title, "Tokyo");
});

test("a pointer that turns round on its way to the card has left", async () => {
  const { mark, card } = await openAtRightEnd();
  await reader.stroke([mark.x + mark.width - 6, mark.y + 30], [card.x + 40, mark.y + 10], 2);
  await reader.stroke([card.x + 40, mark.y + 10], [card.x + 60, mark.y - 80], 4);
  await reader.cardClosed();
});

test("a pointer that trembles on the border of a mark neither closes nor reopens its card", async () => {
  await reader.annotate({ closeDelay: 0 });
  const { mark } = await openAtRightEnd();
  for (let i = 0; i < 12; i++) await browser.move(mark.x + mark.width + (i % 2 ? 2 : -2), mark.y + 30);
  await browser.move(mark.x + mark.width - 2, mark.y + 30);
  await reader.pageTimer(400);
  assert.equal((await reader.card())?.title, "Nairobi");
  assert.deepEqual(await reader.heard(), []);
});

test("a pointer that trembles between a name and the quotation around it does not change the card", async () => {
  const [name] = await reader.lines("Pyongyang", 2);
  await browser.move(name.x + name.width - 4, name.y + 8);
  await browser.move(name.x + name.width - 3, name.y + 8);
  await reader.cardTitled("Pyongyang");
  await reader.listen("postil:open", "postil:close");
  for (let i = 0; i < 12; i++) await browser.move(name.x + name.width + (i % 2 ? 2 : -2), name.y + 8);
  assert.deepEqual(await reader.heard(), []);
  assert.equal((await reader.card()).title, "Pyongyang");
});

test("a pointer that slips over the card's border comes back to the same card", async () => {
  await reader.annotate({ closeDelay: 0 });
  const { mark, card } = await openAtRightEnd();
  await reader.stroke([mark.x + mark.width - 6, mark.y + 30], inside(card), 4);
  await reader.stroke(inside(card), [card.x + 2, card.y + 60], 3);
  for (let i = 0; i < 8; i++) await browser.move(card.x + (i % 2 ? 2 : -2), card.y + 60);
  await browser.move(card.x + 2, card.y + 60);
  await reader.pageTimer(400);
  assert.equal((await reader.card())?.title, "Nairobi");
  assert.deepEqual(await reader.heard(), []);
});
