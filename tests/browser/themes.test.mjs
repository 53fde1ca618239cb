// Two sites that know the widget by its documented custom properties and parts alone: their look reaches card, list, control and
// marks, and axe finds no colour that cannot be read.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { open } from "./browser.mjs";
import { Reader } from "./reader.mjs";

/** What each page's style sheet asks for, as an engine computes it. */
const THEMES = {
  broadsheet: {
    word: "Moscow",
    card: { backgroundColor: "rgb(255, 249, 243)", color: "rgb(51, 48, 46)", borderTopLeftRadius: "0px", boxShadow: "none" },
    title: { fontStyle: "italic", fontFamily: /DejaVu Serif/ },
    kind: { color: "rgb(13, 91, 112)" },
    control: { borderTopLeftRadius: "0px" },
    entity: "rgb(13, 118, 128)",
  },
  techsite: {
    word: "South Korea",
    card: { backgroundColor: "rgb(19, 26, 38)", color: "rgb(230, 235, 244)", borderTopLeftRadius: "14px", borderTopColor: "rgb(94, 241, 194)" },
    title: { fontFamily: /DejaVu Sans/ },
    kind: { color: "rgb(94, 241, 194)", textTransform: "lowercase", fontFamily: /DejaVu Sans Mono/ },
    control: { borderTopColor: "rgb(94, 241, 194)" },
    entity: "rgb(94, 241, 194)",
  },
};

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

for (const [name, theme] of Object.entries(THEMES)) {
  const visit = () => Reader.of(browser, `/fixtures/${name}.html`);

  test(`${name}: the theme reaches the card and its parts`, async () => {
    const reader = await visit();
    await reader.pointAt(theme.word);
    await reader.cardOpen();
    for (const part of ["card", "title", "kind"]) await wears(`[part~=card]${part === "card" ? "" : ` [part=${part}]`}`, theme[part]);
    assert.deepEqual(await violations(browser), []);
  });

  test(`${name}: the theme reaches the control and the list`, async () => {
    await visit();
    await browser.waitFor(() => document.querySelector("postil-host").shadowRoot.querySelector("[part=control]") !== null);
    await wears("[part=control]", theme.control);
    await browser.key("Alt+/");
    await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
    const { backgroundColor, color, borderTopLeftRadius } = theme.card;
    await wears("[part=notes]", { backgroundColor, color, borderTopLeftRadius });
    assert.deepEqual(await violations(browser), []);
  });

  test(`${name}: the theme reaches the marks`, async () => {
    await visit();
    const line = await browser.evaluate(() => getComputedStyle(document.querySelector("article p"), "::highlight(postil-entity)").textDecorationColor);
    assert.equal(line, theme.entity);
  });
}

/** Whether something of the widget has these computed styles. */
async function wears(selector, styles) {
  const found = await browser.evaluate((selector, names) => {
    const style = getComputedStyle(document.querySelector("postil-host").shadowRoot.querySelector(selector));
    return Object.fromEntries(names.map((name) => [name, style[name]]));
  }, selector, Object.keys(styles));
  for (const [name, wanted] of Object.entries(styles)) {
    if (wanted instanceof RegExp) assert.match(found[name], wanted, `${selector} ${name}`);
    else assert.equal(found[name], wanted, `${selector} ${name}`);
  }
}
