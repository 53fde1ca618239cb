// Runs in the page that `packs.mjs` opens: who loads a lot of names, finds the first, and finds all of a text.
//
// Takes a contestant's name; gives `turn`, which has it do its work once. What it takes in is in memory before: the bytes of a
// pack's first part, or one string of names, a line each.
//
// Invariant: of each contestant one structure is kept at a time, so that what the heap holds is its own.

const get = (what) => fetch(`/bench/${what}`);

const CONTESTANTS = {
  /** The longest run of up to four words that is a name. */
  Map: {
    load: ({ names }) => new Map(names.split("\n").map((name, index) => [name.toLowerCase(), index])),
    find: (map, text) => {
      const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu);
      const longest = (at) => [4, 3, 2, 1].find((length) => map.has(words.slice(at, at + length).join(" ").toLowerCase()));
      return words.filter((_, at) => longest(at)).length;
    },
  },
  /** One alternation of all names, the longest first. */
  RegExp: {
    load: ({ names }) => {
      const sorted = names.split("\n").sort((one, other) => other.length - one.length);
      return new RegExp(`\\b(?:${sorted.map((name) => name.replace(/[.-]/g, "\\$&")).join("|")})\\b`, "gi");
    },
    find: (pattern, text) => text.match(pattern)?.length ?? 0,
  },
  "Aho-Corasick": {
    load: ({ names, AhoCorasick }) => new AhoCorasick(names.toLowerCase().split("\n")),
    find: (automaton, text) => automaton.count(text.toLowerCase()),
  },
  postil: { load: ({ bytes }) => [bytes], find: annotated },
  "postil, no pack": { load: () => [], find: annotated },
};

/** Finds and paints all notes of a text, and takes them away again. */
async function annotated(packs, text, { annotate }) {
  const root = document.querySelector("main, article");
  root.innerHTML = `<p>${text}</p>`;
  const notes = await annotate({ packs, root, observe: false });
  const found = notes.annotations().length;
  notes.destroy();
  return found;
}

/** Gives the function that has a contestant work once: `{ load, text, found, wasm }`, milliseconds, a count and bytes. */
export async function prepare(name) {
  const { load, find } = CONTESTANTS[name];
  const widget = name.startsWith("postil") && (await import("/postil/postil.js"));
  const module = widget && (await widget.load());
  const text = await (await get("text")).text();
  const sentence = text.slice(0, text.indexOf(". ") + 1);
  const input = {
    names: !widget && (await (await get("names")).text()),
    bytes: widget && (await (await get("pack")).arrayBuffer()),
    AhoCorasick: name === "Aho-Corasick" && (await import("/peer/index.js")).default,
  };
  let kept;
  return async () => {
    kept = null;
    const start = performance.now();
    kept = load(input);
    await find(kept, sentence, widget);
    const loaded = performance.now();
    const wasm = module ? module.memory.buffer.byteLength : null;
    const found = await find(kept, text, widget);
    return { load: loaded - start, text: performance.now() - loaded, found, wasm };
  };
}
