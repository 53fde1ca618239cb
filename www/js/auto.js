/** For publishers: `<script type="module" src="auto.js"></script>` marks the page's article when the document is ready. */
import { annotate } from "./postil.js";

// A module script runs when the document is parsed; nothing is left to wait for.
/** Resolves to the page's notes, for other scripts: `const notes = await (await import("./auto.js")).notes`. */
export const notes = annotate();
notes.catch((error) => console.error(`Postil: ${error.name}: ${error.message}`));
