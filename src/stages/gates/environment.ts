import type { Judgement } from "../../domain/evidence/result.ts";
import type { Release } from "../../domain/release/release.ts";
import { gates } from "../../gates/registry.ts";
import type { Environment } from "../../settings/settings.ts";
import type { Target } from "../../targets/target.ts";
import { recordDryRun } from "../deployment-record.ts";
import { findEnvironment, targetOf } from "../environment.ts";
import { nothingChanged, recordTimed } from "../judged.ts";
import { type ManifestRelease, releaseOfManifest } from "../release-file.ts";
import { type Conclusion, cancelled, type StageRun, stopped } from "../stage.ts";
import { approvalNote } from "./approval.ts";
import { checkoutGate } from "./checkout.ts";
import { type GateRequest, gatherFacts } from "./facts.ts";

/** A gate as it was judged. */
interface JudgedGate {
  readonly id: string;
  readonly judgement: Judgement;
  readonly required: boolean;
}

/** What the gates let through. */
interface Admitted {
  readonly environment: Environment;
  readonly release: Release;
  readonly target: Target;
}

/**
 * Does the work where every gate of the named environment passes; else the conclusion says which refused. The hosts are
 * connected to while the gates are asked: that changes nothing there.
 */
export async function throughGates(
  run: StageRun,
  asked: Omit<GateRequest, "environment"> & { readonly inputs: { readonly environment: string } },
  work: (admitted: Admitted) => Promise<Conclusion>,
): Promise<Conclusion> {
  const environment = findEnvironment(run.settings, asked.inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;

  const named = await releaseOfManifest(run);
  const target = targetOf(run, environment, "failed" in named ? null : named.release);
  if (!("failed" in named || asked.explain)) target.connect();
  try {
    const release = await passGates(run, { ...asked, environment, named });
    if (asked.explain) await recordDryRun(run, { environment, jobId: asked.inputs["job-id"] });
    return "status" in release ? release : await work({ environment, release, target });
  } finally {
    await target.close();
  }
}

/**
 * Judges every gate of an environment and records each, in their order: nothing is changed meanwhile, so that all
 * faults are shown at once. The release where every gate passed; else the conclusion.
 */
async function passGates(
  run: StageRun,
  request: GateRequest & { readonly named: ManifestRelease },
): Promise<Release | Conclusion> {
  const { environment, explain } = request;
  const { facts, took, release } = await gatherFacts(run, request);
  const judged: JudgedGate[] = [];
  for (const { id, title, of, judge, optional } of gates) {
    const judgement = judge(facts) ?? (explain ? notAsked : null);
    if (judgement === null) continue;
    const required = !optional(facts);
    const subject = { kind: "gate", id, title: title(environment.name), required } as const;
    await recordTimed(run, subject, { judgement, durationMs: took[of] ?? 0 });
    judged.push({ id, judgement, required });
  }
  const note = facts.approval === null ? null : approvalNote(environment);
  if (note !== null) await run.recorder.warn(note);
  const refusing = judged.filter(
    ({ judgement: { verdict }, required }) => required && verdict !== "pass" && verdict !== "off",
  );
  // What was cut off while it was asked says nothing of its gate.
  if (run.world.cancellation.cancelled && refusing.length > 0)
    return cancelled(`Cancelled while the gates of ${environment.name} were asked. ${nothingChanged}`);
  if (explain) return explained(environment.name, judged, refusing);
  const [first] = refusing;
  // Where there is no release, its gate has said so.
  if (first === undefined && release !== null) return release;
  return first === undefined ? stopped(facts.release, nothingChanged) : refusedBy(first.judgement, refusing);
}

const notAsked: Judgement = {
  verdict: "off",
  reason_code: "not_applicable",
  says: "The settings ask for nothing here.",
};

/** The first fault has the reason code; the others are named, and each has its row. */
function refusedBy(first: Judgement, refusing: readonly JudgedGate[]): Conclusion {
  const others = refusing.filter(({ judgement }) => judgement !== first && judgement.verdict !== "not-run");
  if (others.length === 0) return stopped(first, nothingChanged);
  const names = others.map(({ id, judgement }) => `\`${id}\` (${judgement.reason_code})`).join(", ");
  const remedies = [first, ...others.map(({ judgement }) => judgement)].flatMap(({ remedy = "" }) => remedy || []);
  const { reason_code, says } = first;
  return stopped(
    { reason_code, says: `${says} Refused as well: ${names}.`, remedy: [...new Set(remedies)].join(" ") },
    nothingChanged,
  );
}

/** What would be refused is an answer, not a failure. */
function explained(name: string, judged: readonly JudgedGate[], refusing: readonly JudgedGate[]): Conclusion {
  const asked = judged.filter(({ judgement }) => judgement.verdict !== "off").length;
  const ids = refusing.map(({ id }) => `\`${id}\``).join(", ");
  const says =
    refusing.length === 0
      ? `All ${asked} gates of ${name} pass. ${nothingChanged}`
      : `${refusing.length} of ${asked} gates of ${name} would refuse: ${ids}. ${nothingChanged}`;
  return { status: "planned", decision: "stop", reason_code: "planned", says };
}
