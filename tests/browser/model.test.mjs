// Names that no pack knows: the model comes after the first marks, and the notes are found anew without disturbing the reader.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshStage, reader } from "./fresh.mjs";

freshStage();

const STORY = `<p>The plans for the old quay were drawn up by Marta Oduya, and on Monday Marta Oduya showed them to the town.</p>
  <p>“We will not touch the lighthouse,” Oduya said. Reuters reported from Moscow that work on the quay is to begin in spring.</p>`;

/** Counts requests for models in `asked`. What they get is the server's answer, or as `network` says: "held", "down", "damaged", "newer". */
beforeEach(() => browser.evaluate(() => {
  const real = window.fetch.bind(window);
  Object.assign(window, { asked: 0, network: "up" });
  const released = new Promise((done) => Object.assign(window, { release: done }));
  window.fetch = async (url, options) => {
    if (!String(url).endsWith(".model")) return real(url, options);
    window.asked += 1;
    if (window.network === "held") await released;
    if (window.network === "down") throw new TypeError("the network is down");
    const response = await real(url, options);
    if (!["damaged", "newer"].includes(window.network)) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes[window.network === "damaged" ? bytes.length >> 1 : 4] ^= 0x40;
    return new Response(bytes);
  };
}));

/** Puts a story on the page and marks it. Gives what was painted, and how often a model had been asked for, when the notes were there. */
const noted = (html, options = {}, lang = "en", network = "up") => browser.evaluate(async (html, options, lang, network) => {
  Object.assign(window, { network });
  document.documentElement.lang = lang;
  document.body.innerHTML = `<main>${html}</main>`;
  const { annotate } = await import("/postil/postil.js");
  window.notes = await annotate({ root: document.querySelector("main"), ...options });
  return { asked: window.asked, painted: CSS.highlights.get("postil-entity").size };
}, html, options, lang, network);

const asked = () => browser.evaluate(() => window.asked);
const complete = () => browser.evaluate(() => window.notes.complete());
const release = () => browser.evaluate(() => window.release());
const names = async () => (await reader.painted())["postil-entity"];
const isMarked = (name) => browser.waitFor((name) => [...CSS.highlights.get("postil-entity")].some(({ startContainer, startOffset, endOffset }) => startContainer.data?.slice(startOffset, endOffset) === name), name);
const speaker = () => browser.evaluate(() => {
  const { entity } = window.notes.annotations().find(({ kind }) => kind === "quotation");
  return window.notes.entities()[entity]?.name ?? null;
});

test("the first marks wait for no model; it is asked for once, after them", async () => {
  assert.deepEqual(await noted(STORY, {}, "en", "held"), { asked: 0, painted: 2 });
  await browser.waitFor(() => window.asked);
  await browser.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", "<p>Nobody in Nairobi knew.</p>"));
  await isMarked("Nairobi");
  await release();
  await complete();
  assert.equal(await asked(), 1);
});

test("with the model a quotation finds its speaker; who is no more than a name is not marked", async () => {
  await noted(STORY, {}, "en", "held");
  assert.equal(await speaker(), null);
  const before = await names();
  await reader.listen("postil:ready");
  await release();
  await browser.waitFor(() => window.heard.length);
  assert.equal(await speaker(), "Marta Oduya");
  assert.deepEqual(await names(), before);
});

test("a host that asks has such names marked, and their cards tell what the article does", async () => {
  await noted(STORY, { unlinked: true });
  await isMarked("Marta Oduya");
  assert.deepEqual(await names(), ["Marta Oduya", "Marta Oduya", "Oduya", "Reuters", "Moscow"]);
  await reader.tap("Marta Oduya");
  const { kind, text } = await reader.cardTitled("Marta Oduya");
  assert.equal(kind, "Person");
  assert.match(text, /We will not touch the lighthouse.*1 of 3/);
  const card = await browser.evaluate(() => window.notes.card(0));
  const { origin, facts, sources, link, mentions, why } = card;
  assert.deepEqual({ origin, facts, sources, link, mentions, why }, {
    origin: "article", facts: [], sources: [], link: null, mentions: { here: 0, annotations: [0, 1, 3] }, why: { rule: "wording" },
  });
});

const TOLD = `<p>The plans for the old quay were drawn up by Marta Oduya, an architect from Lund, and shown to the town on Monday.</p>
  <p>“We will not touch the lighthouse,” Oduya said. Brightwater Holdings, a water utility in Leeds, is to pay for the work.</p>`;

test("whom the article itself introduces is marked without being asked for; the card tells role, places and words, and no more", async () => {
  await noted(TOLD);
  await isMarked("Marta Oduya");
  await reader.tap("Marta Oduya");
  const { kind, text } = await reader.cardTitled("Marta Oduya");
  assert.equal(kind, "Person");
  assert.match(text, /architect from Lund.*We will not touch the lighthouse.*1 of 2/);
  const { description, origin, facts, sources, said } = await browser.evaluate(() => window.notes.card(0));
  assert.deepEqual({ description, origin, facts, sources }, { description: "architect from Lund", origin: "article", facts: [], sources: [] });
  assert.equal(said.length, 1);
});

