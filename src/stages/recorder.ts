import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Evidence, evidenceFileName, type Pin, pinOf, type StageName } from "../domain/evidence/evidence.ts";
import { handover } from "../domain/evidence/handover.ts";
import type { Fact, Result, Verdict } from "../domain/evidence/result.ts";
import type { World } from "../ports/world.ts";
import { shortened } from "../render/text/wording.ts";
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

/** A result as evidence keeps it. */
function boundedResult(given: Result): Result {
  return {
    ...given,
    says: sentence(given.says),
    remedy: sentence(given.remedy),
    facts: bounded(given.facts) as Result["facts"],
    tail: given.tail.length <= maxTail ? given.tail : given.tail.slice(-maxTail).toWellFormed(),
    findings: given.findings
      .slice(0, maxFindings)
      .map((one) => ({ ...one, message: shortened(one.message, maxMessage) })),
  };
}

/** What the log says of a result. */
function linesOf({ kind, verdict, title, says, remedy, host, duration_ms }: Result): readonly string[] {
  const lasted = kind === "step" || kind === "signal" ? ` (${(duration_ms / 1_000).toFixed(1)} s)` : "";
  const at = host === undefined || title.includes(host) ? "" : ` on ${host}`;
  const said = `${marks[verdict]} ${title}${at}: ${says}${lasted}`;
  return remedy === "" || verdict === "pass" ? [said] : [said, `  ${remedy}`];
}

/** A recorder that can be closed by whoever runs the stage. */
export interface OpenRecorder extends Recorder {
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary that the stage wrote itself; null where it is made from the evidence. */
  readonly summary: string | null;
  /** Writes the last evidence and returns it with its pin. */
  finish(conclusion: Conclusion): Promise<{ readonly evidence: Evidence; readonly pin: Pin }>;
}

/** What is known of a stage before it begins. */
interface KnownBefore {
  readonly app: string | null;
  readonly environment: string | null;
}

/** Starts the evidence of a stage with status `running` and rewrites its file after every change. */
export async function openRecorder(world: World, stage: StageName, known: KnownBefore): Promise<OpenRecorder> {
  const { job, files, clock, log } = world;
  const folder = join(job.workspace, handover.folder);
  const save = saving(files, join(folder, "evidence"));
  const outputs: Record<string, string> = {};
  let summary: string | null = null;
  let evidence = firstEvidence(world, stage, known);

  async function add(more: Partial<Evidence>): Promise<void> {
    evidence = { ...evidence, ...more };
    await save(evidence);
  }

  await files.write(join(folder, ".gitignore"), "*\n");
  await save(evidence);

  return {
    get evidence() {
      return evidence;
    },
    get summary() {
      return summary;
    },
    outputs,
    async begin(...results) {
      await save({ ...evidence, results: [...evidence.results, ...results] });
    },
    async record(...given) {
      const now = clock.now().getTime();
      const results = given.map((one) => {
        const began = new Date(now - one.duration_ms).toISOString();
        return boundedResult(one.kind === "check" ? one : { ...one, started_at: began });
      });
      for (const line of results.flatMap(linesOf)) log.info(line);
      await add({ results: [...evidence.results, ...results] });
    },
    set: add,
    measure: (when, measurement) => add({ [when]: measurement }),
    async warn(given) {
      const says = sentence(given);
      // The same of several steps is one warning.
      if (evidence.warnings.includes(says)) return;
      log.warning(says);
      await add({ warnings: [...evidence.warnings, says] });
    },
    output(name, value) {
      outputs[name] = value;
    },
    summarise(markdown) {
      summary = markdown;
    },
    async finish(conclusion) {
      evidence = { ...evidence, ...headOf(conclusion), finished_at: clock.now().toISOString() };
      return { evidence, pin: pinOf(evidence, await save(evidence)) };
    },
  };
}

/** Writes evidence to its file in a folder and gives its sha256; a file of another name from before is removed. */
function saving(files: World["files"], folder: string): (evidence: Evidence) => Promise<string> {
  let before: string | null = null;
  return async (evidence) => {
    const name = evidenceFileName(evidence);
    if (before !== null && before !== name) await files.remove(join(folder, before));
    before = name;
    const text = `${JSON.stringify(evidence, null, 2)}\n`;
    await files.write(join(folder, name), text);
    return createHash("sha256").update(text).digest("hex");
  };
}

/** A conclusion as the head of evidence. */
function headOf({ status, decision, reason_code, says, remedy = "" }: Conclusion): Required<Conclusion> {
  return { status, decision, reason_code, says: sentence(says), remedy: sentence(remedy) };
}

function firstEvidence({ job, clock }: World, stage: StageName, known: KnownBefore): Evidence {
  return {
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
}
