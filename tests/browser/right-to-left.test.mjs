// Right to left: an Arabic page with Arabic names, and text of one direction on a card of the other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open } from "./browser.mjs";
import { packIn } from "./packs.mjs";
import { Reader } from "./reader.mjs";

let browser;
let reader;
let pack;
before(async () => {
  pack = packIn("arabic.jsonl");
  browser = await open();
  reader = new Reader(browser);
});
after(() => browser?.close());

/** Opens the Arabic article with its notes. */
async function arabic() {
  await browser.goto("/fixtures/arabic.html");
  await browser.evaluate(async (pack) => {
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate({ packs: [Uint8Array.from(atob(pack), (letter) => letter.charCodeAt(0))] });
  }, pack);
  await browser.waitFor(() => Boolean(document.querySelector("postil-host")));
  await browser.move(1, 1);
}

const STORY = `<h1>Netherwick keeps its ferry</h1><p>The council of Netherwick voted on Monday to keep the old ferry, although the
  money that it needs has yet to be found in this year’s budget, and although few of its members have ever used it.</p>`;

/** Has the widget annotate an English article that says this too. */
async function english(paragraph) {
  await browser.goto("/fixtures/stage.html");
  await browser.evaluate(async (body) => {
    document.body.innerHTML = `<article>${body}</article>`;
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate();
  }, STORY + paragraph);
}

/** How each thing of the widget runs that a selector finds: `[text, direction]`. */
const directions = (selector) => browser.evaluate((selector) => {
  const found = document.querySelector("postil-host").shadowRoot.querySelectorAll(selector);
  return [...found].map((element) => [element.textContent.trim(), getComputedStyle(element).direction]);
}, selector);

/** Opens the card of the first annotation of a kind. */
async function cardOf(kind, words = "") {
  await browser.evaluate((kind, words) => {
    window.notes.show(window.notes.annotations().find((note) => note.kind === kind && note.quote.includes(words)).index);
  }, kind, words);
  return reader.cardOpen();
}

const middle = ({ x, width }) => x + width / 2;

test("Arabic names are marked, and no part of another word", async () => {
  await arabic();
  const names = (await reader.painted())["postil-entity"];
  for (const name of ["أوكرانيا", "كوريا الشمالية", "بيونغ يانغ", "موسكو", "روسيا", "سوريا", "دونباس", "كيم جونغ أون", "الكرملين", "كييف", "KCNA"]) {
    assert.ok(names.includes(name), `${name} is marked`);
  }
  const known = readFileSync(new URL("../packs/arabic.jsonl", import.meta.url), "utf8");
  names.forEach((name) => assert.ok(known.includes(`"${name}"`), `${name} is a name of the pack`));
});

test("a card on an Arabic page runs from right to left and points at its mark", async () => {
  await arabic();
  await reader.pointAt("بيونغ يانغ");
  const { kind } = await reader.cardTitled("بيونغ يانغ");
  assert.equal(kind, "عاصمة");
  assert.deepEqual(await directions("[part=card], [part=kind], [part=title]").then((found) => found.map(([, direction]) => direction)), ["rtl", "rtl", "rtl"]);
  const [card, close, pin, title] = await Promise.all(["[part=card]", "[part=card] [part=close]", "[part=pin]", "[part=title]"].map((part) => reader.box(part)));
  assert.ok(card.x >= 0 && card.x + card.width <= 1280 && card.y >= 0 && card.y + card.height <= 800, "it lies in the window");
  assert.ok(close.x < pin.x && middle(close) < card.x + 40, "the close button is on the left");
  assert.ok(title.x + title.width > middle(card), "the title stands on the right");
});

test("the arrow of a card on an Arabic page stands at its mark", async () => {
  await arabic();
  for (const name of ["سوريا", "دونباس", "الكرملين"]) {
    const { x } = await reader.place(name);
    await reader.pointAt(name);
    await reader.cardTitled(name);
    const arrow = await reader.box("[part=card] > .arrow");
    assert.ok(Math.abs(middle(arrow) - x) < 3, `${name}: ${middle(arrow)} is not ${x}`);
    await browser.key("Escape");
    await browser.move(1, 1);
    await reader.cardClosed();
  }
});

test("control and list of an Arabic page stand on the left", async () => {
  await arabic();
  const control = await reader.box("[part=control]");
  assert.ok(control.x + control.width < 640);
  await reader.click("[part=control]");
  await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
  const [list, close] = await Promise.all(["[part=notes]", "[part=notes] [part=close]"].map((part) => reader.box(part)));
  assert.ok(list.x >= 0 && list.x + list.width < 640);
  assert.ok(middle(close) < list.x + 40, "the close button is on the left");
});

test("a name, a value and a source keep their own direction on an Arabic card", async () => {
  await arabic();
  await cardOf("entity", "كوريا الشمالية");
  const runs = Object.fromEntries(await directions("[part=card] dd, [part=card] .when, [part=sources] a, [part=sources] .work, [part=sources] bdi"));
  const of = (start) => Object.entries(runs).find(([words]) => words.startsWith(start))?.[1];
  assert.equal(of("بيونغ يانغ"), "rtl");
  assert.equal(of("Kim Jong Un"), "ltr");
  assert.equal(of("منذ"), "rtl", "what we say of it runs as our words do");
  assert.equal(of("The World Factbook"), "ltr");
  assert.equal(of("Central Intelligence Agency"), "ltr");
  await cardOf("entity", "KCNA");
  assert.deepEqual(await directions("[part=title]"), [["KCNA", "ltr"]]);
});

test("words quoted in English run from left to right on an Arabic card", async () => {
  await arabic();
  await cardOf("quotation");
  const [[words, direction]] = await directions("[part=card] blockquote");
  assert.match(words, /^“?We consider/);
  assert.equal(direction, "ltr");
});

test("words quoted in Arabic run from right to left on an English card", async () => {
  await english("<p>“لم يسألنا أحد عن ذلك،” the mayor of Netherwick said on Monday, after the council had voted to keep the ferry.</p>");
  await cardOf("quotation");
  assert.equal((await directions("[part=card] blockquote"))[0][1], "rtl");
  assert.deepEqual((await directions("[part=card], [part=card] dt")).map(([, direction]) => direction).filter((direction) => direction !== "ltr"), []);
});
