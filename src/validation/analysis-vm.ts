import { join } from "node:path";
import type { z } from "zod";
import type { CheckContext } from "../checks/context.ts";
import { credoSchema, judgeCredo } from "../checks/credo.ts";
import { depsAuditSchema, judgeDepsAudit, withoutMixAudit } from "../checks/deps-audit.ts";
import { dialyzerSchema, judgeDialyzer } from "../checks/dialyzer.ts";
import { hexAuditSchema, judgeHexAudit, noPackages } from "../checks/hex-audit.ts";
import { judgeSobelow, sobelowSchema } from "../checks/sobelow.ts";
import { judgeUnusedDeps, unusedDepsSchema } from "../checks/unused-deps.ts";
import type { CheckId, Confidence } from "../domain/check.ts";
import { toolLines } from "../domain/first-contact.ts";
import type { Project } from "../domain/project.ts";
import type { Judgement, Timed } from "../domain/result.ts";
import { withinApps } from "../mix-output/location.ts";
import { artefact, type Left, type VmOutput } from "./artefact.ts";
import { startVm } from "./vm.ts";

/** The checks that run nothing of the code: one VM serves them. */
export const staticChecks = [
  "credo",
  "sobelow",
  "hex-audit",
  "deps-audit",
  "unused-deps",
  "dialyzer",
] as const satisfies readonly CheckId[];
export type StaticCheck = (typeof staticChecks)[number];

/** Those that wait for a server, and take no core worth counting. */
const waiting: readonly StaticCheck[] = ["hex-audit", "unused-deps", "deps-audit"];

/** The package that brings the tool of a check; the others are mix's and Hex's own. */
const packages = { credo: "credo", sobelow: "sobelow", dialyzer: "dialyxir", "deps-audit": "mix_audit" } as const;

/** What a person calls it. */
const names: Readonly<Record<StaticCheck, string>> = {
  dialyzer: "mix dialyzer",
  credo: "mix credo",
  sobelow: "mix sobelow",
  "hex-audit": "mix hex.audit",
  "unused-deps": "mix deps.unlock --check-unused",
  "deps-audit": "mix deps.audit",
};

/** What the judges and the tools need beside the project. */
export interface StaticRules {
  /** Findings of sobelow below this do not fail. */
  readonly sobelowConfidence: Confidence;
  /** Folder of all that is kept between runs. */
  readonly cachePath: string;
}

/** True where nothing but a server has to be waited for. */
export function isLight(checks: readonly StaticCheck[]): boolean {
  return checks.every((id) => waiting.includes(id));
}

/**
 * Judges those of the wanted checks that this build serves, in one VM; by themselves those that another one, which
 * ended it, kept from their end.
 */
export async function runStatic(
  context: CheckContext,
  project: Project,
  wanted: readonly StaticCheck[],
  env: "test" | "dev",
  rules: StaticRules,
): Promise<ReadonlyMap<StaticCheck, Timed>> {
  const judged = new Map<StaticCheck, Timed>();
  const open: StaticCheck[] = [];
  for (const id of staticChecks) {
    if (!wanted.includes(id) || environmentOf(id, project) !== env) continue;
    const answer = known(id, project);
    if (answer === null) open.push(id);
    else judged.set(id, { judgement: answer, durationMs: 0 });
  }
  return new Map([...judged, ...(await serve(context, project, open, env, rules))]);
}

/**
 * The build that a check's tool is compiled in: the `test` build that all share, unless mix.exs keeps its package out
 * of it.
 */
export function environmentOf(id: StaticCheck, project: Project): "test" | "dev" {
  const only = (id in packages && project.deps[packages[id as keyof typeof packages]]) || [];
  return only.length === 0 || only.includes("test") ? "test" : "dev";
}

/** What can be said of a check before any VM starts; null when it has to be asked. */
function known(id: StaticCheck, project: Project): Judgement | null {
  if (id === "hex-audit" && Object.keys(project.deps).length === 0) return noPackages;
  if (id === "hex-audit" && project.hex === null) return withoutHex;
  if (id === "deps-audit" && !("mix_audit" in project.deps)) return withoutMixAudit;
  if ((id === "credo" || id === "sobelow" || id === "dialyzer") && !(packages[id] in project.deps))
    return withoutTool(id, project);
  return null;
}

