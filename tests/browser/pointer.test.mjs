// Cards by pointer and by touch: a rest opens, leaving closes, neighbours change at once, links stay links.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

test("a pointer that rests on a mark opens its card", async () => {
  await reader.pointAt("Kim Jong Un");
  const card = await reader.cardTitled("Kim Jong Un");
  assert.equal(card.kind, "Person");
  assert.equal(card.sheet, false);
  assert.equal(card.focused, false, "a pointer moves no focus");
});

test("a pointer that only passes opens nothing", async () => {
  await reader.listen("postil:open");
  const { x, y } = await reader.place("Kim Jong Un");
  await browser.glide([[x, y], [1, 1]]);
  await reader.pageTimer(900);
  assert.deepEqual(await reader.heard(), []);
});

test("the card stays while the pointer is on it, and closes when it has left", async () => {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  const { x, y, width, height } = await reader.box("[part~=card]");
  await browser.move(x + width / 2, y + height / 2);
  await reader.pageTimer(600);
  assert.equal((await reader.card()).title, "Kim Jong Un", "it is open after twice the grace");
  await browser.move(1, 1);
  await reader.cardClosed();
});

test("from an open card a neighbouring mark opens its own, and the first is not closed before", async () => {
  await reader.pointAt("Russia", 1);
  await reader.cardTitled("Russia");
  await reader.listen("postil:close");
  await reader.pointAt("Syria", 1);
  await reader.cardTitled("Syria");
  assert.deepEqual(await reader.heard(), []);
});

test("a name inside a quotation shows its own card, and the quotation's is one step away", async () => {
  await reader.pointAt("Pyongyang", 2);
  const card = await reader.cardTitled("Pyongyang");
  assert.match(card.text, /Quotation by Ukraine’s foreign ministry/);
  await reader.click("[part~=card] .step");
  const quotation = await browser.waitFor(() => {
    const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
    return card.querySelector("[part=kind]").textContent === "Quotation" && card.innerText;
  });
  assert.match(quotation, /undermine the sovereignty/);
});

test("a tap opens a sheet from below that leaves the tapped line in sight; a tap beside it closes it", async () => {
  await reader.tap("Kim Jong Un");
  const card = await reader.cardTitled("Kim Jong Un");
  assert.equal(card.sheet, browser.touches, "a click opens a card, a touch a sheet");
  const [sheet, line] = [await reader.box("[part~=card]"), await reader.place("Kim Jong Un")];
  assert.ok(line.y < sheet.y || line.y > sheet.y + sheet.height, "the line is in sight");
  await browser.tap(3, line.y < sheet.y ? 3 : 790);
  await reader.cardClosed();
});

test("a click on a mark inside a link follows the link and opens nothing", async () => {
  const { x, y } = await reader.place("Donetsk People’s ");
  await reader.listen("postil:open");
  await browser.click(x, y);
  await browser.waitFor(() => location.hash === "#donetsk");
  assert.deepEqual(await reader.heard(), []);
});

test("what scrolls elsewhere on the page closes no card", async () => {
  await browser.evaluate(() => {
    const ticker = document.createElement("div");
    ticker.id = "ticker";
    ticker.style.cssText = "width: 200px; overflow-x: scroll";
    ticker.innerHTML = "<div style='width: 2000px'>News, news, news</div>";
    document.querySelector(".related").append(ticker);
  });
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.evaluate(() => new Promise((done) => {
    const ticker = document.querySelector("#ticker");
    ticker.addEventListener("scroll", () => requestAnimationFrame(done), { once: true });
    ticker.scrollLeft = 300;
  }));
  assert.equal((await reader.card())?.title, "Kim Jong Un");
});

test("a card lies in the window wherever its mark stands", async () => {
  for (const words of ["N Korea", "Kim Jong Un", "Olga Makeyeva", "Crimea"]) {
    await reader.pointAt(words);
    await reader.cardOpen();
    const { x, y, width, height } = await reader.box("[part~=card]");
    assert.ok(x >= 0 && y >= 0 && x + width <= 1280 && y + height <= 800, `${words}: ${JSON.stringify({ x, y, width, height })}`);
    await browser.key("Escape");
    await reader.cardClosed();
    await browser.move(1, 1);
  }
});

test("scrolling closes a card that a pointer opened", async () => {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.evaluate(() => scrollBy({ top: 120, behavior: "instant" }));
  await reader.cardClosed();
});

test("the cursor shows what can be opened, and over a link and beside marks it is the page's own", async () => {
  const [mark] = await reader.lines("Kim Jong Un");
  const y = mark.y + mark.height / 2;
  const before = await reader.cursor(mark.x + 5, y);
  assert.notEqual(before, "pointer");
  await browser.move(mark.x + 5, y);
  await reader.frames();
  assert.equal(await reader.cursor(mark.x + 5, y), "pointer");
  await browser.move(mark.x - 8, y);
  await reader.frames();
  assert.equal(await reader.cursor(mark.x - 8, y), before);
  await browser.move(mark.x + 5, y);
  await browser.move(1, 1);
  await reader.frames();
  assert.equal(await reader.cursor(mark.x + 5, y), before);
});

test("the delays are options: none at all", async () => {
  await reader.annotate({ openDelay: 0, closeDelay: 0 });
  const { x, y } = await reader.place("Kim Jong Un");
  await reader.listen("postil:open", "postil:close");
  await browser.move(x, y);
  await reader.frames();
  await reader.frames();
  assert.equal((await reader.heard()).length, 1, "it opened at once");
  await browser.move(1, 1);
  await reader.frames();
  await reader.frames();
  assert.equal((await reader.heard()).length, 2, "and closed at once");
});

test("the delays are options: long ones", async () => {
  await reader.annotate({ openDelay: 20_000, closeDelay: 20_000 });
  const { x, y } = await reader.place("Kim Jong Un");
  await reader.listen("postil:open", "postil:close");
  await browser.move(x, y);
  await reader.pageTimer(900);
  assert.deepEqual(await reader.heard(), []);
  await browser.click(x, y);
  await reader.cardTitled("Kim Jong Un");
  await browser.move(1, 1);
  await reader.pageTimer(900);
  assert.equal((await reader.heard()).length, 1, "it is still open");
});

test("a key's card is not taken away by a pointer that began to rest before", async () => {
  await reader.pointAt("N Korea");
  await browser.key("Alt+.");
  await reader.cardTitled("Ukraine");
  await reader.pageTimer(900);
  assert.equal((await reader.card())?.title, "Ukraine");
});
