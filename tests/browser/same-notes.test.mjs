// The command line and the page find the same: one core, one text, one set of notes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

/** What `postil annotate` makes of an article, in UTF-16 units. */
function annotate(article, ...options) {
  const { stdout, stderr, status } = spawnSync(process.env.POSTIL_CLI, ["annotate", "--offsets", "utf16", ...options], { input: JSON.stringify(article), encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** A note as a line: where it starts and ends, its kind, and whom it is about. */
const line = (spans, kind, about) => `${spans.map(([start, end]) => `${start}-${end}`).join(" ")} ${kind} ${about ?? ""}`;

/** Of a chain of reporting the page tells who spoke first. */
const about = ({ speakers, chain }) => (chain?.at(-1) ?? { speakers }).speakers?.[0];

/** `blamed an anchor`: reported things of a word or two are told of on the command line, and have no mark. */
const isMarked = (text) => ({ kind, content }) =>
  kind !== "indirect" || content.flatMap(([start, end]) => text.slice(start, end).match(/\S+/g)).length > 2;

function fromCommandLine({ entities, quotes, terms, claims }, { text }) {
  return [
    ...entities.map(({ start, end, entity }) => line([[start, end]], "entity", entity)),
    ...quotes.filter(isMarked(text)).map((quote) => line(quote.content, quote.kind === "indirect" ? "indirect" : "quotation", about(quote))),
    ...terms.map((term) => line(term.content, "term", about(term))),
    // A claim that nothing was found to check against has no mark.
    ...claims.filter(({ answer }) => answer).map(({ start, end }) => line([[start, end]], "claim")),
  ].sort();
}

const fromPage = (options) => browser.evaluate(async (options) => {
  (await (await import("/postil/auto.js")).notes).destroy();
  const { annotate } = await import("/postil/postil.js");
  const notes = await annotate(options);
  await notes.complete();
  const entities = notes.entities();
  const about = (index) => entities[index]?.id ?? entities[index]?.name ?? null;
  const lines = notes.annotations().map(({ spans, kind, entity }) => [spans.map(({ start, end }) => [start, end]), kind, about(entity)]);
  return { article: notes.article(), lines };
}, options);

for (const [how, options, ...flags] of [
  ["with the model", { unlinked: true }],
  ["without it", { model: false }, "--no-model"],
]) {
  test(`${how}, \`postil annotate\` finds in the article what the page marks`, async () => {
    await Reader.of(browser);
    const { article, lines } = await fromPage(options);
    assert.equal(article.published, "2022-07-14");
    assert.equal(article.lang, "en-GB");
    const onPage = lines.map((parts) => line(...parts)).sort();
    assert.ok(onPage.length > 50, "the page has notes");
    assert.deepEqual(fromCommandLine(annotate(article, ...flags), article), onPage);
  });
}