test("a body that no pack knows has its apposition on its card", async () => {
  await noted(TOLD);
  await isMarked("Brightwater Holdings");
  await reader.tap("Brightwater Holdings");
  const { kind, text } = await reader.cardTitled("Brightwater Holdings");
  assert.equal(kind, "Organisation");
  assert.match(text, /water utility in Leeds/);
});

test("an open card stays open, at its mark and with the focus, while names before it are marked", async () => {
  await noted(STORY, { unlinked: true }, "en", "held");
  await browser.waitFor(() => window.asked);
  await browser.evaluate(() => window.notes.show(window.notes.annotations().find(({ quote }) => quote === "Moscow").index));
  await reader.listen("postil:open", "postil:close");
  await release();
  await isMarked("Marta Oduya");
  const { title, focused } = await reader.card();
  assert.deepEqual({ title, focused, heard: await reader.heard(), active: (await reader.painted())["postil-active"] }, {
    title: "Moscow", focused: true, heard: [], active: ["Moscow"],
  });
  await browser.key("Alt+,");
  assert.equal((await reader.cardTitled("Reuters")).title, "Reuters");
});

test("an open list keeps its focus, and lists what has been found", async () => {
  await noted(STORY, { unlinked: true }, "en", "held");
  await browser.waitFor(() => window.asked);
  await browser.key("Alt+/");
  await reader.listIs("open");
  for (let i = 0; i < 12 && (await reader.focus()) !== "Moscow"; i++) await browser.key("Tab");
  await release();
  await isMarked("Marta Oduya");
  assert.equal(await reader.focus(), "Moscow");
  const entries = await browser.evaluate(() => [...document.querySelector("postil-host").shadowRoot.querySelectorAll("[part=notes] .entry")].map(({ textContent }) => textContent));
  assert.ok(entries.includes("Marta Oduya"), entries.join(" | "));
});

test("a paragraph that is added later is read with the model at once", async () => {
  await noted(STORY, { unlinked: true });
  await isMarked("Marta Oduya");
  await browser.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", "<p>The town had asked Tobias Wendling, too.</p>"));
  await isMarked("Tobias Wendling");
  assert.equal(await asked(), 1);
});

const GERMAN = `<p>Der alte Hafen von Moskau wird umgebaut, und die Pläne dafür hat nach Angaben der Stadt eine junge Architektin
  gezeichnet, die sie am Montag zeigte. Mit den Arbeiten soll im Frühling begonnen werden; die Hälfte zahlt die Stadt.</p>`;

for (const [which, html, options, lang] of [
  ["an article in another language", GERMAN, {}, "de"],
  ["one whose page only says that it is in English", GERMAN, {}, "en"],
  ["one that says that it is in another", STORY, {}, "fr"],
  ["a host that wants none", STORY, { model: false }, "en"],
]) {
  test(`for ${which} no model is asked for`, async () => {
    await noted(html, options, lang);
    await reader.pageTimer(300); // card and list have been made
    await complete();
    assert.equal(await asked(), 0);
  });
}

test("while notes are switched off no model is asked for", async () => {
  await noted(STORY, { on: false });
  await reader.pageTimer(300); // card and list have been made
  assert.equal(await asked(), 0);
  await reader.openList();
  await reader.choose("Show notes");
  await browser.waitFor(() => window.asked);
  await browser.evaluate(() => localStorage.clear());
});

for (const [network, why] of [
  ["down", /postil-en\.model.*the network is down.*connect-src/],
  ["damaged", /postil-en\.model.*checksum does not fit/],
  ["newer", /postil-en\.model.*model of version 6\d.*take the model that comes with it/],
]) {
  test(`a model that is ${network} is told of once, and all else goes on`, async () => {
    await reader.listen("postil:error");
    await noted(STORY, { unlinked: true }, "en", network);
    await complete();
    await browser.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", "<p>Nobody in Nairobi knew.</p>"));
    await isMarked("Nairobi");
    await complete();
    const [{ name, message }, ...others] = (await reader.heard()).filter(({ name }) => name !== "PostilMetadataError");
    assert.equal(name, "PostilModelError");
    assert.match(message, why);
    assert.deepEqual(others, []);
    assert.deepEqual(await names(), ["Reuters", "Moscow", "Nairobi"]);
    await reader.tap("Moscow");
    await reader.cardTitled("Moscow");
  });
}

test("a host gives a model of its own, as an address or as bytes", async () => {
  await noted(STORY, { unlinked: true, model: "/nowhere/own.model" });
  await reader.listen("postil:error");
  await complete();
  assert.match((await reader.heard())[0].message, /nowhere\/own\.model.*404/);
  await browser.evaluate(async () => {
    window.notes.destroy();
    const { annotate, DEFAULT_MODEL } = await import("/postil/postil.js");
    const model = await (await fetch(DEFAULT_MODEL)).arrayBuffer();
    window.notes = await annotate({ root: document.querySelector("main"), unlinked: true, model });
  });
  await isMarked("Marta Oduya");
});

test("notes that end while the model is on its way end without a word", async () => {
  await reader.listen("postil:ready", "postil:error");
  await noted(STORY, { unlinked: true }, "en", "held");
  await browser.waitFor(() => window.asked);
  const before = (await reader.heard()).length;
  await browser.evaluate(() => window.notes.destroy());
  await release();
  await reader.frames();
  assert.equal((await reader.heard()).length, before);
  assert.equal(await browser.evaluate(() => CSS.highlights.size), 0);
});
