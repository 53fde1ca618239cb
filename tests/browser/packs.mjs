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
import { fileURLToPath } from "node:url";

const ABOUT = { pack: "test", title: "Names of the test", licence: "CC0-1.0", version: "1" };

/** The bytes of a pack, in base64. */
export function packOf(records) {
  return built([ABOUT, ...records].map((record) => JSON.stringify(record)).join("\n"));
}

/** The same of a file of tests/packs. */
export function packIn(name) {
  return built(readFileSync(new URL(`../packs/${name}`, import.meta.url), "utf8"));
}

/** The same of the sheet of packs/example, built as the README says. */
export function packOfExample() {
  const sheet = fileURLToPath(new URL("../../packs/example/people.csv", import.meta.url));
  const about = ["--title", "People of Inkwell", "--licence", "CC0-1.0", "--version", "2026-11"];
  return inFolder((folder) => build(join(folder, "people.pack"), [...about, sheet]));
}

/** The same of a feed of fact-checks, each `{ claim, verdict, publisher, date, url, claimant, language }`; what one lacks is the same for all. */
export function packOfReviews(reviews) {
  return inFolder((folder) => {
    const source = join(folder, "feed.json");
    writeFileSync(source, JSON.stringify(feedOf(reviews)));
    return build(join(folder, "feed.pack"), ["--title", "Fact-checks of the test", "--licence", "CC0-1.0", "--version", "1", source]);
  });
}

/** The feed that has these fact-checks, in the form that publishers use. */
export function feedOf(reviews) {
  const item = ({ claim, verdict, publisher = "Verity Desk", date = "2025-09-22", url = "https://example.org/check", claimant = "Ada Quill", language }) => ({
    "@type": "ClaimReview",
    url,
    datePublished: date,
    inLanguage: language,
    claimReviewed: claim,
    author: { "@type": "Organization", name: publisher },
    itemReviewed: { "@type": "Claim", author: { "@type": "Person", name: claimant } },
    reviewRating: { "@type": "Rating", alternateName: verdict },
  });
  return { "@context": "https://schema.org", "@type": "DataFeed", dataFeedElement: reviews.map((review) => ({ "@type": "DataFeedItem", item: [item(review)] })) };
}

function built(lines) {
  return inFolder((folder) => {
    const source = join(folder, "names.jsonl");
    writeFileSync(source, lines);
    return build(join(folder, "names.pack"), [source]);
  });
}

function build(pack, source) {
  const { status, stderr } = spawnSync(process.env.POSTIL_CLI, ["pack", "build", "-o", pack, ...source], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(pack).toString("base64");
}

function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "postil-pack-"));
  try {
    return work(folder);
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
