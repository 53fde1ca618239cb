// Takes the engine that POSTIL_ENGINE names, gives one small interface to a page in it, the same for all three.
//
//   const browser = await open();
//   await browser.goto("/");
//   await browser.move(120, 300);
//   await browser.waitFor(() => document.querySelector("postil-host") !== null);
//   await browser.close();
//
// `cargo xtask test browser [engine] [spec]` sets what is read here: POSTIL_ENGINE, POSTIL_BROWSER, POSTIL_BASE_URL.
// Invariant: nothing sleeps; what takes time is waited for, up to a deadline.

import { setTimeout as pause } from "node:timers/promises";
import { openPuppeteer } from "./puppeteer.mjs";
import { openWebKit } from "./webkit.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} Engine */

/** The engine under test. @type {Engine} */
export const engine = process.env.POSTIL_ENGINE ?? "chromium";

const DEADLINE_MS = 15_000;
const OPENERS = { chromium: openPuppeteer, firefox: openPuppeteer, webkit: openWebKit };

/**
 * Opens a page of its own in the engine under test.
 *
 * @param {{ width?: number, height?: number, media?: Record<string, string> }} [options] the viewport's size in CSS pixels, and the
 *   media features that the page finds (media.mjs): `{ "prefers-color-scheme": "dark" }`
 */
export async function open({ width = 1280, height = 800, media = {} } = {}) {
  const opener = OPENERS[engine];
  if (!opener) throw new Error(`POSTIL_ENGINE is ${engine}: choose ${Object.keys(OPENERS).join(", ")}`);
  const browser = new Browser(await opener(engine, required("POSTIL_BROWSER"), media));
  await browser.setViewport(width, height);
  return browser;
}

/** A page in some engine. Coordinates are CSS pixels of the viewport. */
class Browser {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Whether `tap` is a real touch here; else it is a click. */
  get touches() {
    return this.#page.touches;
  }

  /** Whether `messages` is filled here. */
  get listens() {
    return this.#page.listens;
  }

  /** What the page wrote to the console or threw, oldest first: `{ type, text }`, type "error" for both kinds of error. */
  get messages() {
    return this.#page.messages;
  }

  /** Opens an address, an absolute one or one of the test server's, and waits until it has loaded. */
  goto(url) {
    const absolute = URL.canParse(url) ? url : new URL(url, required("POSTIL_BASE_URL")).href;
    return this.#page.goto(absolute);
  }

  /** Runs a function (or an expression, as text) in the page; arguments and result are JSON. A promise is awaited. */
  evaluate(code, ...values) {
    return this.#page.evaluate(code, values);
  }

  /** Waits until a function, run in the page, gives something true, and gives that. */
  async waitFor(condition, ...values) {
    for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline; await pause(25)) {
      const value = await this.evaluate(condition, ...values);
      if (value) return value;
    }
    throw new Error(`waited ${DEADLINE_MS} ms in vain for: ${condition}`);
  }

  move(x, y) {
    return this.#page.move(x, y);
  }

  /** Moves the pointer from place to place, without rest: `[[x, y], …]`. */
  glide(places) {
    return this.#page.glide(places);
  }

  click(x, y) {
    return this.#page.click(x, y);
  }

  tap(x, y) {
    return this.#page.tap(x, y);
  }

  /** Presses a key by its `KeyboardEvent.key` name, after "Shift+" and the like: "Escape", "Shift+Tab". */
  key(name) {
    const keys = name.split("+");
    return this.#page.key(keys.pop(), keys);
  }

  /** A PNG of the viewport, written to a file where `path` is given. */
  screenshot(path) {
    return this.#page.screenshot(path);
  }

  /** What assistive technology is told of the first element that fits, as a tree of `{ role, name, children }`; Chromium only. */
  accessibilityTree(selector) {
    return this.#page.accessibilityTree(selector);
  }

  setViewport(width, height) {
    return this.#page.setViewport(width, height);
  }

  /** Prints the page and gives the PDF; where the engine's driver cannot print, has the page believe that it is printed. */
  print() {
    return this.#page.print();
  }

  /** Ends the browser; one that has crashed by then is told of, for its tests have shown nothing (xtask/src/suite.rs). */
  async close() {
    await this.evaluate("1").catch((error) => console.log(`the browser crashed: ${error.name} ${error.message}`));
    await this.#page.close();
  }

  /** Moves the pointer with its main button held, and lets it go at the end: what selects text. */
  drag(from, to) {
    return this.#page.drag(from, to);
  }

  /** Puts a finger on the widget, moves it, and lifts it. */
  swipe(from, to) {
    return this.#page.swipe(from, to);
  }
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`cargo xtask test browser\``);
  return value;
}
