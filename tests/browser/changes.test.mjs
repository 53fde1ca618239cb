// Notes follow an article that its page changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

const isPainted = (words) => browser.waitFor((words) => {
  return [...(CSS.highlights.get("postil-entity") ?? [])].some(({ startContainer, startOffset, endOffset }) => startContainer.data?.slice(startOffset, endOffset) === words);
}, words);

test("a paragraph that is added gets notes", async () => {
  await browser.evaluate(() => {
    const added = document.createElement("p");
    added.textContent = "In Tokyo, a spokesman declined to comment on what had been said in Pyongyang the day before.";
    document.querySelector("#story").append(added);
  });
  await isPainted("Tokyo");
});

test("a text that is edited keeps its marks on the right words", async () => {
  await browser.evaluate(() => {
    const text = [...document.querySelectorAll("#story > p")].find((p) => p.textContent.startsWith("Ukraine severed")).firstChild;
    text.data = `Late on Wednesday, ${text.data}`;
  });
  await browser.waitFor(() => {
    const text = [...document.querySelectorAll("#story > p")].find((p) => p.textContent.startsWith("Late on")).firstChild;
    const marked = [...CSS.highlights.get("postil-entity")].filter(({ startContainer }) => startContainer === text);
    return marked.length > 0 && marked.every(({ startOffset, endOffset }) => /^\p{Lu}/u.test(text.data.slice(startOffset, endOffset)));
  });
});

test("an article that is replaced, as a router of the page's own does it, gets notes of its own", async () => {
  await browser.evaluate(() => {
    const story = document.querySelector("#story");
    const other = document.createElement("article");
    other.innerHTML = `<h1>Netherwick keeps its ferry</h1><p>The council of Netherwick voted to keep the old ferry, although the
      agency Reuters had reported from Manchester that the boat would be sold, and although money is short.</p>`;
    story.replaceWith(other);
  });
  await isPainted("Manchester");
  const { "postil-entity": names } = await reader.painted();
  assert.ok(!names.includes("Pyongyang"), names.join(" | "));
});

test("an article that goes takes its marks along", async () => {
  // The rest of the demo goes, too: it tells what a card says, which is reported speech.
  await browser.evaluate(() => [...document.body.children].filter((child) => child.localName !== "postil-host").forEach((child) => child.remove()));
  await browser.waitFor(() => [...CSS.highlights].filter(([name]) => name.startsWith("postil-")).every(([, ranges]) => ranges.size === 0));
  assert.equal(await reader.card(), null);
  await browser.waitFor(() => document.querySelector("postil-host").shadowRoot.querySelector("[part=control]").hidden);
});

test("white space that is edited where nobody sees it moves no mark", async () => {
  await browser.evaluate(() => {
    for (const text of [...document.querySelectorAll("#story > p")].flatMap((p) => [...p.childNodes]).filter(({ nodeType }) => nodeType === 3)) {
      text.data = text.data.replace(/\s+/g, " ");
    }
  });
  const names = new Set(["Moscow", "Telegram", "Kyiv", "Syria", "Crimea"]);
  await browser.waitFor((names) => {
    const words = [...CSS.highlights.get("postil-entity")].map(({ startContainer, startOffset, endOffset }) => startContainer.data?.slice(startOffset, endOffset));
    return names.every((name) => words.includes(name));
  }, [...names]);
});

test("card and list come back when the page throws them out", async () => {
  await browser.evaluate(() => document.querySelector("postil-host").remove());
  await browser.waitFor(() => document.querySelector("postil-host") !== null);
  await browser.key("Alt+/");
  await browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
});

test("an open list keeps the focus where it was while the article changes", async () => {
  await browser.key("Alt+/");
  for (let i = 0; i < 9 && (await reader.focus()) !== "third country to recognise"; i++) await browser.key("Tab");
  await browser.evaluate(() => {
    const added = document.createElement("p");
    added.textContent = "In Tokyo, a spokesman declined to comment on what had been said in Pyongyang the day before.";
    document.querySelector("#story").append(added);
  });
  await isPainted("Tokyo");
  assert.equal(await reader.focus(), "third country to recognise");
});

test("marks that another script throws away come back", async () => {
  await browser.evaluate(() => {
    CSS.highlights.clear();
    document.querySelector("#story").append(document.createElement("p"));
  });
  await isPainted("Pyongyang");
});
