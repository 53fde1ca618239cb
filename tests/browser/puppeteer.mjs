// Takes Chromium or Firefox, gives a page of it: Chromium by its own protocol, Firefox by WebDriver BiDi, no driver between.

import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { settings } from "./media.mjs";

/** Also the benches' (benches/main-thread.mjs) and the wasm tests' (xtask/src/browsers.rs). */
const CHROMIUM_FLAGS = JSON.parse(readFileSync(new URL("chromium-flags.json", import.meta.url), "utf8"));

/** Of two keys that write the same sign, the one among the letters. */
const CODES = { "/": "Slash", ".": "Period", ",": "Comma" };

/**
 * @param {"chromium" | "firefox"} engine
 * @param {string} executablePath
 * @param {Record<string, string>} media
 */
export async function openPuppeteer(engine, executablePath, media) {
  const chromium = engine === "chromium";
  const options = { executablePath, headless: true, args: chromium ? CHROMIUM_FLAGS : [], defaultViewport: null };
  // Else Firefox has touch events only where it finds a touch screen.
  const preferences = { "dom.w3c_touch_events.enabled": 1, ...(chromium ? {} : settings(media, engine)) };
  const browser = await puppeteer.launch({ ...options, extraPrefsFirefox: preferences, browser: chromium ? "chrome" : "firefox" });
  const page = await browser.newPage();
  if (chromium) await emulate(page, media);
  return new PuppeteerPage(browser, page, chromium);
}

/** Puppeteer's own `emulateMediaFeatures` knows no forced colours. */
async function emulate(page, { type = "", ...features }) {
  const devtools = await page.createCDPSession();
  const named = Object.entries(features).map(([name, value]) => ({ name, value }));
  await devtools.send("Emulation.setEmulatedMedia", { media: type, features: named });
}

class PuppeteerPage {
  touches = true;
  listens = true;
  messages = [];
  #browser;
  #page;
  #chromium;

  constructor(browser, page, chromium) {
    this.#browser = browser;
    this.#page = page;
    this.#chromium = chromium;
    page.on("console", (message) => this.messages.push({ type: message.type(), text: message.text() }));
    page.on("pageerror", (error) => this.messages.push({ type: "error", text: String(error) }));
  }

  async goto(url) {
    await this.#page.goto(url, { waitUntil: "load" });
  }

  evaluate(code, values) {
    return this.#page.evaluate(code, ...values);
  }

  /** Firefox makes one move of all that come before its next frame: a pointer that went away and came back would have stayed. */
  async move(x, y) {
    await this.#page.mouse.move(x, y);
    if (!this.#chromium) await this.#page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  async glide(places) {
    await Promise.all(places.map(([x, y]) => this.#page.mouse.move(x, y)));
  }

  click(x, y) {
    return this.#page.mouse.click(x, y);
  }

  tap(x, y) {
    return this.#page.touchscreen.tap(x, y);
  }

  async key(name, modifiers) {
    for (const modifier of modifiers) await this.#page.keyboard.down(modifier);
    await this.#page.keyboard.press(CODES[name] ?? name);
    for (const modifier of modifiers) await this.#page.keyboard.up(modifier);
  }

  async screenshot(path) {
    return Buffer.from(await this.#page.screenshot(path ? { path } : {}));
  }

  async accessibilityTree(selector) {
    const root = await this.#page.$(selector);
    return this.#page.accessibility.snapshot({ root, interestingOnly: false });
  }

  setViewport(width, height) {
    return this.#page.setViewport({ width, height });
  }

  print() {
    return this.#page.pdf({ format: "A4", printBackground: true });
  }

  close() {
    return this.#browser.close();
  }

  async drag([x, y], [toX, toY]) {
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(toX, toY, { steps: 8 });
    await this.#page.mouse.up();
  }

  async swipe([x, y], [toX, toY]) {
    await this.#page.touchscreen.touchStart(x, y);
    for (let i = 1; i <= 6; i++) await this.#page.touchscreen.touchMove(x + (toX - x) * i / 6, y + (toY - y) * i / 6);
    await this.#page.touchscreen.touchEnd();
  }
}
