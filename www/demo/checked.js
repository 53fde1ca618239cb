// Lays the feed over the story, and opens the list where there is room for it beside.
import { annotate } from "/postil/postil.js";

/** Resolves to the page's notes. */
export const notes = annotate({ reviews: ["reviews.json"], side: true });

notes.then((notes) => {
  if (matchMedia("(min-width: 68rem)").matches) notes.openList();
});
notes.catch((error) => console.error(`Postil: ${error.name}: ${error.message}`));
