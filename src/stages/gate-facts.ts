import type { StageName } from "../domain/evidence.ts";
import type { Release } from "../domain/release.ts";
import type { EnvironmentFacts } from "../gates/gate.ts";
import { isCompared, type RefFacts } from "../gates/ref.ts";
import type { RunningFacts } from "../gates/running.ts";
import type { SoakFacts } from "../gates/soak.ts";
import type { Environment } from "../settings/settings.ts";
import { approvalFacts } from "./approval.ts";
import { backupFacts } from "./backup-named.ts";
import { chainOf } from "./evidence-folder.ts";
import { freezeFacts } from "./freeze.ts";
import { timed } from "./judged.ts";
import { lockFacts } from "./lock-seen.ts";
import { provenanceFacts } from "./provenance.ts";
import { readRelease } from "./release-file.ts";
import { runningFacts } from "./running-before.ts";
import type { StageRun } from "./stage.ts";

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

/** The facts, each with the milliseconds that it took to learn it, and the release where there is one. */
export interface Gathered {
  readonly facts: EnvironmentFacts;
  readonly took: Readonly<Record<keyof EnvironmentFacts, number>>;
  readonly release: Release | null;
}

/** Collects the facts of all gates at once: what is asked elsewhere is not waited for one by one. */
export async function gatherFacts(run: StageRun, request: GateRequest): Promise<Gathered> {
  const { environment, inputs, needed, from } = request;
  const approval = timed(run, () => approvalFacts(run, environment, inputs["job-id"]));
  const freeze = timed(run, () => freezeFacts(run, environment, inputs["override-freeze"]));
  const ref = timed(run, () => refFacts(run, environment));
  const read = await timed(run, () => readRelease(run));
  const release = "failed" in read.value ? null : read.value.release;
  if (release !== null) await run.recorder.set({ app: release.app, release });
  const { jobs, runs, unpinned } = inputs;
  const { evidenceMaxAgeMs: maxAgeMs } = environment.gates;
  const [approved, frozen, moved, evidence, built, running, locked] = await Promise.all([
    approval,
    freeze,
    ref,
    timed(run, () => (release === null ? null : chainOf(run, { jobs, runs, unpinned, needed, release, maxAgeMs }))),
    timed(run, () =>
      release === null ? null : provenanceFacts(run, environment, { release, token: inputs["github-token"] }),
    ),
    timed(run, () => (release === null || from === null ? null : runningFacts(run, { from, release }))),
    timed(run, () => (request.explain ? lockFacts(run, environment, release) : null)),
  ]);
  return {
    release,
    facts: {
      approval: approved.value,
      freeze: frozen.value,
      release: "failed" in read.value ? read.value.failed : read.value.judgement,
      evidence: evidence.value,
      provenance: built.value,
      running: running.value,
      soak: soakFacts(run, environment, running.value),
      ref: moved.value,
      backup: backupFacts(run, environment),
      lock: locked.value,
    },
    took: {
      approval: approved.durationMs,
      freeze: frozen.durationMs,
      release: read.durationMs,
      evidence: evidence.durationMs,
      provenance: built.durationMs,
      running: running.durationMs,
      soak: 0,
      ref: moved.durationMs,
      backup: 0,
      lock: locked.durationMs,
    },
  };
}

/** How long what was tested has run; null where the settings ask for no time, or no environment tested it. */
function soakFacts(
  { world }: StageRun,
  { gates: { verifiedForMs } }: Environment,
  running: RunningFacts | null,
): SoakFacts | null {
  if (verifiedForMs === null || running === null) return null;
  const { from, deployed, now } = running;
  const unasked = now === null ? `the settings have no environment ${from}` : now.asked ? null : now.why;
  return { from, requiredMs: verifiedForMs, nowMs: world.clock.now().getTime(), deployed, unasked };
}

/** Where the branch or tag of this run points now; null where nobody asks: of an ordinary staging, or by the settings. */
async function refFacts({ world, recorder }: StageRun, { gates, approval }: Environment): Promise<RefFacts | null> {
  const { refMoved: rule } = gates;
  const { stage, sha } = recorder.evidence;
  if (rule === "off" || (approval.promoteOnly === true && stage !== "promote")) return null;
  const { ref } = world.job;
  return { ref, sha, rule, standing: isCompared(ref) ? await world.github.refStanding(ref, sha) : null };
}
