// Takes WebKitGTK's MiniBrowser, gives a page of it through WebKitWebDriver. It wants a display: the task gives it one.

import { writeFile } from "node:fs/promises";
import { Builder, Key, Origin } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { settings } from "./media.mjs";

/** A page of a million words takes its time. */
const SCRIPT_MS = 120_000;

/** A browser that has not started by then does not start at all: seen once in some hundreds of starts. */
const START_MS = 60_000;

/**
 * @param {"webkit"} engine
 * @param {string} binary MiniBrowser
 * @param {Record<string, string>} media
 */
export async function openWebKit(engine, binary, media) {
  if (!process.env.DISPLAY) throw new Error("WebKitGTK wants a display: run the tests by `cargo xtask test browser webkit`");
  return start(engine, binary, media).catch(() => start(engine, binary, media));
}

async function start(engine, binary, media) {
  const service = new DriverService.Builder("WebKitWebDriver").setLoopback(true).setEnvironment({ ...process.env, ...settings(media, engine) }).build();
  try {
    const capabilities = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
    const builder = new Builder().usingServer(await service.start()).disableEnvironmentOverrides();
    const driver = await inTime(builder.withCapabilities(capabilities).build());
    await driver.manage().setTimeouts({ script: SCRIPT_MS });
    return new WebKitPage(service, driver);
  } catch (error) {
    await service.kill();
    throw error;
  }
}

/** What is promised, if it comes before a browser is given up. */
function inTime(promised) {
  const late = new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`MiniBrowser did not start within ${START_MS} ms`)), START_MS);
    promised.then(() => clearTimeout(timer), () => clearTimeout(timer));
  });
  return Promise.race([promised, late]);
}

class WebKitPage {
  touches = false;
  listens = false;
  messages = [];
  #service;
  #driver;
  /** How much the window is larger than its page. */
  #frame;

  constructor(service, driver) {
    this.#service = service;
    this.#driver = driver;
  }

  goto(url) {
    return this.#driver.get(url);
  }

  evaluate(code, values) {
    const body = typeof code === "function" ? `return (${code})(...arguments);` : `return (${code});`;
    return this.#driver.executeScript(body, ...values);
  }

  move(x, y) {
    return this.#pointer(x, y).perform();
  }

  glide(places) {
    const actions = this.#driver.actions({ async: true });
    return places.reduce((way, [x, y]) => way.move({ x, y, duration: 0, origin: Origin.VIEWPORT }), actions).perform();
  }

  click(x, y) {
    return this.#pointer(x, y).click().perform();
  }

  tap(x, y) {
    return this.click(x, y);
  }

  async key(name, modifiers) {
    const held = modifiers.map(keyCode);
    const actions = this.#driver.actions({ async: true });
    held.forEach((key) => actions.keyDown(key));
    actions.keyDown(keyCode(name)).keyUp(keyCode(name));
    held.reverse().forEach((key) => actions.keyUp(key));
    await actions.perform();
  }

  async screenshot(path) {
    const picture = Buffer.from(await this.#driver.takeScreenshot(), "base64");
    if (path) await writeFile(path, picture);
    return picture;
  }

  /**
   * The window's size is what the driver sets, the frame's share added; the page has it a little later. A window has a least
   * size: a page that comes no nearer in two seconds is at it.
   */
  async setViewport(width, height) {
    const window = this.#driver.manage().window();
    const inner = () => this.#driver.executeScript("return [innerWidth, innerHeight]");
    this.#frame ??= await Promise.all([window.getRect(), inner()]).then(([outer, [w, h]]) => [outer.width - w, outer.height - h]);
    await window.setRect({ x: 0, y: 0, width: width + this.#frame[0], height: height + this.#frame[1] });
    await this.#driver.wait(async () => String(await inner()) === String([width, height]), 2000).catch(() => {});
  }

  async print() {
    await this.#driver.executeScript("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'));");
  }

  async close() {
    await this.#driver.quit();
    await this.#service.kill();
  }

  drag([x, y], [toX, toY]) {
    return this.#pointer(x, y).press().move({ x: toX, y: toY, duration: 100, origin: Origin.VIEWPORT }).release().perform();
  }

  /** The driver has no finger, and the engine lets no script make touches: these are events with what is read of them. */
  async swipe([x, y], [toX, toY]) {
    await this.#driver.executeScript(`
      const [x, y, toX, toY] = arguments;
      const root = document.querySelector("postil-host").shadowRoot;
      const target = root.elementFromPoint(x, y);
      const dispatch = (type, clientX, clientY) => {
        const touch = { clientX, clientY };
        const event = Object.setPrototypeOf(new Event(type, { bubbles: true, composed: true }), TouchEvent.prototype);
        Object.defineProperties(event, { changedTouches: { value: [touch] }, touches: { value: type === "touchend" ? [] : [touch] } });
        target.dispatchEvent(event);
      };
      dispatch("touchstart", x, y);
      dispatch("touchmove", toX, toY);
      dispatch("touchend", toX, toY);`, x, y, toX, toY);
  }

  #pointer(x, y) {
    return this.#driver.actions({ async: true }).move({ x, y, duration: 0, origin: Origin.VIEWPORT });
  }
}

/** WebDriver's code for a `KeyboardEvent.key` name: "ArrowDown" is ARROW_DOWN; a character is itself. */
function keyCode(name) {
  return Key[name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase()] ?? name;
}
