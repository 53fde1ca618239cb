// Takes a page with the widget in it, gives pictures to look at: `cargo xtask screenshots [ENGINE] [PAGE]`.
//
// Writes into POSTIL_PICTURES: page.png (the whole page), a picture of the first card of each kind, list.png, phone.png,
// and notes.txt: each annotation's kind, words and name, to be read beside them.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

const [page, folder] = [process.env.POSTIL_PAGE, process.env.POSTIL_PICTURES];
const picture = (name) => join(folder, `${name}.png`);

const browser = await open({ width: 1280, height: 800 });
try {
  const reader = await Reader.of(browser, page);
  const notes = await allNotes();
  await writeFile(join(folder, "notes.txt"), notes.map(({ kind, quote, name }) => `${kind}\t${quote}\t${name ?? ""}\n`).join(""));
  for (const { type, index, quote } of firstOfEach(notes)) await card(reader, type, index, quote);
  await list(reader);
  await whole();
  await phone(reader, notes.find(({ kind }) => kind === "entity"));
} finally {
  await browser.close();
}

function allNotes() {
  return browser.evaluate(async () => {
    const notes = await (await import("/postil/auto.js")).notes;
    const entities = notes.entities();
    return notes.annotations().map(({ index, kind, quote, entity }) => {
      const { check, origin } = notes.card(index) ?? {};
      return { index, kind, quote, name: entities[entity]?.name, type: [kind, check?.check, origin].filter(Boolean).join("-") };
    });
  });
}

function firstOfEach(notes) {
  return [...new Map(notes.toReversed().map((note) => [note.type, note])).values()].toReversed();
}

/** By pointer where the words stand in one piece and in sight, else by the script's own way. */
async function card(reader, type, index, quote) {
  const pointed = reader.pointAt(quote.replace(/\s+/g, " ")).then(() => reader.cardOpen());
  await pointed.catch(() => show(index));
  await reader.cardOpen();
  await settled();
  await browser.screenshot(picture(`card-${type}`));
  await browser.key("Escape");
  await reader.cardClosed();
  await browser.move(1, 1);
}

function show(index) {
  return browser.evaluate(async (index) => (await (await import("/postil/auto.js")).notes).show(index), index);
}

async function list(reader) {
  await browser.key("Alt+/");
  await settled();
  await browser.screenshot(picture("list"));
  await browser.key("Escape");
}

async function whole() {
  await browser.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const height = await browser.evaluate(() => document.documentElement.scrollHeight);
  await browser.setViewport(1280, Math.min(height, 8000));
  await settled();
  await browser.screenshot(picture("page"));
}

async function phone(reader, name) {
  await browser.setViewport(390, 800);
  await settled();
  if (name) {
    await show(name.index);
    await settled();
  }
  await browser.screenshot(picture("phone"));
}

/** Until animations have ended and a frame has been painted. */
function settled() {
  return browser.evaluate(async () => {
    const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
    await Promise.all(card.getAnimations().map((animation) => animation.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
