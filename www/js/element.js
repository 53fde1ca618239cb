/**
 * `<postil-notes>` marks what it encloses; `<postil-notes for="story">` marks the element of that id.
 * It only delegates: connected it calls `annotate`, disconnected it destroys the notes.
 */
import { annotate } from "./postil.js";

export class PostilNotes extends HTMLElement {
  static observedAttributes = ["for"];
  #abort;

  /** Resolves to the notes, or rejects with the reason why there are none. */
  ready;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.ready = annotate({ root: this.#root(), signal });
    this.ready.catch((error) => signal.aborted || console.error(`Postil: ${error.name}: ${error.message}`));
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.#abort = undefined;
  }

  attributeChangedCallback() {
    if (!this.#abort) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  #root() {
    const id = this.getAttribute("for");
    // An id that names nothing is passed on as it is, for the error to name it.
    return id === null ? this : (this.getRootNode().getElementById(id) ?? `#${id}`);
  }
}

if (!customElements.get("postil-notes")) customElements.define("postil-notes", PostilNotes);
