import { z } from "zod";
import { ended } from "../domain/deployment.ts";
import { type Evidence, evidenceSchema, type Pin, pinSchema, type StageName } from "../domain/evidence.ts";
import type { Judgement } from "../domain/result.ts";

/** A file of the evidence folder. `text` is null when it could not be read as text. */
export interface EvidenceFile {
  readonly name: string;
  readonly text: string | null;
  readonly sha256: string;
}

/** One evidence of the chain, and whether a job output pins its file. */
export interface Link {
  readonly evidence: Evidence;
  readonly pinned: boolean;
  readonly sha256: string;
}

/** A job of `needs` that handed on no evidence. Skipped is not-run; every other has failed, as far as evidence goes. */
interface SilentJob {
  readonly id: string;
  readonly result: string;
}

/** The evidence of all stages, joined: the newest of each stage and environment, and everything that is wrong with it. */
export interface Chain {
  readonly links: readonly Link[];
  /** What the jobs pinned; a dry run's pin counts for nothing and is left out. */
  readonly pins: readonly Pin[];
  readonly silent: readonly SilentJob[];
  /** Faults that no later evidence mends: each fails whoever rests on the chain. */
  readonly problems: readonly Judgement[];
}

/** Names stay in sentences; a folder may hold any. */
const shown = (name: string) => name.slice(0, 200);

/**
 * Joins the evidence folder with the pins in `jobs` (DESIGN: section 5): the folder gives the content, the outputs pin it. A file that is not what
 * its job pinned is no evidence. The stage is read from the content, never from the job's id or the file's name.
 */
export function joinChain(facts: {
  readonly files: readonly EvidenceFile[];
  /** `toJSON(needs)`, or empty: then nothing is pinned. */
  readonly jobs: string;
  /** The commit that all evidence must be of; empty asks for none. */
  readonly sha: string;
  /** The bytes at hand, where a stage has them. */
  readonly releaseDigest?: string | undefined;
}): Chain {
  const { pins, silent, problems: faults } = readJobs(facts.jobs);
  const read = readFiles(facts.files, pins);
  const newest = newestOf(read.links);
  const counted = newest.links.filter(({ evidence }) => counts(evidence));
  return {
    links: newest.links,
    pins,
    silent,
    problems: [
      ...faults,
      ...read.problems,
      ...missing(facts.files, pins),
      ...newest.problems,
      ...ofAnotherCommit(counted, facts.sha),
      ...mixedReleases(counted, facts.releaseDigest),
    ],
  };
}

/** The newest evidence of a stage on an environment; validate has none. */
export function linkOf(chain: Chain, stage: StageName, environment: string | null): Link | undefined {
  return chain.links.find(({ evidence }) => evidence.stage === stage && (stage === "validate" || evidence.environment === environment));
}

/** Did this stage pass, and is that pinned? A dry run never counts. */
export function requireStage(chain: Chain, stage: StageName, environment: string | null, options: { readonly pinned: boolean }): Judgement {
  const link = linkOf(chain, stage, environment);
  const name = environment === null ? stage : `${stage} on ${environment}`;
  if (link === undefined) return absent(chain, stage, name);
  const { evidence, pinned } = link;
  if (evidence.status !== "passed") {
    return { verdict: "fail", reason_code: "stage_failed", says: `${name} ${ended(evidence)}: ${evidence.says}`, remedy: evidence.remedy };
  }
  if (options.pinned && !pinned) {
    return {
      verdict: "fail",
      reason_code: "evidence_unpinned",
      says: `The evidence of ${name} is not pinned by a job output: any job could have written it.`,
      remedy: `Give its job \`outputs: {evidence: \${{ steps.<id>.outputs.evidence }}}\`, list the job under \`needs\`, and write \`jobs: \${{ toJSON(needs) }}\`.`,
    };
  }
  return { verdict: "pass", reason_code: "passed", says: `${name} passed.` };
}

