// What assistive technology is told of an open card and of the list, as files to read: tests/browser/snapshots/NAME.txt.
//
// `UPDATE=1 cargo xtask test browser chromium tree` writes them anew; the diff is what a listener will notice.
// Each line is a role with its name “…”, its states in brackets, and after a colon the text in it.
//
// Invariant: compared exactly, but for boxes that have no meaning of their own (generic, none) and for spaces at the ends of
// texts, which hang on where lines break, and so on fonts.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { engine } from "./browser.mjs";
import { browser, freshPage, reader } from "./fresh.mjs";
import { REPORTED } from "./reader.mjs";

const CARDS = { "claim": "third country to recognise", "person": "Kim Jong Un", "quotation": REPORTED };
const STATES = ["level", "disabled", "modal", "expanded", "pressed", "checked", "selected"];
const HOLLOW = ["generic", "none", "InlineTextBox"];

const skip = engine === "chromium" ? false : "only Chromium's driver tells the accessibility tree";
if (!skip) freshPage();

for (const [name, words] of Object.entries(CARDS)) {
  test(`the tree of the card of ${words}`, { skip }, async () => {
    await reader.pointAt(words);
    await reader.cardOpen();
    await compare(name, "postil-host >>> [part~=card]");
  });
}

test("the tree of the list of notes", { skip }, async () => {
  await browser.key("Alt+/");
  await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
  await compare("list", "postil-host >>> [part=notes]");
});

async function compare(name, selector) {
  const file = new URL(`snapshots/${name}.txt`, import.meta.url);
  const found = meaningful(await browser.accessibilityTree(selector)).flatMap((node) => lines(node, "")).join("\n") + "\n";
  if (process.env.UPDATE) {
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, found);
  }
  assert.ok(existsSync(file), `${file.pathname} is missing: UPDATE=1 cargo xtask test browser chromium tree`);
  assert.equal(found, readFileSync(file, "utf8"), `${file.pathname} says otherwise; UPDATE=1 takes what is found`);
}

/** A node without hollow boxes: in their place stands what they hold. */
function meaningful(node) {
  const children = (node.children ?? []).flatMap(meaningful);
  return HOLLOW.includes(node.role) ? children : [{ ...node, children }];
}

function lines(node, indent) {
  if (node.role === "StaticText") return node.name.trim() ? [`${indent}“${node.name.trim()}”`] : [];
  const states = STATES.filter((state) => node[state]).map((state) => `[${state}${node[state] === true ? "" : ` ${node[state]}`}]`);
  const head = [indent + node.role, ...(node.name ? [`“${node.name}”`] : []), ...states].join(" ");
  const onlyText = node.children.every(({ role }) => role === "StaticText");
  if (!onlyText) return [head, ...node.children.flatMap((child) => lines(child, `${indent}  `))];
  const text = node.children.map(({ name }) => name.trim()).join(" ").trim();
  return [text === "" || text === node.name ? head : `${head}: ${text}`];
}
