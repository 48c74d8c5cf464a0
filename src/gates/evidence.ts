import type { Evidence, Pin, StageName } from "../domain/evidence/evidence.ts";
import { blocks, type Judgement, type Result } from "../domain/evidence/result.ts";
import { type EvidenceFile, type Link, missing, readFiles } from "./evidence-file.ts";
import { type Job, readJobs, shortName } from "./pins.ts";
import { type ReleaseAtHand, sameRelease } from "./same-release.ts";

/**
 * The evidence of all stages, joined: the newest of each stage and environment, and everything that is wrong with it.
 */
export interface Chain {
  readonly links: readonly Link[];
  /** What the jobs pinned; a dry run's pin counts for nothing and is left out. */
  readonly pins: readonly Pin[];
  readonly silent: readonly Job[];
  /** Outputs that hold a pin under a name that is not one for it: `job.output`. */
  readonly misnamed: readonly string[];
  /** Faults that no later evidence removes: each fails whoever rests on the chain. */
  readonly problems: readonly Judgement[];
}

/**
 * Joins the evidence folder with the pins in `jobs`: the folder gives the content, the outputs pin it, since any job of
 * a run could replace an artifact. A file that is not what its job pinned is no evidence. The stage is read from the
 * content, never from the job's id or the file's name.
 */
export function joinChain(facts: {
  readonly files: readonly EvidenceFile[];
  /** `toJSON(needs)`, or empty: then nothing is pinned. */
  readonly jobs: string;
  /** Ids of jobs that did not succeed and are known to have changed nothing, such as those that no runner ever had. */
  readonly neverBegan?: readonly string[];
  /** The commit that all evidence must be of; empty asks for none. */
  readonly sha: string;
  /** The run that all evidence must be of; null takes that of other runs as well. */
  readonly runId: string | null;
  /** The release at hand, where a stage has one. */
  readonly atHand?: ReleaseAtHand | undefined;
}): Chain {
  const { pins: given, silent, misnamed, problems: faults } = readJobs(facts.jobs, facts.neverBegan);
  const pins = given.map(({ pin }) => pin);
  const read = readFiles(facts.files, given);
  const newest = newestOf(ofThisAttempt(read.links));
  const counted = newest.links.filter(({ evidence }) => counts(evidence));
  return {
    links: newest.links,
    pins,
    silent,
    misnamed,
    problems: [
      ...faults,
      ...read.problems,
      ...missing(facts.files, pins),
      ...newest.problems,
      ...counted.flatMap(({ evidence }) => contradiction(evidence)),
      ...ofAnotherCommit(counted, facts.sha),
      ...ofAnotherRun(counted, facts.runId),
      ...sameRelease({ evidence: counted.map((link) => link.evidence), pins, atHand: facts.atHand }),
    ],
  };
}

/** The newest evidence of a stage on an environment; validate has none. */
export function linkOf(chain: Chain, stage: StageName, environment: string | null): Link | undefined {
  return chain.links.find(
    ({ evidence }) => evidence.stage === stage && (stage === "validate" || evidence.environment === environment),
  );
}

/** What counts toward one commit and one release: every real run from validate to promote. */
export function counts({ stage, status }: Evidence): boolean {
  return stage !== "rollback" && stage !== "report" && status !== "planned";
}

/**
 * The newest attempt of each stage and environment. What a job pinned is the newest that counts: newer evidence beside
 * it that no job pins was put there by something else. A dry run never stands before a real one.
 */
function newestOf(links: readonly Link[]): {
  readonly links: readonly Link[];
  readonly problems: readonly Judgement[];
} {
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
      says:
        `The folder holds newer evidence of ${stage} (run ${shortName(run_id)}, attempt ${shortName(run_attempt)}) ` +
        "than the one that its job pinned.",
      remedy: "List every job under `needs`, and find out who wrote it.",
    });
    return [pinned];
  });
  return { links: newest, problems };
}

/**
 * Where the run was started anew from validate on, what its earlier attempts left and no job pins is of another chain.
 */
function ofThisAttempt(links: readonly Link[]): readonly Link[] {
  const validated = links
    .filter(({ evidence, pinned }) => pinned && evidence.stage === "validate")
    .map(({ evidence }) => evidence);
  return links.filter(
    ({ evidence, pinned }) =>
      pinned ||
      !validated.some(
        (one) => one.run_id === evidence.run_id && Number(one.run_attempt) > Number(evidence.run_attempt),
      ),
  );
}

function byAttempt(a: Evidence, b: Evidence): number {
  const attempts = a.run_id === b.run_id ? Number(a.run_attempt) - Number(b.run_attempt) : 0;
  return attempts || Date.parse(a.started_at) - Date.parse(b.started_at);
}

/** What is called passed, and holds a check, gate or signal that Phase 6 requires and that did not pass. */
function contradiction(evidence: Evidence): readonly Judgement[] {
  if (evidence.status !== "passed") return [];
  const last = new Map<string, Result>(evidence.results.map((one) => [`${one.kind} ${one.id}`, one]));
  const failed = [...last.values()].find((one) => ["check", "gate", "signal"].includes(one.kind) && blocks(one));
  if (failed === undefined) return [];
  return [
    {
      verdict: "fail",
      reason_code: "evidence_conflict",
      says:
        `The evidence of ${evidence.stage} says passed, but its ${failed.kind} \`${shortName(failed.id)}\`, ` +
        `which is required, is ${failed.verdict}.`,
      remedy: `No version of ${evidence.stage} writes that. Find out who changed it, and run ${evidence.stage} again.`,
    },
  ];
}

/** Only counted from another run where a workflow says that it means to. */
function ofAnotherRun(links: readonly Link[], runId: string | null): readonly Judgement[] {
  const strange = links.filter(({ evidence }) => runId !== null && evidence.run_id !== runId);
  return strange.map(({ evidence }) => ({
    verdict: "fail",
    reason_code: "evidence_of_another_run",
    says: `The evidence of ${evidence.stage} is of run ${shortName(evidence.run_id)}, this is run ${runId}.`,
    remedy:
      "Download the artifacts of this run only. Where another workflow validates the same commit, set `runs: other`.",
  }));
}

function ofAnotherCommit(links: readonly Link[], sha: string): readonly Judgement[] {
  const strange = links.filter(({ evidence }) => sha !== "" && evidence.sha !== sha);
  return strange.map(({ evidence }) => ({
    verdict: "fail",
    reason_code: "evidence_of_another_commit",
    says:
      `The evidence of ${evidence.stage} is of commit ${evidence.sha.slice(0, 12)}, ` +
      `this run is of ${sha.slice(0, 12)}.`,
    remedy: "Download the artifacts of this commit only.",
  }));
}
