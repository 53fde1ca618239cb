// Every card without a pointer: by keys from mark to mark, by the list of notes; Escape closes and gives the focus back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

const focusIn = (selector) => browser.evaluate((selector) => document.querySelector(selector).focus(), selector);
const pageFocus = () => browser.evaluate(() => document.activeElement.textContent.trim());
const listIsOpen = () => browser.waitFor(() => !document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);
const listIsClosed = () => browser.waitFor(() => document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]").hidden);

test("Alt and the full stop go on to the next mark, Alt and the comma back", async () => {
  await browser.key("Alt+.");
  assert.equal((await reader.cardTitled("Ukraine")).focused, true);
  await browser.key("Alt+.");
  await reader.cardTitled("North Korea");
  await browser.key("Alt+,");
  await reader.cardTitled("Ukraine");
});

test("Escape closes the card and gives the focus back", async () => {
  await focusIn(".masthead .title a");
  await browser.key("Alt+.");
  await reader.cardTitled("Ukraine");
  await browser.key("Escape");
  await reader.cardClosed();
  assert.equal(await pageFocus(), "The Margin");
});

test("Escape closes a card that a pointer opened, and the focus stays where it was", async () => {
  await focusIn(".masthead .title a");
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  await browser.key("Escape");
  await reader.cardClosed();
  assert.equal(await pageFocus(), "The Margin");
});

test("a focus that the reader has moved on since is not taken back", async () => {
  await focusIn(".masthead .title a");
  await browser.key("Alt+.");
  await reader.cardTitled("Ukraine");
  await browser.click(5, 300);
  await reader.cardClosed();
  await focusIn(".share a");
  await reader.pointAt("Kim Jong Un");
  await reader.cardTitled("Kim Jong Un");
  const scrolled = await browser.evaluate(() => scrollY);
  await browser.key("Escape");
  await reader.cardClosed();
  assert.equal(await pageFocus(), "Share on Telegram");
  assert.equal(await browser.evaluate(() => scrollY), scrolled);
});

test("a mark in a paragraph higher than the window is brought into view, and its card stays", async () => {
  await browser.evaluate(() => {
    const long = document.createElement("p");
    long.textContent = `${"The harbour was quiet that day, and nothing moved on the water. ".repeat(300)} Nobody in Tokyo had heard of it. ${"The harbour was quiet. ".repeat(300)}`;
    document.querySelector("#story").append(long);
  });
  await browser.waitFor(() => [...CSS.highlights.get("postil-entity")].some(({ startContainer, startOffset }) => startContainer.data?.slice(startOffset, startOffset + 5) === "Tokyo"));
  await browser.key("Alt+,");
  await reader.cardTitled("Tokyo");
  await reader.pageTimer(100); // the scroll's own event has come by then
  assert.equal((await reader.card())?.title, "Tokyo");
});

test("Tab goes on to what the card offers", async () => {
  await browser.key("Alt+.");
  await reader.cardTitled("Ukraine");
  // Some engines stop at what scrolls first.
  for (let i = 0; i < 5 && (await reader.focus()) !== "Next mention"; i++) await browser.key("Tab");
  assert.equal(await reader.focus(), "Next mention");
  await browser.key("Enter");
  await browser.waitFor(() => document.querySelector("postil-host").shadowRoot.querySelector("[part~=card]").innerText.includes("Mention 2 of"));
});

test("the list of notes opens by Alt and the slash, and names every kind with its count", async () => {
  await browser.key("Alt+/");
  await listIsOpen();
  const headings = await browser.evaluate(() => {
    const list = document.querySelector("postil-host").shadowRoot.querySelector("[part=notes]");
    return [...list.querySelectorAll("h3")].map((heading) => {
      let group = heading;
      while (group.localName !== "ol") group = group.nextElementSibling;
      const entries = group.querySelectorAll("button").length;
      return [heading.firstChild.textContent, Number(heading.lastElementChild.textContent) === entries];
    });
  });
  assert.deepEqual(headings, [["Claims", true], ["Quotations", true], ["Reported speech", true], ["Terms", true], ["Names", true]]);
});

test("an entry of the list opens its card, and the card leads back to the list", async () => {
  await browser.key("Alt+/");
  await listIsOpen();
  // On the way lie the button that closes the list and, in some engines, what scrolls.
  for (let i = 0; i < 9 && (await reader.focus()) !== "third country to recognise"; i++) await browser.key("Tab");
  assert.equal(await reader.focus(), "third country to recognise");
  await browser.key("Enter");
  assert.equal((await reader.cardTitled("third country to recognise")).focused, true);
  await browser.key("Escape");
  await reader.cardClosed();
  assert.equal(await reader.focus(), "third country to recognise");
  await browser.key("Escape");
  await listIsClosed();
});

test("the control opens the list, and has the focus when the list is closed", async () => {
  const control = await reader.box("[part=control]");
  await browser.click(control.x + control.width / 2, control.y + control.height / 2);
  await listIsOpen();
  await browser.key("Escape");
  await listIsClosed();
  assert.match(await reader.focus(), /^Notes \d+$/);
});

test("every mark can be gone to, one after the other, and is painted", async () => {
  const [notes, opened] = await browser.evaluate(async () => {
    const notes = await (await import("/postil/auto.js")).notes;
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const all = notes.annotations();
    let opened = 0;
    for (const { index } of all) {
      opened += notes.show(index);
      await frames();
    }
    return [all.length, opened];
  });
  assert.ok(notes > 50);
  assert.equal(opened, notes);
});
