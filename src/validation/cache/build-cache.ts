import { join } from "node:path";
import { counted } from "../../domain/values/plural.ts";
import type { Files } from "../../ports/files.ts";
import type { Reused } from "./reuse.ts";

/** What an earlier run left for this one, seen before anything ran. */
export interface RestoredCaches {
  readonly test: boolean;
  readonly prod: boolean;
  readonly results: boolean;
}

/** Looks at what caches brought: the compiled builds, and our own results. */
export async function restoredCaches(files: Files, project: string, cachePath: string): Promise<RestoredCaches> {
  const [test, prod, results] = await Promise.all([
    files.exists(join(project, "_build/test/lib")),
    files.exists(join(project, "_build/prod/lib")),
    files.exists(join(cachePath, "results")),
  ]);
  return { test, prod, results };
}

/**
 * What was warm and what was cold, and what a missing cache cost, a sentence each. `compiledMs` is what compiling took
 * by build; absent where it was not needed.
 */
export function cacheSentences(
  before: RestoredCaches,
  compiledMs: Readonly<Partial<Record<"test" | "prod", number>>>,
  reused: Pick<Reused, "judged" | "why">,
): readonly string[] {
  const builds = (["test", "prod"] as const).flatMap((env) => {
    const ms = compiledMs[env];
    if (ms === undefined) return [];
    const took = `compiling took ${(ms / 1_000).toFixed(1)} s`;
    if (before[env]) return [`\`_build/${env}\` was warm: ${took}.`];
    return [
      `\`_build/${env}\` was cold: ${took}, which a restored cache of \`_build\` and \`deps\` saves the next run.`,
    ];
  });
  const taken = reused.judged.size;
  if (reused.why !== undefined) return [...builds, `No result of an earlier run was taken: ${reused.why}.`];
  const results = before.results
    ? `${counted(taken, "result was", "results were")} taken from earlier runs.`
    : "No results of earlier runs were there: restore `cache-path` with actions/cache to have them.";
  return [...builds, results];
}
