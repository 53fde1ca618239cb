// What a reader has asked of the system reaches card and list: dark, forced colours, more contrast, less motion, larger text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./browser.mjs";
import { unable } from "./media.mjs";
import { Reader } from "./reader.mjs";

const DARK = { "prefers-color-scheme": "dark" };
const FORCED = { "forced-colors": "active" };
const CONTRAST = { "prefers-contrast": "more" };
const CALM = { "prefers-reduced-motion": "reduce" };

/** Reads the demo with these media; `of` is told the browser and the reader. */
function asked(name, media, of) {
  test(name, { skip: unable(media) }, async () => {
    const browser = await open({ media });
    try {
      await of(browser, await Reader.of(browser));
    } finally {
      await browser.close();
    }
  });
}

async function openCard(reader, words = "Kim Jong Un") {
  await reader.pointAt(words);
  await reader.cardOpen();
}

/** A computed style of the open card, or of something in it. */
const style = (browser, property, selector = "[part~=card]") => browser.evaluate((property, selector) => {
  return getComputedStyle(document.querySelector("postil-host").shadowRoot.querySelector(selector))[property];
}, property, selector);

/** The sum of the channels of a computed colour: 0 is black, 765 white. */
const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0);

/** Whether the card is dark with light text, or the other way around. */
async function isDark(browser) {
  const [ground, text] = [light(await style(browser, "backgroundColor")), light(await style(browser, "color"))];
  assert.ok(Math.abs(ground - text) > 380, `text of ${text} on a ground of ${ground}`);
  return ground < text;
}

asked("a reader who asks for nothing gets a light card", {}, async (browser, reader) => {
  await openCard(reader);
  assert.equal(await isDark(browser), false);
});

asked("a reader of dark pages gets a dark card", DARK, async (browser, reader) => {
  await openCard(reader);
  assert.equal(await isDark(browser), true);
});

asked("a page that is light always says so, and its dark reader gets a light card", DARK, async (browser, reader) => {
  await browser.evaluate(() => document.documentElement.style.setProperty("--postil-color-scheme", "light"));
  await openCard(reader);
  assert.equal(await isDark(browser), false);
});

asked("a page that is dark always says so, and every reader gets a dark card", {}, async (browser, reader) => {
  await browser.evaluate(() => document.documentElement.style.setProperty("--postil-color-scheme", "dark"));
  await openCard(reader);
  assert.equal(await isDark(browser), true);
});

/** What the system's own colours compute to in the page. */
const system = (browser, names) => browser.evaluate((names) => {
  const probe = document.body.appendChild(document.createElement("i"));
  const colours = names.map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colours;
}, names);

asked("with forced colours a card has the system's text, ground and frame", FORCED, async (browser, reader) => {
  await openCard(reader);
  const [ground, text] = await system(browser, ["Canvas", "CanvasText"]);
  assert.equal(await style(browser, "backgroundColor"), ground);
  assert.equal(await style(browser, "color"), text);
  assert.equal(await style(browser, "borderTopColor"), text);
  assert.equal(await style(browser, "borderTopStyle"), "solid");
});

asked("with forced colours the line that is meant stands out in a list and in a calendar", FORCED, async (browser, reader) => {
  const [ground, text] = await system(browser, ["Highlight", "HighlightText"]);
  for (const [words, line] of [["third country to recognise", ".order .here"], ["on Wednesday", ".day.here"]]) {
    await openCard(reader, words);
    assert.deepEqual([await style(browser, "backgroundColor", line), await style(browser, "color", line)], [ground, text], words);
    await browser.key("Escape");
    await reader.cardClosed();
    await browser.move(1, 1);
  }
});

asked("more contrast makes the text black on white, the labels nearly so and the lines plain", CONTRAST, async (browser, reader) => {
  await openCard(reader, "Russia");
  assert.equal(await style(browser, "color"), "rgb(0, 0, 0)");
  assert.equal(await style(browser, "backgroundColor"), "rgb(255, 255, 255)");
  assert.ok(light(await style(browser, "color", ".sources")) < 3 * 0x30);
  assert.ok(light(await style(browser, "borderTopColor", ".pager")) < 3 * 0x60);
});

/** The animations that the card started when it opened, as the page finds them before it paints the next frame. */
const motions = (browser) => browser.evaluate(async () => {
  const { notes } = await import("/postil/auto.js");
  (await notes).show(0);
  const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
  return card.getAnimations({ subtree: true }).length;
});

asked("a card comes softly", {}, async (browser) => assert.equal(await motions(browser), 1));

asked("a reader who wants less motion gets none", CALM, async (browser) => assert.equal(await motions(browser), 0));

asked("a page whose text is twice as large has a card as much larger", {}, async (browser, reader) => {
  await openCard(reader);
  const [size, width] = [parseFloat(await style(browser, "fontSize")), (await reader.box("[part~=card]")).width];
  await browser.key("Escape");
  await reader.cardClosed();
  await browser.move(1, 1);
  await browser.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await openCard(reader);
  assert.equal(parseFloat(await style(browser, "fontSize")), 2 * size);
  const { x, width: wide } = await reader.box("[part~=card]");
  assert.ok(Math.abs(wide - 2 * width) < 4 && x >= 0 && x + wide <= 1280, `${width} px, then ${wide} px at ${x}`);
});
