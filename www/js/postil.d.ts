/** What a host may set. All of it is optional. */
export interface AnnotateOptions {
  /** The element to annotate whole. Without it, the page's article is found. */
  root?: Element;
  /**
   * Packs by address or as bytes; later ones go before earlier ones. Of a pack in two files give the first; the second is
   * fetched from beside it (`world.more.pack`). Default: the packs that ship.
   */
  packs?: readonly (string | URL | ArrayBuffer | ArrayBufferView)[];
  /** How long a pointer rests on a mark before its card opens, in milliseconds. Default: 500. */
  openDelay?: number;
  /** How long a card stays after the pointer has left, in milliseconds. Default: 300. */
  closeDelay?: number;
  /** Whether Alt+. and Alt+, step through the marks, and Alt+/ opens the list of notes. Default: true. */
  keys?: boolean;
  /** Whether the notes follow the article when it changes. Default: true. */
  observe?: boolean;
  /**
   * Whether cards show pictures: those that the packs name, each loaded from its address when its card opens, without a
   * referrer. The packs that ship name none. Default: true.
   */
  pictures?: boolean;
  /**
   * The tagger's model, by address or as bytes: with it names are found that no pack knows, so that quotations and claims find more
   * of whom they are about. It is loaded a little after the first marks, for an article in English alone, and not while its reader
   * has notes switched off; the notes are then found anew, and `postil:ready` tells if they differ. `false` does without.
   * Default: the model that ships (`DEFAULT_MODEL`).
   */
  model?: string | URL | ArrayBuffer | ArrayBufferView | false;
  /**
   * Whether names are marked, too, of which nothing is known but that they are names, such as “the Kyiv School of Economics”. Their
   * cards tell what the article does: where else they stand and what they said. It takes the model to find them. Default: false.
   */
  unlinked?: boolean;
  /**
   * Whether claims are marked, too, that nothing was found to check against, such as “200 boats”. Their cards tell whose statement it
   * is. The list of claims has them in any case. Default: false.
   */
  unchecked?: boolean;
  /**
   * Feeds of published fact-checks (schema.org's ClaimReview in JSON-LD), by address, of the page's own server or of one that allows it by
   * CORS. They are fetched a little after the first marks, without cookies; sentences that state what was reviewed are then marked. What
   * a feed has that is no good is told by `postil:error` (`PostilReviewsError`). At most 8 MB and 20,000 reviews each. Default: none,
   * and no request.
   */
  reviews?: string | URL | readonly (string | URL)[];
  /** Which kinds of notes there are before a reader has chosen. Default: all. */
  kinds?: readonly AnnotationKind[];
  /** How many marks a screenful has before a reader has chosen: 5, 10, 20 or whatever was found. Default: `"all"`. */
  amount?: "few" | "some" | "many" | "all";
  /** Whether notes are shown before a reader has chosen; the control switches them on. Default: true. */
  on?: boolean;
  /** Whether the list of notes stands at the window's side before a reader has chosen. Default: false. */
  side?: boolean;
  /** Whether screen readers hear of what a reader's choice has changed, before one has chosen. Default: true. */
  announce?: boolean;
  /**
   * The language of card and list, as a BCP 47 tag: `en`, or one of `LANGUAGES`; for any other the words are English.
   * Default: the language of the page (`<html lang>`).
   */
  language?: string;
  /** Aborting destroys the notes. */
  signal?: AbortSignal;
  /** Where the WebAssembly module is, if not beside this file. */
  module?: string | URL | Request | Response | BufferSource | WebAssembly.Module;
}

/** Half-open, in UTF-16 units of `Article.text`. */
export interface TextSpan {
  start: number;
  end: number;
}

/** An article as it was read: a line that `postil annotate --offsets utf16` takes. */
export interface Article {
  /** Its blocks, joined by line feeds. */
  text: string;
  /** The day of publication, `YYYY-MM-DD`, or null. */
  published: string | null;
  /** The language, as a BCP 47 tag, or null. */
  lang: string | null;
  /** The canonical address, or where the page was loaded from. */
  url: string | null;
  blocks: ({ kind: "heading" | "paragraph" | "caption" | "quote" | "item" } & TextSpan)[];
}

/**
 * `quotation` is speech with words in quotation marks, the whole reported clause where there is one; `indirect` is speech that the
 * article reports without any; `term` is words that quotation marks keep at a distance; `review` is a sentence that states what a
 * published fact-check is about.
 */
export type AnnotationKind = "entity" | "quotation" | "indirect" | "term" | "claim" | "review";

export interface Annotation {
  index: number;
  kind: AnnotationKind;
  /** The words covered; parts of an interrupted quotation are joined by " … ". */
  quote: string;
  spans: TextSpan[];
  /** Who is named, or who speaks, of several the first: an index into `Notes.entities()`, or null. */
  entity: number | null;
  /** How much a reader may want it, from 0 to 1. */
  salience: number;
}

export interface Entity {
  name: string;
  nameType: "PER" | "LOC" | "ORG" | "MISC";
  /** The pack's identifier, a Wikidata QID where there is one, or null. */
  id: string | null;
  /** What the article first says it is, before its name or behind it (“DPR envoy”, “architect from Lund”), or null. */
  role: string | null;
  annotations: number[];
}

/** Who speaks: the name in full, or the article's words. */
export interface Speaker {
  name: string;
  /** The role in which they speak, in the article's words, or null. */
  role: string | null;
  /** An annotation of the name, or null. */
  annotation: number | null;
}

/** Somebody who passed words on. */
export interface RelayedBy {
  speakers: Speaker[];
  cue: string | null;
  setting: string | null;
  when: string | null;
}

