// Pictures on cards: their space is kept, before they come and when they do not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, freshStage, reader } from "./fresh.mjs";
import { noted, packOf } from "./packs.mjs";

freshStage();

/** Opens the card of Inkwell, whose picture is at this address of the server. */
async function card(path, options) {
  const url = new URL(path, await browser.evaluate(() => location.origin)).href;
  const picture = { url, width: 640, height: 400, alt: "The harbour at low water", credit: "Ada Quill, CC BY 4.0" };
  const inkwell = { id: "inkwell", type: "LOC", class: "city", name: "Inkwell", description: "A harbour town", picture };
  await noted(browser, "<p>Nobody in Inkwell had heard of the ferry, and nobody minded.</p>", packOf([inkwell]), options);
  await reader.pointAt("Inkwell");
  await reader.cardTitled("Inkwell");
}

const space = () => reader.box("[part=picture] .space");
const failed = () => browser.waitFor(() => {
  const picture = document.querySelector("postil-host").shadowRoot.querySelector("[part=picture]");
  return picture.textContent.includes("could not be loaded") && picture.innerText;
});

test("a picture has a description, a credit, and the space that its size asks for", async () => {
  await card("/card.png");
  await browser.waitFor(() => document.querySelector("postil-host").shadowRoot.querySelector("[part=picture] img").complete);
  const [alt, referrer, credit] = await browser.evaluate(() => {
    const picture = document.querySelector("postil-host").shadowRoot.querySelector("[part=picture]");
    const image = picture.querySelector("img");
    return [image.alt, image.referrerPolicy, picture.querySelector("figcaption").textContent];
  });
  assert.deepEqual([alt, referrer, credit], ["The harbour at low water", "no-referrer", "Ada Quill, CC BY 4.0"]);
  const { width, height } = await space();
  assert.ok(Math.abs(width / height - 640 / 400) < 0.02, `${width} by ${height}`);
});

test("a picture that does not come says so, and the card keeps its size", async () => {
  await card("/card.png");
  const [kept, whole] = [await space(), await reader.box("[part~=card]")];
  await browser.evaluate(() => window.notes.destroy());
  await card("/no-such-picture.png");
  await failed();
  assert.deepEqual([await space(), await reader.box("[part~=card]")], [kept, whole]);
});

test("a host that wants no pictures asks for none", async () => {
  await card("/card.png?unwanted", { pictures: false });
  const [pictures, asked] = await browser.evaluate(() => [
    document.querySelector("postil-host").shadowRoot.querySelectorAll("img").length,
    performance.getEntriesByType("resource").filter(({ name }) => name.includes("unwanted")).length,
  ]);
  assert.deepEqual([pictures, asked], [0, 0]);
});

test("no picture is asked for before its card opens, though the card is drawn while the pointer rests", async () => {
  const url = new URL("/card.png?early", await browser.evaluate(() => location.origin)).href;
  const picture = { url, width: 640, height: 400, alt: "The harbour", credit: "Ada Quill" };
  const inkwell = { id: "inkwell", type: "LOC", class: "city", name: "Inkwell", picture };
  await noted(browser, "<p>Nobody in Inkwell had heard of the ferry, and nobody minded.</p>", packOf([inkwell]), { openDelay: 4000 });
  await reader.pointAt("Inkwell");
  await browser.waitFor(() => Boolean(document.querySelector("postil-host")?.shadowRoot.querySelector("[part=picture] img")));
  const asked = () => browser.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("early")).length);
  assert.deepEqual([await asked(), await reader.card()], [0, null]);
  await reader.cardTitled("Inkwell");
  await browser.waitFor(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("early")));
});
