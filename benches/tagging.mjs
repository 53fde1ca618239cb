// What the tagger's model costs Chromium's main thread: `cargo xtask bench [FILE]`.
//
// Takes a page (the demo, or a saved one); each turn opens it afresh without its widget, once with the model and once without, and
// adds up the tasks of the main thread (as first-notes.mjs does, in CPU time of the thread) while
//   opening   card and list are made and, with the model, this is loaded and the article read anew: the tagger's code runs cold
//   changing  a letter of the article is changed and the page read again, at first and then warm
// What both do, and what else a change costs (a walk through the page, a comparison, marks), is the same with and without: the
// difference is the tagger's, with whatever else it finds to do for the rest.
//
// Invariant: the turns alternate; figures are minima, and for what is done once a page medians too, in milliseconds.

import { busy, launch, open, run } from "./main-thread.mjs";

const TURNS = 5;
const CHANGES = 30;

const start = (model) => `const { annotate } = await import("/postil/postil.js"); window.notes = await annotate({ ${model} });`;
const frames = `await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));`;
const rest = `await new Promise((done) => setTimeout(done, 800));`;
const change = `const read = new Promise((done) => document.addEventListener("postil:ready", done, { once: true }));
  const text = window.notes.text ??= document.createTreeWalker(document.querySelector("article p, main p"), NodeFilter.SHOW_TEXT).nextNode();
  text.data = text.data.endsWith(" .") ? text.data.slice(0, -2) : text.data + " .";
  await read; ${frames}`;

const CONTESTANTS = { without: "model: false", with: "" };

const browser = await launch();
const times = Object.fromEntries(Object.keys(CONTESTANTS).map((name) => [name, { opening: [], first: [], warm: [] }]));
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, model] of Object.entries(CONTESTANTS)) await measure(start(model), times[name]);
}
await browser.close();
report();

async function measure(annotate, { opening, first, warm }) {
  const { page, devtools } = await open(browser);
  const spent = async (code) => {
    const before = await busy(devtools);
    await run(devtools, `(async () => { ${code} })()`);
    return (await busy(devtools)) - before;
  };
  await spent(annotate + frames);
  opening.push(await spent(rest));
  first.push(await spent(change));
  for (let i = 0; i < CHANGES; i++) warm.push(await spent(change));
  await page.close();
}

function report() {
  const middle = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
  const least = (all) => Math.min(...all);
  console.log(`main thread, CPU ms, ${TURNS} turns          without    with   difference`);
  for (const [what, of, key] of [
    ["opening, least", least, "opening"], ["opening, median", middle, "opening"],
    ["first change, least", least, "first"], ["first change, median", middle, "first"],
    [`a change, least of ${TURNS * CHANGES}`, least, "warm"], ["a change, median", middle, "warm"],
  ]) {
    const [without, tagged] = [of(times.without[key]), of(times.with[key])];
    console.log(`${what.padEnd(34)} ${[without, tagged, tagged - without].map((figure) => figure.toFixed(2).padStart(8)).join(" ")}`);
  }
}
