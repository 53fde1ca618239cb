/** For publishers: `<script type="module" src="auto.js"></script>` marks the page's article when the document is ready. */
import { annotate } from "./postil.js";

// A module script runs when the document is parsed; nothing is left to wait for.
annotate().catch((error) => console.error(`Postil: ${error.name}: ${error.message}`));
