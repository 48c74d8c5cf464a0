import { isAbsolute, join, relative } from "node:path";
import { handover } from "../domain/evidence/handover.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { someOf } from "../domain/values/plural.ts";
import type { World } from "../ports/world.ts";
import type { Settings } from "../settings/settings.ts";

/** What git sees that is not as the commit has it: the content of each such file, by path from the root. */
export type Tree = ReadonlyMap<string, { readonly tracked: boolean; readonly content: string }>;

/** Files that changed while checks ran. */
export interface Moved {
  /** Of the commit, or code beside it: what was judged is not what was checked out. */
  readonly code: readonly string[];
  /** New files that are no code. */
  readonly other: readonly string[];
}

/**
 * Folders that tools build and fetch into, also where .gitignore does not name them: `mix phx.digest` leaves copies
 * that no generator ignores.
 */
const built = /(^|\/)(_build|deps|cover|doc|node_modules|\.elixir_ls|priv\/static)\//;
const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|lock)$/;

/** Reads the tree as it is now. Ignored files are none of it, nor is what the suite itself writes. */
export async function treeOf({
  world,
  settings,
}: {
  readonly world: World;
  readonly settings: Settings;
}): Promise<Tree> {
  const { repository, files, job } = world;
  const own = [handover.folder, relative(job.workspace, settings.cachePath)].filter(
    (one) => one !== "" && !isAbsolute(one),
  );
  const seen = (await repository.differing()).filter(
    ({ path, tracked }) => (tracked || !built.test(path)) && !own.some((folder) => path.startsWith(`${folder}/`)),
  );
  const read = seen.map(async ({ path, tracked }) => {
    const digest = await files.digest(join(job.workspace, path)).catch(() => null);
    return [path, { tracked, content: digest?.sha256 ?? "none" }] as const;
  });
  return new Map(await Promise.all(read));
}

/** What differs between two looks. */
export function movedBetween(before: Tree, after: Tree): Moved {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const moved = paths.filter(
    (path) => before.get(path)?.content !== after.get(path)?.content || before.has(path) !== after.has(path),
  );
  const counts = (path: string) => (after.get(path) ?? before.get(path))?.tracked === true || code.test(path);
  return { code: moved.filter(counts), other: moved.filter((path) => !counts(path)) };
}

/** A judgement that was made while the code changed: nobody knows of which code it is. A failure stays one. */
export function unsettled(judged: Judgement, { code: files }: Moved): Judgement {
  const says = `The checkout changed while the checks ran: ${someOf(files)}.`;
  const findings = files.map((file) => ({
    severity: "error" as const,
    file,
    line: 1,
    message: "This file changed while the checks ran.",
    rule: "tree",
  }));
  const failed = judged.verdict === "fail";
  return {
    ...judged,
    verdict: failed ? "fail" : "error",
    reason_code: failed ? judged.reason_code : "tree_changed",
    says: failed ? `${judged.says} ${says}` : says,
    remedy: `${failed ? `${judged.remedy ?? ""} ` : ""}${remedy}`,
    findings: [...findings, ...(judged.findings ?? [])],
  };
}

/** What to do about a tree that changes under the run. */
export const remedy =
  "Let the test or task that writes there write to a temporary folder, or to files that .gitignore names.";
