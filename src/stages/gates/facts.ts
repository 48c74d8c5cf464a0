import type { StageName } from "../../domain/evidence/evidence.ts";
import type { Release } from "../../domain/release/release.ts";
import { linkOf } from "../../gates/evidence.ts";
import type { EnvironmentFacts } from "../../gates/gate.ts";
import { isCompared, type RefFacts } from "../../gates/ref.ts";
import type { SoakFacts } from "../../gates/soak.ts";
import type { Environment } from "../../settings/settings.ts";
import { timed } from "../judged.ts";
import { checkTarball, type ManifestRelease } from "../release-file.ts";
import type { StageRun } from "../stage.ts";
import { approvalFacts } from "./approval.ts";
import { backupFacts } from "./backup-named.ts";
import { chainOf } from "./evidence-folder.ts";
import { freezeFacts } from "./freeze.ts";
import { lockFacts } from "./lock-seen.ts";
import { monitoringFacts } from "./monitoring.ts";
import { provenanceFacts } from "./provenance.ts";
import { runningFacts } from "./running-before.ts";

/** Inputs of every action that deploys through the gates of an environment. */
export interface GateInputs {
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly unpinned: "refuse" | "allow";
  readonly "job-id": string;
  readonly "github-token": string;
  /** Why a freeze is overridden; empty for not. */
  readonly "override-freeze": string;
}

/** What is about to be changed, and what it rests on. */
export interface GateRequest {
  readonly environment: Environment;
  readonly inputs: GateInputs;
  /** The stages that must have passed. */
  readonly needed: readonly { readonly stage: StageName; readonly environment: string | null }[];
  /** The environment that tested the release; null where none did. */
  readonly from: string | null;
  /** Judge the gates, and change nothing whatever they say. */
  readonly explain: boolean;
}

/** A request, and the release that is asked for. */
interface NamedRequest extends GateRequest {
  readonly named: ManifestRelease;
}

/** The facts, each with the milliseconds that it took to learn it, and the release where there is one. */
export interface Gathered {
  readonly facts: EnvironmentFacts;
  readonly took: Readonly<Partial<Record<keyof EnvironmentFacts, number>>>;
  readonly release: Release | null;
}

/** Collects the facts of all gates at once: what is asked elsewhere is not waited for one by one. */
export async function gatherFacts(run: StageRun, request: NamedRequest): Promise<Gathered> {
  const { environment, inputs } = request;
  const [approval, freeze, ref, monitoring, shipped] = await Promise.all([
    timed(run, () => approvalFacts(run, environment, inputs["job-id"])),
    timed(run, () => freezeFacts(run, environment, inputs["override-freeze"])),
    timed(run, () => refFacts(run, environment)),
    timed(run, () => monitoringFacts(run, environment)),
    ofRelease(run, request),
  ]);
  const { read, evidence, provenance, running, lock } = shipped;
  const facts = {
    approval: approval.value,
    freeze: freeze.value,
    release: "failed" in read.value ? read.value.failed : read.value.judgement,
    evidence: evidence.value,
    provenance: provenance.value,
    running: running.value,
    soak: soakFacts(run, request, { evidence: evidence.value, running: running.value }),
    ref: ref.value,
    backup: backupFacts(run, environment),
    monitoring: monitoring.value,
    lock: lock.value,
  };
  const timing = { approval, freeze, release: read, evidence, provenance, running, ref, monitoring, lock };
  const took = Object.fromEntries(Object.entries(timing).map(([of, { durationMs }]) => [of, durationMs]));
  return { release: releaseOf(read.value), facts, took };
}

/** The release at hand, and what can only be asked of one. */
async function ofRelease(run: StageRun, { environment, inputs, needed, from, explain, named }: NamedRequest) {
  const read = await timed(run, () => checkTarball(run, named));
  const release = releaseOf(read.value);
  if (release !== null) await run.recorder.set({ app: release.app, release });
  const { jobs, runs, unpinned, "github-token": token } = inputs;
  const { evidenceMaxAgeMs: maxAgeMs } = environment.gates;
  const [evidence, provenance, running, lock] = await Promise.all([
    timed(run, () => (release === null ? null : chainOf(run, { jobs, runs, unpinned, needed, release, maxAgeMs }))),
    timed(run, () => (release === null ? null : provenanceFacts(run, environment, { release, token }))),
    timed(run, () => (release === null || from === null ? null : runningFacts(run, { from, release }))),
    timed(run, () => (explain ? lockFacts(run, environment, release) : null)),
  ]);
  return { read, evidence, provenance, running, lock };
}

function releaseOf(read: Awaited<ReturnType<typeof checkTarball>>): Release | null {
  return "failed" in read ? null : read.release;
}

/** How long what was tested has run; null where the settings ask for no time, or there is no release. */
function soakFacts(
  { world }: StageRun,
  { environment, from }: GateRequest,
  { evidence, running }: Pick<EnvironmentFacts, "evidence" | "running">,
): SoakFacts | null {
  const { verifiedForMs: requiredMs } = environment.gates;
  if (requiredMs === null || evidence === null) return null;
  const nowMs = world.clock.now().getTime();
  if (from === null || running === null) return { from: null, requiredMs, nowMs, deployed: null, unasked: null };
  const { now } = running;
  const unasked = now === null ? `the settings have no environment ${from}` : now.asked ? null : now.why;
  const deployed = linkOf(evidence.chain, "deploy-staging", from)?.evidence ?? null;
  return { from, requiredMs, nowMs, deployed: deployed?.status === "passed" ? deployed : null, unasked };
}

/**
 * Where the branch or tag of this run points now; null where nobody asks: of an ordinary staging, or by the settings.
 */
async function refFacts({ world, recorder }: StageRun, { gates, approval }: Environment): Promise<RefFacts | null> {
  const { refMoved: rule } = gates;
  const { stage, sha } = recorder.evidence;
  if (rule === "off" || (approval.promoteOnly === true && stage !== "promote")) return null;
  const { ref } = world.job;
  return { ref, sha, rule, standing: isCompared(ref) ? await world.github.refStanding(ref, sha) : null };
}
