// Published fact-checks: the feeds that a page's owner names come after the first marks, and the sentences that they are about are marked.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshStage, reader } from "./fresh.mjs";

freshStage();

const STORY = `<p>Kyiv is far away. The Harrowmere tram has cost £40 million, the town’s website says. Rain is expected.</p>`;

const review = (changes = {}) => ({
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://desk.example.org/tram",
  datePublished: "2026-03-01",
  claimReviewed: "The tram in Harrowmere has cost 40 million pounds.",
  author: { "@type": "Organization", name: "The Desk" },
  reviewRating: { "@type": "Rating", ratingValue: -1, alternateName: "Twice <b>as</b> much" },
  ...changes,
});

/** Serves the feeds by their names, and notes what was asked for; any other feed is not found. */
beforeEach(() => browser.evaluate(() => {
  const real = window.fetch.bind(window);
  Object.assign(window, { asked: [], feeds: {} });
  window.fetch = async (url, options) => {
    const name = String(url).match(/\/feeds\/(.*)$/)?.[1];
    if (!name) return real(url, options);
    window.asked.push([name, options.credentials]);
    return name in window.feeds ? new Response(window.feeds[name]) : new Response("", { status: 404 });
  };
}));

/** Marks the story with these feeds, each a text; gives what was asked for before the notes were there, and after. */
async function noted(feeds, options = {}) {
  await reader.listen("postil:error");
  return browser.evaluate(async (feeds, options, html) => {
    Object.assign(window, { feeds });
    document.documentElement.lang = "en";
    document.body.innerHTML = `<main>${html}</main>`;
    const { annotate } = await import("/postil/postil.js");
    const reviews = Object.keys(feeds).map((name) => `/feeds/${name}`);
    window.notes = await annotate({ root: document.querySelector("main"), model: false, reviews, ...options });
    const before = window.asked.length;
    await window.notes.complete();
    return { before, asked: window.asked };
  }, feeds, options, STORY);
}

/** The cards of all sentences that were reviewed. */
const cards = () => browser.evaluate(() =>
  window.notes.annotations().map(({ index }) => window.notes.card(index)).filter((card) => card?.kind === "review"));

const complaints = async () => (await reader.heard()).filter(({ name }) => name === "PostilReviewsError").map(({ message }) => message);

test("a feed comes after the first marks, without cookies, and its sentence has a card", async () => {
  assert.deepEqual(await noted({ "a.json": JSON.stringify([review()]) }), { before: 0, asked: [["a.json", "omit"]] });
  const [card] = await cards();
  assert.equal(card.words, "The Harrowmere tram has cost £40 million, the town’s website says.");
  const [{ verdict, publisher, url, old, byAddress }] = card.reviews;
  assert.deepEqual({ verdict, publisher, url, old, byAddress }, {
    verdict: "Twice <b>as</b> much", publisher: "The Desk", url: "https://desk.example.org/tram", old: false, byAddress: false,
  });
  assert.deepEqual(await complaints(), []);
});

for (const reviews of [null, []]) {
  test(`without feeds (${JSON.stringify(reviews)}) there is no request`, async () => {
    assert.deepEqual(await noted({ "a.json": "[]" }, { reviews }), { before: 0, asked: [] });
  });
}

test("a feed that is no good is told of, and leaves the others alone", async () => {
  await noted({
    "cut.json": "[{",
    "long.json": `["${"x".repeat(8_000_001)}"]`,
    "many.json": JSON.stringify(Array.from({ length: 20_001 }, (_, at) => ({ "@type": "ClaimReview", url: `https://a.example/${at}`, claimReviewed: "A.", reviewRating: "No" }))),
    "good.json": JSON.stringify([null, review({ url: "javascript:alert(1)" }), review({ reviewRating: {} }), {}, review()]),
  }, { reviews: ["/feeds/cut.json", "/feeds/none.json", "/feeds/long.json", "/feeds/many.json", "/feeds/good.json", "http://["] });
  const told = await complaints();
  const is = (pattern) => assert.ok(told.some((message) => pattern.test(message)), `${pattern}: ${told.join("\n")}`);
  is(/cut\.json are left aside: it is no JSON/);
  is(/none\.json are left aside: the server answered 404/);
  is(/long\.json are left aside: it is longer than 8 MB/);
  is(/many\.json are left aside: they are more than 20000/);
  is(/good\.json 4 are left aside: entry 0: no ClaimReview.*; entry 1: no address.*; entry 2: no verdict.*; …/);
  is(/http:\/\/\[ are left aside: it is no address/);
  assert.equal(told.length, 6);
  assert.equal((await cards()).length, 1);
});

test("nesting without end harms nobody", async () => {
  const deep = `[${"[".repeat(100_000)}${"]".repeat(100_000)}, ${JSON.stringify(review())}]`;
  await noted({ "deep.json": deep });
  const told = await complaints();
  assert.equal(told.length, 1);
  assert.ok((await cards()).length === 1 || /no JSON/.test(told[0]), told[0]);
});

test("while notes are switched off no feed is asked for", async () => {
  assert.deepEqual((await noted({ "a.json": "[]" }, { on: false })).asked, []);
});

test("what is shown can be had as JSON-LD, and is written nowhere", async () => {
  await noted({ "a.json": JSON.stringify([review()]) });
  const { linked, html } = await browser.evaluate(() => ({ linked: window.notes.jsonLd(), html: document.documentElement.outerHTML }));
  const [article, check] = linked["@graph"];
  assert.equal(linked["@context"], "https://schema.org");
  assert.equal(article["@type"], "Article");
  assert.deepEqual(article.mentions.find(({ name }) => name === "Kyiv"), { "@type": "Place", name: "Kyiv", sameAs: ["https://www.wikidata.org/wiki/Q1899"] });
  assert.equal(check["@type"], "ClaimReview");
  assert.deepEqual(check.reviewRating, { "@type": "Rating", alternateName: "Twice <b>as</b> much" });
  assert.ok(!html.includes("ClaimReview"));
});

test("a review that names the page is shown at its headline where no sentence is near", async () => {
  await browser.evaluate(() => document.head.insertAdjacentHTML("beforeend", `<link rel="canonical" href="/news/tram?utm_source=x">`));
  const origin = await browser.evaluate(() => location.origin);
  await noted({ "a.json": JSON.stringify([review({ claimReviewed: "Bees are extinct.", itemReviewed: { "@type": "Claim", appearance: "/news/tram/" } })]) });
  const [card] = await cards();
  assert.equal(card.words, "Kyiv is far away.");
  assert.equal(card.reviews[0].byAddress, true, origin);
});
