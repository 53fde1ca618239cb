/**
 * Reads a page's text in one pass, and executes what the WebAssembly module decides: which elements carry which sign,
 * which ranges are painted, where they lie on the screen. It decides nothing itself: the rules come as arguments.
 *
 * Invariant: nothing in the document is changed.
 */

/** Words parted by single spaces. What lies between two matches is white space that collapses, or takes no room. */
const PIECE = /[^\t\n\f\r \u00ad\u200b\u2060\ufeff]+(?: [^\t\n\f\r \u00ad\u200b\u2060\ufeff]+)*/g;
const SPACE = /[\t\n\f\r ]/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * @param {Element} root where to begin
 * @param {string} skip a selector: these elements are not read at all
 * @param {string[]} selectors for each sign, a selector or ""
 * @param {string[]} words for each sign, alternatives of words in class and id, or ""
 */
export function walk(root, skip, selectors, words) {
  const walked = new Walked(new Signs(skip, selectors, words));
  walked.start(root);
  walked.flush();
  return walked.finish();
}

/** No container, in the table. */
const NONE = 0xffffffff;

/** Which signs an element carries, as bits. */
class Signs {
  #skip;
  #selectors;
  #patterns;
  #any;
  #skipped = new Set();
  #selected = new Map();
  #named = new Map();

  constructor(skip, selectors, words) {
    this.#skip = skip;
    this.#selectors = selectors;
    const pattern = (source) => new RegExp(`(?:^|[^a-z])(?:${source})(?![a-z])`);
    this.#patterns = words.map((source) => source && pattern(source));
    this.#any = pattern(words.filter(Boolean).join("|"));
  }

  /** Looks the selectors up in a document or shadow root. */
  enter(scope) {
    for (const element of scope.querySelectorAll(this.#skip)) this.#skipped.add(element);
    this.#selectors.forEach((selector, bit) => {
      if (!selector) return;
      for (const element of scope.querySelectorAll(selector)) {
        this.#selected.set(element, this.#selected.get(element) | (1 << bit));
      }
    });
  }

  skips(element) {
    return this.#skipped.has(element);
  }

  of(element) {
    return (this.#selected.get(element) | this.#byName(element)) >>> 0;
  }

  #byName(element) {
    const name = `${element.getAttribute("class") ?? ""} ${element.id}`;
    if (name.length < 2) return 0;
    let bits = this.#named.get(name);
    if (bits === undefined) {
      const plain = name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
      bits = this.#any.test(plain) ? this.#match(plain) : 0;
      this.#named.set(name, bits);
    }
    return bits;
  }

  #match(plain) {
    return this.#patterns.reduce((bits, pattern, bit) => (pattern && pattern.test(plain) ? bits | (1 << bit) : bits), 0);
  }
}

/** What was read: one text, one table of numbers, and the nodes that they count. */
class Walked {
  text = "";
  table = null;
  nodes = [];
  elements = [];
  shadows = [];
  #signs;
  #index = new Map();
  #parts = [];
  #length = 0;
  #containers = [];
  #blocks = [];
  #runs = [];
  #block = null;
  #container = NONE;
  /** Where the white space stands that parts the next piece from the last; of a line break, nowhere. */
  #space = null;
  #seam = false;
  #breaks = 0;
  /** Whether the root is hidden, and with it all that does not say otherwise. */
  #veiled = false;

  constructor(signs) {
    this.#signs = signs;
  }

  /** Reads the root, though it hides: a page that hides itself whole is about to show itself. */
  start(root) {
    const scope = root.getRootNode();
    this.#signs.enter(scope);
    if (scope !== root.ownerDocument) this.shadows.push(scope);
    this.#veiled = getComputedStyle(root).visibility === "hidden";
    this.#enclose(root, NONE, this.#signs.of(root), false);
  }

  element(element, parent, signs, linked) {
    if (this.#signs.skips(element)) return this.#leaveOut();
    if (element.localName === "br") return this.#lineBreak();
    const style = getComputedStyle(element);
    if (this.#isHidden(style)) return this.#leaveOut();
    const own = this.#signs.of(element);
    const link = linked || (element.localName === "a" && element.hasAttribute("href"));
    if (isInline(style.display)) {
      this.#children(element, parent, signs | own, link);
    } else {
      this.#enclose(element, parent, own, link);
    }
  }

  #enclose(element, parent, own, link) {
    this.flush();
    const container = this.elements.push(element) - 1;
    this.#index.set(element, container);
    this.#containers.push(parent, own);
    this.#children(element, container, 0, link);
    this.flush();
  }

  #children(element, container, signs, link) {
    for (const child of childrenOf(element, (shadow) => this.#enterShadow(shadow))) {
      if (child.nodeType === Node.TEXT_NODE) this.#read(child, container, signs, link);
      else if (child.nodeType === Node.ELEMENT_NODE) this.element(child, container, signs, link);
    }
  }

  #enterShadow(shadow) {
    if (this.shadows.includes(shadow)) return;
    this.shadows.push(shadow);
    this.#signs.enter(shadow);
  }

