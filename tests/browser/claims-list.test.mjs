// The list's claims: each with its state in words, its kind and whose statement it is; a filter by pointer and by keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

/** What stands beneath each claim that the list shows, by its words. */
const claims = () => browser.evaluate(() => {
  const all = [...document.querySelector("postil-host").shadowRoot.querySelectorAll(".claims > li")];
  const shown = all.filter((item) => item.checkVisibility());
  return Object.fromEntries(shown.map((item) => [item.querySelector("button").textContent, item.lastElementChild.innerText]));
});

const left = () => browser.evaluate(() => document.querySelector("postil-host").shadowRoot.querySelector(".left").textContent);

test("each claim says how far it holds, of which kind it is and who states it", async () => {
  await reader.openList();
  const said = await claims();
  assert.match(said["third country to recognise"], /^✓\s*Agrees · order · the article$/);
  assert.match(said["6,500 km (4,000 miles)"], /^✓\s*Agrees · measure · the article$/);
  assert.match(said["on Wednesday"], /^=\s*Date worked out · date · /);
});

test("a listener hears it after the claim's words", async () => {
  await reader.openList();
  const heard = await browser.evaluate(() => {
    const root = document.querySelector("postil-host").shadowRoot;
    const button = root.querySelector(".claims button");
    return root.getElementById(button.getAttribute("aria-describedby")).textContent;
  });
  assert.match(heard, / · /);
});

test("a filter leaves the claims that it names, says how many, and all of them come back", async () => {
  await reader.openList();
  const all = Object.keys(await claims()).length;
  await reader.choose("Differs");
  assert.deepEqual(await claims(), {});
  assert.match(await left(), /^Claims shown: 0 of \d+$/);
  assert.equal(await reader.told(), await left());
  await reader.choose("Checked");
  assert.ok("third country to recognise" in await claims());
  await reader.choose("All");
  assert.equal(Object.keys(await claims()).length, all);
  assert.equal(await left(), "");
});

test("the filter is one stop for Tab, and arrows choose in it", async () => {
  await browser.key("Alt+/");
  await reader.listIs("open");
  const at = () => browser.evaluate(() => document.querySelector("postil-host").shadowRoot.activeElement?.closest(".filter label")?.textContent ?? null);
  for (let i = 0; i < 12 && (await at()) === null; i++) await browser.key("Tab");
  assert.equal(await at(), "All");
  await browser.key("ArrowRight");
  assert.equal(await at(), "Checked");
  assert.match(await left(), /^Claims shown: \d+ of \d+$/);
  await browser.key("Tab");
  assert.equal(await at(), null);
});

test("a claim of the list opens its card at its place", async () => {
  await reader.openList();
  await reader.click(".claims [data-annotation]");
  const { title } = await reader.cardOpen();
  assert.ok(title in await claims());
  assert.deepEqual((await reader.painted())["postil-active"].join(""), title);
});

test("a list that is filtered to nothing is clean", async () => {
  await reader.openList();
  await reader.choose("Differs");
  assert.deepEqual(await violations(browser), []);
});

test("a script opens the list and leaves the focus to the reader", async () => {
  await browser.evaluate(async () => (await (await import("/postil/auto.js")).notes).openList());
  await reader.listIs("open");
  assert.equal(await reader.focus(), null);
});
