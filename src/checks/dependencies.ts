import type { z } from "zod";
import type { CheckId } from "../domain/check.ts";
import type { Judgement } from "../domain/result.ts";
import { depsAuditSchema, hexAuditSchema, type Project, unusedDepsSchema } from "./artefacts.ts";
import { judgeDepsAudit, withoutMixAudit } from "./deps-audit.ts";
import { judgeHexAudit } from "./hex-audit.ts";
import { artefact, type Lane, type Left, type Timed } from "./lane.ts";
import { environmentOf } from "./tools.ts";
import { judgeUnusedDeps } from "./unused-deps.ts";
import { type Bench, startVm } from "./vm.ts";

/** The checks that ask the registry, the lock and the advisories: one VM serves them. */
export const dependencyChecks = ["hex-audit", "unused-deps", "deps-audit"] as const satisfies readonly CheckId[];
export type DependencyCheck = (typeof dependencyChecks)[number];

/** Judges those of the wanted checks that belong to this build: all to `test`, but mix_audit where mix.exs keeps it to `dev`. */
export async function runDependencies(
  bench: Bench,
  project: Project,
  wanted: readonly DependencyCheck[],
  env: "test" | "dev",
): Promise<ReadonlyMap<DependencyCheck, Timed>> {
  const judged = new Map<DependencyCheck, Timed>();
  const open: DependencyCheck[] = [];
  for (const id of wanted) {
    const audit = id === "deps-audit";
    if ((audit ? environmentOf("mix_audit", project) : "test") !== env) continue;
    const answer = audit && !("mix_audit" in project.deps) ? withoutMixAudit : id === "hex-audit" ? withoutHex(project) : null;
    if (answer === null) open.push(id);
    else judged.set(id, { judgement: answer, durationMs: 0 });
  }
  if (open.length === 0) return judged;
  const lane = await askMix(bench, open, env);
  for (const id of open) {
    const left = await judge(bench, { ...lane, name: names[id] }, id);
    judged.set(id, { judgement: "missing" in left ? left.missing : left.value, durationMs: left.durationMs });
  }
  return judged;
}

/** Hex is installed beside mix, not as a dependency. */
function withoutHex(project: Project): Judgement | null {
  if (project.hex !== null) return null;
  return {
    verdict: "error",
    reason_code: "tool_missing",
    says: "Hex is not installed.",
    remedy: "Run `mix local.hex --force` before this step, or set `checks: {hex-audit: off}`.",
  };
}

const names = { "hex-audit": "mix hex.audit", "unused-deps": "mix deps.unlock --check-unused", "deps-audit": "mix deps.audit" } as const;

async function askMix(bench: Bench, checks: readonly DependencyCheck[], env: "test" | "dev"): Promise<Lane> {
  const vm = await startVm(bench, {
    name: "The VM of the dependencies",
    task: "pd.dependencies",
    loads: ["json", "step", "dependencies"],
    args: checks,
    env,
    serves: checks.length,
  });
  return vm.ended;
}

function judge({ files, path }: Bench, lane: Lane, id: DependencyCheck): Promise<Left<Judgement>> {
  const read = async <T>(schema: z.ZodType<T>, judged: (value: T) => Judgement): Promise<Left<Judgement>> => {
    const left = await artefact(lane, `${id}.json`, schema, files);
    return "missing" in left ? left : { durationMs: left.durationMs, value: judged(left.value) };
  };
  switch (id) {
    case "hex-audit":
      return read(hexAuditSchema, (seen) => judgeHexAudit(seen, path));
    case "unused-deps":
      return read(unusedDepsSchema, (seen) => judgeUnusedDeps(seen, path));
    case "deps-audit":
      return read(depsAuditSchema, (seen) => judgeDepsAudit(seen, path));
  }
}
