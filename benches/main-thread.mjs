// Chromium, a page without its widget, and how long its main thread works: shared by the benches that run in Chromium.
//
// Takes a browser; gives the page that POSTIL_PAGE names, and its devtools. Example: `const { page, devtools } = await open(await launch())`,
// then `await busy(devtools)` before and after some work.
//
// Invariant: time is the thread's own CPU time, so that what else the machine does is not counted.

import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const FLAGS = JSON.parse(readFileSync(new URL("../tests/browser/chromium-flags.json", import.meta.url), "utf8"));

/** Chromium as the tests have it, with more flags and settings of puppeteer's where a bench needs them. */
export function launch(flags = [], settings = {}) {
  return puppeteer.launch({ executablePath: process.env.POSTIL_BROWSER, headless: true, args: [...FLAGS, ...flags], ...settings });
}

export async function open(browser) {
  const page = await browser.newPage();
  const devtools = await page.createCDPSession();
  await devtools.send("Network.enable");
  await devtools.send("Network.setBlockedURLs", { urls: ["*/auto.js"] });
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(process.env.POSTIL_PAGE, { waitUntil: "networkidle0" });
  return { page, devtools };
}

/** Runs a script in the page, to its promise's end; what it throws is thrown here. */
export async function run(devtools, code) {
  const { exceptionDetails } = await devtools.send("Runtime.evaluate", { expression: code, awaitPromise: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** How long the main thread has worked since the page began, in milliseconds. */
export async function busy(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}
