// What each kind of card, the list and a marked paragraph look like in each mode: tests/browser/baselines/MODE/KIND.png.
//
// `UPDATE=1 cargo xtask test browser chromium looks` takes the pictures anew: look at each before you commit it. Where one
// differs, the picture as it is and the difference lie in target/looks/.
//
// The pictures are compared by pixelmatch, which knows antialiased edges from differences, and read and written by pngjs: both
// small, without dependencies of note, and what Playwright uses for the same.
//
// Invariant: nothing in a picture hangs on the machine: its fonts are DejaVu's (xtask/src/setup.rs installs them), no caret, no
// animation, one pixel a CSS pixel.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { engine, open } from "./browser.mjs";
import { REPORTED, Reader } from "./reader.mjs";

/** Pixels that may differ in a picture. */
const TOLERANCE = 40;

/** The words to point at for a card of each kind, on the demo. */
const CARDS = {
  "entity": "North Korea",
  "entity-article": "Olga Makeyeva",
  "quotation": REPORTED,
  "indirect": "two Russian-backed separatist regions in the Ukrainian east to be independent states",
  "term": "“special military operation”",
  "ordinal": "third country to recognise",
  "conversion": "6,500 km (4,000 miles)",
  "date": "on Wednesday",
};

/** The same on its own page, which reports nothing without quotation marks. */
const { indirect, ...others } = CARDS;
const RTL_CARDS = { ...others, quotation: "that he hoped for “fruitful cooperation” with North Korea" };

/** On the story that was checked, the sentence that two have checked. */
const CHECKED = "Station Road has twice as much nitrogen dioxide in its air as the law allows, and two primary schools stand on it.";

/** `window`, `media` and `touch` are how a page is read; `cards` are those to take. */
const MODES = {
  light: {},
  dark: { media: { "prefers-color-scheme": "dark" } },
  forced: { media: { "forced-colors": "active" } },
  phone: { window: { width: 390, height: 800 }, touch: true },
  // Arabic words on the card, English ones from the article.
  rtl: { page: "/fixtures/looks-rtl.html", cards: RTL_CARDS },
  // Fact-checks by two publishers, one of them old, and the list beside.
  checked: { page: "/checked.html", cards: { review: CHECKED } },
  "checked-dark": { page: "/checked.html", cards: { review: CHECKED }, media: { "prefers-color-scheme": "dark" } },
  print: { media: { type: "print" }, paper: true },
  broadsheet: { page: "/fixtures/broadsheet.html", cards: { entity: "Moscow", quotation: "“We counted the votes twice,”" } },
  techsite: { page: "/fixtures/techsite.html", cards: { entity: "South Korea", conversion: "1,200 km (750 miles)" } },
};

const skip = engine === "chromium" ? false : "baselines are Chromium's: other engines draw letters their own way";

for (const [mode, how] of Object.entries(MODES)) {
  const { page = "/", window = {}, media = {}, cards = CARDS } = how;
  let browser, reader;
  before(async () => {
    if (skip) return;
    browser = await open({ width: 1000, height: 1100, ...window, media });
    reader = await Reader.of(browser, page);
    await still(browser, !page.startsWith("/fixtures/"));
    // Fact-checks come after the first marks.
    if (page === "/checked.html") await browser.waitFor(() => CSS.highlights.get("postil-review")?.size);
  });
  after(() => browser?.close());

  if (how.paper) {
    test(`${mode}: the notes on paper`, { skip }, () => paper(browser, mode));
    continue;
  }
  for (const [kind, words] of Object.entries(cards)) {
    test(`${mode}: the card of ${kind}`, { skip }, async () => {
      await (how.touch ? reader.tap(words) : reader.pointAt(words));
      await reader.cardOpen();
      await settled(browser);
      await compare(browser, mode, `card-${kind}`, around(await reader.box("[part~=card]")));
      await browser.key("Escape");
      await reader.cardClosed();
      await browser.move(1, 1);
    });
  }
  test(`${mode}: the list of notes`, { skip }, () => list(browser, reader, mode));
  test(`${mode}: marked paragraphs`, { skip }, () => marks(browser, mode));
}

