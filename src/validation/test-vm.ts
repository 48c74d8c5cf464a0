import type { z } from "zod";
import { type Build, compileSchema } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import { coverageSchema, judgeCoverage } from "../checks/coverage.ts";
import { formatSchema, judgeFormat } from "../checks/format.ts";
import { judgeTests, type SuiteArtefact, suiteSchema, testSchema } from "../checks/test.ts";
import type { Change } from "../domain/change.ts";
import type { CheckId } from "../domain/check.ts";
import type { Project } from "../domain/project.ts";
import type { Judgement, Timed } from "../domain/result.ts";
import { artefact, type Left, type VmOutput } from "./artefact.ts";
import { projectOf } from "./project.ts";
import { startVm } from "./vm.ts";

/** The checks that one VM serves from the `test` build, in the order in which it does. */
export const suiteChecks = ["format", "test", "coverage"] as const satisfies readonly CheckId[];
export type SuiteCheck = (typeof suiteChecks)[number];

/** What the judges need beside what was left. */
export interface SuiteRules {
  /** Percent. */
  readonly coverageMinimum: number;
  /** Elixir and HEEx files that git tracks, from the repository's root. */
  readonly sources: readonly string[];
  /** What a pull request changes; null where there is none, or it is not known. */
  readonly change: Change | null;
}

/** What the `test` build served. */
export interface SuiteOutcome {
  readonly build: Build & { readonly durationMs: number };
  readonly judged: ReadonlyMap<SuiteCheck, Timed>;
  /** Every test, for the JUnit report. */
  readonly suites: readonly SuiteArtefact[];
}

/** A suite under way. */
export interface Suite {
  /** What mix knows of the project: the first thing that the VM tells. */
  readonly project: Promise<Project | Judgement>;
  /** True as soon as the `test` build is compiled, so that others may read it; false when it never is. */
  readonly compiled: Promise<boolean>;
  readonly ended: Promise<SuiteOutcome>;
}

/**
 * Compiles the `test` build and serves the wanted checks from it, in one VM; in a second one what a check that ended
 * the first kept it from.
 */
export async function startSuite(
  context: CheckContext,
  wanted: readonly SuiteCheck[],
  rules: SuiteRules,
): Promise<Suite> {
  const steps = suiteChecks.filter((id) => wanted.includes(id));
  const vm = await startVm(context, {
    name: "The VM of the test build",
    task: "pd.suite",
    loads: ["json", "step", "releases", "project", "compile", "coverage", "formatter", "test_files", "format", "suite"],
    args: steps,
    env: "test",
    serves: steps.length + 1,
  });
  const compiled = vm.left("compile-test.json");
  return {
    project: projectOf(context, vm),
    compiled,
    ended: vm.ended.then((output) => outcome(context, output, steps, rules)),
  };
}

async function outcome(
  context: CheckContext,
  output: VmOutput,
  steps: readonly SuiteCheck[],
  rules: SuiteRules,
): Promise<SuiteOutcome> {
  const { files } = context;
  const compiled = await artefact({ ...output, name: "mix compile" }, "compile-test.json", compileSchema, files);
  const build: SuiteOutcome["build"] = { env: "test", ...compiled };
  const runs = "value" in compiled && compiled.value.status === "ok";
  const suites = await suitesOf(context, output);
  const judged = new Map<SuiteCheck, Timed>();
  let rest: readonly SuiteCheck[] = [];
  for (const [index, id] of steps.entries()) {
    const left = await judge(context, { ...output, name: `mix ${id}` }, id, rules, suites);
    const judgement =
      "value" in left ? left.value : left.why === "no file" && !runs ? notCompiled(compiled) : left.missing;
    judged.set(id, { judgement, durationMs: left.durationMs });
    // This one ended the VM: what stands behind gets a new one. A build that does not compile serves none of them.
    if ("missing" in left && left.why !== "stopped" && runs && output.ran.ended === "exited") {
      rest = steps.slice(index + 1);
      break;
    }
  }
  const tests = judged.get("test")?.judgement;
  // Coverage of tests that did not run says nothing.
  if (tests?.verdict === "error" && steps.includes("coverage")) {
    rest = rest.filter((one) => one !== "coverage");
    judged.set("coverage", { judgement: { ...tests, findings: [] }, durationMs: 0 });
  }
  const seen = "value" in suites ? suites.value : [];
  if (rest.length === 0) return { build, judged, suites: seen };
  const again = await (await startSuite(context, rest, rules)).ended;
  return { build, judged: new Map([...judged, ...again.judged]), suites: [...seen, ...again.suites] };
}

/** A check that stands on code that does not compile, or that could not be compiled. */
function notCompiled(compiled: Left<unknown>): Judgement {
  if ("missing" in compiled) return { ...compiled.missing, findings: [] };
  return {
    verdict: "error",
    reason_code: "compile_error",
    says: "The code does not compile, so this could not run.",
    remedy: "Fix what `compile` names.",
  };
}

async function judge(
  context: CheckContext,
  output: VmOutput,
  id: SuiteCheck,
  rules: SuiteRules,
  suites: Left<readonly SuiteArtefact[]>,
): Promise<Left<Judgement>> {
  const { files, path } = context;
  const read = async <T>(
    name: string,
    schema: z.ZodType<T>,
    judged: (value: T) => Judgement,
  ): Promise<Left<Judgement>> => {
    const left = await artefact(output, name, schema, files);
    return "missing" in left ? left : { durationMs: left.durationMs, value: judged(left.value) };
  };
  switch (id) {
    case "format":
      return read("format.json", formatSchema, (seen) => judgeFormat(seen, path, rules.sources));
    case "test":
      // A suite that cannot be read may hold the failures.
      if ("missing" in suites) return suites;
      return read("test.json", testSchema, (seen) => judgeTests(seen, suites.value, path));
    case "coverage":
      return read("coverage.json", coverageSchema, (seen) =>
        judgeCoverage(seen, rules.coverageMinimum, path, rules.change),
      );
  }
}

/** Every suite that ended, or why one of them cannot be read. */
async function suitesOf({ files }: CheckContext, output: VmOutput): Promise<Left<readonly SuiteArtefact[]>> {
  const names = (await files.list(output.out)).filter((name) => /^suite-.*\.json$/.test(name));
  const value: SuiteArtefact[] = [];
  for (const name of names) {
    const left = await artefact({ ...output, name: "mix test" }, name, suiteSchema, files);
    if ("missing" in left) return left;
    value.push(left.value);
  }
  return { durationMs: 0, value };
}
