// What readers decide: notes or none, which kinds, how many, where the list stands; remembered on the device alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";
import { Reader } from "./reader.mjs";

freshPage();

/** How many ranges of each kind are painted. */
async function marks() {
  const painted = await reader.painted();
  const count = (kind) => painted[`postil-${kind}`]?.length ?? 0;
  return { names: count("entity"), quotations: count("quotation"), reported: count("indirect"), terms: count("term"), claims: count("claim") };
}

const sum = (counts) => Object.values(counts).reduce((a, b) => a + b);
const again = () => Reader.of(browser);
const entries = () => browser.evaluate(() => document.querySelector("postil-host").shadowRoot.querySelectorAll("[part=notes] .entry").length);

test("one switch takes all marks away and brings them back", async () => {
  const before = await marks();
  await reader.openList();
  await reader.choose("Show notes");
  assert.equal(sum(await marks()), 0);
  assert.equal(await entries(), 0);
  assert.equal(await reader.control(), "Notes off");
  await reader.choose("Show notes");
  assert.deepEqual(await marks(), before);
  assert.match(await reader.control(), /^Notes \d+$/);
});

test("what is switched off stays off when the page is opened again", async () => {
  await reader.openList();
  await reader.choose("Show notes");
  await browser.goto("/");
  await browser.waitFor(() => document.querySelector("postil-host")?.shadowRoot.querySelector("[part=control]").textContent === "Notes off");
  assert.equal(sum(await marks()), 0);
  await browser.key("Alt+.");
  assert.equal(await reader.card(), null, "keys find no mark");
  await reader.openList();
  await reader.choose("Show notes");
  assert.ok(sum(await marks()) > 0);
});

test("a kind that is not wanted is neither marked nor listed, also on the next page", async () => {
  await reader.openSettings();
  const [before, listed] = [await marks(), await entries()];
  await reader.choose("Names");
  assert.deepEqual(await marks(), { ...before, names: 0 });
  assert.ok((await entries()) < listed);
  await again();
  assert.deepEqual(await marks(), { ...before, names: 0 });
});

test("under a mark that is not wanted the pointer finds the one around it", async () => {
  await reader.openSettings();
  const { x, y } = await reader.place("Pyongyang", 2);
  await reader.choose("Names");
  await browser.key("Escape");
  await reader.listIs("closed");
  await browser.move(x - 2, y);
  await browser.move(x, y);
  assert.equal((await reader.cardOpen()).kind, "Quotation");
});

test("“Fewer” leaves the most telling marks of each screenful, “More” brings the others back", async () => {
  await reader.openSettings();
  const all = await marks();
  const listed = await entries();
  const counts = [sum(all)];
  for (const _ of [1, 2, 3]) {
    await reader.choose("Fewer");
    counts.push(sum(await marks()));
  }
  assert.deepEqual(counts, counts.toSorted((a, b) => b - a), "less at each step");
  assert.ok(counts[3] < counts[0] / 2, counts.join(" "));
  assert.ok((await marks()).claims > 0 && (await reader.painted())["postil-claim"].includes("third country to recognise"));
  assert.equal(await entries(), listed, "the list still has all of them");
  for (const _ of [1, 2, 3]) await reader.choose("More");
  assert.deepEqual(await marks(), all);
});

test("how many marks there are is remembered", async () => {
  await reader.openSettings();
  await reader.choose("Fewer");
  const fewer = await marks();
  await again();
  assert.deepEqual(await marks(), fewer);
});

test("the list opens at the window's side, from top to bottom, and stays there on the next page", async () => {
  await reader.openSettings();
  await reader.choose("At the side");
  const side = async () => {
    const { x, y, width, height } = await reader.box("[part=notes]");
    return { right: x + width, top: y, height };
  };
  const window = await browser.evaluate(() => ({ right: document.documentElement.clientWidth, top: 0, height: innerHeight }));
  assert.deepEqual(await side(), window);
  await again();
  await reader.openList();
  assert.deepEqual(await side(), window);
});

test("nothing is kept before a reader chooses, and then the choice alone, on the device alone", async () => {
  await reader.openSettings();
  assert.equal(await browser.evaluate(() => localStorage.length), 0);
  await reader.choose("Terms");
  const kept = await browser.evaluate(() => [Object.keys(localStorage), document.cookie, sessionStorage.length]);
  assert.deepEqual(kept, [["postil"], "", 0]);
  const { kinds } = JSON.parse(await browser.evaluate(() => localStorage.postil));
  assert.deepEqual(kinds, ["review", "indirect", "quotation", "claim", "entity"]);
});

test("what somebody else wrote in its place is left aside", async () => {
  const before = await marks();
  for (const kept of ["", "null", "{", '{"on":"yes","kinds":"all","amount":7}', '{"kinds":["horses"],"amount":"none"}']) {
    await browser.evaluate((kept) => localStorage.setItem("postil", kept), kept);
    await browser.goto("/");
    await browser.waitFor(() => document.querySelector("postil-host") !== null);
    const found = sum(await marks());
    assert.equal(found, kept.includes("horses") ? 0 : sum(before), kept);
  }
});

test("screen readers hear what a choice has changed, unless they want to hear nothing", async () => {
  await reader.openSettings();
  assert.equal(await reader.told(), "");
  await reader.choose("Names");
  assert.match(await reader.told(), /^\d+ marks shown\.$/);
  await reader.choose("Announce changes to screen readers");
  const last = await reader.told();
  await reader.choose("Names");
  assert.equal(await reader.told(), last, "silent");
});

test("settings are reached and used by keys, and the focus stays at what was pressed", async () => {
  await browser.key("Alt+/");
  await reader.listIs("open");
  const tabTo = async (label) => {
    for (let i = 0; i < 20; i++) {
      await browser.key("Tab");
      const at = await browser.evaluate(() => {
        const focused = document.querySelector("postil-host").shadowRoot.activeElement;
        return (focused?.closest("label") ?? focused)?.textContent;
      });
      if (at === label) return;
    }
    throw new Error(`Tab never came to “${label}”`);
  };
  await tabTo("Settings");
  await browser.key("Enter");
  await tabTo("Fewer");
  await browser.key("Enter");
  await browser.key("Enter");
  assert.equal(await reader.focus(), "Fewer");
  assert.equal(await browser.evaluate(() => JSON.parse(localStorage.postil).amount), "some");
});

test("a host sets what there is before a reader has chosen", async () => {
  await browser.evaluate(async () => {
    (await (await import("/postil/auto.js")).notes).destroy();
    const { annotate } = await import("/postil/postil.js");
    await annotate({ kinds: ["claim"], amount: "few" });
  });
  const { claims, ...others } = await marks();
  assert.ok(claims > 0);
  assert.equal(sum(others), 0);
});
