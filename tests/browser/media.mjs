// Takes media features that a spec wants its reader to have, gives how an engine is brought to them, or why it cannot be.
//
//   const dark = { "prefers-color-scheme": "dark" };
//   test("…", { skip: unable(dark) }, async () => { const browser = await open({ media: dark }); … });
//
// Chromium emulates them all by its protocol, `type: "print"` too. Firefox 153 has no command for it, but preferences that are
// read at its start; WebKitGTK asks the desktop's theme. So media are chosen when a browser is opened, in every engine.
//
// Invariant: a feature that is not in an engine's table is refused there, never ignored.

const FIREFOX_PREFERENCES = {
  "prefers-color-scheme: dark": { "ui.systemUsesDarkTheme": 1, "layout.css.prefers-color-scheme.content-override": 0 },
  "prefers-reduced-motion: reduce": { "ui.prefersReducedMotion": 1 },
  "forced-colors: active": { "browser.display.document_color_use": 2 },
};

const WEBKIT_ENVIRONMENT = {
  "prefers-color-scheme: dark": { GTK_THEME: "Adwaita:dark" },
  "prefers-contrast: more": { GTK_THEME: "HighContrast" },
};

const TABLES = {
  firefox: [FIREFOX_PREFERENCES, "Firefox has no preference for"],
  webkit: [WEBKIT_ENVIRONMENT, "no theme of GTK asks WebKit for"],
};

const lines = (media) => Object.entries(media).map(([feature, value]) => `${feature}: ${value}`);

/** Why an engine cannot be brought to these media; false where it can. */
export function unable(media, engine = process.env.POSTIL_ENGINE ?? "chromium") {
  const [table, reason] = TABLES[engine] ?? [];
  const missing = table && lines(media).find((line) => !(line in table));
  return missing ? `${reason} ${missing}` : false;
}

/** What an engine's table says for these media, in one object. */
export function settings(media, engine) {
  const reason = unable(media, engine);
  if (reason) throw new Error(reason);
  return Object.assign({}, ...lines(media).map((line) => TABLES[engine][0][line]));
}
