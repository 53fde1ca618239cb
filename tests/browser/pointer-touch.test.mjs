// Fingers, pens and held buttons, each told by its own events: a tap opens a sheet, a hovering pen is like a mouse, and links,
// long presses and selections stay the browser's.
//
// No driver has a pen, and WebKitGTK's has no finger: for these the page itself dispatches the events that a browser would.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

/** Dispatches pointer events, or a click, at a point, with the pointer's type: what a browser does for a pen or a finger. */
const dispatch = (pointerType, types, { x, y }) => browser.evaluate((pointerType, types, x, y) => {
  const target = document.elementFromPoint(x, y);
  for (const type of types) {
    const pressed = type === "pointerdown";
    target.dispatchEvent(new PointerEvent(type, {
      pointerType, clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true, isPrimary: true,
      buttons: Number(pressed), detail: Number(type === "click"),
    }));
  }
}, pointerType, types, x, y);

const PEN_TAP = ["pointerover", "pointerdown", "pointerup", "click"];
const FINGER_TAP = ["pointerover", "pointerdown", "pointerup", "pointerout", "click"];

/** Taps a mark with a finger. */
async function tap(words, nth = 0) {
  const place = await reader.place(words, nth);
  await (browser.touches ? browser.tap(place.x, place.y) : dispatch("touch", FINGER_TAP, place));
}

test("a tap opens a sheet from below that leaves the tapped line in sight", async () => {
  for (const words of ["N Korea", "Olga Makeyeva", "Crimea"]) {
    const place = await reader.place(words);
    await tap(words);
    const { sheet } = await reader.cardOpen();
    assert.equal(sheet, true, words);
    // It slides in.
    const { y, height } = await browser.waitFor(() => {
      const { y, height } = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
      return (Math.abs(y) < 1 || Math.abs(y + height - innerHeight) < 1) && { y, height };
    });
    if (place.y < 400) assert.ok(y > 1, `“${words}” leaves it room below`);
    assert.ok(place.y < y || place.y > y + height, `the line of “${words}” is in sight`);
    await browser.key("Escape");
    await reader.cardClosed();
  }
});

/** Opens a sheet at the bottom; gives the middle of its width, and its upper edge. */
async function openSheet() {
  await tap("N Korea");
  assert.equal((await reader.cardOpen()).sheet, true);
  const { x, y, width } = await browser.waitFor(() => {
    const { x, y, width, height } = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
    return Math.abs(y + height - innerHeight) < 1 && { x, y, width };
  });
  return [x + width / 2, y];
}

test("a finger that pushes the sheet down closes it", async () => {
  const [x, y] = await openSheet();
  await browser.swipe([x, y + 20], [x, y + 130]);
  await reader.cardClosed();
});

test("a finger that pushes the sheet a little, or upwards, does not close it", async () => {
  const [x, y] = await openSheet();
  await browser.swipe([x, y + 20], [x, y + 50]);
  await browser.swipe([x, y + 130], [x, y + 20]);
  await reader.frames();
  assert.notEqual(await reader.card(), null);
});

