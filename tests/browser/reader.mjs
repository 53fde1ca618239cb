// Takes a page that the widget is in, gives what a reader sees and does there, by nothing but what stands on the screen.
//
//   const reader = await Reader.of(browser, "/");
//   await reader.pointAt("Kyiv");
//   await reader.cardTitled("Kyiv");
//
// Invariant: knows the widget by its documented surface alone: highlights' names, `postil-host`, parts, roles, the module.

/** On the demo a reported clause with quoted words, in whose first line no name stands. */
export const REPORTED = "that he hoped for “fruitful cooperation” and for more trade with North Korea";

/** Reads a page as a person would. */
export class Reader {
  constructor(browser) {
    this.browser = browser;
  }

  /** Opens an address of the demonstration and waits for its notes. */
  static async of(browser, address = "/") {
    await browser.goto(address);
    await browser.waitFor(() => CSS.highlights.has("postil-entity") && document.querySelector("postil-host") !== null);
    const reader = new Reader(browser);
    await browser.move(1, 1);
    return reader;
  }

  /** The words under each highlight: `{ "postil-entity": ["Kyiv", …], … }`, range by range. */
  painted() {
    return this.browser.evaluate(() => {
      const words = ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString().replace(/\s+/g, " ");
      };
      const ours = [...CSS.highlights].filter(([name]) => name.startsWith("postil-"));
      return Object.fromEntries(ours.map(([name, ranges]) => [name, [...ranges].map(words)]));
    });
  }

  /** Scrolls to the `nth` painted range that shows `words` and gives the middle of its first line. */
  async place(words, nth = 0) {
    const [{ x, y, width, height }] = await this.lines(words, nth);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Scrolls to the `nth` painted range that shows `words` and gives the boxes of its lines: `[{ x, y, width, height }, …]`. */
  async lines(words, nth = 0) {
    const lines = await this.browser.evaluate(async (words, nth) => {
      const all = [...CSS.highlights].filter(([name]) => name.startsWith("postil-") && name !== "postil-active");
      const live = all.flatMap(([, ranges]) => [...ranges]).map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      });
      const found = live.filter((range) => range.toString().replace(/\s+/g, " ") === words)[nth];
      if (!found) return null;
      const { top, bottom } = found.getBoundingClientRect();
      if (top < 60 || bottom > innerHeight - 60) {
        found.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        // The events of a scroll come with the next frame, and a reader's pointer later than that.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      return [...found.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    }, words, nth);
    if (!lines) throw new Error(`nothing painted says “${words}”`);
    return lines;
  }

  /** Rests the pointer on a mark. */
  async pointAt(words, nth = 0) {
    const { x, y } = await this.place(words, nth);
    await this.browser.move(x - 2, y);
    await this.browser.move(x, y);
  }

  /** Taps a mark: a touch where the engine has touches, else a click. */
  async tap(words, nth = 0) {
    const { x, y } = await this.place(words, nth);
    await this.browser.tap(x, y);
  }

  /** What the open card says: `{ kind, title, text, sheet, focused }`; null while none is open. */
  card() {
    return this.browser.evaluate(() => {
      const root = document.querySelector("postil-host")?.shadowRoot;
      const card = root?.querySelector("[part~=card]:popover-open");
      if (!card) return null;
      const part = (name) => card.querySelector(`[part=${name}]`)?.textContent ?? null;
      return {
        kind: part("kind"),
        title: part("title"),
        text: card.innerText.replace(/\s+/g, " "),
        sheet: card.part.contains("sheet"),
        focused: card.contains(root.activeElement),
      };
    });
  }

  /** Waits for the card of this title, and gives it. */
  async cardTitled(title) {
    await this.browser.waitFor((title) => {
      const root = document.querySelector("postil-host")?.shadowRoot;
      return root?.querySelector("[part~=card]:popover-open [part=title]")?.textContent === title;
    }, title);
    return this.card();
  }

  /** Waits for any card, and gives it. */
  cardOpen() {
    return this.browser.waitFor(() => {
      return Boolean(document.querySelector("postil-host")?.shadowRoot.querySelector("[part~=card]:popover-open"));
    }).then(() => this.card());
  }

  /** Waits until no card is open. */
  cardClosed() {
    return this.browser.waitFor(() => {
      return !document.querySelector("postil-host")?.shadowRoot.querySelector("[part~=card]:popover-open");
    });
  }

  /** Where something of the widget lies: `{ x, y, width, height }`, by a selector inside its shadow root. */
  box(selector) {
    return this.browser.evaluate((selector) => {
      const { x, y, width, height } = document.querySelector("postil-host").shadowRoot.querySelector(selector).getBoundingClientRect();
      return { x, y, width, height };
    }, selector);
  }

  /** Clicks something of the widget, after scrolling it into sight. */
  async click(selector) {
    await this.browser.evaluate((selector) => {
      document.querySelector("postil-host").shadowRoot.querySelector(selector).scrollIntoView({ block: "nearest", behavior: "instant" });
    }, selector);
    const { x, y, width, height } = await this.box(selector);
    await this.browser.click(x + width / 2, y + height / 2);
  }

  /** Opens the list of notes by its control. */
  async openList() {
    await this.click("[part=control]");
    await this.listIs("open");
  }

  /** Waits until the list of notes is `open` or `closed`. */
  listIs(state) {
    return this.browser.waitFor((state) => {
      return document.querySelector("postil-host")?.shadowRoot.querySelector("[part=notes]").hidden === (state === "closed");
    }, state);
  }

  /** Opens the list and unfolds its settings. */
  async openSettings() {
    await this.openList();
    await this.click("[part=settings] summary");
  }

  /** Clicks what is labelled so in the list: a box to tick, a button. */
  async choose(label) {
    const { x, y, width, height } = await this.browser.evaluate((label) => {
      const all = [...document.querySelector("postil-host").shadowRoot.querySelectorAll("[part=notes] :is(label, button)")];
      const found = all.find((element) => element.textContent === label && element.checkVisibility());
      if (!found) throw new Error(`the list has no “${label}”`);
      found.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x, y, width, height };
    }, label);
    await this.browser.click(x + width / 2, y + height / 2);
  }

  /** What screen readers have last been told of a change. */
  told() {
    return this.browser.evaluate(() => document.querySelector("postil-host").shadowRoot.querySelector("[role=status]").textContent);
  }

  /** What the control says. */
  control() {
    return this.browser.evaluate(() => document.querySelector("postil-host").shadowRoot.querySelector("[part=control]").textContent);
  }

  /** The label of what has the focus in the widget, or null. */
  focus() {
    return this.browser.evaluate(() => {
      const focused = document.querySelector("postil-host")?.shadowRoot.activeElement;
      return focused && (focused.getAttribute("aria-label") ?? focused.textContent);
    });
  }

  /** From now on notes the widget's events of these names, for `heard`. */
  listen(...names) {
    return this.browser.evaluate((names) => {
      window.heard = [];
      names.forEach((name) => document.addEventListener(name, ({ detail }) => window.heard.push(detail)));
    }, names);
  }

  /** The details of the events noted since `listen`. */
  heard() {
    return this.browser.evaluate(() => window.heard);
  }

  /** Waits until a timer of the page itself has run: whatever the widget had due before that has happened then. */
  pageTimer(milliseconds) {
    return this.browser.evaluate((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)), milliseconds);
  }

  /** Waits until two frames have been painted: whatever the widget does at once is done then. */
  frames() {
    return this.browser.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  }

  /**
   * Moves the pointer in a straight stroke, as a hand does, by many small moves. Gives the longest pause that the page saw between
   * them, in milliseconds: a busy machine may make one where the hand made none.
   */
  async stroke([fromX, fromY], [toX, toY], moves = 12) {
    await this.browser.evaluate(() => {
      const times = [performance.now()];
      const note = () => times.push(performance.now());
      addEventListener("pointermove", note, true);
      window.longestPause = () => {
        removeEventListener("pointermove", note, true);
        return Math.max(...times.slice(1).map((time, i) => time - times[i]));
      };
    });
    const between = (from, to, i) => Math.round(from + (to - from) * i / moves);
    await this.browser.glide(Array.from({ length: moves }, (_, i) => [between(fromX, toX, i + 1), between(fromY, toY, i + 1)]));
    await this.frames();
    return this.browser.evaluate(() => window.longestPause());
  }

  /** Writes a paragraph into the article and waits until the widget has marked a name in it. */
  async write(html, name) {
    await this.browser.evaluate((html) => document.querySelector("#story").insertAdjacentHTML("beforeend", html), html);
    await this.browser.waitFor((name) => [...CSS.highlights.get("postil-entity") ?? []].some(({ startContainer, startOffset }) =>
      startContainer.data?.startsWith(name, startOffset)), name);
  }

  /** Starts the notes anew, with other options. */
  annotate(options) {
    return this.browser.evaluate(async (options) => {
      const { notes } = await import("/postil/auto.js");
      (await notes).destroy();
      const { annotate } = await import("/postil/postil.js");
      window.notes = await annotate(options);
      return true;
    }, options);
  }

  /** The cursor that the page shows at a point. */
  cursor(x, y) {
    return this.browser.evaluate((x, y) => getComputedStyle(document.elementFromPoint(x, y)).cursor, x, y);
  }

  /** The page as HTML, the widget's one element left out. */
  serialised() {
    return this.browser.evaluate(() => {
      const copy = document.documentElement.cloneNode(true);
      copy.querySelector("postil-host")?.remove();
      return copy.outerHTML;
    });
  }

  /** The page as its server sent it, read and written once by the engine. */
  asServed() {
    return this.browser.evaluate(async () => {
      const html = await (await fetch(location.pathname)).text();
      return new DOMParser().parseFromString(html, "text/html").documentElement.outerHTML;
    });
  }
}
