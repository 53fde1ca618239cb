// Facts come with the first card: of a pack in two files the second is fetched when a reader first wants to know more.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, freshPage, reader } from "./fresh.mjs";

freshPage();

/** Counts requests for second parts in `asked`. What they get is the server's answer, or as `network` says: "held", "down" or "mixed up". */
beforeEach(() => browser.evaluate(() => {
  const real = window.fetch.bind(window);
  Object.assign(window, { asked: 0, network: "up" });
  const released = new Promise((done) => Object.assign(window, { release: done }));
  window.fetch = async (url, options) => {
    if (!String(url).endsWith("/world.more.pack")) return real(url, options);
    window.asked += 1;
    if (window.network === "held") await released;
    if (window.network === "down") throw new TypeError("the network is down");
    return real(window.network === "mixed up" ? "/postil/facts.pack" : url, options);
  };
}));

const asked = () => browser.evaluate(() => window.asked);
const network = (state) => browser.evaluate((state) => Object.assign(window, { network: state }).network, state);
const cardSays = (words) => browser.waitFor((words) => {
  const card = document.querySelector("postil-host")?.shadowRoot.querySelector("[part~=card]:popover-open");
  return card?.innerText.replace(/\s+/g, " ").includes(words);
}, words);

test("before a reader shows interest nothing is asked for", async () => {
  await reader.annotate({});
  await reader.pageTimer(300); // card and list have been made
  await browser.move(1, 1);
  assert.equal(await asked(), 0);
});

test("a pointer that comes to rest on a mark asks, before its card opens, and once for all cards", async () => {
  await reader.annotate({ openDelay: 60_000 });
  await reader.pointAt("Kim Jong Un");
  await browser.waitFor(() => window.asked);
  assert.equal(await reader.card(), null);
  await reader.tap("Kim Jong Un");
  await cardSays("leader of North Korea");
  await reader.tap("Crimea");
  await cardSays("Black Sea peninsula");
  assert.equal(await asked(), 1);
});

const WAYS = {
  "the list, by a key,": () => browser.key("Alt+/"),
  "the list, by its control,": async () => {
    // An element is no JSON: Firefox gives none.
    await browser.waitFor(() => Boolean(document.querySelector("postil-host")?.shadowRoot.querySelector("[part=control]:not([hidden])")));
    await reader.openList();
  },
  "a key to the next note": () => browser.key("Alt+."),
};

for (const [what, act] of Object.entries(WAYS)) {
  test(`${what} asks, too`, async () => {
    await reader.annotate({});
    await act();
    await browser.waitFor(() => window.asked);
  });
}

test("a card says what it has while the facts are on their way, and is filled in place", async () => {
  await network("held");
  await reader.annotate({});
  await reader.listen("postil:close");
  await reader.pointAt("Crimea");
  const { text } = await reader.cardTitled("Crimea");
  assert.match(text, /on their way/);
  assert.doesNotMatch(text, /peninsula|Nothing more is known/);
  await browser.evaluate(() => window.release());
  await cardSays("Black Sea peninsula");
  assert.doesNotMatch((await reader.card()).text, /on their way/);
  assert.deepEqual(await reader.heard(), [], "it has not been closed");
});

test("facts that cannot be fetched are told of on the card, and once to the host; the next card tries again", async () => {
  await network("down");
  await reader.annotate({});
  await reader.listen("postil:error");
  for (const name of ["Crimea", "Kim Jong Un"]) {
    await reader.tap(name);
    await reader.cardTitled(name);
    await cardSays("could not be fetched");
  }
  const [{ name, message }, ...others] = await reader.heard();
  assert.equal(name, "PostilPackError");
  assert.match(message, /world\.more\.pack.*the network is down.*connect-src/);
  assert.deepEqual(others, []);
  await network("up");
  await reader.tap("Crimea");
  await cardSays("Black Sea peninsula");
});

test("the second part of another pack is refused", async () => {
  await network("mixed up");
  await reader.annotate({});
  await reader.listen("postil:error");
  await reader.tap("Crimea");
  await cardSays("could not be fetched");
  const [{ message }] = await reader.heard();
  assert.match(message, /world\.more\.pack.*belongs to another pack/);
});

test("a script can ask for them, and is told on each card whether they are here", async () => {
  await reader.annotate({});
  const details = () => browser.evaluate(() => {
    const { index } = window.notes.annotations().find(({ kind }) => kind === "entity");
    return window.notes.card(index).details;
  });
  assert.equal(await details(), "awaited");
  await browser.evaluate(() => window.notes.complete());
  assert.equal(await details(), "here");
  assert.equal(await asked(), 1);
});
