// The page unharmed: nothing added to the article, nothing moved, nothing asked for, nothing left behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

const destroy = () => browser.evaluate(async () => (await (await import("/postil/auto.js")).notes).destroy());

/** Opens cards by every way, and the list. */
async function useIt() {
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.key("Escape");
  await browser.key("Alt+.");
  await reader.cardTitled("North Korea");
  await browser.key("Alt+/");
  await browser.key("Escape");
  await reader.tap("Crimea");
  await reader.cardTitled("Crimea");
}

test("the article is as it was served while its notes are in use", async () => {
  await useIt();
  assert.equal(await reader.serialised(), await reader.asServed());
});

test("destroy leaves the document byte for byte as it was, without highlights or style sheets of ours", async () => {
  await useIt();
  await destroy();
  const left = await browser.evaluate(() => ({
    html: document.documentElement.outerHTML,
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length,
    animations: document.getAnimations().length,
  }));
  assert.deepEqual(left, { html: await reader.asServed(), highlights: 0, sheets: 0, animations: 0 });
});

test("what was destroyed listens no more", async () => {
  await destroy();
  const opened = await browser.evaluate(() => new Promise((done) => {
    document.addEventListener("postil:open", () => done(true));
    document.dispatchEvent(new KeyboardEvent("keydown", { key: ".", code: "Period", altKey: true, bubbles: true }));
    setTimeout(done, 50, false);
  }));
  assert.equal(opened, false);
});

test("nothing moves: the layout with notes is the layout without", async () => {
  const boxes = () => browser.evaluate(() => [...document.body.querySelectorAll("*")].filter((element) => element.localName !== "postil-host").map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height].join(" ");
  }));
  const shifts = () => browser.evaluate(() => new Promise((done) => {
    if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return done(0);
    new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true });
    setTimeout(done, 200, 0);
  }));
  const noted = await boxes();
  assert.equal(await shifts(), 0);
  await destroy();
  assert.deepEqual(noted, await boxes());
});

test("no request goes out but for the page's and the widget's own files, of the model and the facts one each, these not before a reader's interest", async () => {
  const requests = () => browser.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name)).map(({ origin, pathname }) => (origin === location.origin ? "" : origin) + pathname));
  const facts = (asked) => asked.filter((path) => path.endsWith(".more.pack"));
  assert.deepEqual(facts(await requests()), []);
  await useIt();
  await browser.waitFor(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".model")));
  const asked = await requests();
  assert.equal(asked.filter((path) => path.endsWith(".model")).length, 1);
  assert.deepEqual(facts(asked).toSorted(), ["/postil/facts.more.pack", "/postil/world.more.pack"]);
  const own = /^\/(demo\.css|mark\.svg|recognition\.svg|favicon\.ico|postil\/(auto|postil|postil_page|walk)\.js|postil\/postil_page_bg\.wasm|postil\/(world|facts)(\.more)?\.pack|postil\/postil-en\.model)$/;
  assert.deepEqual(asked.filter((path) => !own.test(path)), []);
  assert.ok(asked.some((path) => path.endsWith("world.pack")), "requests are recorded");
});

test("nothing is written to the console", async (t) => {
  if (!browser.listens) return t.skip("this engine's driver tells nothing of the console");
  await useIt();
  assert.deepEqual(browser.messages.filter(({ type }) => ["error", "warn", "warning"].includes(type)), []);
});

test("nothing is kept: no cookie, no storage", async () => {
  await useIt();
  const kept = await browser.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases?.())?.length ?? 0]);
  assert.deepEqual(kept, ["", 0, 0, 0]);
});

test("highlights and style sheets of others stay", async () => {
  const left = await browser.evaluate(async () => {
    const range = new StaticRange({ startContainer: document.querySelector("h1").firstChild, startOffset: 0, endContainer: document.querySelector("h1").firstChild, endOffset: 7 });
    CSS.highlights.set("theirs", new Highlight(range));
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    (await (await import("/postil/auto.js")).notes).destroy();
    return [[...CSS.highlights.keys()], CSS.highlights.get("theirs").size, document.adoptedStyleSheets[0] === sheet];
  });
  assert.deepEqual(left, [["theirs"], 1, true]);
});