/** Not run where every job without evidence was skipped; failed where one ended otherwise and left none. */
function absent({ silent }: Chain, stage: StageName, name: string): Judgement {
  const ran = silent.filter((job) => job.result !== "skipped");
  const says = `There is no evidence of ${name}.`;
  if (ran.length === 0 && silent.length > 0) {
    const jobs = silent.map((job) => `\`${job.id}\``).join(", ");
    return { verdict: "not-run", reason_code: "evidence_missing", says: `${says} Skipped: ${jobs}.`, remedy: `Run ${stage} before.` };
  }
  const jobs = ran.map((job) => `\`${job.id}\` (${job.result})`).join(", ");
  return {
    verdict: "fail",
    reason_code: "evidence_missing",
    says: ran.length === 0 ? says : `${says} Jobs that handed on none: ${jobs}.`,
    remedy: `Run ${stage} before, and download the folder .phoenix-deploy that it handed on.`,
  };
}

/** What counts toward one commit and one release: every real run from validate to promote. */
function counts({ stage, status }: Evidence): boolean {
  return stage !== "rollback" && stage !== "report" && status !== "planned";
}

function readFiles(
  files: readonly EvidenceFile[],
  pins: readonly Pin[],
): { readonly links: readonly Link[]; readonly problems: Judgement[] } {
  const links: Link[] = [];
  const problems: Judgement[] = [];
  for (const { name, text, sha256 } of files) {
    const mine = pins.filter((pin) => pin.file === name);
    const other = mine.find((pin) => pin.file_sha256 !== sha256);
    if (other !== undefined) {
      problems.push({
        verdict: "fail",
        reason_code: "evidence_conflict",
        says: `The evidence ${shown(name)} is not what its job pinned: its sha256 is ${sha256.slice(0, 12)}, pinned is ${other.file_sha256.slice(0, 12)}.`,
        remedy: "Somebody changed the artifact. Do not deploy it; run validate again.",
      });
      continue;
    }
    const parsed = evidenceSchema.safeParse(json(text));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const why = text === null || json(text) === undefined ? "it is not JSON" : `\`${issue?.path.join(".") || "it"}\`: ${issue?.message}`;
      problems.push({
        verdict: "error",
        reason_code: "evidence_unreadable",
        says: `The evidence ${shown(name)} cannot be read: ${why}.`,
        remedy: "Let every action of a run have the same version, and run the stage that wrote it again.",
      });
      continue;
    }
    links.push({ evidence: parsed.data, pinned: mine.length > 0, sha256 });
  }
  return { links, problems };
}

function missing(files: readonly EvidenceFile[], pins: readonly Pin[]): readonly Judgement[] {
  const lacking = pins.map((pin) => pin.file).filter((name) => !files.some((file) => file.name === name));
  return [...new Set(lacking)].map((name) => ({
    verdict: "error",
    reason_code: "evidence_missing",
    says: `The evidence ${shown(name)}, which a job pinned, is not in the folder.`,
    remedy: "Download the artifact of every job before this step.",
  }));
}

/**
 * The newest attempt of each stage and environment. What a job pinned is the newest that counts: newer evidence beside it that no job pins
 * was put there by something else. A dry run never stands before a real one.
 */
function newestOf(links: readonly Link[]): { readonly links: readonly Link[]; readonly problems: readonly Judgement[] } {
  const problems: Judgement[] = [];
  const groups = Map.groupBy(links, ({ evidence }) => JSON.stringify([evidence.stage, evidence.environment]));
  const newest = [...groups.values()].flatMap((all) => {
    const real = all.filter(({ evidence }) => evidence.status !== "planned");
    const group = real.length > 0 ? real : all;
    const [last] = [...group].sort((a, b) => byAttempt(b.evidence, a.evidence));
    const [pinned] = group.filter((one) => one.pinned).sort((a, b) => byAttempt(b.evidence, a.evidence));
    if (last === undefined) return [];
    if (pinned === undefined || pinned === last || !counts(last.evidence)) return [pinned ?? last];
    const { stage, run_id, run_attempt } = last.evidence;
    problems.push({
      verdict: "fail",
      reason_code: "evidence_conflict",
      says: `The folder holds newer evidence of ${stage} (run ${shown(run_id)}, attempt ${shown(run_attempt)}) than the one that its job pinned.`,
      remedy: "List every job under `needs`, and find out who wrote it.",
    });
    return [pinned];
  });
  return { links: newest, problems };
}

