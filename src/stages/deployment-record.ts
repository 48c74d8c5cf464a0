import type { RecordedDeployment } from "../domain/delivery/recorded-deployment.ts";
import { type DeliveryEnd, deliveryWord, readDeliveryWord } from "../domain/delivery/word.ts";
import { changeBegan } from "../domain/evidence/result.ts";
import { rollbackOutcome } from "../domain/rollback/outcome.ts";
import { errorText } from "../domain/values/error-text.ts";
import type { NewDeployment, NewDeploymentStatus } from "../ports/deployments.ts";
import type { GitHubAnswer } from "../ports/github.ts";
import type { Environment } from "../settings/settings.ts";
import { commitOfRelease } from "./release-commit.ts";
import type { Conclusion, StageRun } from "./stage.ts";

/** A change of an environment, as GitHub's record of deployments is to have it. */
export interface RecordedChange {
  readonly kind: "deploy" | "rollback";
  readonly environment: Environment;
  /** The input `job-id`: the job's own deployment is found by it. */
  readonly jobId: string;
  /** Why it is rolled back. */
  readonly why: string;
}

/** A record that is being written. */
interface Recording {
  readonly run: StageRun;
  readonly change: RecordedChange;
  /** Hears of what GitHub refused. */
  readonly refused: (answer: Refused) => void;
}

type Refused = Extract<GitHubAnswer<unknown>, { ok: false }>;

/** The record of this change, while it is made. */
interface OpenRecord {
  /** Null where there is none: the commit is not known, or GitHub refused. */
  readonly id: number | null;
  /** It is the job's own: GitHub says how that ended, also where this run may not. */
  readonly own: boolean;
  readonly history: readonly RecordedDeployment[];
}

const finalStates = new Set(["success", "failure", "error", "inactive"]);

/**
 * Does the work with a record of it on GitHub, which says afterwards what serves: the job's own deployment where it is
 * of this environment and commit, else one of ours. It is opened beside the work, which waits for nothing; a record
 * that cannot be written is a line in the log. The lock is ours: of records of ours that have no end, no run works any
 * more.
 */
export async function recorded(
  run: StageRun,
  change: RecordedChange,
  work: () => Promise<Conclusion>,
): Promise<Conclusion> {
  if (change.environment.deploymentRecord === "off") return work();
  const recording: Recording = { run, change, refused: saidOnce(run) };
  const begun: { record: OpenRecord | null } = { record: null };
  const opening = open(recording).then(
    (record) => {
      begun.record = record;
    },
    (error: unknown) => run.world.log.info(`No deployment was recorded: ${errorText(error)}`),
  );
  let conclusion: Conclusion | null = null;
  try {
    conclusion = await work();
    return conclusion;
  } finally {
    // A cancelled job is ended within seconds: what has no answer yet gets no word from this run.
    if (!run.world.cancellation.cancelled) await opening;
    if (begun.record !== null)
      await close(recording, begun.record, conclusion).catch((error: unknown) =>
        run.world.log.info(`The deployment's record was not finished: ${errorText(error)}`),
      );
  }
}

/** A dry run is no deployment, whatever GitHub makes of its job: the job's own deployment says so. */
export async function recordDryRun(
  run: StageRun,
  { environment, jobId }: Pick<RecordedChange, "environment" | "jobId">,
): Promise<void> {
  if (environment.deploymentRecord === "off") return;
  const { github, job } = run.world;
  const own = await github.jobEnvironment(jobId, job.sha, environment.name).catch(() => null);
  if (own?.ok !== true || own.value.name !== environment.name || own.value.deployment === undefined) return;
  const { release, to } = run.recorder.evidence;
  const description = deliveryWord("dry-run", to ?? release?.version ?? "none", "Nothing was changed.");
  await say({ run, refused: quiet }, own.value.deployment, { state: "in_progress", description, url: null });
}

async function open(recording: Recording): Promise<OpenRecord> {
  const { run, change, refused } = recording;
  const { world, recorder } = run;
  const { name } = change.environment;
  const read = await world.github.deploymentHistory(name, world.clock.now().toISOString());
  const history = read.ok ? read.value.deployments : [];
  const own = change.kind === "deploy" ? await ownDeployment(run, change) : null;
  for (const { id, own: ours } of history.filter((one) => one.own !== null && isOpen(one) && one.id !== own)) {
    const says = "The run that made this record ended without saying how.";
    await say(recording, id, {
      state: "error",
      description: deliveryWord("unknown", ours?.release ?? "none", says),
      url: null,
    });
  }
  if (own !== null) return { id: own, own: true, history };
  const { to } = recorder.evidence;
  const sha = to === null ? null : await commitOfRelease(run, to, history);
  if (sha === null) {
    world.log.info(
      `No deployment is recorded: no tag and no earlier record names the commit of ${to ?? "the release"}.`,
    );
    return { id: null, own: false, history };
  }
  const made = await world.github.createDeployment(recordOf(run, change, sha));
  if (!made.ok) {
    refused(made);
    return { id: null, own: false, history };
  }
  const { id } = made.value;
  await say(recording, id, { state: "in_progress", description: "", url: change.environment.url });
  return { id, own: false, history };
}

