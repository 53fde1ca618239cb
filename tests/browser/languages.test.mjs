// The languages that card and list speak: each says every word of its own catalogue and none of the English one.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

let browser;
let reader;
before(async () => {
  browser = await open();
  reader = new Reader(browser);
});
after(() => browser?.close());

const LANGUAGES = readdirSync(new URL("../../www/strings/", import.meta.url)).map((file) => file.replace(".json", ""));

/** Puts the demonstration's article on the stage and has it annotated; `broken` is how the fetch of the words fails. */
async function speak(language, broken) {
  await browser.goto("/fixtures/stage.html");
  return browser.evaluate(async (language, broken) => {
    const demo = new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html");
    document.head.append(demo.querySelector("script[type='application/ld+json']"));
    document.body.append(demo.querySelector("article"));
    const errors = [];
    document.addEventListener("postil:error", ({ detail }) => errors.push(detail));
    const { fetch: whole } = window;
    const failing = { absent: async () => new Response("", { status: 404 }), offline: () => Promise.reject(new TypeError("no network")), garbled: async () => new Response("{") }[broken];
    window.fetch = (url, ...rest) => failing && String(url).includes("/strings/") ? failing() : whole(url, ...rest);
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate({ language });
    await window.notes.complete();
    return errors;
  }, language, broken);
}

const catalogue = (language) => browser.evaluate(async (file) => (await fetch(file)).json(), `/postil/strings/${language}.json`);

/** Opens the card of the first annotation of a kind and of these words. */
async function cardOf(kind, words) {
  await browser.evaluate((kind, words) => {
    const found = window.notes.annotations().find((note) => note.kind === kind && note.quote.includes(words));
    return window.notes.show(found.index);
  }, kind, words);
  return reader.cardOpen();
}

/** What stands in the widget, by a selector: text without what only screen readers hear. */
const texts = (selector) => browser.evaluate((selector) => {
  const said = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("sup, .when, .unseen").forEach((part) => part.remove());
    return copy.textContent;
  };
  return [...document.querySelector("postil-host").shadowRoot.querySelectorAll(selector)].map(said);
}, selector);

/** Every piece of text and every label in the widget, seen or not. */
const everything = () => browser.evaluate(() => {
  const root = document.querySelector("postil-host").shadowRoot;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode.data.trim());
  return [...found, ...[...root.querySelectorAll("[aria-label]")].map((labelled) => labelled.getAttribute("aria-label"))];
});

/** A sentence's text between its slots. */
const pieces = (words) => words.split(/\{\w+\}/).map((piece) => piece.trim()).filter((piece) => /\p{L}/u.test(piece));

/** What a catalogue may put on the screen. */
const speech = ({ language, direction, locale, ...words }) => new Set(Object.values(words).flatMap(pieces));

/** Fails where the widget says something in English that the language says otherwise. */
async function nothingEnglish(words) {
  const own = speech(words);
  const english = speech(await catalogue("en"));
  const left = (await everything()).filter((said) => english.has(said) && !own.has(said));
  assert.deepEqual(left, words.language === "en" ? left : [], `${words.language} speaks English`);
}

/** Compares the dates on the card with those that the browser writes. */
async function datesAreOf(locale) {
  const dates = await browser.evaluate((locale) => {
    const form = { year: "numeric", month: "long", day: "numeric" };
    const parts = { 4: ["year"], 7: ["year", "month"], 10: ["year", "month", "day"] };
    const expected = ({ dateTime }) => {
      const options = Object.fromEntries(parts[dateTime.length].map((part) => [part, form[part]]));
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(dateTime));
    };
    return [...document.querySelector("postil-host").shadowRoot.querySelectorAll("time")].map((time) => [time.textContent, expected(time)]);
  }, locale);
  assert.ok(dates.length > 2, "the ordinal's list has dates");
  dates.forEach(([written, expected]) => assert.equal(written, expected));
}

const number = (locale, count) => browser.evaluate((locale, count) => new Intl.NumberFormat(locale).format(count), locale, count);

async function hostSpeaks(words) {
  const host = await browser.waitFor(() => {
    const host = document.querySelector("postil-host");
    return host && [host.lang, host.dir];
  });
  assert.deepEqual(host, [words.language, words.direction]);
}

async function nameSpeaks(words) {
  assert.equal((await cardOf("entity", "North Korea")).kind, words["class.country"]);
  assert.deepEqual(await texts("[part~=card] dt"), ["capital", "population", "area", "headOfState"].map((key) => words[`property.${key}`]));
  assert.deepEqual(await texts("[part=why] summary"), [words.why]);
  const labels = (selector) => browser.evaluate((selector) => {
    return [...document.querySelector("postil-host").shadowRoot.querySelectorAll(selector)].map((button) => button.ariaLabel);
  }, selector);
  assert.deepEqual(await labels("[part=pin], [part=card] > [part=close]"), [words.pin, words.close]);
  assert.deepEqual(await labels("[part=card] [aria-label][data-annotation], [part=card] [aria-label]:disabled"), [words.previous_mention, words.next_mention]);
  await nothingEnglish(words);
}

