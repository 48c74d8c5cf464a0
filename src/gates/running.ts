import type { Evidence } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { type HostsSay, provedBy } from "../domain/fleet/running.ts";
import { type Release, releaseId } from "../domain/release/release.ts";
import { defineGate } from "./gate.ts";

/** What is known of the release that the smoke tests ran against. */
export interface RunningFacts {
  /** The environment whose evidence counts. */
  readonly from: string;
  readonly release: Release;
  /** The evidence of its deployment and of its smoke test; null where there is none. */
  readonly deployed: Evidence | null;
  readonly smoke: Evidence | null;
  /** What its hosts say now; null where the settings do not know the environment. */
  readonly now: HostsSay | null;
}

/**
 * Two builds of one version answer alike: that the smoke tests ran against this build is proved by the process that
 * the hosts name, when the smoke test ran or now, and by the deployment that put them there. Another release there now
 * is refused: somebody found a reason to replace this one.
 */
export function judgeRunning({ from, release, deployed, smoke, now }: RunningFacts): Judgement {
  const id = releaseId(release);
  if (deployed?.to !== id || deployed.release?.digest !== release.digest) {
    const put = deployed?.to ?? "no release";
    const says = `The evidence of the deployment to ${from} names ${put}, not ${id}.`;
    return {
      verdict: "fail",
      reason_code: "release_unproven",
      says,
      remedy: `Deploy this release to ${from}, and run its smoke test.`,
    };
  }
  const { proved, release: seen } = provedBy(smoke);
  const facts = { proved, release: seen };
  if (proved === "process" && seen !== id)
    return another(`smoke-test saw ${seen ?? "another release"} run on ${from}, not ${id}.`, from);
  const only = seenWords[proved];
  if (now?.asked === true && now.hosts.length > 0) {
    const other = now.hosts.find((one) => one.release !== id);
    if (other !== undefined)
      return another(`${other.host} of ${from} runs ${other.release ?? "no release"} now, not ${id}.`, from);
    const says = `smoke-test saw ${only}; now the process of ${id} serves ${from}, as its deployment left it.`;
    return { verdict: "pass", reason_code: "passed", says, facts: { ...facts, release: id, asked_now: true } };
  }
  const why = now === null ? "" : now.asked ? "it has no hosts" : now.why;
  if (proved === "process") {
    const says = `smoke-test saw the process of ${id} serve ${from}.`;
    const unasked = `Whether ${from} still runs ${id} was not seen: its hosts could not be asked${because(why)}.`;
    return {
      verdict: "pass",
      reason_code: "passed",
      says,
      facts: { ...facts, asked_now: false },
      warnings: [unasked],
    };
  }
  return {
    verdict: "fail",
    reason_code: "release_unproven",
    says:
      `smoke-test saw ${only} on ${from}, so another build may have been tested` +
      `${why === "" ? "" : `; asked now: ${why}`}.`,
    remedy:
      `Run smoke-test of ${from} on a runner that reaches its hosts, ` +
      "such as the one of its deployment (`runs-on`).",
    facts,
  };
}

/** What the smoke test saw, as part of a sentence. */
const seenWords = {
  process: "that process",
  version: "only the version that answers",
  none: "neither the process nor a version",
} as const;

function because(why: string): string {
  return why === "" ? "" : ` (${why})`;
}

function another(says: string, from: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "wrong_release",
    says,
    remedy: `Deploy this release to ${from} again, and run its smoke test.`,
  };
}

/** The release that was tested runs there still. */
export const running = defineGate({
  id: "running-release",
  title: () => "The environment before was tested with this build, and runs it",
  of: "running",
  judge: judgeRunning,
});
