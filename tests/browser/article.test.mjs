// The demo article carries every kind of mark, each on the right words, and nothing outside the article carries any.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

let browser, reader, notes;
before(async () => {
  browser = await open();
  reader = await Reader.of(browser);
  notes = await browser.evaluate(async () => {
    const notes = await (await import("/postil/auto.js")).notes;
    await notes.complete();
    const entities = notes.entities();
    return notes.annotations().map((annotation) => {
      return { ...annotation, name: entities[annotation.entity]?.name ?? null, card: notes.card(annotation.index) };
    });
  });
});
after(() => browser?.close());

const of = (kind) => notes.filter((note) => note.kind === kind);

/** Surface, and the name that its card bears. */
const NAMES = [
  ["Ukraine", "Ukraine"],
  ["N Korea", "North Korea"],
  ["North Korea", "North Korea"],
  ["Pyongyang", "Pyongyang"],
  ["Kyiv", "Kyiv"],
  ["Kim Jong Un", "Kim Jong Un"],
  ["Russia", "Russia"],
  ["Moscow", "Moscow"],
  ["Kremlin", "Kremlin"],
  ["Syria", "Syria"],
  ["Donbas", "Donbas"],
  ["Donetsk People’s Republic", "Donetsk People’s Republic"],
  ["DPR", "Donetsk People’s Republic"],
  ["Luhansk People’s Republic", "Luhansk People’s Republic"],
  ["LPR", "Luhansk People’s Republic"],
  ["Crimea", "Crimea"],
  ["Telegram", "Telegram"],
  ["TASS", "TASS"],
  ["KCNA", "KCNA"],
  ["Reuters", "Reuters"],
  ["Olga Makeyeva", "Olga Makeyeva"],
  ["Sin Hong-chol", "Sin Hong-chol"],
  ["Denis Pushilin", "Denis Pushilin"],
];

test("names are marked and linked", () => {
  const found = new Set(of("entity").map(({ quote, card }) => `${quote} = ${card.name}`));
  const missing = NAMES.map(([quote, name]) => `${quote} = ${name}`).filter((pair) => !found.has(pair));
  assert.deepEqual(missing, []);
});

test("a capital that acts stands for its government, and the card says both", () => {
  const pyongyang = of("entity").filter(({ quote, card }) => quote === "Pyongyang" && card.sense.sense === "government");
  assert.ok(pyongyang.length > 0);
  for (const { card } of pyongyang) assert.deepEqual([card.class, card.sense.of], ["capital", "North Korea"]);
});

test("whatever a card takes from a pack names its source", () => {
  const cards = of("entity").map(({ card }) => card).filter(({ origin }) => origin === "pack");
  assert.ok(cards.length > 30);
  for (const { name, description, descriptionSource, facts, sources } of cards) {
    const named = [...(description ? [descriptionSource] : []), ...facts.map(({ source }) => source)];
    assert.ok(named.every((index) => sources[index]?.title), `${name}: ${JSON.stringify({ named, sources })}`);
    assert.ok(facts.every(({ asOf, since }) => asOf ?? since), `${name}: facts have a date`);
  }
});

test("who stands in no pack is known by the role that the article gives", () => {
  const role = (name) => of("entity").find(({ quote }) => quote === name).card.description;
  assert.equal(role("Olga Makeyeva"), "DPR envoy");
  assert.equal(role("Sin Hong-chol"), "North Korea’s ambassador in Moscow");
  assert.equal(role("Denis Pushilin"), "DPR leader");
});

test("a name that markup splits is one note in two ranges", async () => {
  const { "postil-entity": ranges } = await reader.painted();
  assert.ok(ranges.includes("Donetsk People’s ") && ranges.includes("Republic"), ranges.join(" | "));
  const whole = of("entity").filter(({ quote }) => quote === "Donetsk People’s Republic");
  assert.equal(whole.length, 1);
});

