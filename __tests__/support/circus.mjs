// Runs a test file with jest's own circus, and lets Node itself load it. jest's own loader gives each file a world of
// its own, in which all of src, zod and yaml are evaluated anew: 0.6 s of CPU for each of 270 files. Here a worker
// evaluates src and packages once; what is in __tests__ is evaluated for each file, as it registers hooks and keeps
// what belongs to a test. It is also nearer to a job: what Node's fetch refuses there, it refuses here.
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { default: circus } = require("jest-circus/runner");

const tests = new URL("../", import.meta.url).href;
const globals = new URL("globals.mjs", import.meta.url).href;
const timeout = Symbol.for("TEST_TIMEOUT_SYMBOL");

/** These compile large schemas that others have published, and keep nothing else: once a worker as well. */
const shared = [
  "acceptance/github/contract",
  "acceptance/github/graphql",
  "support/cyclonedx",
  "support/report-schema",
];
const once = new Set(shared.map((name) => `${tests}${name}.ts`));

/** Which file of this worker runs: the modules of each are known by it. */
let file = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "@jest/globals") return { url: `${globals}?file=${file}`, shortCircuit: true };
    const found = next(specifier, context);
    // Some packages import JSON without saying so, as bundlers accept and Node does not.
    if (found.url.endsWith(".json")) return { ...found, importAttributes: { type: "json" } };
    const ofFile = found.url.startsWith(tests) && found.url.endsWith(".ts") && !once.has(found.url);
    return ofFile ? { ...found, url: `${found.url}?file=${file}` } : found;
  },
});

/** What circus asks of jest's runtime. There are no mocks: tests have ports in memory. */
const runtime = {
  requireInternalModule(path) {
    // Its state is in the module, and its handlers are global: each file begins without those of the file before.
    delete require.cache[path];
    delete globalThis[Symbol.for("EVENT_HANDLERS")];
    delete globalThis[timeout];
    return require(path);
  },
  requireModule: require,
  setGlobalsForRuntime(values) {
    const setTimeout = (limit) => {
      globalThis[timeout] = limit;
    };
    globalThis[Symbol.for("test-globals")] = { ...values, jest: { setTimeout } };
  },
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(pathToFileURL(path).href),
  enterTestCode: () => undefined,
  leaveTestCode: () => undefined,
};

export default async function run(globalConfig, config, environment, _runtime, path, send) {
  file += 1;
  const { env, exitCode } = process;
  process.env = { ...env };
  try {
    return await circus(globalConfig, config, environment, runtime, path, send);
  } finally {
    process.env = env;
    process.exitCode = exitCode;
  }
}
