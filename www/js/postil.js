/**
 * Postil in a page: `const notes = await annotate()`.
 *
 * Loads the WebAssembly module beside this file, the packs and the page's language, and hands them over; the tagger's model after the
 * first marks, as are the feeds of fact-checks that the page's owner names; of a pack in two files the second only when a reader first
 * wants a card. Nothing else is ever requested.
 */
import init, { Page } from "./postil_page.js";
import * as tools from "./walk.js";

/** The packs that ship, beside this file. */
export const DEFAULT_PACKS = ["world.pack", "facts.pack"].map((name) => new URL(name, import.meta.url));

/** The tagger's model that ships, beside this file. */
export const DEFAULT_MODEL = new URL("postil-en.model", import.meta.url);

/** The languages that card and list speak beside English, which is built in; their words lie beside this file. */
export const LANGUAGES = ["ar", "de", "es", "fr", "ja", "pt", "ru", "uk", "zh"];

let loading;

/** Loads the module once. Give bytes, a `Response` or an address where it does not lie beside this file. */
export function load(module) {
  loading ??= init(module && { module_or_path: module }).catch((cause) => {
    loading = undefined;
    throw named("PostilLoadError", loadAdvice(cause), cause);
  });
  return loading;
}

/** Finds the article of this document and marks it. See postil.d.ts. */
export async function annotate(options = {}) {
  try {
    const [packs, catalogue] = await Promise.all([
      fetchPacks(options.packs ?? DEFAULT_PACKS),
      fetchWords(options.language ?? document.documentElement.lang),
      load(options.module),
    ]);
    options.signal?.throwIfAborted();
    return Notes.open({ ...options, catalogue }, packs);
  } catch (error) {
    if (!options.signal?.aborted && error.name !== PANIC) tell(error);
    throw error;
  }
}

const PANIC = "PostilPanicError";

/** Calls into the module. If it panics, it has told so itself. */
function attempt(call) {
  try {
    return call();
  } catch (cause) {
    if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
    throw named(PANIC, "Postil failed and has taken its marks away; the console says more", cause);
  }
}

/** Notes at work. A handle that its owner lets go of would be collected, and its marks with it. */
const live = new Set();

/** The notes on one document. */
export class Notes {
  #page;
  #asked = 0;
  #stop = new AbortController();
  /** The second parts of packs that are on their way. */
  #coming;
  /** The model that is on its way. */
  #model;
  /** The feeds of fact-checks that are on their way. */
  #reviews;

