// Gives each test of a spec the demo page, freshly opened, in one browser for all of them.
//
//   import { browser, freshPage, reader } from "./fresh.mjs";
//   freshPage();
//   test("…", async () => { await reader.pointAt("Kyiv"); });
//
// Invariant: no test sees what another did to its page.

import { after, afterEach, before, beforeEach } from "node:test";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

/** The browser of this spec. */
export let browser;
/** The page that the test at work reads. */
export let reader;

/** Has a browser opened for the spec, and an empty page for each of its tests, whose `window.notes` end with it. */
export function freshStage() {
  before(async () => {
    browser = await open();
    reader = new Reader(browser);
  });
  beforeEach(() => browser.goto("/fixtures/stage.html"));
  afterEach(() => browser.evaluate(() => window.notes?.destroy()));
  after(() => browser?.close());
}

/** Has a browser opened for the spec, and the page for each of its tests. */
export function freshPage() {
  before(async () => {
    browser = await open();
  });
  beforeEach(async () => {
    reader = await Reader.of(browser);
  });
  // What a reader chose is remembered for the site, and all tests read one site.
  afterEach(() => browser.evaluate(() => localStorage.clear()));
  after(() => browser?.close());
}
