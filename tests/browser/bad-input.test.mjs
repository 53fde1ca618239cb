// Pages and packs as they should not be: each is answered by one clear message, and the article stays as it was.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./browser.mjs";

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

const STORY = `<article><h1>Netherwick keeps its ferry</h1>
  <p>The council of Netherwick voted on Monday to keep the old ferry, although Reuters had reported otherwise, and
  although the money that it needs has yet to be found in this year’s budget.</p>
  <p>“We were not asked,” the mayor said. A spokesman for the ferry’s owner in Moscow declined to comment.</p></article>`;
const FRONT_PAGE = ["Ferries", "Bridges", "Trams", "Barges", "Cycle lanes"].map((what) => `<article><h2>${what} come under review</h2>
  <p>${what} are to be looked at afresh by the county, which has found that most of them cost more than was foreseen when
  they were paid for, and that few of those who use them know what they cost.</p></article>`).join("");
const DATED = `<meta property="article:published_time" content="2026-11-24">`;

/**
 * Has the widget annotate a page of this head and body.
 *
 * Gives the error that it ended with, if any, the messages that it raised as events and in the console, how many
 * annotations there are, and whether the document is what it was, the widget's own element apart.
 */
async function annotate({ head = DATED, body = STORY, packs, cut, withoutHighlights = false }) {
  await browser.goto("/fixtures/stage.html");
  return browser.evaluate(async ({ head, body, packs, cut, withoutHighlights }) => {
    document.head.insertAdjacentHTML("beforeend", head);
    document.body.innerHTML = body;
    const outcome = { error: null, events: [], console: [], annotations: null };
    document.addEventListener("postil:error", ({ detail }) => outcome.events.push(detail));
    for (const level of ["warn", "error"]) console[level] = (...words) => outcome.console.push(words.join(" "));
    const serialised = () => document.documentElement.outerHTML.replace(/<postil-host.*<\/postil-host>/s, "");
    const html = serialised();
    if (withoutHighlights) Object.defineProperty(CSS, "highlights", { value: undefined });
    try {
      const { annotate } = await import("/postil/postil.js");
      const part = async (end) => (await (await fetch("/postil/world.pack")).arrayBuffer()).slice(0, end);
      const given = cut ? [await part(cut)] : packs;
      window.notes = await annotate(given ? { packs: given } : {});
      outcome.annotations = window.notes.annotations().length;
    } catch ({ name, message }) {
      outcome.error = { name, message };
    }
    return { ...outcome, untouched: serialised() === html };
  }, { head, body, packs, cut, withoutHighlights });
}

/** What ends without notes: the error's name, and what its message must say. */
const REFUSED = [
  ["a page without an article", { body: "<nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav>" }, "PostilNoArticleError", /no article found.*`root`/],
  ["a page without text", { body: "<div><img alt='A ferry' src='data:,'></div>" }, "PostilNoArticleError", /no running text/],
  ["an empty page", { body: "" }, "PostilNoArticleError", /no running text/],
  ["a front page", { body: FRONT_PAGE }, "PostilNoArticleError", /several of equal weight.*front page/],
  ["a browser without highlights", { withoutHighlights: true }, "PostilUnsupportedError", /no CSS custom highlights/],
];

for (const [what, page, name, message] of REFUSED) {
  test(`${what} ends with ${name}`, async () => {
    const { error, events, untouched } = await annotate(page);
    assert.equal(error?.name, name);
    assert.match(error.message, message);
    assert.deepEqual(events, [error], "it is raised as an event, once");
    assert.equal(untouched, true);
  });
}

/** What goes on without a part: the message's name, and what it must say. */
const WARNED = [
  ["JSON-LD that is no JSON", { head: `${DATED}<script type="application/ld+json">{"@type": "NewsArticle",}</script>` }, "PostilMetadataError", /JSON-LD block 1 .*not valid JSON.*commas/],
  ["a page without a date of publication", { head: "" }, "PostilMetadataError", /when its article was published.*datePublished/],
  ["a missing pack", { packs: ["/postil/none.pack"] }, "PostilPackError", /none\.pack.*404.*address/],
  ["an address of a pack that is none", { packs: ["https://"] }, "PostilPackError", /https:\/\/.*no address/],
  ["a foreign file for a pack", { packs: ["/fixtures/harness.css"] }, "PostilPackError", /harness\.css.*not a Postil pack.*postil pack build/],
  ["a pack cut short", { cut: 500 }, "PostilPackError", /pack number 1 is left aside/],
];

for (const [what, page, name, message] of WARNED) {
  test(`${what} is told of, and the notes go on without it`, async () => {
    const outcome = await annotate(page);
    assert.equal(outcome.error, null);
    assert.deepEqual(outcome.events.map(({ name }) => name), [name]);
    assert.match(outcome.events[0].message, message);
    assert.deepEqual(outcome.console, [`Postil: ${name}: ${outcome.events[0].message}`], "it is written to the console, once");
    assert.ok(outcome.annotations > 0, "the quotation needs no pack");
    assert.equal(outcome.untouched, true);
  });
}

test("of a million words the first hundred thousand get notes, and the rest is told of", async () => {
  const paragraph = STORY.match(/<p>.*<\/p>/s)[0];
  const body = `<article><h1>Netherwick keeps its ferry</h1>${paragraph.repeat(17_000)}</article>`;
  const { error, events, annotations, untouched } = await annotate({ body });
  assert.equal(error, null);
  assert.deepEqual(events.map(({ name }) => name), ["PostilTooLongError"]);
  assert.match(events[0].message, /longer than \d+ bytes.*smaller `root`/);
  assert.ok(annotations > 1000);
  assert.equal(untouched, true);
});

test("a policy that forbids WebAssembly is named, with the directive that would allow it", async () => {
  await browser.goto("/fixtures/no-wasm.html");
  const { name, message, html } = await browser.waitFor(() => window.outcome);
  assert.equal(name, "PostilLoadError");
  assert.match(message, /'wasm-unsafe-eval'/);
  assert.equal(html, true);
});

test("under the strictest policy that allows WebAssembly there are notes and cards", async () => {
  await browser.goto("/fixtures/strict.html");
  const { name, annotations, refused } = await browser.waitFor(() => window.outcome);
  assert.equal(name, null);
  assert.ok(annotations > 0);
  assert.deepEqual(refused, []);
});

test("the script for publishers writes to the console why there are no notes", async () => {
  await browser.goto("/fixtures/stage.html");
  const written = await browser.evaluate(async () => {
    const written = [];
    console.error = (...words) => written.push(words.join(" "));
    await (await import("/postil/auto.js")).notes.catch(() => {});
    return written;
  });
  assert.equal(written.length, 1);
  assert.match(written[0], /^Postil: PostilNoArticleError: no article found/);
});