function byAttempt(a: Evidence, b: Evidence): number {
  const attempts = a.run_id === b.run_id ? Number(a.run_attempt) - Number(b.run_attempt) : 0;
  return attempts || Date.parse(a.started_at) - Date.parse(b.started_at);
}

function ofAnotherCommit(links: readonly Link[], sha: string): readonly Judgement[] {
  const strange = links.filter(({ evidence }) => sha !== "" && evidence.sha !== sha);
  return strange.map(({ evidence }) => ({
    verdict: "fail",
    reason_code: "evidence_of_another_commit",
    says: `The evidence of ${evidence.stage} is of commit ${evidence.sha.slice(0, 12)}, this run is of ${sha.slice(0, 12)}.`,
    remedy: "Hand on the artifacts of this run only.",
  }));
}

function mixedReleases(links: readonly Link[], releaseDigest: string | undefined): readonly Judgement[] {
  const digests = new Map<string, string>();
  if (releaseDigest !== undefined) digests.set(releaseDigest, "the release at hand");
  for (const { evidence } of links) {
    const digest = evidence.release?.digest;
    if (digest !== undefined && !digests.has(digest)) digests.set(digest, evidence.stage);
  }
  if (digests.size < 2) return [];
  const names = [...digests].map(([digest, who]) => `${who} of ${digest.slice(0, 8)}`).join(", ");
  return [
    {
      verdict: "fail",
      reason_code: "evidence_conflict",
      says: `The stages speak of different releases: ${names}.`,
      remedy: "Build once: let every stage take the release of one validate job.",
    },
  ];
}

const needsSchema = z.record(z.string(), z.looseObject({ result: z.string(), outputs: z.record(z.string(), z.unknown()).nullish() }));

/** Every output value of every job that parses as a pin counts, whatever the job and the output are called. */
function readJobs(jobs: string): Pick<Chain, "pins" | "silent" | "problems"> {
  if (jobs.trim() === "") return { pins: [], silent: [], problems: [] };
  const parsed = needsSchema.safeParse(json(jobs));
  if (!parsed.success) {
    const says = "The input `jobs` is not the JSON of `needs`.";
    const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`.";
    return { pins: [], silent: [], problems: [{ verdict: "error", reason_code: "invalid_input", says, remedy }] };
  }
  const pins: Pin[] = [];
  const silent: SilentJob[] = [];
  for (const [id, { result, outputs }] of Object.entries(parsed.data)) {
    const mine = Object.values(outputs ?? {}).flatMap((value) => {
      const pin = pinSchema.safeParse(json(value));
      return pin.success ? [pin.data] : [];
    });
    if (mine.length === 0) silent.push({ id: shown(id), result: shown(result) });
    pins.push(...mine.filter((pin) => pin.status !== "planned"));
  }
  const broken = silent.filter((job) => job.result !== "skipped" && job.result !== "success");
  return {
    pins,
    silent,
    problems: broken.map(({ id, result }) => ({
      verdict: "fail",
      reason_code: "stage_failed",
      says: `The job \`${id}\` ended with \`${result}\` and handed on no evidence.`,
      remedy: "Look at its log; it ended before its action could speak, or the runner dropped an output that held a masked value.",
    })),
  };
}

/** Undefined when it is not JSON. */
function json(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
