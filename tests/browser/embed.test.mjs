// The ways in for publishers: the function, the custom element, and what a listener may do with them.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { open } from "./browser.mjs";

let browser;
before(async () => {
  browser = await open();
});
beforeEach(async () => {
  await browser.goto("/fixtures/stage.html");
  await browser.evaluate(() => {
    document.body.innerHTML = `<main><p id="one">Reuters reported from Moscow.</p><postil-notes id="inside"><p>Nobody in Tokyo knew.</p></postil-notes></main>`;
    window.painted = () => [...(CSS.highlights.get("postil-entity") ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));
  });
});
after(() => browser?.close());

test("`<postil-notes>` marks what it encloses, and nothing when it is gone", async () => {
  const painted = await browser.evaluate(async () => {
    await import("/postil/element.js");
    await document.querySelector("#inside").ready;
    const inside = window.painted();
    document.querySelector("#inside").remove();
    return [inside, window.painted(), document.querySelector("postil-host")];
  });
  assert.deepEqual(painted, [["Tokyo"], [], null]);
});

test("`<postil-notes for>` marks the element of that id, and names an id that there is none of", async () => {
  const [painted, name, message] = await browser.evaluate(async () => {
    document.querySelector("#inside").remove();
    await import("/postil/element.js");
    const notes = document.createElement("postil-notes");
    notes.setAttribute("for", "one");
    document.body.append(notes);
    await notes.ready;
    const painted = window.painted();
    notes.setAttribute("for", "two");
    const error = await notes.ready.catch((error) => error);
    return [painted, error.name, error.message];
  });
  assert.deepEqual(painted, ["Reuters", "Moscow"]);
  assert.equal(name, "PostilRootError");
  assert.match(message, /#two/);
});

test("an article in a shadow root is marked, follows its changes, and is left as it was", async () => {
  const [before, after, left] = await browser.evaluate(async () => {
    const shadow = document.querySelector("#one").attachShadow?.call(document.querySelector("main"), { mode: "open" });
    shadow.innerHTML = "<p>Reuters reported from Moscow.</p>";
    const { annotate } = await import("/postil/postil.js");
    const notes = await annotate({ root: shadow.firstChild });
    const before = [window.painted(), shadow.adoptedStyleSheets.length];
    shadow.firstChild.firstChild.data = "Reuters reported from Berlin.";
    await new Promise((done) => document.addEventListener("postil:ready", done, { once: true }));
    const after = window.painted();
    notes.destroy();
    return [before, after, [shadow.innerHTML, shadow.adoptedStyleSheets.length]];
  });
  assert.deepEqual(before, [["Reuters", "Moscow"], 1]);
  assert.deepEqual(after, ["Reuters", "Berlin"]);
  assert.deepEqual(left, ["<p>Reuters reported from Berlin.</p>", 0]);
});

test("a paragraph that a named root gets is read", async () => {
  const painted = await browser.evaluate(async () => {
    const { annotate } = await import("/postil/postil.js");
    const root = document.createElement("div");
    root.innerHTML = "<p>Reuters reported from Moscow.</p>";
    document.body.append(root);
    await annotate({ root });
    root.insertAdjacentHTML("beforeend", "<p>Nobody in Nairobi knew.</p>");
    await new Promise((done) => document.addEventListener("postil:ready", done, { once: true }));
    return window.painted();
  });
  assert.deepEqual(painted, ["Reuters", "Moscow", "Nairobi"]);
});

test("a listener may ask and destroy while it hears", async () => {
  const heard = await browser.evaluate(async () => {
    const { annotate } = await import("/postil/postil.js");
    const notes = await annotate({ root: document.querySelector("#one") });
    const heard = [];
    document.addEventListener("postil:close", ({ detail }) => heard.push(["close", notes.card(detail.annotation)]));
    document.addEventListener("postil:open", ({ detail }) => {
      heard.push(["open", notes.card(detail.annotation).name]);
      notes.destroy();
    });
    notes.show(1);
    await Promise.resolve();
    return [...heard, notes.annotations(), window.painted(), document.querySelector("postil-host")];
  });
  assert.deepEqual(heard, [["open", "Moscow"], ["close", null], [], [], null]);
});
