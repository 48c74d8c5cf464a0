import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { CheckId } from "../../domain/check.ts";
import { type Project, projectSchema } from "../../domain/project.ts";
import { manifestOf, type Release, releaseSchema } from "../../domain/release.ts";
import { findingSchema, type Judgement, type Timed } from "../../domain/result.ts";
import type { Files, JobFacts } from "../../ports.ts";
import type { Kept, ResultStore } from "./result-store.ts";

/** Everything that a result rests on. Two runs that agree in all of it find out the same. */
export interface Basis {
  /** Tracked files with their git object ids, by path from the repository's root. */
  readonly files: ReadonlyMap<string, string>;
  /** Digest of the files that git ignores and that exist. */
  readonly ignored: string;
  /** Digest of the path dependencies outside the repository; null as long as mix was not asked which there are. */
  readonly outside: string | null;
  /** The commit is about to ship: what asks a database or a service is asked anew. */
  readonly ships: boolean;
  readonly elixir: string;
  readonly otp: string;
  readonly job: Pick<JobFacts, "bundle" | "environment">;
  /** Folder of the mix project, from the repository's root. */
  readonly project: string;
  /** What a check is judged by besides: settings, and what a pull request changes. */
  readonly rules: Readonly<Partial<Record<CheckId, unknown>>>;
}

const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|sface)$/;
const lock = /(^|\/)mix\.(exs|lock)$/;

/**
 * What each check reads. Only what is named here may be taken from an earlier run: what asks the outside (advisories,
 * databases, tags) may not. Tests and compilation can read any file of the repository. Workflows they do not see; but
 * the containers that the tests ask are named there.
 */
const reads: Partial<Record<CheckId | "project", (path: string) => boolean>> = {
  project: anyFile,
  compile: anyFile,
  format: anyFile,
  test: (path) => anyFile(path) || path.startsWith(".github/workflows/"),
  coverage: (path) => anyFile(path) || path.startsWith(".github/workflows/"),
  release: anyFile,
  credo: (path) => code.test(path) || lock.test(path),
  sobelow: (path) => code.test(path) || lock.test(path) || /(^|\/)\.sobelow/.test(path),
  dialyzer: (path) => code.test(path) || lock.test(path) || /(^|\/)\.dialyzer_ignore/.test(path),
};

/** What may ask a database or a service, whose state is no part of any key. */
const asking: readonly (CheckId | "project")[] = ["test", "coverage"];

function anyFile(path: string): boolean {
  return !path.startsWith(".github/");
}

/** The key of a result: a sha256 over all that it rests on; null for a check whose result must be found out anew. */
export function keyOf(id: CheckId | "project", basis: Basis): string | null {
  const wanted = reads[id];
  if (wanted === undefined || (basis.ships && asking.includes(id))) return null;
  if (id !== "project" && basis.outside === null) return null;
  const hash = createHash("sha256");
  const { elixir, otp, job, project, rules, files, ignored, outside } = basis;
  hash.update(
    JSON.stringify([
      2,
      id,
      elixir,
      otp,
      job.bundle,
      job.environment,
      process.platform,
      process.arch,
      project,
      id === "project" ? null : (rules[id] ?? null),
      ignored,
      id === "project" ? null : outside,
    ]),
  );
  for (const [path, oid] of files) if (wanted(path)) hash.update(`${path}\0${oid}\0`);
  return hash.digest("hex");
}

/** Only a pass is kept: a failure is looked at again. */
const passSchema = z.object({
  verdict: z.literal("pass"),
  reason_code: z.literal("passed"),
  says: z.string(),
  facts: z.record(z.string(), z.json()).default({}),
  findings: z.array(findingSchema).default([]),
});

/** What earlier runs found out for exactly this basis. */
export interface Reused {
  readonly project: Project | null;
  readonly judged: ReadonlyMap<CheckId, Timed>;
  readonly release: Release | null;
  /** Why no result may be taken, where that is so whatever earlier runs left. */
  readonly why?: string;
}

