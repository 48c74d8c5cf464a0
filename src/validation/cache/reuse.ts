import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { Check } from "../../checks/define.ts";
import { anyFile } from "../../checks/reads.ts";
import { findingSchema, type Judgement, type Timed } from "../../domain/evidence/result.ts";
import { manifestOf, type Release, releaseSchema } from "../../domain/release/release.ts";
import { type Project, projectSchema } from "../../domain/validation/project.ts";
import type { Files } from "../../ports/files.ts";
import type { JobFacts } from "../../ports/job.ts";
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
  readonly rules: Readonly<Record<string, unknown>>;
}

/** What a result is kept of: a check, or what mix knows of the project. */
type Kind = Pick<Check, "id" | "reads" | "asksServices">;

const projectKind = { id: "project", reads: anyFile } as const satisfies Kind;

/** The key of a result: a sha256 over all that it rests on; null for a check whose result must be found out anew. */
export function keyOf(kind: Kind, basis: Basis): string | null {
  const { id, reads, asksServices = false } = kind;
  const ofProject = id === projectKind.id;
  if (reads === undefined || (basis.ships && asksServices)) return null;
  if (!ofProject && basis.outside === null) return null;
  const hash = createHash("sha256");
  const { elixir, otp, job, project, rules, files, ignored, outside } = basis;
  hash.update(
    JSON.stringify([
      3,
      id,
      elixir,
      otp,
      job.bundle,
      job.environment,
      process.platform,
      process.arch,
      project,
      ofProject ? null : (rules[id] ?? null),
      ignored,
      ofProject ? null : outside,
    ]),
  );
  for (const [path, oid] of files) if (reads(path)) hash.update(`${path}\0${oid}\0`);
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
  readonly judged: ReadonlyMap<string, Timed>;
  readonly release: Release | null;
  /** Why no result may be taken, where that is so whatever earlier runs left. */
  readonly why?: string;
}

export const nothingReused: Reused = { project: null, judged: new Map(), release: null };

/** What an earlier run's mix knew of the project; null where none is kept for this basis. */
export async function knownProject(store: ResultStore, basis: Basis): Promise<Project | null> {
  const key = keyOf(projectKind, basis);
  return key === null ? null : ((await store.find(projectKind.id, key, projectSchema))?.value ?? null);
}

/**
 * The results that may stand for this run. A release is taken only where its very bytes still lie in the folder that
 * jobs pass on.
 */
export async function reuse(
  store: ResultStore,
  basis: Basis,
  wanted: {
    readonly checks: readonly Kind[];
    /** Full id of the commit that is checked out. */
    readonly head: string;
    readonly releaseFolder: string;
    readonly files: Files;
  },
): Promise<Reused> {
  const find = async <T>(kind: Kind, schema: z.ZodType<T>): Promise<Kept<T> | null> => {
    const key = keyOf(kind, basis);
    return key === null ? null : store.find(kind.id, key, schema);
  };
  const judged = new Map<string, Timed>();
  for (const check of wanted.checks) {
    const kept = check.id === "release" ? null : await find(check, passSchema);
    if (kept !== null) judged.set(check.id, { judgement: asIn(kept), durationMs: 0 });
  }
  // One test run serves both: without the tests there is no coverage to find out anew.
  if (!judged.has("test")) judged.delete("coverage");
  if (wanted.checks.some(({ id }) => id === "coverage") && !judged.has("coverage")) judged.delete("test");
  const project = await knownProject(store, basis);
  const ofRelease = wanted.checks.find(({ id }) => id === "release");
  const kept =
    ofRelease === undefined ? null : await find(ofRelease, z.object({ judgement: passSchema, release: releaseSchema }));
  // Another commit may have the same files: a release names the one that it was built from.
  const mine = kept?.value.release.git_sha === wanted.head;
  if (kept === null || !mine || !(await lies(kept.value.release, wanted))) return { project, judged, release: null };
  judged.set("release", { judgement: asIn({ ...kept, value: kept.value.judgement }), durationMs: 0 });
  return { project, judged, release: kept.value.release };
}

/** What a run found out. */
interface Results {
  readonly checks: readonly Kind[];
  readonly project: Project;
  readonly judged: ReadonlyMap<string, Timed>;
  readonly release: Release | null;
  readonly run: Pick<JobFacts, "runId" | "runUrl">;
  readonly at: Date;
}

/** Keeps what this run found out, for the runs after it. */
export async function keep(store: ResultStore, basis: Basis, found: Results): Promise<void> {
  const put = async (kind: Kind, value: unknown) => {
    const key = keyOf(kind, basis);
    if (key !== null) await store.keep({ id: kind.id, key }, value, found);
  };
  await put(projectKind, found.project);
  for (const check of found.checks) {
    const judgement = found.judged.get(check.id)?.judgement;
    if (judgement === undefined || !isOwnPass(judgement)) continue;
    const { verdict, reason_code, says, facts = {}, findings = [] } = judgement;
    const pass = { verdict, reason_code, says, facts, findings };
    if (check.id !== "release") await put(check, pass);
    else if (found.release !== null) await put(check, { judgement: pass, release: found.release });
  }
}

/** A pass of this run, and not one that was taken from an earlier run. */
function isOwnPass({ verdict, reason_code, facts }: Judgement): boolean {
  return verdict === "pass" && reason_code === "passed" && facts?.["as_in_run"] === undefined;
}

function asIn({ runId, runUrl, value }: Kept<z.infer<typeof passSchema>>): Judgement {
  return { ...value, facts: { ...value.facts, as_in_run: runId, as_in_run_url: runUrl } };
}

/** The tarball, its manifest and what this names beside it lie there as they were made. */
async function lies(
  release: Release,
  { releaseFolder, files }: { readonly releaseFolder: string; readonly files: Files },
): Promise<boolean> {
  const manifest = await files.read(join(releaseFolder, "manifest.json"), 1 << 20).catch(() => null);
  const isThere = async (file: string, sha256: string) =>
    (await files.digest(join(releaseFolder, file)))?.sha256 === sha256;
  if (manifest !== manifestOf(release) || !(await isThere(release.file, release.digest))) return false;
  const beside = [release.files, release.sbom].flatMap((one) => one ?? []);
  return (await Promise.all(beside.map(({ file, sha256 }) => isThere(file, sha256)))).every((there) => there);
}
