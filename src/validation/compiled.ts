import { type Build, judgeCompile } from "../checks/compile.ts";
import type { Timed } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import { cacheSentences, type RestoredCaches } from "./cache/build-cache.ts";
import type { Reused } from "./cache/reuse.ts";

/** What the check `compile` is judged from. */
interface Compilation {
  readonly builds: readonly (Build & { readonly durationMs: number })[];
  readonly path: (file: string) => string;
  readonly project: Project;
  readonly restored: RestoredCaches;
  readonly reused: Reused;
}

/** Both builds together: a warning in either fails. A build that is missing leaves the check unjudged. */
export function compiled({ builds: found, path, project, restored, reused }: Compilation): Timed {
  const builds = [...found].sort((a, b) => b.env.localeCompare(a.env));
  const compiledMs = Object.fromEntries(builds.map(({ env, durationMs }) => [env, durationMs]));
  const cache = [...cacheSentences(restored, compiledMs, reused)];
  const kept = reused.judged.get("compile");
  if (kept !== undefined)
    return { ...kept, judgement: { ...kept.judgement, facts: { ...kept.judgement.facts, cache } } };
  const judgement = judgeCompile(builds, path, project.aliases);
  const whole = builds.length === 2 || judgement.verdict !== "pass";
  const says = `Only ${builds[0]?.env ?? "no build"} was compiled: ${judgement.says}`;
  return {
    judgement: whole
      ? { ...judgement, facts: { ...judgement.facts, cache } }
      : { verdict: "not-run", reason_code: "not_judged", says },
    durationMs: builds.reduce((total, one) => total + one.durationMs, 0),
  };
}