export const nothingReused: Reused = { project: null, judged: new Map(), release: null };

/** What an earlier run's mix knew of the project; null where none is kept for this basis. */
export async function knownProject(store: ResultStore, basis: Basis): Promise<Project | null> {
  const key = keyOf("project", basis);
  return key === null ? null : ((await store.find("project", key, projectSchema))?.value ?? null);
}

/**
 * The results that may stand for this run. A release is taken only where its very bytes still lie in the folder that
 * jobs pass on.
 */
export async function reuse(
  store: ResultStore,
  basis: Basis,
  wanted: {
    readonly checks: readonly CheckId[];
    /** Full id of the commit that is checked out. */
    readonly head: string;
    readonly releaseFolder: string;
    readonly files: Files;
  },
): Promise<Reused> {
  const find = async <T>(id: CheckId | "project", schema: z.ZodType<T>): Promise<Kept<T> | null> => {
    const key = keyOf(id, basis);
    return key === null ? null : store.find(id, key, schema);
  };
  const judged = new Map<CheckId, Timed>();
  for (const id of wanted.checks) {
    const kept = id === "release" ? null : await find(id, passSchema);
    if (kept !== null) judged.set(id, { judgement: asIn(kept), durationMs: 0 });
  }
  // One test run serves both: without the tests there is no coverage to find out anew.
  if (!judged.has("test")) judged.delete("coverage");
  if (wanted.checks.includes("coverage") && !judged.has("coverage")) judged.delete("test");
  const project = await knownProject(store, basis);
  const kept = wanted.checks.includes("release")
    ? await find("release", z.object({ judgement: passSchema, release: releaseSchema }))
    : null;
  // Another commit may have the same files: a release names the one that it was built from.
  const mine = kept?.value.release.git_sha === wanted.head;
  if (kept === null || !mine || !(await lies(kept.value.release, wanted))) return { project, judged, release: null };
  judged.set("release", { judgement: asIn({ ...kept, value: kept.value.judgement }), durationMs: 0 });
  return { project, judged, release: kept.value.release };
}

/** Keeps what this run found out, for the runs after it. */
export async function keep(
  store: ResultStore,
  basis: Basis,
  found: { readonly project: Project; readonly judged: ReadonlyMap<CheckId, Timed>; readonly release: Release | null },
  run: Pick<JobFacts, "runId" | "runUrl">,
  at: Date,
): Promise<void> {
  const put = async (id: CheckId | "project", value: unknown) => {
    const key = keyOf(id, basis);
    if (key !== null) await store.keep(id, key, value, run, at);
  };
  await put("project", found.project);
  for (const [id, { judgement }] of found.judged) {
    if (
      judgement.verdict !== "pass" ||
      judgement.reason_code !== "passed" ||
      judgement.facts?.["as_in_run"] !== undefined
    )
      continue;
    const { verdict, reason_code, says, facts = {}, findings = [] } = judgement;
    const pass = { verdict, reason_code, says, facts, findings };
    if (id !== "release") await put(id, pass);
    else if (found.release !== null) await put(id, { judgement: pass, release: found.release });
  }
}

function asIn({ runId, runUrl, value }: Kept<z.infer<typeof passSchema>>): Judgement {
  return { ...value, facts: { ...value.facts, as_in_run: runId, as_in_run_url: runUrl } };
}

/** The tarball and its manifest lie there as they were made. */
async function lies(
  release: Release,
  { releaseFolder, files }: { readonly releaseFolder: string; readonly files: Files },
): Promise<boolean> {
  const manifest = await files.read(join(releaseFolder, "manifest.json"), 1 << 20).catch(() => null);
  return (
    manifest === manifestOf(release) &&
    (await files.digest(join(releaseFolder, release.file)))?.sha256 === release.digest
  );
}
