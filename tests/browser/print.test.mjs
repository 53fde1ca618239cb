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
  const again = titles.filter((title, i) => titles.indexOf(title) !== i);
  assert.deepEqual(again, ["Pyongyang", "Ukraine’s foreign ministry", "Denis Pushilin", "Kremlin"], "once, but for those who are a name and a speaker");
  assert.ok(titles.includes("“special military operation”") && titles.includes("on Wednesday"), titles.join(" | "));
});

/** What a note on paper says, as its style shows it. */
const onPaper = (title) => browser.evaluate((title) => {
  dispatchEvent(new Event("beforeprint"));
  const notes = [...document.querySelector("postil-paper").shadowRoot.querySelectorAll("li.printed")];
  const note = notes.find((note) => note.querySelector("[part=title]").textContent === title);
  const said = { facts: note.querySelectorAll(".facts dt").length, waits: note.querySelectorAll(".details").length };
  dispatchEvent(new Event("afterprint"));
  return said;
}, title);

test("facts are on paper where somebody has asked for them, for no print waits for a request", async () => {
  assert.equal((await onPaper("North Korea")).facts, 0);
  await browser.evaluate(async () => (await (await import("/postil/auto.js")).notes).complete());
  assert.deepEqual(await onPaper("North Korea"), { facts: 4, waits: 0 });
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
