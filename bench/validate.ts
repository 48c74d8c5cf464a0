// validate against Phase 6's commands run one after the other, against `mix check`, and against the limit that the
// cores set: each pair in one run. Run it with:
//
//   script/node bench/validate.ts [--rounds 5] [--tools FOLDER] [--wait 0] [--only serial|check] [--demo]
//
// `--wait` is how many milliseconds each test waits, as a test of a Phoenix application waits for its database: 10 are
// ten queries of a millisecond each. FOLDER has the sources of credo, sobelow, dialyxir, ex_check and their
// dependencies, a folder each; without it those checks are off on both sides.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runAction } from "../__tests__/acceptance/runner.ts";
import { root } from "../script/generate.ts";
import { demoApp, makeApp } from "./app.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    tools: { type: "string" },
    wait: { type: "string", default: "0" },
    only: { type: "string" },
    demo: { type: "boolean", default: false },
  },
});
const wanted = (name: string) => values.only === undefined || values.only === name;
const rounds = Number(values.rounds);
const app = values.demo ? demoApp() : makeApp(values.tools ?? null, Number(values.wait));
const has = (tool: string) => app.tools.includes(tool);

/** Phase 6: Pre-Deployment Validation, as far as the application has the tools. */
const serial: readonly (readonly [env: string, ...argv: string[]])[] = [
  ["dev", "compile", "--warnings-as-errors"],
  ["dev", "format", "--check-formatted"],
  ["test", "test"],
  ["test", "test", "--cover"],
  ...(has("credo") ? [["dev", "credo", "--strict"] as const] : []),
  ...(has("sobelow") ? [["dev", "sobelow", "--config"] as const] : []),
  ...(has("dialyxir") ? [["dev", "dialyzer"] as const] : []),
  ["prod", "release", "--overwrite"],
];

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** CPU milliseconds of all children that ended so far. */
function childCpu(): number {
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

async function measured(work: () => unknown): Promise<Cost> {
  const [wall, cpu] = [performance.now(), childCpu()];
  await work();
  return { wall: performance.now() - wall, cpu: childCpu() - cpu };
}

const github = {
  ...{
    apiUrl: "http://127.0.0.1:9",
    token: "ghs_x",
    runId: "1",
    runAttempt: "1",
    sha: app.sha,
    jobId: "1",
    repository: "acme/shop",
    actor: "alice",
  },
};

/** Where mix finds Hex and its archives is the machine's own, on both sides. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    (entry): entry is [string, string] => /^(MIX|HEX)_/.test(entry[0]) && entry[1] !== undefined,
  ),
);

async function validate(workspace: string, fresh: boolean, settings = "phoenix-deploy"): Promise<void> {
  const inputs = { fresh: String(fresh), config: `.github/${settings}.yml` };
  // Not the branch that ships: there the tests run anew each time.
  const event = { name: "push", payload: { repository: { default_branch: "release" } } };
  const request = { action: join(root, "validate"), with: inputs, workspace, github, env, event };
  const { exitCode, log, summary, outputs } = await runAction(request);
  // Without a release there is nothing to ship, and validate says so: the checks themselves passed.
  if (exitCode !== 0 && outputs["reason-code"] !== "release_missing") throw new Error(`${log}\n${summary}`);
}

function mix(workspace: string, env: string, argv: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("mix", argv, {
    cwd: workspace,
    env: { ...process.env, MIX_ENV: env },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`mix ${argv.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
}

const byHand = (workspace: string) => {
  for (const [env, ...argv] of serial) mix(workspace, env, argv);
};

/**
 * A checkout of its own for each side; `_build` and `deps` of dependencies are compiled once, since caches bring them
 * on both sides.
 */
const [ours, theirs, checks] = ["ours", "theirs", "checks"].map((name) => {
  const folder = `${app.folder}-${name}`;
  cpSync(app.folder, folder, { recursive: true });
  return folder;
}) as [string, string, string];

/** Cold: nothing of the application is compiled. */
const cool = (workspace: string) => {
  for (const env of ["dev", "test", "prod"]) {
    rmSync(join(workspace, "_build", env, "lib", values.demo ? "demo_app" : "bench"), { recursive: true, force: true });
    rmSync(join(workspace, "_build", env, "rel"), { recursive: true, force: true });
  }
  rmSync(join(workspace, ".phoenix-deploy"), { recursive: true, force: true });
};

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const medians = (list: readonly Cost[]) => ({
  wall: median(list.map((one) => one.wall)),
  cpu: median(list.map((one) => one.cpu)),
});
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
const cores = availableParallelism();

/** What is measured against validate, and how. */
interface Pairs {
  readonly limit: number;
  /** Prepares a workspace of either side before each round. */
  readonly before: (workspace: string) => void;
  readonly fresh: boolean;
  readonly theirWork?: (workspace: string) => void;
  readonly whom?: string;
  readonly settings?: string;
}

async function pairs(name: string, measures: Pairs): Promise<void> {
  const { limit, before, fresh, theirWork = byHand, whom = "Phase 6 serially", settings = "phoenix-deploy" } = measures;
  const [a, b]: [Cost[], Cost[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    before(ours);
    before(theirs);
    a.push(await measured(() => validate(ours, fresh, settings)));
    b.push(await measured(() => theirWork(theirs)));
  }
  const [mine, other] = [medians(a), medians(b)];
  const ratio = mine.wall / other.wall;
  const bound = mine.cpu / cores;
  const share = `${(mine.wall / bound).toFixed(2)} of CPU over ${cores} cores`;
  const own = `${seconds(mine.wall)} (CPU ${seconds(mine.cpu)}, ${share})`;
  const verdict = `ratio ${ratio.toFixed(3)}, limit ${limit.toFixed(2)} ${ratio <= limit ? "met" : "MISSED"}`;
  console.log(`${name}: validate ${own}, ${whom} ${seconds(other.wall)} (CPU ${seconds(other.cpu)}): ${verdict}`);
}

const measuredOn = values.demo ? "the demo application" : `64 modules, 320 tests, each waits ${values.wait} ms`;
console.log(`${measuredOn}; tools: ${app.tools.join(", ") || "none"}; ${cores} cores; median of ${rounds} pairs`);
// Dependencies and PLTs are there on both sides before anything is measured.
if (wanted("serial")) {
  byHand(theirs);
  await validate(ours, true);
  await pairs("cold", { limit: 0.6, before: cool, fresh: true });
  await pairs("warm", { limit: 0.4, before: () => undefined, fresh: true });
  await pairs("nothing changed", { limit: 0.05, before: () => undefined, fresh: false });
}
if (wanted("check") && has("ex_check")) {
  const check = (workspace: string) => mix(workspace, "test", ["check", "--no-retry", "--except", "ex_doc"]);
  check(checks);
  await validate(ours, true, "same-tools");
  await pairs("against ex_check", {
    limit: 0.8,
    before: () => undefined,
    fresh: true,
    theirWork: () => check(checks),
    whom: "mix check",
    settings: "same-tools",
  });
} else if (wanted("check")) {
  console.log("ex_check is not among the tools: the comparison with `mix check` was not measured.");
}
for (const folder of [app.folder, ours, theirs, checks]) rmSync(folder, { recursive: true, force: true });