/** The job's own deployment, where it is of this environment, and of the commit that is deployed. */
async function ownDeployment({ world, recorder }: StageRun, change: RecordedChange): Promise<number | null> {
  const { sha } = world.job;
  if (recorder.evidence.release?.git_sha !== sha) return null;
  const own = await world.github.jobEnvironment(change.jobId, sha, change.environment.name);
  return own.ok && own.value.name === change.environment.name ? (own.value.deployment ?? null) : null;
}

function isOpen({ words }: RecordedDeployment): boolean {
  return !words.some(({ state }) => finalStates.has(state));
}

function recordOf({ world, recorder }: StageRun, change: RecordedChange, sha: string): NewDeployment {
  const { environment, kind, why } = change;
  const { from, to } = recorder.evidence;
  const task = kind === "deploy" ? "deploy" : "rollback";
  return {
    ...{ environment: environment.name, sha, task },
    // As where its approval is asked for without a word of the settings.
    production: environment.approval.promoteOnly !== true,
    says: `${task} to ${to} by phoenix-deploy`.slice(0, 140),
    payload: { release: to, from, run: world.job.runUrl, reason: why },
  };
}

/** The last word of this run, and that of the release which was left. */
async function close(recording: Recording, record: OpenRecord, conclusion: Conclusion | null): Promise<void> {
  const { run, change } = recording;
  const { evidence } = run.recorder;
  const { state, end } = endOf(run, conclusion);
  const says = conclusion?.says ?? "The run ended with an unexpected error.";
  const url = end === "serves" ? change.environment.url : null;
  const writer = record.own ? { run, refused: quiet } : recording;
  if (record.id !== null)
    await say(writer, record.id, { state, description: deliveryWord(end, evidence.to ?? "none", says), url });
  const left = change.kind === "rollback" && end === "serves" ? evidence.from : null;
  if (left === null || run.world.cancellation.cancelled) return;
  const one = deploymentOf(record.history, left);
  const description = deliveryWord("rolled-back", left, `${evidence.to} serves. Reason: ${change.why}.`);
  if (one !== null) await say(recording, one.id, { state: "inactive", description, url: null });
}

/** The deployment that brought a release: one that names it, else the newest that succeeded and names none. */
function deploymentOf(history: readonly RecordedDeployment[], release: string): RecordedDeployment | null {
  const words = ({ words: all }: RecordedDeployment) =>
    all.flatMap(({ description }) => readDeliveryWord(description) ?? []);
  const named = history.find((one) => words(one).some((word) => word.end === "serves" && word.release === release));
  const unnamed = (one: RecordedDeployment) =>
    words(one).length === 0 && one.words.some(({ state }) => state === "success");
  return named ?? history.find(unnamed) ?? null;
}

/** How a change ended, in GitHub's word and in ours. */
function endOf(
  { recorder }: StageRun,
  conclusion: Conclusion | null,
): { readonly state: NewDeploymentStatus["state"]; readonly end: DeliveryEnd } {
  const outcome = conclusion === null ? null : rollbackOutcome({ ...recorder.evidence, ...conclusion });
  if (conclusion?.status === "passed" || outcome === "unfinished") return { state: "success", end: "serves" };
  if (!changeBegan(recorder.evidence.results)) return { state: "inactive", end: "unchanged" };
  if (conclusion === null || conclusion.status === "cancelled") return { state: "error", end: "unknown" };
  if (outcome === "done") return { state: "failure", end: "rolled-back" };
  if (conclusion.decision === "held") return { state: "failure", end: "unknown" };
  return { state: "failure", end: "failed" };
}

async function say(
  { run, refused }: Pick<Recording, "run" | "refused">,
  id: number,
  status: Omit<NewDeploymentStatus, "log">,
): Promise<void> {
  const answer = await run.world.github.deploymentStatus(id, { ...status, log: run.world.job.runUrl });
  if (!answer.ok) refused(answer);
}

const quiet = () => undefined;

/** One line in the log, once: the default token may not write deployments, and most readers do not miss them. */
function saidOnce({ world }: StageRun): Recording["refused"] {
  let said = false;
  return ({ status, why }) => {
    if (said) return;
    said = true;
    const remedy =
      status === 403 || status === 404
        ? " To have it, give the job `deployments: write`; to leave it, set `deployment-record: off`."
        : "";
    const reason = status === 0 ? why : `${status}: ${why}`;
    world.log.info(`GitHub's record of deployments was not written (${reason}).${remedy}`);
  };
}
