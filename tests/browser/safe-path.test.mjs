// The way from a mark to its card: other marks on it do not get in between, but those beside it open at once.
//
// Drivers move a pointer faster than hands do; a stroke is therefore several moves, and each of them is awaited.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

// Three lines of marks: whoever goes from “Nairobi” down to its card crosses some of the others.
beforeEach(async () => {
  await reader.write("<p style='position: fixed; left: 300px; top: 100px; margin: 0; padding: 0 9px; background: Canvas; font: 20px/30px serif'>"
    + "Nairobi, Tokyo, Berlin,<br>Madrid, London, Berlin, Tokyo, Madrid<br>London, Madrid, Berlin, Tokyo, London</p>", "Nairobi");
  await reader.listen("postil:open", "postil:close");
});

const opened = async () => (await reader.heard()).map(({ type }) => type);

/** Opens the card of “Nairobi” at its left end and gives the card's box. */
async function openFirst() {
  await reader.pointAt("Nairobi");
  await reader.cardTitled("Nairobi");
  return reader.box("[part~=card]");
}

/** The points of a straight stroke, the last one included. */
const stroke = ([x, y], [toX, toY], count) =>
  Array.from({ length: count }, (_, i) => [x + (toX - x) * (i + 1) / count, y + (toY - y) * (i + 1) / count]);

test("a pointer that crosses other marks on its way to the card reaches it", async () => {
  await reader.write("<p style='position: fixed; left: 700px; top: 60px; margin: 0; background: Canvas; font: 20px/20px serif'>"
    + "London, Madrid, Tokyo</p>", "London");
  const card = await openFirst();
  const from = await reader.place("Nairobi");
  // Beside the card, so that the way leads across the marks next to “Nairobi”.
  const across = await reader.place("Tokyo", 0);
  assert.ok(card.y - across.y > 8, "the mark that is crossed lies above the card's strip");
  await strokeTo(from, [card.x + card.width - 2, card.y + 30]);
  assert.equal((await reader.card()).title, "Nairobi");
  assert.deepEqual(await opened(), ["postil:open"]);
});

async function strokeTo({ x, y }, to) {
  for (const [toX, toY] of stroke([x, y], to, 12)) await browser.move(toX, toY);
}