test("a tap beside the sheet closes it, and a tap on another mark shows that one", async () => {
  await tap("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await tap("Reuters");
  assert.equal((await reader.cardTitled("Reuters")).sheet, true);
  const { y } = await reader.box("[part~=card]");
  const beside = { x: 3, y: y === 0 ? 790 : 3 };
  await (browser.touches ? browser.tap(beside.x, beside.y) : dispatch("touch", FINGER_TAP, beside));
  await reader.cardClosed();
});

test("a tap on a mark in a link follows the link and opens nothing", { skip: !touches() }, async () => {
  await reader.listen("postil:open");
  await tap("Donetsk People’s ");
  await browser.waitFor(() => location.hash === "#donetsk");
  assert.deepEqual(await reader.heard(), []);
});

// Drivers cannot press long: after a touch of any length Chromium's sends a click. A browser sends these events instead.
test("a long press opens nothing, and stays the browser's", async () => {
  const { x, y } = await reader.place("Kim Jong Un");
  await reader.listen("postil:open");
  const prevented = await browser.evaluate((x, y) => {
    const target = document.elementFromPoint(x, y);
    const finger = { pointerType: "touch", clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true };
    return ["pointerover", "pointerdown", "contextmenu", "pointercancel", "pointerout"]
      .filter((type) => !target.dispatchEvent(new PointerEvent(type, finger)));
  }, x, y);
  await reader.pageTimer(900);
  assert.deepEqual(prevented, []);
  assert.deepEqual(await reader.heard(), []);
});

test("a click of the mouse after a touch opens a card, and a touch after that a sheet", async () => {
  await tap("Kim Jong Un");
  assert.equal((await reader.cardTitled("Kim Jong Un")).sheet, true);
  await browser.key("Escape");
  await reader.cardClosed();
  const { x, y } = await reader.place("Reuters");
  await browser.click(x, y);
  assert.equal((await reader.cardTitled("Reuters")).sheet, false);
  await browser.key("Escape");
  await reader.cardClosed();
  // Another place than the first: two taps in one are a double tap.
  await tap("Reuters");
  assert.equal((await reader.cardTitled("Reuters")).sheet, true);
});

test("a sheet fits a window that gets another size", async () => {
  await tap("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.setViewport(700, 240);
  await browser.waitFor(() => {
    const { y, height, width } = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
    return innerHeight < 300 && width <= innerWidth && y >= 0 && y + height <= innerHeight + 1 && height < 0.75 * innerHeight;
  });
  await browser.setViewport(1280, 800);
});

test("a pen that hovers opens a card by rest, and one that passes does not", async () => {
  const place = await reader.place("Kim Jong Un");
  await reader.listen("postil:open");
  await dispatch("pen", ["pointerover", "pointermove"], place);
  await dispatch("pen", ["pointermove"], { x: 3, y: 3 });
  await reader.pageTimer(900);
  assert.deepEqual(await reader.heard(), []);
  await dispatch("pen", ["pointerover", "pointermove"], place);
  assert.equal((await reader.cardTitled("Kim Jong Un")).sheet, false);
  await dispatch("pen", ["pointermove"], { x: 3, y: 3 });
  await reader.cardClosed();
});

test("a pen's tap opens a card rather than a sheet, and it stays when the pen is lifted", async () => {
  const place = await reader.place("Kim Jong Un");
  await dispatch("pen", PEN_TAP, place);
  assert.equal((await reader.cardTitled("Kim Jong Un")).sheet, false);
  await dispatch("pen", ["pointerout"], place);
  await reader.pageTimer(700);
  assert.equal((await reader.card())?.title, "Kim Jong Un");
  await dispatch("pen", ["pointerdown", "pointerup", "click"], { x: 3, y: 3 });
  await reader.cardClosed();
});

test("text selected across a mark opens nothing, and stays selected", async () => {
  await reader.listen("postil:open");
  const [mark] = await reader.lines("Sin Hong-chol");
  const y = mark.y + mark.height / 2;
  await browser.drag([mark.x - 40, y], [mark.x + mark.width - 6, y]);
  await browser.move(mark.x + mark.width - 5, y);
  await reader.pageTimer(900);
  assert.match(await browser.evaluate(() => String(getSelection())), /Sin Hong/);
  assert.deepEqual(await reader.heard(), []);
});

test("a button that is held over a mark opens nothing", async () => {
  const place = await reader.place("Kim Jong Un");
  await reader.listen("postil:open");
  await browser.evaluate((x, y) => document.elementFromPoint(x, y).dispatchEvent(
    new PointerEvent("pointermove", { pointerType: "mouse", buttons: 1, clientX: x, clientY: y, bubbles: true, composed: true })), place.x, place.y);
  await reader.pageTimer(900);
  assert.deepEqual(await reader.heard(), []);
});

function touches() {
  return process.env.POSTIL_ENGINE !== "webkit";
}
