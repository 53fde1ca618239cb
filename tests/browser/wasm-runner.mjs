// Stands in for a driver where an engine has none (Firefox without geckodriver): cargo hands over a test module, this
// starts wasm-bindgen's own runner as a server, opens its page by the end-to-end harness and prints what it says.
//
//   CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="node tests/browser/wasm-runner.mjs" cargo test --target wasm32-unknown-unknown
//
// Invariant: fails unless the page said `test result: ok`; the server ends with this process.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { open } from "./browser.mjs";

const server = spawn(process.env.POSTIL_WASM_RUNNER, process.argv.slice(2), {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = once(server, "exit");
try {
  const address = await servedAt();
  process.exitCode = address === undefined ? (await ended)[0] : await runTestsOf(address);
} finally {
  server.kill();
}

/** The server's address; nothing when the module has no tests and the runner ends by itself. */
async function servedAt() {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /available at (http:\S+)/.exec(line)?.[1];
    if (address) return address;
    console.log(line);
  }
}

/** Opens the page, waits for its result, prints it, gives the exit code. */
async function runTestsOf(address) {
  const browser = await open();
  try {
    await browser.goto(address);
    const output = await browser.waitFor(() => {
      const text = document.getElementById("output").textContent;
      return text.includes("test result: ") && text;
    });
    console.log(output);
    return output.includes("test result: ok") ? 0 : 1;
  } catch (error) {
    console.error(browser.messages.map(({ type, text }) => `${type}: ${text}`).join("\n"));
    throw error;
  } finally {
    await browser.close();
  }
}
