// What a reader does with a card besides reading it: keeps it, asks why, says that it is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

async function open(words, title = words) {
  await reader.pointAt(words);
  await reader.cardTitled(title);
}

/** Unfolds “Why this mark?” and gives what it says. */
async function why() {
  await reader.click("[part~=card] [part=why] summary");
  return browser.evaluate(async () => {
    const why = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card] [part=why]");
    // The card takes its new place when it has been told, before the second frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return why.open && why.querySelector("p").textContent;
  });
}

/** Whether the pin is pressed, as assistive technology is told. */
function pin() {
  return browser.evaluate(() => document.querySelector("postil-host").shadowRoot.querySelector("[part=pin]").ariaPressed);
}

async function notThis() {
  await why();
  await reader.click("[part~=card] [part=why] button");
  await reader.cardClosed();
}

test("a pinned card stays while the pointer goes, the page scrolls and the reader clicks elsewhere", async () => {
  await open("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  const before = await reader.box("[part~=card]");
  await browser.move(1, 1);
  await browser.evaluate(() => scrollBy({ top: 500, behavior: "instant" }));
  await browser.click(5, 300);
  await reader.pageTimer(600);
  assert.equal((await reader.card()).title, "Kim Jong Un");
  assert.deepEqual(await reader.box("[part~=card]"), before);
});

test("beside a pinned card no other opens by itself; a click opens it in its place, unpinned", async () => {
  await open("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  await browser.move(1, 1);
  await reader.pointAt("Crimea");
  await reader.pageTimer(700);
  assert.equal((await reader.card()).title, "Kim Jong Un");
  const { x, y } = await reader.place("Crimea");
  await browser.click(x, y);
  await reader.cardTitled("Crimea");
  assert.equal(await pin(), "false");
});

test("a click on a pinned card’s own mark brings the card back to it, still pinned", async () => {
  await open("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  const before = await reader.box("[part~=card]");
  await browser.evaluate(() => scrollBy({ top: 40, behavior: "instant" }));
  const { x, y } = await reader.place("Kim Jong Un");
  await browser.click(x, y);
  await browser.waitFor((top) => {
    const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
    return card.getBoundingClientRect().top < top;
  }, before.y);
  assert.equal(await pin(), "true");
  await browser.move(1, 1);
  await reader.pageTimer(600);
  assert.equal((await reader.card()).title, "Kim Jong Un");
});

test("what unfolds in a pinned card whose mark has gone on points at nothing", async () => {
  await open("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  await browser.evaluate(() => scrollBy({ top: 500, behavior: "instant" }));
  await browser.waitFor(() => document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").dataset.side === "over");
  await why();
  assert.equal(await browser.evaluate(() => document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").dataset.side), "over");
});

test("Escape closes a pinned card, and so does its button", async () => {
  await open("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  await browser.key("Escape");
  await reader.cardClosed();
  await browser.move(1, 1);
  await open("Kim Jong Un");
  await reader.click("[part~=card] [part=pin]");
  await reader.click("[part~=card] .close");
  await reader.cardClosed();
});

const REASONS = [
  ["Kim Jong Un", "Kim Jong Un", /^The name stands in .*world pack/],
  ["DPR", "Donetsk People’s Republic", /^The article itself gives the short form of Donetsk People’s Republic\.$/],
  ["Olga Makeyeva", "Olga Makeyeva", /^The article gives a role beside the name: .*envoy/],
  ["“special military operation”", "“special military operation”", /^A few words in quotation marks that nobody is reported to have spoken\.$/],
  ["third country to recognise", "third country to recognise", /^A rank that can be compared with a list\.$/],
  ["on Wednesday", "on Wednesday", /^A day; without its full date/],
  ["6,500 km (4,000 miles)", "6,500 km (4,000 miles)", /^One quantity in two units/],
];

for (const [words, title, reason] of REASONS) {
  test(`why ${words} is marked`, async () => {
    await open(words, title);
    assert.match(await why(), reason);
  });
}

test("what unfolds leaves the card in the window", async () => {
  await browser.setViewport(1280, 500);
  await open("Kim Jong Un");
  await why();
  await browser.waitFor(() => {
    const { top, bottom } = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await browser.setViewport(1280, 800);
});

test("“not right” takes the name away wherever it stands, tells the host, and says so to screen readers", async () => {
  const count = async () => (await reader.painted())["postil-entity"].filter((words) => words === "Donbas").length;
  assert.ok((await count()) > 1);
  await reader.listen("postil:reject");
  await open("Donbas");
  await notThis();
  assert.equal(await count(), 0);
  const [{ kind, quote, entity, id, annotation }] = await reader.heard();
  assert.deepEqual({ kind, quote, entity }, { kind: "entity", quote: "Donbas", entity: "Donbas" });
  assert.deepEqual([typeof id, typeof annotation], ["string", "number"], "the record and the mark that were wrong");
  assert.equal(await reader.told(), "The note is hidden.");
});

test("a note hidden by mistake comes back", async () => {
  const before = await reader.painted();
  await open("on Wednesday");
  await notThis();
  assert.notDeepEqual((await reader.painted())["postil-claim"], before["postil-claim"]);
  await reader.openSettings();
  await reader.choose("Show hidden notes again");
  assert.deepEqual((await reader.painted())["postil-claim"], before["postil-claim"]);
});

test("a screen reader's user is led from the card to its paragraph, and the paragraph gains no attribute", async (t) => {
  const led = await browser.evaluate(() => "ariaDetailsElements" in Element.prototype);
  if (!led) return t.skip("this engine has no relations between elements");
  await browser.key("Alt+.");
  await reader.cardOpen();
  const [name, attributes] = await browser.evaluate(() => {
    const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
    const [element] = card.ariaDetailsElements;
    return [element.localName, element.getAttributeNames().filter((name) => name.startsWith("aria") || name === "id")];
  });
  assert.equal(name, "h1");
  assert.deepEqual(attributes, []);
});
