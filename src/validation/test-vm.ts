import { type Build, compileSchema } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import { optionsOf, type RunFacts, type TestCheck } from "../checks/define.ts";
import { type TestRunArtefact, type TestRuns, testRunSchema } from "../checks/test.ts";
import type { Judgement, Timed } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import { artefact, type Left, type VmOutput } from "./artefact.ts";
import { projectOf } from "./project.ts";
import { startVm } from "./vm.ts";

/** Elixir files that the VM needs, in order. */
const loads = [
  ...["json", "step", "releases", "project", "compile", "coverage", "formatter", "test_files", "format"],
  "test_build",
];

/** What the `test` build served. */
export interface TestBuildOutcome {
  readonly build: Build & { readonly durationMs: number };
  /** By id. */
  readonly judged: ReadonlyMap<string, Timed>;
  /** Every run of ExUnit, for the JUnit report. */
  readonly runs: readonly TestRunArtefact[];
}

/** A `test` build under way. */
export interface TestBuild {
  /** What mix knows of the project: the first thing that the VM leaves. */
  readonly project: Promise<Project | Judgement>;
  /** True as soon as the `test` build is compiled, so that others may read it; false when it never is. */
  readonly compiled: Promise<boolean>;
  readonly ended: Promise<TestBuildOutcome>;
}

/**
 * Compiles the `test` build and serves these checks from it, in one VM; in a second one what a check that ended the
 * first kept it from.
 */
export async function startTestBuild(checks: readonly TestCheck[], facts: RunFacts): Promise<TestBuild> {
  const { context } = facts;
  const vm = await startVm(context, {
    name: "The VM of the test build",
    task: "pd.test_build",
    loads,
    args: checks.map(({ id }) => id),
    env: "test",
    serves: checks.length + 1,
  });
  const compiled = vm.left("compile-test.json");
  return {
    project: projectOf(context, vm),
    compiled,
    ended: vm.ended.then((output) => outcome(checks, facts, output)),
  };
}

async function outcome(checks: readonly TestCheck[], facts: RunFacts, output: VmOutput): Promise<TestBuildOutcome> {
  const { files } = facts.context;
  const compiled = await artefact(
    { ...output, name: "mix compile" },
    { name: "compile-test.json", schema: compileSchema },
    files,
  );
  const build: TestBuildOutcome["build"] = { env: "test", ...compiled };
  const compiles = "value" in compiled && compiled.value.status === "ok";
  const runs = await runsOf(facts.context, output);
  const judged = new Map<string, Timed>();
  let rest: readonly TestCheck[] = [];
  for (const [index, check] of checks.entries()) {
    const left = await judge(check, { ...facts, runs }, output);
    judged.set(check.id, {
      judgement: compiles ? judgementOf(left) : notCompiled(left, compiled),
      durationMs: left.durationMs,
    });
    // This one ended the VM: those after it get a new one. A build that does not compile serves none of them.
    if ("missing" in left && left.why !== "stopped" && compiles && output.ran.ended === "exited") {
      rest = checks.slice(index + 1);
      break;
    }
  }
  const tests = judged.get("test")?.judgement;
  // Coverage of tests that did not run says nothing.
  if (tests?.verdict === "error" && checks.some(({ id }) => id === "coverage")) {
    rest = rest.filter(({ id }) => id !== "coverage");
    judged.set("coverage", { judgement: { ...tests, findings: [] }, durationMs: 0 });
  }
  const ended = "runs" in runs ? runs.runs : [];
  if (rest.length === 0) return { build, judged, runs: ended };
  const again = await (await startTestBuild(rest, facts)).ended;
  return { build, judged: new Map([...judged, ...again.judged]), runs: [...ended, ...again.runs] };
}

function judgementOf(left: Left<Judgement>): Judgement {
  return "value" in left ? left.value : left.missing;
}

/** A check of code that does not compile, or that could not be compiled. */
function notCompiled(left: Left<Judgement>, compiled: Left<unknown>): Judgement {
  if ("value" in left || left.why !== "no file") return judgementOf(left);
  if ("missing" in compiled) return { ...compiled.missing, findings: [] };
  return {
    verdict: "error",
    reason_code: "compile_error",
    says: "The code does not compile, so this could not run.",
    remedy: "Fix what `compile` names.",
  };
}

async function judge(
  check: TestCheck,
  facts: RunFacts & { readonly runs: TestRuns },
  output: VmOutput,
): Promise<Left<Judgement>> {
  const named = { ...output, name: check.command };
  const left = await artefact(named, { name: `${check.id}.json`, schema: check.artefact }, facts.context.files);
  if ("missing" in left) return left;
  return { durationMs: left.durationMs, value: await check.judge(left.value, facts, optionsOf(check, facts)) };
}

/** Every run of ExUnit that ended, or why one of them cannot be read. */
async function runsOf({ files }: CheckContext, output: VmOutput): Promise<TestRuns> {
  const names = (await files.list(output.out)).filter((name) => /^suite-.*\.json$/.test(name));
  const runs: TestRunArtefact[] = [];
  for (const name of names) {
    const left = await artefact({ ...output, name: "mix test" }, { name, schema: testRunSchema }, files);
    if ("missing" in left) return { missing: left.missing };
    runs.push(left.value);
  }
  return { runs };
}