/** Mentions and sources are numbered in the digits of the language. */
async function nameCounts(words) {
  const [here, all, sources] = await browser.evaluate(() => {
    const { index } = window.notes.annotations().find(({ kind, quote }) => kind === "entity" && quote === "North Korea");
    const { mentions, sources } = window.notes.card(index);
    return [mentions.here + 1, mentions.annotations.length, sources.length];
  });
  const mention = words.mention_of.replace("{n}", await number(words.locale, here)).replace("{m}", await number(words.locale, all));
  assert.ok((await texts("[part=card] span")).includes(mention), mention);
  const numbers = await Promise.all(Array.from({ length: sources }, (_, index) => number(words.locale, index + 1)));
  const [foot, references] = await browser.evaluate(() => {
    const all = (selector) => [...document.querySelector("postil-host").shadowRoot.querySelectorAll(selector)];
    // Firefox gives `attr(…)` for what the attribute says.
    const written = (item) => getComputedStyle(item, "::before").content.replace(/^attr\((.+)\)$/, (_, name) => item.getAttribute(name)).replaceAll('"', "");
    return [all("[part=sources] li").map(written), all("[part=card] sup > span:last-child").map((number) => number.textContent)];
  });
  assert.deepEqual(foot, numbers);
  assert.deepEqual([...new Set(references)].sort(), numbers, "a source is numbered as what refers to it");
}

async function quotationSpeaks(words) {
  assert.equal((await cardOf("quotation", "undermine")).kind, words.kind_quotation);
  assert.deepEqual(await texts("[part~=card] dt"), [words.form, words.verb, words.setting]);
  assert.equal((await texts("[part~=card] dd"))[0], words.direct);
  await nothingEnglish(words);
}

async function orderSpeaks(words) {
  assert.equal((await cardOf("claim", "third country")).kind, words["claim.ordinal"]);
  assert.deepEqual(await texts("[part=verdict] span:last-child"), [words.agrees]);
  assert.ok((await texts("[part~=card] h3")).includes(words.not_counted));
  await datesAreOf(words.locale);
  await nothingEnglish(words);
}

async function listSpeaks(words) {
  await browser.evaluate(() => window.notes.hide());
  await browser.key("Alt+/");
  await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
  assert.deepEqual(await texts("[part=notes] h2"), [words.notes_region]);
  const groups = (await texts("[part=notes] h3")).map((heading) => heading.replace(/\p{Nd}+$/u, ""));
  assert.deepEqual(groups, ["claims", "quotations", "indirect", "terms", "names"].map((kind) => words[`group_${kind}`]));
  // Claims without a mark stand in the list, too.
  const total = (await texts("[part=notes] li > button:first-of-type")).length;
  assert.deepEqual(await texts("[part=control]"), [`${words.notes} ${await number(words.locale, total)}`]);
  const form = await browser.evaluate((locale, count) => new Intl.PluralRules(locale).select(count), words.locale, total);
  const count = words[`notes_count.${form}`].replace("{n}", await number(words.locale, total));
  assert.ok((await texts("[part=notes] p")).includes(count), count);
  await nothingEnglish(words);
}

for (const language of LANGUAGES) {
  test(`card and list speak ${language}`, async () => {
    assert.deepEqual(await speak(language), []);
    const words = await catalogue(language);
    for (const speaks of [hostSpeaks, nameSpeaks, nameCounts, quotationSpeaks, orderSpeaks, listSpeaks]) await speaks(words);
  });
}

test("the loader knows the languages that there are words for", async () => {
  await browser.goto("/fixtures/stage.html");
  const known = await browser.evaluate(async () => (await import("/postil/postil.js")).LANGUAGES);
  assert.deepEqual([...known, "en"].sort(), LANGUAGES.toSorted());
});

test("a language that nobody has words for is spoken to in English, without a word about it", async () => {
  assert.deepEqual(await speak("tlh"), []);
  assert.equal((await cardOf("entity", "North Korea")).kind, "Country");
});

test("a country's own way with dates goes with its language", async () => {
  await speak("pt-BR");
  await cardOf("claim", "third country");
  await datesAreOf("pt-BR");
});

for (const broken of ["absent", "offline", "garbled"]) {
  test(`words that are ${broken} are told of once, and the notes speak English`, async () => {
    const errors = await speak("de", broken);
    assert.deepEqual(errors.map(({ name }) => name), ["PostilLanguageError"]);
    assert.match(errors[0].message, /“de”.*strings\/de\.json.*English/);
    assert.equal((await cardOf("entity", "North Korea")).kind, "Country");
    assert.equal(await browser.evaluate(() => document.querySelector("postil-host").lang), "en");
  });
}
