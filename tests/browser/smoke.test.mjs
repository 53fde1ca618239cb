// The engine has what the widget stands on, the demo page opens, and the harness does what the specs ask of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { open } from "./browser.mjs";

let browser;
before(async () => {
  browser = await open({ width: 1000, height: 700 });
});
after(() => browser?.close());

const heard = () => document.getElementById("heard").textContent;
const hears = (line) => browser.waitFor((line) => document.getElementById("heard").textContent.includes(line), line);
const focuses = (id) => browser.waitFor((id) => document.activeElement.id === id, id);

test("the demo page opens and has a title", async () => {
  await browser.goto("/");
  assert.notEqual(await browser.evaluate(() => document.title.trim()), "");
});

test("the engine has WebAssembly and CSS highlights", async () => {
  await browser.goto("/");
  assert.deepEqual(await browser.evaluate(() => [typeof WebAssembly, typeof CSS.highlights]), ["object", "object"]);
});

test("the viewport has the size that was asked for", async () => {
  await browser.goto("/fixtures/harness.html");
  assert.deepEqual(await browser.evaluate(() => [innerWidth, innerHeight]), [1000, 700]);
});

test("the pointer moves, clicks and taps where it is told to", async () => {
  await browser.goto("/fixtures/harness.html");
  await browser.waitFor(() => document.readyState === "complete");
  await browser.move(250, 225);
  await hears("pointerover mouse");
  assert.equal((await browser.evaluate(heard)).includes("click"), false);
  await browser.click(250, 225);
  await hears("pointerdown mouse");
  await browser.tap(250, 225);
  if (browser.touches) await hears("pointerdown touch");
});

test("keys reach the page by their names", async () => {
  await browser.goto("/fixtures/harness.html");
  await browser.key("Escape");
  await hears("keydown Escape");
  await browser.key("Tab");
  await focuses("target");
  await browser.key("Tab");
  await focuses("next");
  await browser.key("Shift+Tab");
  await focuses("target");
  await browser.key("ArrowDown");
  await hears("keydown ArrowDown");
});

test("a promise is awaited and arguments arrive", async () => {
  await browser.goto("/fixtures/harness.html");
  assert.equal(await browser.evaluate(async (a, b) => a + b, 1, 2), 3);
});

test("the console is heard where the engine lets us", async () => {
  await browser.goto("/fixtures/harness.html");
  await browser.waitFor(() => document.readyState === "complete");
  const found = browser.messages.some(({ text }) => text.includes("the harness page is ready"));
  assert.equal(found, browser.listens);
});

test("axe-core runs, and finds what is wrong", async () => {
  await browser.goto("/fixtures/harness.html");
  await browser.evaluate(() => document.getElementById("target").replaceChildren());
  assert.deepEqual((await violations(browser, "button")).map(({ rule }) => rule), ["button-name"]);
});