test("quotations have their speaker, verb and setting", () => {
  const said = of("quotation").map(({ quote, card }) => [quote, ...card.speakers.map(({ name }) => name), card.cue, card.setting]);
  assert.deepEqual(said, [
    [
      "“We consider this decision as an attempt by Pyongyang to undermine the sovereignty and territorial integrity of Ukraine,”",
      "Ukraine’s foreign ministry", "said", "in a statement on its website",
    ],
    [
      "that he hoped for “fruitful cooperation” and for more trade with North Korea",
      "Denis Pushilin", "said", "In a post on his Telegram channel",
    ],
    ["that it shields Russian speakers in the Donbas from “genocide”", "Kremlin", "says", null],
  ]);
});

test("what is reported without quotation marks has its speaker and verb too", () => {
  const said = of("indirect").map(({ quote, card }) => [quote, card.form, ...card.speakers.map(({ name }) => name), card.cue]);
  assert.deepEqual(said[0], [
    "two Russian-backed separatist regions in the Ukrainian east to be independent states", "indirect", "Pyongyang", "declared",
  ]);
});

test("quotation marks that keep a term at a distance are no speech", () => {
  const terms = of("term").map(({ quote, card }) => [quote, card.owner?.name ?? null]);
  assert.deepEqual(terms.map(([quote]) => quote), ["“people’s republics”", "“special military operation”"]);
  assert.equal(terms[1][1], "Kremlin");
});

test("the third country to recognise agrees with the list, twice", () => {
  const claims = of("claim").filter(({ quote }) => quote === "third country to recognise");
  assert.equal(claims.length, 2);
  for (const { card } of claims) {
    const check = card.check;
    assert.equal(check.counts, "UN member states");
    assert.deepEqual(check.items.map(({ name, date }) => [name, date]), [
      ["Russia", "2022-02-21"], ["Syria", "2022-06-29"], ["North Korea", "2022-07-13"],
    ]);
    assert.deepEqual(check.excluded.map(({ name }) => name), ["South Ossetia", "Abkhazia"]);
    assert.equal(check.verdict, "agrees");
    assert.ok(check.items.every(({ sources }) => sources.length > 0), "each entry has a source");
  }
});

test("dates and a conversion are resolved and recomputed", () => {
  const dates = of("claim").filter(({ card }) => card.check.check === "date").map(({ quote, card }) => [quote, card.check.date]);
  for (const pair of [["on Wednesday", "2022-07-13"], ["February 24", "2022-02-24"], ["June 29", "2022-06-29"]]) {
    assert.ok(dates.some(([quote, date]) => quote === pair[0] && date === pair[1]), `${pair} in ${JSON.stringify(dates)}`);
  }
  const [conversion] = of("claim").filter(({ card }) => card.check.check === "conversion");
  assert.equal(conversion.quote, "6,500 km (4,000 miles)");
  assert.equal(conversion.card.check.verdict, "agrees");
});

test("nothing is marked outside the article", async () => {
  const outside = await browser.evaluate(() => {
    const frame = "nav, header.masthead, footer, .byline, .advert, .related, .share, .about, .section, .credit";
    const ranges = [...CSS.highlights].filter(([name]) => name.startsWith("postil-")).flatMap(([, ranges]) => [...ranges]);
    return ranges.map(({ startContainer }) => startContainer.parentElement.closest(frame)?.className).filter((found) => found !== undefined);
  });
  assert.deepEqual(outside, []);
});

test("the caption under the picture is part of the article", async () => {
  const inCaption = await browser.evaluate(() => {
    const ranges = [...CSS.highlights.get("postil-entity")].filter(({ startContainer }) => startContainer.parentElement.closest("figcaption"));
    return ranges.map(({ startContainer: { data }, startOffset, endOffset }) => data.slice(startOffset, endOffset));
  });
  assert.deepEqual(inCaption, ["Kim Jong Un", "North Korea", "Russia", "Syria", "North Korean", "KCNA", "Reuters"]);
});