  static open(options, packs) {
    const notes = new Notes();
    const fetchMore = (names) => notes.#fetchMore(names);
    const fetchModel = options.model !== false && (() => notes.#fetchModel(options.model ?? DEFAULT_MODEL));
    const feeds = [options.reviews ?? []].flat();
    const fetchReviews = feeds.length > 0 && (() => notes.#fetchReviews(feeds));
    notes.#page = attempt(() => Page.open({ ...options, fetchMore, fetchModel, fetchReviews }, packs, tools));
    live.add(notes);
    options.signal?.addEventListener("abort", () => notes.destroy(), { signal: notes.#stop.signal });
    return notes;
  }

  /** All annotations, in the order of the text. */
  annotations() {
    return this.#ask((page) => page.annotations()) ?? [];
  }

  /** All entities, in the order of their first mention. */
  entities() {
    return this.#ask((page) => page.entities()) ?? [];
  }

  /** The article as it was read, or null while there is none. */
  article() {
    return this.#ask((page) => page.article()) ?? null;
  }

  /** What the card of an annotation says, or null. */
  card(annotation) {
    return this.#ask((page) => page.card(annotation)) ?? null;
  }

  /** What the list of notes has, as JSON-LD in schema.org's words, or null while there is no article. */
  jsonLd() {
    return this.#ask((page) => page.json_ld()) ?? null;
  }

  /** Fetches whatever else there is to know at once: fact-checks, the model, and the second parts of packs. */
  async complete() {
    this.#ask((page) => page.want_all());
    await Promise.all([this.#coming, this.#model, this.#reviews]);
  }

  /** Scrolls to an annotation and opens its card; false if it has none. */
  show(annotation) {
    return this.#ask((page) => page.show(annotation)) ?? false;
  }

  /** Opens the list of notes; the focus stays where it is. */
  openList() {
    this.#ask((page) => page.open_list());
  }

  /** Closes the open card. */
  hide() {
    this.#ask((page) => page.hide());
  }

  /** Leaves the document as it was; called by a listener while we answer, when we have answered. */
  destroy() {
    const page = this.#page;
    this.#end();
    if (page && this.#asked) queueMicrotask(() => attempt(() => page.free()));
    else if (page) attempt(() => page.free());
  }

  /** A page that has panicked is lost: it cannot even be freed. */
  #ask(question) {
    this.#asked += 1;
    try {
      return this.#page && attempt(() => question(this.#page));
    } catch (error) {
      if (error.name === PANIC) this.#end();
      throw error;
    } finally {
      this.#asked -= 1;
    }
  }

  /** Called by the module, which hears of the end in `complete`. */
  #fetchMore(names) {
    this.#coming = Promise.all(names.map((name) => fetchMore(name, this.#stop.signal))).then((parts) => this.#ask((page) => page.complete(parts)));
  }

  /** Called by the module, once, which hears of the end in `learn`. Whatever else the page loads goes before it. */
  #fetchModel(model) {
    this.#model = fetchFile(model, "given as bytes", { signal: this.#stop.signal, priority: "low" }).then((model) => this.#ask((page) => page.learn(model)));
  }

  /** Called by the module, once, which hears of the end in `review`. */
  #fetchReviews(feeds) {
    const signal = this.#stop.signal;
    this.#reviews = Promise.all(feeds.map((feed) => fetchFeed(feed, signal))).then((feeds) => this.#ask((page) => page.review(feeds)));
  }

  #end() {
    this.#stop.abort();
    live.delete(this);
    this.#page = undefined;
  }
}

function fetchPacks(packs) {
  return Promise.all(packs.map((pack, index) => fetchFile(pack, `number ${index + 1}`)));
}

/** A pack or model as a pair: its name, and its bytes or the reason why there are none. */
async function fetchFile(file, nameless, how) {
  if (file instanceof ArrayBuffer || ArrayBuffer.isView(file)) return [nameless, bytesOf(file)];
  if (!URL.canParse(file, document.baseURI)) return [String(file), "it is no address; check how it is written"];
  return fetchBytes(new URL(file, document.baseURI), how);
}

async function fetchBytes(url, how) {
  try {
    const response = await fetch(url, { credentials: "same-origin", ...how });
    if (!response.ok) return [url.href, `the server answered ${response.status}; check its address`];
    return [url.href, new Uint8Array(await response.arrayBuffer())];
  } catch (error) {
    return [url.href, `it could not be fetched (${error.message}); check its address and the policy's connect-src`];
  }
}

/** The second part of a pack lies beside the first: `world.more.pack` beside `world.pack`. */
async function fetchMore(name, signal) {
  if (!URL.canParse(name)) return [name, "it came as bytes, of which there are no more; give its address, or a pack that was not split"];
  const url = new URL(name);
  url.pathname = url.pathname.replace(/(\.[^./]*)?$/, ".more$1");
  return fetchBytes(url, { signal });
}

/** A page takes no longer feed: reading it would keep a reader waiting. */
const LONGEST_FEED = 8_000_000;

/** A feed of fact-checks: its address, and its value or the words why there is none. */
async function fetchFeed(feed, signal) {
  const [address, bytes] = await fetchFile(feed, "given as bytes", { credentials: "omit", signal, priority: "low" });
  if (typeof bytes === "string") return { address, missing: bytes };
  if (bytes.length > LONGEST_FEED) return { address, missing: "it is longer than 8 MB; name a shorter one, or build a pack of it" };
  try {
    return { address, value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch (error) {
    return { address, missing: `it is no JSON (${error.message}); fetch or write it again` };
  }
}

/** The words of a language, or undefined: then English serves. */
async function fetchWords(tag) {
  const language = String(tag).split("-")[0].toLowerCase();
  if (!LANGUAGES.includes(language)) return undefined;
  const url = new URL(`strings/${language}.json`, import.meta.url);
  try {
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.json();
  } catch (error) {
    const message = `the words for “${tag}” could not be read from ${url.href} (${error.message}); the notes speak English`;
    console.warn(`Postil: PostilLanguageError: ${message}`);
    tell({ name: "PostilLanguageError", message });
  }
}

function bytesOf(data) {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

function loadAdvice(cause) {
  return `the WebAssembly module did not load (${cause.message}); check its address, and that the page's policy has script-src 'wasm-unsafe-eval'`;
}

function named(name, message, cause) {
  const error = new Error(message, { cause });
  error.name = name;
  return error;
}

function tell({ name, message }) {
  document.dispatchEvent(new CustomEvent("postil:error", { detail: { name, message } }));
}