/** The card of a `quotation` and of an `indirect`: who said it. */
export interface QuotationCard {
  kind: "quotation";
  words: string;
  form: "direct" | "mixed" | "indirect";
  /** Several where several speak, none where the article does not tell. Of a chain of reporting it is who spoke first. */
  speakers: Speaker[];
  /** Whether whoever spoke gives no name; `speakers[0].name` is then the article's words: “a senior official”. */
  unnamed: boolean;
  /** The verb, where and when it was said, in the article's words, or null. */
  cue: string | null;
  setting: string | null;
  when: string | null;
  /** Who passed the words on, the nearest to the article first: TASS in “TASS reported that the embassy confirmed …”. */
  relays: RelayedBy[];
  alsoSaid: { text: string; annotation: number | null }[];
  why: unknown;
}

/** A fact-check, in its publisher's words. */
export interface ReviewLine {
  claim: string;
  verdict: string;
  publisher: string;
  /** ISO 8601, as precisely as known, or null. */
  date: string | null;
  /** Who made the claim, by the publisher's account, and when, or null. */
  claimant: string | null;
  claimed: string | null;
  /** http or https. */
  url: string;
  /** The language of its words, as a BCP 47 tag, or null. */
  language: string | null;
  /** Whether it is more than a year older than the newest here, or three than the article. */
  old: boolean;
  /** Whether it names this article. */
  byAddress: boolean;
}

/** The card of a sentence that states what was reviewed. */
export interface ReviewCard {
  kind: "review";
  /** The sentence. */
  words: string;
  /** Whether a source states it: then the article only reports it. */
  reported: boolean;
  /** Whose statement it is; empty where the article itself states it, or does not name who does. */
  statedBy: Speaker[];
  /** The newest first. */
  reviews: ReviewLine[];
  /** Whether the verdicts' words differ from publisher to publisher. */
  disagree: boolean;
  why: unknown;
}

/**
 * What a card says; `kind` tells which fields there are, `why` by which rule its words are marked. Of a name, and of a claim that
 * a pack's list answers, `details` tells whether its pack's second part is `here`, `awaited` or `missing`: without it there is no
 * description, fact, link or source.
 */
export type Card = QuotationCard | ReviewCard | ({ kind: "entity" | "term" | "claim" } & Record<string, unknown>);

/** The notes on one document. */
export class Notes {
  /** All annotations, in the order of the text. */
  annotations(): Annotation[];
  /** All entities, in the order of their first mention. */
  entities(): Entity[];
  /** The article as it was read, or null while there is none. */
  article(): Article | null;
  /** What the card of an annotation says, or null. */
  card(annotation: number): Card | null;
  /**
   * What the list of notes has, as JSON-LD in schema.org's words: a graph of the article with those whom it mentions, and the fact-checks.
   * It is the publisher's to put into the page; nothing is written there. Null while there is no article.
   */
  jsonLd(): { "@context": string; "@graph": Record<string, unknown>[] } | null;
  /**
   * Fetches at once what otherwise comes later: the model, which is loaded a little after the first marks, and what cards need and
   * marks do not (descriptions, facts, sources) of packs that lie in two files, which is fetched when a reader first rests on a
   * note, opens one, or opens the list. Resolves when it has come and the notes are found anew, or when it could not be had.
   */
  complete(): Promise<void>;
  /** Scrolls to an annotation and opens its card; false if it has none. */
  show(annotation: number): boolean;
  /** Opens the list of notes; the focus stays where it is. */
  openList(): void;
  /** Closes the open card. */
  hide(): void;
  /** Leaves the document as it was. */
  destroy(): void;
}

/**
 * Finds the article of this document and marks it.
 *
 * Rejects with an Error named `PostilNoArticleError`, `PostilNoTextError`, `PostilRootError` (the option `root` is no
 * element of the document), `PostilUnsupportedError`, `PostilBusyError` (another Postil marks the page: the second one
 * backs off), `PostilLoadError`, `PostilPageError` or `PostilPanicError` (a defect of Postil's own, which takes its marks
 * away whenever it comes). The document is then as it was. A pack that cannot be used is reported (console and
 * `postil:error`), and the rest goes on without it; so are a model that cannot be used (`PostilModelError`) and a language whose
 * words cannot be fetched (`PostilLanguageError`).
 */
export function annotate(options?: AnnotateOptions): Promise<Notes>;

/** Loads the WebAssembly module once, ahead of `annotate`. */
export function load(module?: AnnotateOptions["module"]): Promise<unknown>;

/** The packs that ship, beside this file. */
export const DEFAULT_PACKS: readonly URL[];

/** The tagger's model that ships, beside this file. */
export const DEFAULT_MODEL: URL;

/** The languages that card and list speak beside English; for the page's own, one more file is fetched. */
export const LANGUAGES: readonly string[];

declare global {
  interface DocumentEventMap {
    /** The notes are found, or found anew: of a page that has changed, or with the model. Numbers of annotations may be others. */
    "postil:ready": CustomEvent<{ annotations: number }>;
    /** Of a claim without a mark, which the list alone leads to, the number lies behind those of the annotations; `card` and `show` take it. */
    "postil:open": CustomEvent<{ annotation: number }>;
    "postil:close": CustomEvent<{ annotation: number }>;
    /** A reader says that a note is wrong. It is hidden from this reader until the page is left; what follows is the host's. */
    "postil:reject": CustomEvent<{
      annotation: number;
      kind: AnnotationKind;
      quote: string;
      /** Who is named, or null. */
      entity: string | null;
      /** Its identifier in the pack, or null. */
      id: string | null;
    }>;
    "postil:error": CustomEvent<{ name: string; message: string }>;
  }
}
