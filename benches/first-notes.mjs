// How long Chromium's main thread works until the first notes stand on a page, beside a peer: `cargo xtask bench [FILE]`.
//
// Takes a page (the demo, or a saved one); each turn opens it afresh without its widget, then has one of these done and adds
// up the tasks of the main thread meanwhile (Chromium's own count, TaskDuration, in CPU time of the thread, so that what else
// the machine does is not counted):
//   nothing      two frames
//   compromise   evaluate the library's script, find people, places and organisations in the article's text; no marks
//   postil       import the widget, compile it, fetch the packs, find, paint
//   again        the same notes once more, after destroy()
// Card and list are made 200 ms later and are not counted: no reader needs them before the first notes stand.
//
// Invariant: the turns alternate; figures are minima and medians in milliseconds, and ratios of minima to the peer's.

import { readFile } from "node:fs/promises";
import { busy, launch, open, run } from "./main-thread.mjs";

const TURNS = 15;

const peer = await readFile(new URL("node_modules/compromise/builds/compromise.js", import.meta.url), "utf8");
const frames = `await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));`;
const postil = `const { annotate } = await import("/postil/postil.js"); window.notes = await annotate();`;
const names = `const story = nlp((document.querySelector("article, main") ?? document.body).innerText);
  story.people().out("array"); story.places().out("array"); story.organizations().out("array");`;

const CONTESTANTS = {
  nothing: { work: "" },
  compromise: { before: peer, work: names },
  postil: { work: postil },
  again: { ready: `${postil} ${frames} window.notes.destroy();`, work: postil },
};

const browser = await launch();
const times = Object.fromEntries(Object.keys(CONTESTANTS).map((name) => [name, []]));
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, contestant] of Object.entries(CONTESTANTS)) times[name].push(await measure(contestant));
}
await browser.close();
report();

async function measure({ before = "", ready = "", work }) {
  const { page, devtools } = await open(browser);
  if (ready) await run(devtools, `(async () => { ${ready} })()`);
  const start = await busy(devtools);
  if (before) await run(devtools, before + "; undefined");
  await run(devtools, `(async () => { ${work} ${frames} })()`);
  const spent = (await busy(devtools)) - start;
  await page.close();
  return spent;
}

function report() {
  const sorted = (name) => times[name].toSorted((a, b) => a - b);
  const peerLeast = sorted("compromise")[0];
  console.log(`main thread, CPU ms, ${TURNS} turns   least  median   least / compromise`);
  for (const name of Object.keys(times)) {
    const all = sorted(name);
    const figures = [all[0].toFixed(1), all[TURNS >> 1].toFixed(1)].map((text) => text.padStart(7));
    console.log(`${name.padEnd(26)} ${figures.join(" ")} ${(all[0] / peerLeast).toFixed(3).padStart(10)}`);
  }
}