/** Hex is installed beside mix, not as a dependency. */
const withoutHex: Judgement = {
  verdict: "error",
  reason_code: "tool_missing",
  says: "Hex is not installed.",
  remedy: "Run `mix local.hex --force` before this step, or set `checks: {hex-audit: off}`.",
};

function withoutTool(id: "credo" | "sobelow" | "dialyzer", { deps }: Project): Judgement {
  const tool = packages[id];
  return {
    verdict: "error",
    reason_code: "tool_missing",
    says: `${tool} is not among the dependencies.`,
    remedy: `Add \`${toolLines[tool]}\` to deps in mix.exs, or set \`checks: {${id}: off}\`.`,
    facts: { package: tool, dependencies: Object.keys(deps).length },
  };
}

async function serve(
  context: CheckContext,
  project: Project,
  checks: readonly StaticCheck[],
  env: "test" | "dev",
  rules: StaticRules,
): Promise<ReadonlyMap<StaticCheck, Timed>> {
  const judged = new Map<StaticCheck, Timed>();
  if (checks.length === 0) return judged;
  const vm = await startVm(context, {
    name: "The VM of the static checks",
    task: "pd.static",
    loads: ["json", "step", "tool", "coverage", "credo", "sobelow", "dialyzer", "dependencies", "static"],
    args: checks,
    env,
    more: { PD_PLT: join(rules.cachePath, "plt") },
    serves: checks.length,
  });
  const output = await vm.ended;
  const unanswered: StaticCheck[] = [];
  for (const id of checks) {
    const left = await judge(context, { ...output, name: names[id] }, id, project, rules);
    const shared = checks.length > 1 && output.ran.ended === "exited";
    if ("missing" in left && left.why === "no file" && shared) unanswered.push(id);
    else judged.set(id, { judgement: "missing" in left ? left.missing : left.value, durationMs: left.durationMs });
  }
  // One of them ended the VM. Which one is seen when each is asked by itself.
  for (const id of unanswered)
    for (const [only, timed] of await serve(context, project, [id], env, rules)) judged.set(only, timed);
  return judged;
}

function judge(
  context: CheckContext,
  output: VmOutput,
  id: StaticCheck,
  project: Project,
  rules: StaticRules,
): Promise<Left<Judgement>> {
  const { files, path } = context;
  const read = async <T>(
    schema: z.ZodType<T>,
    judged: (value: T) => Judgement | Promise<Judgement>,
  ): Promise<Left<Judgement>> => {
    const left = await artefact(output, `${id}.json`, schema, files);
    if ("missing" in left) return left;
    return { durationMs: left.durationMs, value: shownBy(await judged(left.value), left.value) };
  };
  switch (id) {
    case "dialyzer":
      return read(dialyzerSchema, (seen) => dialyzed(context, seen, project));
    case "credo":
      return read(credoSchema, (seen) => judgeCredo(seen, path));
    case "sobelow":
      return read(sobelowSchema, (seen) => judgeSobelow(seen.scans, rules.sobelowConfidence, path));
    case "hex-audit":
      return read(hexAuditSchema, (seen) => judgeHexAudit(seen, path));
    case "unused-deps":
      return read(unusedDepsSchema, (seen) => judgeUnusedDeps(seen, path));
    case "deps-audit":
      return read(depsAuditSchema, (seen) => judgeDepsAudit(seen, path));
  }
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

/**
 * dialyzer names files as the app that they belong to does: in an umbrella the one app that has such a file is found.
 */
async function dialyzed(
  { files, path }: CheckContext,
  seen: z.infer<typeof dialyzerSchema>,
  project: Project,
): Promise<Judgement> {
  const judgement = judgeDialyzer(seen, path);
  if (!project.umbrella) return judgement;
  const named = judgeDialyzer(seen, (file) => file).findings ?? [];
  const places = await withinApps(
    named.flatMap(({ file }) => file ?? []),
    project.folders,
    files.exists,
  );
  return judgeDialyzer(seen, (file) => path(places.get(file) ?? file));
}
