// A hundred openings, pins, choices and visits to the list, in no order: the page is what it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

const SEEDS = [1, 2, 3, 4];
const ACTS_A_SEED = 25;

/** Whole numbers below `end`, the same for the same seed (Park and Miller's generator). */
function random(seed) {
  let state = seed * 7919;
  return (end) => {
    state = (state * 48271) % 2147483647;
    return state % end;
  };
}

/** Cards open at once here: what is tested is what they leave behind. */
function hurry() {
  return browser.evaluate(async () => {
    (await (await import("/postil/auto.js")).notes).destroy();
    // A tap by chance may fall on a link, and the test ends with its page.
    addEventListener("click", (event) => {
      if (event.composedPath().some((element) => element.localName === "a")) event.preventDefault();
    }, true);
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate({ openDelay: 0, closeDelay: 0 });
    window.notes.show(0);
    window.notes.hide();
  });
}

/** Clicks what the widget shows of this selector, if it shows it. */
function press(selector, nth) {
  return browser.evaluate((selector, nth) => {
    const all = [...document.querySelector("postil-host").shadowRoot.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    all[nth % all.length]?.click();
  }, selector, nth);
}

const ACTS = {
  show: (nth) => browser.evaluate((nth) => window.notes.show(nth % window.notes.annotations().length), nth),
  hover: (nth) => browser.move(300 + (nth % 500), 200 + (nth % 300)),
  tap: (nth) => browser.tap(300 + (nth % 500), 200 + (nth % 300)),
  next: () => browser.key("Alt+."),
  list: () => browser.key("Alt+/"),
  entry: (nth) => press("[part=notes] .entry", nth),
  pin: () => press("[part=pin]", 0),
  unfold: (nth) => press("summary", nth),
  choose: (nth) => press("[part=notes] input, [part=notes] .settings button", nth),
  reject: () => press("[part=why] button", 0),
  onwards: (nth) => press("[part=content] button", nth),
  escape: () => browser.key("Escape"),
  scroll: (nth) => browser.evaluate((nth) => scrollTo({ top: nth % 2000, behavior: "instant" }), nth),
};

for (const seed of SEEDS) {
  test(`${ACTS_A_SEED} acts by chance, number ${seed}`, async () => {
    const served = await reader.asServed();
    await hurry();
    const next = random(seed);
    const done = [];
    for (let i = 0; i < ACTS_A_SEED; i++) {
      const name = Object.keys(ACTS)[next(Object.keys(ACTS).length)];
      done.push(name);
      await ACTS[name](next(10_000));
    }
    assert.equal(await reader.serialised(), served, done.join(" "));
    const left = await browser.evaluate(() => {
      window.notes.destroy();
      return { html: document.documentElement.outerHTML, highlights: CSS.highlights.size, animations: document.getAnimations().length };
    });
    assert.deepEqual(left, { html: served, highlights: 0, animations: 0 }, done.join(" "));
  });
}
