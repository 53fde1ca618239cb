// On paper the article is followed by its notes, numbered; on the screen nothing of that is ever seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

/** What stood on the paper while the page was printed: the notes' titles in order. */
async function printed() {
  await browser.evaluate(() => {
    window.titles = null;
    addEventListener("beforeprint", () => {
      const notes = document.querySelector("postil-paper")?.shadowRoot.querySelectorAll("li.printed") ?? [];
      window.titles = [...notes].map((note) => note.querySelector("[part=title]").textContent);
    });
  });
  await browser.print();
  return browser.waitFor(() => window.titles);
}

test("each note is printed once, in the order of the text", async () => {
  const titles = await printed();
  assert.deepEqual(titles.slice(0, 5), ["Ukraine", "North Korea", "Donbas", "Pyongyang", "third country to recognise"]);
  assert.equal(new Set(titles).size, titles.length - 1, "once, but for Denis Pushilin, who is a name and a speaker");
  assert.ok(titles.includes("“special military operation”") && titles.includes("on Wednesday"), titles.join(" | "));
});

test("after printing the document is as it was served", async () => {
  await printed();
  await browser.waitFor(() => !document.querySelector("postil-paper"));
  assert.equal(await reader.serialised(), await reader.asServed());
});

test("what was destroyed prints nothing", async () => {
  await browser.evaluate(async () => (await (await import("/postil/auto.js")).notes).destroy());
  assert.deepEqual(await printed(), []);
});
