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

test("Tab goes on to what the card offers", async () => {
  await browser.key("Alt+.");
  await reader.cardTitled("Ukraine");
  // Some engines stop at what scrolls first.
  for (let i = 0; i < 3 && (await reader.focus()) !== "Next mention"; i++) await browser.key("Tab");
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
      const entries = heading.nextElementSibling.querySelectorAll("button").length;
      return [heading.firstChild.textContent, Number(heading.lastElementChild.textContent) === entries];
    });
  });
  assert.deepEqual(headings, [["Claims", true], ["Quotations", true], ["Terms", true], ["Names", true]]);
});

test("an entry of the list opens its card, and the card leads back to the list", async () => {
  await browser.key("Alt+/");
  await listIsOpen();
  // On the way lie the button that closes the list and, in some engines, what scrolls.
  for (let i = 0; i < 5 && (await reader.focus()) !== "third country to recognise"; i++) await browser.key("Tab");
  assert.equal(await reader.focus(), "third country to recognise");
  await browser.key("Enter");
  assert.equal((await reader.cardTitled("third country to recognise")).focused, true);
  await browser.key("Escape");
  await reader.cardClosed();
  assert.equal(await reader.focus(), "third country to recognise");
  await browser.key("Escape");
  await listIsClosed();
});

test("the control is the last stop of the page and opens the list", async () => {
  const control = await reader.box("[part=control]");
  await browser.click(control.x + control.width / 2, control.y + control.height / 2);
  await listIsOpen();
  await browser.key("Escape");
  await listIsClosed();
  assert.match(await reader.focus(), /^Notes \d+$/);
});
