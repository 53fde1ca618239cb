// Takes an open page, gives what axe-core finds wrong with it.
//
//   assert.deepEqual(await violations(browser), []);

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * @param {Awaited<ReturnType<import("./browser.mjs").open>>} browser
 * @param {string} [within] a selector; the whole document without it
 * @returns {Promise<{ rule: string, help: string, at: string[] }[]>} one entry a broken rule
 */
export async function violations(browser, within = "html") {
  await browser.evaluate(`(() => { ${source} })()`);
  return browser.evaluate(async (selector) => {
    const { violations } = await globalThis.axe.run(selector);
    return violations.map(({ id, help, nodes }) => ({ rule: id, help, at: nodes.map(({ target }) => target.join(" ")) }));
  }, within);
}
