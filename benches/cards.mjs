// What opening a card costs on a page of many marks, from the trace of Chromium: run by `cargo xtask bench` after first-notes.mjs.
//
// Repeats the demo's paragraphs to some 6,800 marks, then rests a real pointer on a mark of each kind in turn, at places all over the
// page. For the timer task at the end of each rest it reads from the trace (devtools.timeline), in CPU time of
// the main thread, so that what else the machine does is not counted:
//   task       the whole task: finding the card's data, drawing, layout, placing
//   script     the same without style and layout
//   own        script, less that of `bare`: what the browser itself takes to show an element and lay it out is in both
//   layouts    how often the layout was forced in it
// The peer: @floating-ui/dom, the usual library for placing, places a ready-made copy of the same card at the same mark (offset, flip,
// shift, arrow); it finds and draws nothing. `bare` shows such a copy and reads its size, and that is all.
//
// Invariant: no figure makes this fail; a rest that opens no card does.

import { readFile } from "node:fs/promises";
import { launch } from "./main-thread.mjs";

const COPIES = 88;
const CARDS = 40;
const KINDS = ["entity", "claim", "quotation", "term"];
const peer = (name) => readFile(new URL(`node_modules/@floating-ui/${name}/dist/floating-ui.${name}.umd.min.js`, import.meta.url), "utf8");

const browser = await launch(["--js-flags=--expose-gc"]);
try {
  const page = await longPage();
  const marks = await page.evaluate(() => window.notes.annotations().length);
  await page.tracing.start({ categories: ["devtools.timeline", "blink.user_timing"] });
  for (let turn = 0; turn < CARDS; turn++) await openOne(page, turn);
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  report(marks, {
    postil: tasks(traceEvents, "postil-open"),
    "floating-ui": tasks(traceEvents, "peer-placed"),
    bare: tasks(traceEvents, "bare-shown"),
  });
} finally {
  await browser.close();
}

async function longPage() {
  const page = await browser.newPage();
  const devtools = await page.createCDPSession();
  await devtools.send("Network.enable");
  await devtools.send("Network.setBlockedURLs", { urls: ["*/auto.js"] });
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(new URL("/", process.env.POSTIL_PAGE).href, { waitUntil: "networkidle0" });
  for (const name of ["core", "dom"]) await devtools.send("Runtime.evaluate", { expression: await peer(name) });
  await page.evaluate(async (copies) => {
    const story = document.querySelector("#story");
    const once = [...story.querySelectorAll("p, h2")];
    for (let copy = 1; copy < copies; copy++) story.append(...once.map((node) => node.cloneNode(true)));
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate();
    document.addEventListener("postil:open", () => performance.mark("postil-open"));
  }, COPIES);
  await page.waitForFunction(() => document.querySelector("postil-host")?.shadowRoot.querySelector("[part~=card]"));
  return page;
}

/** Rests the pointer on a mark until its card is open, has the peer place a copy, and closes both. */
async function openOne(page, turn) {
  await page.mouse.move(1, 1);
  const { x, y } = await page.evaluate(markInSight, turn / CARDS, KINDS[turn % KINDS.length]);
  // What looking for a mark has left in memory is not the card's.
  await page.evaluate(() => window.gc());
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await page.waitForFunction(() => document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]:popover-open"), { timeout: 5000 });
  await page.evaluate(peerPlaces, x, y, true);
  await page.evaluate(peerPlaces, x, y, false);
  await page.keyboard.press("Escape");
}

/** Scrolls to a share of the page; gives the middle of a mark there, of this kind if there is one. */
async function markInSight(share, kind) {
  scrollTo({ top: share * (document.documentElement.scrollHeight - innerHeight), behavior: "instant" });
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (;;) {
    await frame();
    const ranges = [`postil-${kind}`, "postil-entity"].flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
    for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
      const live = new Range();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      const [box] = live.getClientRects();
      if (box && box.top > 100 && box.bottom < innerHeight - 100) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
}

/** In a timer of its own, as a library's own dwell would end; without the library, only shown and measured. */
function peerPlaces(x, y, library) {
  const card = document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]");
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = card.getRootNode().adoptedStyleSheets;
  const copy = shadow.appendChild(card.cloneNode(true));
  const { computePosition, offset, flip, shift, arrow } = window.FloatingUIDOM;
  const mark = { getBoundingClientRect: () => new DOMRect(x - 20, y - 8, 40, 16) };
  const middleware = [offset(8), flip(), shift({ padding: 8 }), arrow({ element: copy.querySelector(".arrow") })];
  // What cloning has left to do is not the peer's.
  host.getBoundingClientRect();
  return new Promise((done) => setTimeout(async () => {
    copy.showPopover();
    if (library) {
      const placed = await computePosition(mark, copy, { strategy: "fixed", middleware });
      Object.assign(copy.style, { left: `${placed.x}px`, top: `${placed.y}px` });
    } else {
      copy.getBoundingClientRect();
    }
    performance.mark(library ? "peer-placed" : "bare-shown");
    done();
  })).then(() => host.remove());
}

/** Of each timer task in which a mark of this name was set: `{ task, script, layouts }`, in milliseconds. */
function tasks(events, name) {
  const at = events.filter((event) => event.name === name && event.cat.includes("user_timing"));
  return at.map(({ ts, pid, tid }) => {
    const holds = (outer, inner) => outer.ts <= inner && inner <= outer.ts + outer.dur;
    const mine = events.filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid);
    const task = mine.find((event) => event.name === "TimerFire" && holds(event, ts));
    if (!task) throw new Error(`${name} came in no timer's task`);
    const within = (...names) => mine.filter((event) => names.includes(event.name) && holds(task, event.ts));
    const layouts = within("Layout");
    const drawn = [...layouts, ...within("UpdateLayoutTree")].reduce((sum, { tdur }) => sum + tdur, 0);
    return { task: task.tdur / 1000, script: (task.tdur - drawn) / 1000, layouts: layouts.length };
  });
}

function report(marks, contestants) {
  const sorted = (all, key) => all.map((one) => one[key]).toSorted((a, b) => a - b);
  const median = (all, key) => sorted(all, key)[all.length >> 1];
  const least = median(contestants["floating-ui"], "task");
  const bare = median(contestants.bare, "script");
  console.log(`a card at ${marks} marks, CPU ms  task: median   max   script: median   max   own: median   most layouts   task / floating-ui`);
  for (const [name, all] of Object.entries(contestants)) {
    const figures = ["task", "script"].flatMap((key) => [median(all, key), sorted(all, key).at(-1)]).map((ms) => ms.toFixed(2).padStart(8));
    const own = (median(all, "script") - bare).toFixed(2).padStart(8);
    console.log([name.padEnd(14), `${all.length} cards`, ...figures, own, sorted(all, "layouts").at(-1), (median(all, "task") / least).toFixed(2)].join("  "));
  }
}
