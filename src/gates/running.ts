import type { Evidence } from "../domain/evidence.ts";
import { type Release, releaseId } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import { type HostsSay, provedBy } from "../domain/running.ts";

/** What is known of the release that the smoke tests ran against. */
export interface RunningFacts {
  /** The environment whose evidence counts. */
  readonly from: string;
  readonly release: Release;
  /** The evidence of its deployment and of its smoke test; null where there is none. */
  readonly deployed: Evidence | null;
  readonly smoke: Evidence | null;
  /** What its hosts say now; null where nobody asked, since the smoke test already did. */
  readonly now: HostsSay | null;
}

/** True where the smoke test did not see the process itself, so that the hosts must be asked now. */
export function mustAskAgain(smoke: Evidence | null): boolean {
  return provedBy(smoke).proved !== "process";
}

/**
 * Two builds of one version answer alike: that the smoke tests ran against this build is proved by the process that
 * the hosts name, when the smoke test ran or now, and by the deployment that put them there.
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
  if (proved === "process") {
    if (seen !== id) return another(`smoke-test saw ${seen ?? "another release"} run on ${from}, not ${id}.`, from);
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `smoke-test saw the process of ${id} serve ${from}.`,
      facts,
    };
  }
  const only = proved === "version" ? "only the version that answers" : "neither the process nor a version";
  if (now?.asked !== true) {
    return {
      verdict: "fail",
      reason_code: "release_unproven",
      says:
        `smoke-test saw ${only} on ${from}, so another build may have been tested` +
        `${now === null ? "" : `; asked now: ${now.why}`}.`,
      remedy:
        `Run smoke-test of ${from} on a runner that reaches its hosts, ` +
        "such as the one of its deployment (`runs-on`).",
      facts,
    };
  }
  const other = now.hosts.find((one) => one.release !== id);
  if (other !== undefined)
    return another(`${other.host} of ${from} runs ${other.release ?? "no release"} now, not ${id}.`, from);
  const says = `smoke-test saw ${only}; now the process of ${id} serves ${from}, as its deployment left it.`;
  return { verdict: "pass", reason_code: "passed", says, facts: { ...facts, release: id } };
}

function another(says: string, from: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "wrong_release",
    says,
    remedy: `Deploy this release to ${from} again, and run its smoke test.`,
  };
}