  #read(node, container, signs, link) {
    const data = node.data;
    let end = 0;
    for (const match of data.matchAll(PIECE)) {
      this.#pass(node, end, match.index);
      this.#add(match[0], node, match.index, container, signs, link);
      end = match.index + match[0].length;
    }
    this.#pass(node, end, data.length);
  }

  /** Notes the first white space since the last piece: of all that collapses, it is what shows. */
  #pass(node, start, end) {
    const at = start < end ? node.data.slice(start, end).search(SPACE) : -1;
    if (at >= 0) this.#space ??= [node, start + at];
  }

  #add(piece, node, offset, container, signs, link) {
    if (this.#block && this.#container !== container) this.flush();
    if (!this.#block) this.#open(container);
    else this.#part(piece);
    this.#run(piece, node, offset);
    if (link) this.#block[3] += piece.length;
    if (signs) {
      this.#block[4] += piece.length;
      this.#block[5] |= signs;
    }
    this.#space = null;
    this.#seam = false;
    this.#breaks = 0;
  }

  /** Parts a piece from the one before, if the page does, or if what stood between was left out. */
  #part(piece) {
    const glued = this.#seam && LETTER.test(piece[0]) && LETTER.test(this.#parts.at(-1).at(-1));
    if (this.#space) this.#run(" ", ...this.#space);
    else if (glued) this.#push(" ");
  }

  #run(piece, node, offset) {
    if (node) {
      if (this.nodes.at(-1) !== node) this.nodes.push(node);
      this.#runs.push(this.#length, piece.length, this.nodes.length - 1, offset);
    }
    this.#push(piece);
  }

  #open(container) {
    if (this.#length > 0) this.#push("\n");
    this.#container = container;
    this.#block = [container, this.#length, 0, 0, 0, 0];
  }

  #push(part) {
    this.#parts.push(part);
    this.#length += part.length;
  }

  #isHidden(style) {
    return style.display === "none" || (style.visibility === "hidden" && !this.#veiled) || isClipped(style);
  }

  #leaveOut() {
    this.#seam = true;
  }

  #lineBreak() {
    this.#space ??= [null, 0];
    this.#breaks += 1;
    if (this.#breaks > 1) this.flush();
  }

  flush() {
    if (this.#block) {
      this.#block[2] = this.#length;
      this.#blocks.push(...this.#block);
    }
    this.#block = null;
    this.#space = null;
    this.#seam = false;
    this.#breaks = 0;
  }

  finish() {
    this.text = this.#parts.join("");
    const head = [this.#containers.length / 2, this.#blocks.length / 6, this.#runs.length / 4];
    this.table = Uint32Array.from([head, this.#containers, this.#blocks, this.#runs].flat());
    this.#parts = this.#containers = this.#blocks = this.#runs = [];
    return this;
  }

  /** The container that a node lies in, or -1. */
  containerOf(node) {
    for (let at = node; at; at = at.assignedSlot ?? at.parentNode ?? at.host) {
      const container = this.#index.get(at);
      if (container !== undefined) return container;
    }
    return -1;
  }

  /** Whether some of our nodes are the same as some of another walk's, one by one. */
  shows(ours, other, theirs) {
    return ours.length === theirs.length && ours.every((node, i) => this.nodes[node] === other.nodes[theirs[i]]);
  }

  /** One range for each `node, start, end`, but for those whose text is gone. */
  ranges(triples) {
    const ranges = [];
    for (let i = 0; i < triples.length; i += 3) {
      const range = this.#range(triples, i);
      if (range) ranges.push(new StaticRange(range));
    }
    return ranges;
  }

  /** Where each `node, start, end` lies on the screen: `index of the triple, x, y, width, height`, line by line. */
  rects(triples) {
    const rects = [];
    const live = document.createRange();
    for (let i = 0; i < triples.length; i += 3) {
      const range = this.#range(triples, i);
      if (!range) continue;
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      for (const { x, y, width, height } of live.getClientRects()) rects.push(i / 3, x, y, width, height);
    }
    return Float64Array.from(rects);
  }

  #range(triples, i) {
    const node = this.nodes[triples[i]];
    const alive = node?.isConnected && node.length >= triples[i + 2];
    return alive && { startContainer: node, startOffset: triples[i + 1], endContainer: node, endOffset: triples[i + 2] };
  }
}

/** Takes ranges whose text is gone out of a highlight: a dead one hides its neighbours in Firefox. */
export function prune(highlight) {
  for (const range of highlight) {
    const node = range.startContainer;
    if (!node.isConnected || range.endOffset > node.length) highlight.delete(range);
  }
}

function* childrenOf(element, enterShadow) {
  if (element.shadowRoot) {
    enterShadow(element.shadowRoot);
    yield* element.shadowRoot.childNodes;
  } else if (element.localName === "slot" && element.assignedNodes().length > 0) {
    yield* element.assignedNodes();
  } else {
    yield* element.childNodes;
  }
}

function isInline(display) {
  return display.startsWith("inline") || display.startsWith("ruby") || display === "contents";
}

/** Text for screen readers alone is placed absolutely and cut to nothing. */
function isClipped(style) {
  if (style.position !== "absolute") return false;
  const tiny = parseFloat(style.width) <= 1 && parseFloat(style.height) <= 1;
  return (tiny && style.overflow === "hidden") || style.clipPath === "inset(50%)" || style.clipPath === "inset(100%)";
}
