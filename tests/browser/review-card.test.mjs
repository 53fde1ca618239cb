// Published fact-checks: a sentence that states what one is about has a mark, and a card in the publishers' own words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { open } from "./browser.mjs";
import { browser, freshStage, reader } from "./fresh.mjs";
import { unable } from "./media.mjs";
import { noted, packOfReviews } from "./packs.mjs";
import { Reader } from "./reader.mjs";

freshStage();

const CLAIM = "The harbour bridge of Inkwell cost 40 million pounds.";
const STORY = `<p>It rained. The harbour bridge of Inkwell cost 40 million pounds. Nobody was surprised.</p>
  <p>The mayor, Ada Quill, keeps a heron.</p>`;
const SENTENCE = "The harbour bridge of Inkwell cost 40 million pounds.";
const MARKUP = `<img src=x onerror="window.harmed = true"><script>window.harmed = true</script><b>bold</b>`;

/** Opens the card of the sentence, with these fact-checks. */
async function card(...reviews) {
  await noted(browser, STORY, packOfReviews(reviews.map((review) => ({ claim: CLAIM, verdict: "Too high", ...review }))));
  await reader.pointAt(SENTENCE);
  return reader.cardOpen();
}

const within = (selector) => browser.evaluate((selector) => {
  const found = document.querySelector("postil-host").shadowRoot.querySelectorAll(selector);
  return [...found].map((element) => element.textContent);
}, `[part~=card] ${selector}`);

test("the sentence has a mark of its own kind, and its card the verdict, publisher, date, claim and way", async () => {
  const { kind, title, text } = await card({});
  assert.deepEqual((await reader.painted())["postil-review"], [SENTENCE]);
  assert.deepEqual([kind, title], ["Related fact-check", SENTENCE]);
  assert.match(text, /Stated by the article itself.*Too high Verity Desk · 22 September 2025.*The harbour bridge.*Claim made by Ada Quill/);
  const link = await browser.evaluate(() => {
    const { href, rel, target } = document.querySelector("postil-host").shadowRoot.querySelector("[part=review] a");
    return { href, rel, target };
  });
  assert.deepEqual(link, { href: "https://example.org/check", rel: "noopener noreferrer nofollow", target: "_blank" });
});

test("without fact-checks there is no such mark", async () => {
  await noted(browser, STORY, packOfReviews([{ claim: "The heron of Inkwell is stuffed.", verdict: "Alive" }]));
  assert.deepEqual((await reader.painted())["postil-review"], []);
});

test("several stand side by side, differences are said in words, and an old one is said to be old", async () => {
  const { text } = await card({}, { verdict: "Confirmed", publisher: "Old Record", date: "2020-10-05", url: "https://example.com/" });
  assert.match(text, /Related fact-checks.*The publishers word their verdicts differently\./i);
  assert.deepEqual(await within(".headline"), ["Too high", "Confirmed"], "the newest first");
  const [newer, older] = await within("[part=review]");
  assert.doesNotMatch(newer, /out of date/);
  assert.match(older, /it may be out of date/);
  const tops = await browser.evaluate(() => {
    const reviews = document.querySelector("postil-host").shadowRoot.querySelectorAll("[part=review]");
    return [...reviews].map((review) => review.getBoundingClientRect().top);
  });
  assert.equal(tops[0], tops[1]);
});

test("a publisher's words are spoken in their own language and written in their own direction", async () => {
  await card({ verdict: "مبالغ فيه", language: "en-AU" });
  const words = await browser.evaluate(() => {
    const headline = document.querySelector("postil-host").shadowRoot.querySelector(".headline");
    return [headline.lang, getComputedStyle(headline).direction];
  });
  assert.deepEqual(words, ["en-AU", "rtl"]);
});

test("markup in a feed is read as it was written, in card and list", async () => {
  const { text } = await card({ verdict: MARKUP, publisher: MARKUP, claimant: MARKUP });
  assert.ok(text.split("<script>").length > 3, text);
  await browser.key("Escape");
  await browser.key("Alt+/");
  await reader.listIs("open");
  const [harmed, elements] = await browser.evaluate(() => [
    window.harmed ?? null,
    document.querySelector("postil-host").shadowRoot.querySelectorAll("script, b, img").length,
  ]);
  assert.deepEqual([harmed, elements], [null, 0]);
});

test("by key the card opens, takes the focus, and Tab comes to the way to the fact-check", async () => {
  await noted(browser, STORY, packOfReviews([{ claim: CLAIM, verdict: "Too high" }]));
  await browser.key("Alt+.");
  assert.equal((await reader.cardTitled(SENTENCE)).focused, true);
  for (let i = 0; i < 4 && !(await reader.focus())?.startsWith("Read the fact-check"); i++) await browser.key("Tab");
  assert.equal(await reader.focus(), "Read the fact-check (Verity Desk; opens in a new window)");
  await browser.key("Escape");
  await reader.cardClosed();
});

test("a reader who wants no fact-checks has none", async () => {
  await noted(browser, STORY, packOfReviews([{ claim: CLAIM, verdict: "Too high" }]), { kinds: ["entity", "claim"] });
  assert.deepEqual((await reader.painted())["postil-review"], []);
});

test("on the demonstration's second page the feed lies over the story, and the list stands beside it", async () => {
  await browser.goto("/checked.html");
  await browser.waitFor(() => CSS.highlights.get("postil-review")?.size);
  const marked = await browser.evaluate(async () => {
    const notes = await (await import("/checked.js")).notes;
    return notes.annotations().filter(({ kind }) => kind === "review").length;
  });
  assert.equal(marked, 5);
  await reader.listIs("open");
  assert.equal(await reader.focus(), null);
  const asked = await browser.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name)).map(({ origin, pathname }) => [origin === location.origin, pathname]));
  const feeds = asked.filter(([, path]) => path.includes("reviews"));
  assert.deepEqual(feeds, [[true, "/reviews.json"]]);
  assert.deepEqual(await violations(browser), []);
});

for (const media of [{}, { "prefers-color-scheme": "dark" }, { "forced-colors": "active" }]) {
  test(`the card is clean with ${JSON.stringify(media)}`, { skip: unable(media) }, async () => {
    const other = await open({ media });
    try {
      await other.goto("/fixtures/stage.html");
      const reviews = [{ claim: CLAIM, verdict: "Too high" }, { claim: CLAIM, verdict: "Right", publisher: "Old Record", date: "2019" }];
      await noted(other, STORY, packOfReviews(reviews));
      const reading = new Reader(other);
      await reading.pointAt(SENTENCE);
      await reading.cardOpen();
      assert.deepEqual(await violations(other, "main, postil-host"), []);
    } finally {
      await other.close();
    }
  });
}
