import { join } from "node:path";
import { type AnalysisCheck, optionsOf, type RunFacts } from "../checks/define.ts";
import type { Judgement, Timed } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import { artefact, type Left, type VmOutput } from "./artefact.ts";
import { startVm } from "./vm.ts";

/** What the analyses are judged from. */
export type AnalysisFacts = RunFacts & { readonly project: Project };

/** True where nothing but a server has to be waited for. */
export function isLight(checks: readonly Pick<AnalysisCheck, "light">[]): boolean {
  return checks.every(({ light }) => light === true);
}

/**
 * Judges those of the wanted checks that this build serves, in one VM; by themselves those that another one, which
 * ended it, kept from their end.
 */
export async function runAnalyses(
  wanted: readonly AnalysisCheck[],
  env: "test" | "dev",
  facts: AnalysisFacts,
): Promise<ReadonlyMap<string, Timed>> {
  const judged = new Map<string, Timed>();
  const open: AnalysisCheck[] = [];
  for (const check of inTurn(wanted)) {
    if (environmentOf(check, facts.project) !== env) continue;
    const answer = knownOf(check, facts.project);
    if (answer === null) open.push(check);
    else judged.set(check.id, { judgement: answer, durationMs: 0 });
  }
  return new Map([...judged, ...(await serve(open, env, facts))]);
}

/** In the order in which the VM serves them. */
function inTurn(checks: readonly AnalysisCheck[]): readonly AnalysisCheck[] {
  return checks.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
}

/**
 * The build that a check's tool is compiled in: the `test` build that all share, unless mix.exs keeps its package out
 * of it.
 */
export function environmentOf(check: Pick<AnalysisCheck, "package">, project: Project): "test" | "dev" {
  const only = (check.package !== undefined && project.deps[check.package.name]) || [];
  return only.length === 0 || only.includes("test") ? "test" : "dev";
}

/** What can be said of a check before any VM starts; null when it has to be asked. */
function knownOf(check: AnalysisCheck, project: Project): Judgement | null {
  if (check.known !== undefined) return check.known(project);
  return check.package === undefined || check.package.name in project.deps ? null : withoutTool(check, project);
}

function withoutTool({ id, package: tool }: AnalysisCheck, { deps }: Project): Judgement {
  return {
    verdict: "error",
    reason_code: "tool_missing",
    says: `${tool?.name} is not among the dependencies.`,
    remedy: `Add \`${tool?.line}\` to deps in mix.exs, or set \`checks: {${id}: off}\`.`,
    facts: { package: tool?.name ?? "", line: tool?.line ?? "", dependencies: Object.keys(deps).length },
  };
}

async function serve(
  checks: readonly AnalysisCheck[],
  env: "test" | "dev",
  facts: AnalysisFacts,
): Promise<ReadonlyMap<string, Timed>> {
  const judged = new Map<string, Timed>();
  if (checks.length === 0) return judged;
  const vm = await startVm(facts.context, {
    name: "The VM of the analyses",
    task: "pd.analysis",
    loads: ["json", "step", "tool", ...filesOf(checks), "analysis"],
    args: checks.map(({ id }) => id),
    env,
    more: { PD_PLT: join(facts.settings.cachePath, "plt") },
    serves: checks.length,
  });
  const output = await vm.ended;
  const unanswered: AnalysisCheck[] = [];
  for (const check of checks) {
    const left = await judge(check, facts, output);
    const shared = checks.length > 1 && output.ran.ended === "exited";
    if ("missing" in left && left.why === "no file" && shared) unanswered.push(check);
    else
      judged.set(check.id, { judgement: "missing" in left ? left.missing : left.value, durationMs: left.durationMs });
  }
  // One of them ended the VM. Which one is seen when each is asked by itself.
  for (const check of unanswered) for (const [id, timed] of await serve([check], env, facts)) judged.set(id, timed);
  return judged;
}

/** The Elixir files of these checks, each once, after those that it needs. */
function filesOf(checks: readonly AnalysisCheck[]): readonly string[] {
  return [...new Set(checks.flatMap(({ id, loads = [] }) => [...loads, id.replaceAll("-", "_")]))];
}

async function judge(check: AnalysisCheck, facts: AnalysisFacts, output: VmOutput): Promise<Left<Judgement>> {
  const named = { ...output, name: check.command };
  const left = await artefact(named, { name: `${check.id}.json`, schema: check.artefact }, facts.context.files);
  if ("missing" in left) return left;
  const judgement = await check.judge(left.value, facts, optionsOf(check, facts));
  return { durationMs: left.durationMs, value: shownBy(judgement, left.value) };
}

/**
 * Where nothing could be judged and the tool itself exits with 0 nevertheless, its command shows nothing. sobelow
 * passes over what it cannot read.
 */
function shownBy(judgement: Judgement, seen: unknown): Judgement {
  const passes = typeof seen === "object" && seen !== null && (!("code" in seen) || seen.code === 0);
  return passes && judgement.verdict !== "pass" && judgement.verdict !== "fail"
    ? { ...judgement, reproduce: "" }
    : judgement;
}
