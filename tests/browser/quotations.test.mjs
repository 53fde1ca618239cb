// Who said what, on cards: reported speech, several speakers, sources without a name, and who only passed words on.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshStage, reader } from "./fresh.mjs";

freshStage();

const STORY = `<p>TASS reported on Wednesday that North Korea’s embassy in Moscow confirmed the recognition.</p>
  <p>A senior official said the talks would resume within days.</p>
  <p>Mira Lund and Tom Brask said that the quay was safe.</p>
  <p>Tom Brask, the harbour master of Inkwell, said on Tuesday that the plan was “a gift” and would outlive Moscow.</p>
  <p>“It will float,” he said in a statement.</p>`;

beforeEach(async () => {
  await browser.evaluate(async (html) => {
    document.body.innerHTML = `<main>${html}</main>`;
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate({ root: document.querySelector("main") });
    await window.notes.complete();
  }, STORY);
});

/** What the card of these words says: its kind, its title, what stands below the title, and its rows. In their middle may be a name. */
async function cardOf(words) {
  const [{ x, y, height }] = await reader.lines(words);
  for (const step of [2, 4]) await browser.move(x + step, y + height / 2);
  await reader.cardOpen();
  return browser.evaluate(() => {
    const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
    const texts = (selector) => [...card.querySelectorAll(selector)].map(({ textContent }) => textContent);
    const values = texts(".facts dd");
    const rows = Object.fromEntries(texts(".facts dt").map((label, at) => [label, values[at]]));
    const [kind, title, ...below] = texts(".head > *");
    return { kind, title, below, rows };
  });
}

test("reported speech has a card of its own kind", async () => {
  const card = await cardOf("that the quay was safe");
  assert.equal(card.kind, "Reported speech");
  assert.deepEqual(card.rows, { Form: "not word for word", Verb: "said" });
});

test("two who speak are both named", async () => {
  const { title } = await cardOf("that the quay was safe");
  assert.equal(title, "Mira Lund and Tom Brask");
});

test("of a chain the last has said it, and the others have passed it on", async () => {
  const card = await cardOf("that North Korea’s embassy in Moscow confirmed the recognition");
  assert.equal(card.title, "North Korea’s embassy in Moscow");
  assert.deepEqual(card.rows, { "Form": "not word for word", "Verb": "confirmed", "Passed on by": "TASS · reported · on Wednesday" });
  await reader.click("[part~=card] .facts button");
  await reader.cardTitled("TASS");
});

test("a source that keeps its name to itself stands in the words of the article", async () => {
  const { title, below } = await cardOf("the talks would resume within days");
  assert.deepEqual([title, ...below], ["A senior official", "The article gives no name."]);
});

test("a reported clause with quoted words is one quotation, with role, day and verb", async () => {
  const card = await cardOf("that the plan was “a gift” and would outlive Moscow");
  assert.deepEqual([card.kind, card.title, ...card.below], ["Quotation", "Tom Brask", "the harbour master of Inkwell"]);
  assert.deepEqual(card.rows, { Form: "reported speech with quoted words", Verb: "said", When: "on Tuesday" });
});

test("a pronoun leads to the name and the role", async () => {
  const card = await cardOf("“It will float,”");
  assert.deepEqual([card.title, ...card.below], ["Tom Brask", "the harbour master of Inkwell"]);
  assert.deepEqual(card.rows, { Form: "direct quotation", Verb: "said", Where: "in a statement" });
});

test("a pointer finds a name in a reported clause before the clause", async () => {
  await reader.pointAt("Moscow", 0);
  const card = await reader.cardTitled("Moscow");
  assert.match(card.text, /Reported speech by North Korea’s embassy in Moscow/);
});
