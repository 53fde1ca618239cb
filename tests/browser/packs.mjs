// Takes records in the source form of a pack, gives what the command line makes of them.
//
//   const pack = packOf([{ id: "inkwell", type: "LOC", class: "city", name: "Inkwell" }]);
//   await noted(browser, "<p>Inkwell slept.</p>", pack);
//
// Invariant: the packs are built by `postil pack build`, as a newsroom builds its own.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ABOUT = { pack: "test", title: "Names of the test", licence: "CC0-1.0", version: "1" };

/** The bytes of a pack, in base64. */
export function packOf(records) {
  return built([ABOUT, ...records].map((record) => JSON.stringify(record)).join("\n"));
}

/** The same of a file of tests/packs. */
export function packIn(name) {
  return built(readFileSync(new URL(`../packs/${name}`, import.meta.url), "utf8"));
}

function built(lines) {
  const folder = mkdtempSync(join(tmpdir(), "postil-pack-"));
  try {
    const [source, pack] = [join(folder, "names.jsonl"), join(folder, "names.pack")];
    writeFileSync(source, lines);
    const { status, stderr } = spawnSync(process.env.POSTIL_CLI, ["pack", "build", "-o", pack, source], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(pack).toString("base64");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts an article on the open page and has it annotated by this pack alone; `options` are JSON. */
export function noted(browser, article, pack, options = {}) {
  return browser.evaluate(async (article, pack, options) => {
    document.body.innerHTML = `<main>${article}</main>`;
    const bytes = Uint8Array.from(atob(pack), (sign) => sign.charCodeAt(0));
    const { annotate } = await import("/postil/postil.js");
    window.notes = await annotate({ packs: [bytes], root: document.querySelector("main"), ...options });
    await new Promise((done) => setTimeout(done, 250)); // card and list are made a little after the marks
  }, article, pack, options);
}
