import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Evidence, evidenceFileName, type Pin, pinOf, type StageName } from "../domain/evidence.ts";
import { handover } from "../domain/handover.ts";
import type { Fact, Result, Verdict } from "../domain/result.ts";
import type { World } from "../ports.ts";
import { shortened } from "../render/wording.ts";
import type { Conclusion, Recorder } from "./stage.ts";

/** Kept of each result's findings in evidence; the rest is counted. */
const maxFindings = 500;

/** Characters of a sentence that are kept: what a server or a tool said may stand in it, and nobody reads more. */
const maxSentence = 2_000;
const sentence = (text: string) => shortened(text, maxSentence);

/** Characters of one text in facts, and entries of one list there, that are kept. */
const maxFactText = 20_000;
const maxFactEntries = 1_000;
/** Characters of a finding, and of the last lines of a tool, that are kept. */
const maxMessage = 4_000;
const maxTail = 20_000;

const marks: Record<Verdict, string> = {
  pass: "✓",
  fail: "✗",
  error: "✗",
  inconclusive: "◌",
  off: "–",
  "not-run": "–",
};

/** A fact as evidence keeps it: servers and tools may say any amount, and evidence over its limit is read by nobody. */
function bounded(fact: Fact): Fact {
  if (typeof fact === "string") return shortened(fact, maxFactText);
  if (Array.isArray(fact)) return fact.slice(0, maxFactEntries).map(bounded);
  if (typeof fact !== "object" || fact === null) return fact;
  return Object.fromEntries(
    Object.entries(fact)
      .slice(0, maxFactEntries)
      .map(([key, value]) => [shortened(key, maxSentence), bounded(value)]),
  );
}

/** A recorder that can be closed by whoever runs the stage. */
export interface OpenRecorder extends Recorder {
  readonly outputs: Readonly<Record<string, string>>;
  /** Writes the last evidence and returns it with its pin. */
  finish(conclusion: Conclusion): Promise<{ readonly evidence: Evidence; readonly pin: Pin }>;
}

/** Starts the evidence of a stage with status `running` and rewrites its file after every change. */
export async function openRecorder(
  world: World,
  stage: StageName,
  known: { app: string | null; environment: string | null },
): Promise<OpenRecorder> {
  const { job, files, clock, log } = world;
  const folder = join(job.workspace, handover.folder);
  const outputs: Record<string, string> = {};
  let evidence: Evidence = {
    schema_version: 1,
    app: known.app ?? "unknown",
    stage,
    environment: known.environment,
    status: "running",
    decision: "pending",
    reason_code: "running",
    says: `${stage} was still running when this was written.`,
    remedy: "Look at the job's log, and run the job again.",
    release: null,
    from: null,
    to: null,
    sha: job.sha,
    run_id: job.runId,
    run_attempt: job.runAttempt,
    run_url: job.runUrl,
    actor: job.actor,
    started_at: clock.now().toISOString(),
    finished_at: null,
    url: null,
    plan: [],
    warnings: [],
    results: [],
    before: null,
    after: null,
  };

  async function save(known: Evidence = evidence): Promise<string> {
    const text = `${JSON.stringify(known, null, 2)}\n`;
    await files.write(join(folder, "evidence", evidenceFileName(evidence)), text);
    return createHash("sha256").update(text).digest("hex");
  }

  await files.write(join(folder, ".gitignore"), "*\n");
  await save();

  return {
    get evidence() {
      return evidence;
    },
    outputs,
    async begin(result) {
      await save({ ...evidence, results: [...evidence.results, result] });
    },
    async record(given: Result) {
      const result = {
        ...given,
        says: sentence(given.says),
        remedy: sentence(given.remedy),
        facts: bounded(given.facts) as Result["facts"],
        tail: given.tail.length <= maxTail ? given.tail : given.tail.slice(-maxTail).toWellFormed(),
      };
      const findings = result.findings
        .slice(0, maxFindings)
        .map((one) => ({ ...one, message: shortened(one.message, maxMessage) }));
      evidence = { ...evidence, results: [...evidence.results, { ...result, findings }] };
      log.info(`${marks[result.verdict]} ${result.title}: ${result.says}`);
      if (result.remedy !== "" && result.verdict !== "pass") log.info(`  ${result.remedy}`);
      await save();
    },
    async set(next) {
      const before = evidenceFileName(evidence);
      evidence = { ...evidence, ...next };
      if (evidenceFileName(evidence) !== before) await files.remove(join(folder, "evidence", before));
      await save();
    },
    async measure(when, measurement) {
      evidence = { ...evidence, [when]: measurement };
      await save();
    },
    async warn(given) {
      const says = sentence(given);
      // The same of several steps is one warning.
      if (evidence.warnings.includes(says)) return;
      evidence = { ...evidence, warnings: [...evidence.warnings, says] };
      log.warning(says);
      await save();
    },
    output(name, value) {
      outputs[name] = value;
    },
    async finish(conclusion) {
      evidence = {
        ...evidence,
        status: conclusion.status,
        decision: conclusion.decision,
        reason_code: conclusion.reason_code,
        says: sentence(conclusion.says),
        remedy: sentence(conclusion.remedy ?? ""),
        finished_at: clock.now().toISOString(),
      };
      return { evidence, pin: pinOf(evidence, await save()) };
    },
  };
}
