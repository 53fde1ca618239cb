import { Notes } from "./postil.js";

/** `<postil-notes>` marks what it encloses; `<postil-notes for="story">` marks the element of that id. */
export class PostilNotes extends HTMLElement {
  /** Resolves to the notes, or rejects with the reason why there are none. */
  ready: Promise<Notes>;
}

declare global {
  interface HTMLElementTagNameMap {
    "postil-notes": PostilNotes;
  }
}
