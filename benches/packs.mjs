// How fast packs load and names are found in Chromium: `cargo xtask bench packs`.
//
// Takes the packs, names and texts that `cargo bench --bench packs` left in target/packs; for each number of names each contestant
// of `packs-in-page.mjs` gets a page of its own, loads them, is asked for a first name and led over 8,000 words, some turns over:
// a Map, one RegExp, an Aho-Corasick automaton (`modern-ahocorasick`), and postil. What postil does is the whole of
// `annotate`, on one sentence and on the text: it finds quotations and claims too, and paints; the same without a pack stands
// below it, and the difference is what the names cost. (`annotate` loads again for the text; that time is taken off.) Memory
// is for postil the size of its WebAssembly memory after the first turn, for the others what the JavaScript heap and its array
// buffers hold more after a collection (Runtime.getHeapUsage).
//
// Invariant: figures are minima, and ratios to the Map's in the same run; who does not finish is left out, and nothing fails.

import { readFile } from "node:fs/promises";
import { launch } from "./main-thread.mjs";

const COUNTS = [5_000, 100_000, 1_000_000];
const NAMES = ["Map", "RegExp", "Aho-Corasick", "postil", "postil, no pack"];
const TURNS = 5;
/** A contestant that has not finished by then is left out. */
const PATIENCE_MS = 90_000;
/** V8 takes minutes over a pattern of a million alternatives, if it takes it at all. */
const MOST_ALTERNATIVES = 100_000;

for (const count of COUNTS) {
  console.log(`${count.toLocaleString("en").padEnd(17)} load + first look-up           8,000 words, found              memory`);
  let map;
  for (const name of NAMES) {
    const figures = await contest(name, count).catch(({ message }) => message.split("\n")[0]);
    if (name === "Map") map = figures;
    console.log(`  ${name.padEnd(16)}${typeof figures === "string" ? ` left out: ${figures}` : line(figures, map)}`);
  }
}

function line(figures, map) {
  const beside = (key) => `${figures[key].toFixed(1).padStart(8)} ms ${(figures[key] / map[key]).toFixed(3).padStart(8)} × Map`;
  return `${beside("load")}${beside("text")}${String(figures.found).padStart(6)}${(figures.bytes / 1e6).toFixed(1).padStart(9)} MB`;
}

/** In a browser of its own, so that whoever hangs hangs alone. */
async function contest(name, count) {
  if (name === "RegExp" && count > MOST_ALTERNATIVES) throw new Error("a pattern of so many alternatives had found nothing after five minutes");
  const browser = await launch([], { protocolTimeout: PATIENCE_MS });
  try {
    const page = await browser.newPage();
    await serve(page, count);
    await page.goto(process.env.POSTIL_PAGE, { waitUntil: "networkidle0" });
    return await turns(page, name);
  } finally {
    browser.process().kill();
  }
}

/** The page's own server knows nothing of these files. */
async function serve(page, count) {
  const beside = (path) => readFile(new URL(path, import.meta.url));
  const files = {
    "/bench/names": () => beside(`../target/packs/${count}.txt`),
    "/bench/text": () => beside(`../target/packs/${count}.text`),
    "/bench/pack": () => beside(`../target/packs/${count}.pack`),
    "/bench/packs-in-page.mjs": () => beside("packs-in-page.mjs"),
  };
  await page.setRequestInterception(true);
  page.on("request", async (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith("/auto.js")) return request.abort();
    const peer = pathname.startsWith("/peer/") && (() => beside(`node_modules/modern-ahocorasick/dist/${pathname.slice(6)}`));
    const file = files[pathname] ?? peer;
    if (!file) return request.continue();
    return request.respond({ body: await file(), contentType: pathname.includes("js") ? "text/javascript" : "text/plain; charset=utf-8" });
  });
}

async function turns(page, name) {
  const devtools = await page.createCDPSession();
  const used = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  };
  await page.evaluate(async (name) => {
    window.turn = await (await import("/bench/packs-in-page.mjs")).prepare(name);
  }, name);
  const before = await used();
  const all = [await page.evaluate(() => window.turn())];
  const bytes = all[0].wasm ?? (await used()) - before;
  while (all.length < TURNS) all.push(await page.evaluate(() => window.turn()));
  const least = (key) => Math.min(...all.map((one) => one[key]));
  const again = all[0].wasm ? least("load") : 0; // each `annotate` loads its packs anew
  return { load: least("load"), text: least("text") - again, found: all[0].found, bytes };
}
