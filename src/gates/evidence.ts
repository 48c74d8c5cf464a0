import { ended } from "../domain/deployment.ts";
import { type Evidence, evidenceSchema, type Pin, pinOf, type StageName } from "../domain/evidence.ts";
import { blocks, type Judgement, type Result } from "../domain/result.ts";
import { type GivenPin, type Job, json, readJobs, shown } from "./pins.ts";
import { type ReleaseAtHand, sameRelease } from "./same-release.ts";

/** A file of the evidence folder. `text` is null when it could not be read, which `why` explains. */
export interface EvidenceFile {
  readonly name: string;
  readonly text: string | null;
  readonly sha256: string;
  readonly why?: string;
}

/** One evidence of the chain, whether a job output pins its file, and the jobs whose outputs do. */
export interface Link {
  readonly evidence: Evidence;
  readonly pinned: boolean;
  readonly jobs: readonly Job[];
  readonly sha256: string;
}

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
  /** The commit that all evidence must be of; empty asks for none. */
  readonly sha: string;
  /** The run that all evidence must be of; null takes that of other runs as well. */
  readonly runId: string | null;
  /** The release at hand, where a stage has one. */
  readonly atHand?: ReleaseAtHand | undefined;
}): Chain {
  const { pins: given, silent, misnamed, problems: faults } = readJobs(facts.jobs);
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

/**
 * The evidence as far as it counts: where every job that pins it ended otherwise than well, it is no pass, whatever it
 * says.
 */
export function believed({ evidence, jobs }: Link): Evidence {
  const [job] = jobs;
  if (evidence.status !== "passed" || job === undefined || jobs.some(({ result }) => result === "success"))
    return evidence;
  const says = `its job \`${job.id}\` ended with \`${job.result}\`, although its evidence says: ${evidence.says}`;
  return {
    ...evidence,
    status: "failed",
    reason_code: "stage_failed",
    says,
    remedy: `Look at the log of \`${job.id}\`, and run it again.`,
  };
}

/** Did this stage pass, and is that pinned? A dry run never counts. */
export function requireStage(
  chain: Chain,
  stage: StageName,
  environment: string | null,
  options: { readonly pinned: boolean },
): Judgement {
  const link = linkOf(chain, stage, environment);
  const name = environment === null ? stage : `${stage} on ${environment}`;
  if (link === undefined) return absent(chain, stage, name);
  const { evidence, pinned, jobs } = link;
  if (evidence.status !== "passed") {
    return {
      verdict: "fail",
      reason_code: "stage_failed",
      says: `${name} ${ended(evidence)}: ${evidence.says}`,
      remedy: evidence.remedy,
    };
  }
  const [job] = jobs;
  if (job !== undefined && !jobs.some(({ result }) => result === "success")) {
    return {
      verdict: "fail",
      reason_code: "stage_failed",
      says: `The evidence of ${name} says passed, but its job \`${job.id}\` ended with \`${job.result}\`.`,
      remedy: `Look at the log of \`${job.id}\`, and run it again: only a job that succeeded counts.`,
    };
  }
  if (options.pinned && !pinned) return unpinned(chain, name);
  return { verdict: "pass", reason_code: "passed", says: `${name} passed.` };
}

function unpinned({ misnamed }: Chain, name: string): Judgement {
  const [other] = misnamed;
  const hint =
    other === undefined
      ? "Give its job `outputs: {evidence: ${{ steps.<id>.outputs.evidence }}}`, list the job under `needs`, and write `jobs: ${{ toJSON(needs) }}`."
      : `\`${other}\` holds evidence under another name: call that output \`evidence\`, or \`deploy-evidence\` where a job has two.`;
  return {
    verdict: "fail",
    reason_code: "evidence_unpinned",
    says: `The evidence of ${name} is not pinned by a job output: any job could have written it.`,
    remedy: hint,
  };
}

/** Not run where every job without evidence was skipped; failed where one ended otherwise and left none. */
function absent({ silent }: Chain, stage: StageName, name: string): Judgement {
  const ran = silent.filter((job) => job.result !== "skipped");
  const says = `There is no evidence of ${name}.`;
  if (ran.length === 0 && silent.length > 0) {
    const jobs = silent.map((job) => `\`${job.id}\``).join(", ");
    return {
      verdict: "not-run",
      reason_code: "evidence_missing",
      says: `${says} Skipped: ${jobs}.`,
      remedy: `Run ${stage} before.`,
    };
  }
  const jobs = ran.map((job) => `\`${job.id}\` (${job.result})`).join(", ");
  return {
    verdict: "fail",
    reason_code: "evidence_missing",
    says: ran.length === 0 ? says : `${says} Jobs that passed none on: ${jobs}.`,
    remedy: `Run ${stage} before, and download the folder .phoenix-deploy that it uploaded.`,
  };
}

/** What counts toward one commit and one release: every real run from validate to promote. */
function counts({ stage, status }: Evidence): boolean {
  return stage !== "rollback" && stage !== "report" && status !== "planned";
}

function readFiles(
  files: readonly EvidenceFile[],
  pins: readonly GivenPin[],
): { readonly links: readonly Link[]; readonly problems: Judgement[] } {
  const links: Link[] = [];
  const problems: Judgement[] = [];
  for (const { name, text, sha256, why: unreadable } of files) {
    const mine = pins.filter(({ pin }) => pin.file === name);
    const other = mine.find(({ pin }) => pin.file_sha256 !== sha256)?.pin;
    const givers = [...new Map(mine.map((given) => [given.pin.file_sha256, given])).values()];
    if (givers.length > 1) {
      const jobs = [...new Set(givers.map(({ job }) => `\`${job.id}\``))].join(" and ");
      problems.push({
        verdict: "fail",
        reason_code: "evidence_conflict",
        says: `More than one evidence was called ${shown(name)}, each pinned by an output of ${jobs}: one replaced the other.`,
        remedy: "Run each action once for an environment in a run, and list the job that does under `needs`.",
      });
      continue;
    }
    if (other !== undefined) {
      problems.push({
        verdict: "fail",
        reason_code: "evidence_conflict",
        says: `The evidence ${shown(name)} is not what its job pinned: its sha256 is ${sha256.slice(0, 12)}, pinned is ${other.file_sha256.slice(0, 12)}.`,
        remedy: "Somebody changed the artifact. Do not deploy it; run validate again.",
      });
      continue;
    }
    const evidence = evidenceIn(text, unreadable);
    if (typeof evidence === "string") {
      problems.push({
        verdict: "error",
        reason_code: "evidence_unreadable",
        says: `The evidence ${shown(name)} cannot be read: ${evidence}.`,
        remedy: "Let every action of a run have the same version, and run the stage that wrote it again.",
      });
      continue;
    }
    const odd = mine.find(({ pin }) => differs(pin, evidence, sha256));
    if (odd !== undefined) {
      problems.push({
        verdict: "fail",
        reason_code: "evidence_conflict",
        says: `The output of job \`${odd.job.id}\` that pins ${shown(name)} says other things than that file: ${differs(odd.pin, evidence, sha256)}.`,
        remedy:
          "No action writes that. Find out who changed the output, pass outputs on as they are, and run the job again.",
      });
      continue;
    }
    links.push({ evidence, pinned: mine.length > 0, jobs: mine.map(({ job }) => job), sha256 });
  }
  return { links, problems };
}

/** The evidence in a file, or why there is none. */
function evidenceIn(text: string | null, unreadable = "it is not text"): Evidence | string {
  if (text === null) return unreadable;
  const value = json(text);
  if (value === undefined) return "it is not JSON";
  try {
    const parsed = evidenceSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `\`${issue?.path.join(".") || "it"}\`: ${issue?.message}`;
  } catch {
    // No action nests lists that deep: reading them ends the stack.
    return "it is nested too deeply";
  }
}

/** What a pin repeats of its file, where the two differ; null where they agree. */
function differs(pin: Pin, evidence: Evidence, sha256: string): string | null {
  const own = pinOf(evidence, sha256);
  const members = [
    "stage",
    "environment",
    "status",
    "decision",
    "sha",
    "run_id",
    "run_attempt",
    "release_sha256",
  ] as const;
  const [member] = members.filter((one) => pin[one] !== own[one]);
  return member === undefined
    ? null
    : `\`${member}\` is ${shown(String(pin[member]))} there, and ${shown(String(own[member]))} in the file`;
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
      says: `The folder holds newer evidence of ${stage} (run ${shown(run_id)}, attempt ${shown(run_attempt)}) than the one that its job pinned.`,
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
      says: `The evidence of ${evidence.stage} says passed, but its ${failed.kind} \`${shown(failed.id)}\`, which is required, is ${failed.verdict}.`,
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
    says: `The evidence of ${evidence.stage} is of run ${shown(evidence.run_id)}, this is run ${runId}.`,
    remedy:
      "Download the artifacts of this run only. Where another workflow validates the same commit, set `runs: other`.",
  }));
}

function ofAnotherCommit(links: readonly Link[], sha: string): readonly Judgement[] {
  const strange = links.filter(({ evidence }) => sha !== "" && evidence.sha !== sha);
  return strange.map(({ evidence }) => ({
    verdict: "fail",
    reason_code: "evidence_of_another_commit",
    says: `The evidence of ${evidence.stage} is of commit ${evidence.sha.slice(0, 12)}, this run is of ${sha.slice(0, 12)}.`,
    remedy: "Download the artifacts of this commit only.",
  }));
}