/** No caret, and the fonts of every machine that tests; the fixtures' own pages name those themselves. */
function still(browser, isDemo) {
  return browser.evaluate(async (isDemo) => {
    const sheet = new CSSStyleSheet();
    const page = isDemo ? `body, body * { font-family: "DejaVu Serif" !important; }` : "";
    sheet.replaceSync(`:where(:root) { --postil-sans: "DejaVu Sans"; --postil-serif: "DejaVu Serif"; caret-color: transparent; } ${page}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await document.fonts.ready;
  }, isDemo);
}

/** Until what moves has come to rest and has been painted. */
function settled(browser) {
  return browser.evaluate(async () => {
    const root = document.querySelector("postil-host").shadowRoot;
    await Promise.all(root.getAnimations().map((animation) => animation.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

async function list(browser, reader, mode) {
  await browser.key("Alt+/");
  await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
  await settled(browser);
  await compare(browser, mode, "list", around(await reader.box("[part=notes]")));
  await browser.key("Escape");
}

/** The paragraph with a quotation and the one with the terms, wherever the page has them. */
async function marks(browser, mode) {
  await browser.move(1, 1);
  const box = await browser.evaluate(async () => {
    const [{ startContainer }] = CSS.highlights.get("postil-quotation");
    const paragraph = startContainer.parentElement.closest("p");
    paragraph.scrollIntoView({ block: "center", behavior: "instant" });
    const [first, second] = [paragraph.previousElementSibling, paragraph].map((p) => p.getBoundingClientRect());
    return { x: first.left, y: first.top, width: first.width, height: second.bottom - first.top };
  });
  await settled(browser);
  await compare(browser, mode, "marks", around(box));
}

/** What the page prints after the article, as its own element lies on a page of the media print. */
async function paper(browser, mode) {
  await browser.evaluate(async () => {
    await (await (await import("/postil/auto.js")).notes).complete();
    dispatchEvent(new Event("beforeprint"));
  });
  const box = await browser.evaluate(() => {
    const paper = document.querySelector("postil-paper");
    paper.scrollIntoView({ block: "start", behavior: "instant" });
    const { x, y, width, height } = paper.getBoundingClientRect();
    return { x, y, width, height: Math.min(height, 640) };
  });
  await compare(browser, mode, "paper", box);
}

/** With its shadow and its arrow, as far as the window goes. */
function around({ x, y, width, height }) {
  const [left, top] = [Math.max(0, Math.floor(x) - 12), Math.max(0, Math.floor(y) - 12)];
  return { x: left, y: top, width: Math.ceil(x + width) + 12 - left, height: Math.ceil(y + height) + 12 - top };
}

async function compare(browser, mode, kind, box) {
  const is = cut(PNG.sync.read(await browser.screenshot()), box);
  const found = PNG.sync.write(is, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
  const baseline = new URL(`baselines/${mode}/${kind}.png`, import.meta.url);
  if (process.env.UPDATE) return write(baseline, found);
  assert.ok(existsSync(baseline), `${baseline.pathname} is missing: UPDATE=1 cargo xtask test browser chromium looks`);
  const was = PNG.sync.read(readFileSync(baseline));
  const actual = new URL(`../../target/looks/${mode}/${kind}.png`, import.meta.url);
  if (is.width !== was.width || is.height !== was.height) {
    write(actual, found);
    assert.fail(`${mode}/${kind} is ${is.width} by ${is.height}, was ${was.width} by ${was.height}: see ${actual.pathname}`);
  }
  const diff = new PNG({ width: is.width, height: is.height });
  const differing = pixelmatch(is.data, was.data, diff.data, is.width, is.height, { threshold: 0.1 });
  if (differing <= TOLERANCE) return;
  const shown = new URL(`${kind}-diff.png`, actual);
  write(actual, found);
  write(shown, PNG.sync.write(diff));
  assert.fail(`${mode}/${kind} differs in ${differing} pixels: see ${actual.pathname} and ${shown.pathname}`);
}

/** A part of a picture, as far as the picture goes. */
function cut(picture, { x, y, width, height }) {
  const [left, top] = [Math.round(x), Math.round(y)];
  const part = new PNG({ width: Math.min(Math.round(width), picture.width - left), height: Math.min(Math.round(height), picture.height - top) });
  PNG.bitblt(picture, part, left, top, part.width, part.height, 0, 0);
  return part;
}

function write(file, bytes) {
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, bytes);
}
