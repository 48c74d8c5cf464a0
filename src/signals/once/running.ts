import type { Judgement } from "../../domain/evidence/result.ts";
import type { HostsSay, Proved } from "../../domain/fleet/running.ts";

/** What is known when the smoke tests are run. */
interface Asked {
  readonly environment: string;
  /** Release id that must run. */
  readonly release: string;
  readonly hosts: HostsSay;
  /** The version answered as expected. */
  readonly version: boolean;
}

/** Which release runs, by the word of its hosts. Where they cannot be asked, no more is claimed than was seen. */
export function judgeRunningRelease({ environment, release, hosts, version }: Asked): Judgement {
  if (!hosts.asked) return unproven(environment, hosts.why, version);
  for (const { host, slot, pid, release: seen } of hosts.hosts) {
    const place = `slot ${slot} of ${host}`;
    if (pid === null) {
      const says = `No process serves ${place}, the active one.`;
      return { verdict: "fail", reason_code: "not_healthy", says, remedy: `Deploy to ${environment} again.` };
    }
    // Another user's process hides its release folder.
    if (seen === null)
      return unproven(environment, `process ${pid} of ${place} does not show its release folder to this job`, version);
    if (seen !== release) {
      const says = `Process ${pid} of ${place} runs from ${seen}, not from ${release}.`;
      const remedy = "Another deployment went there since. Deploy this release again, and run its smoke test.";
      return { verdict: "fail", reason_code: "wrong_release", says, remedy, facts: { proved: "none", release: seen } };
    }
  }
  const pids = hosts.hosts.map(({ host, pid }) => `process ${pid} of ${host}`).join(", ");
  const facts = { proved: "process", release, pids: hosts.hosts.map(({ pid }) => pid) };
  return { verdict: "pass", reason_code: "passed", says: `${release} runs: ${pids}.`, facts };
}

function unproven(environment: string, why: string, version: boolean): Judgement {
  const proved: Proved = version ? "version" : "none";
  const saw =
    proved === "version"
      ? "Only the version is verified, which two builds can share"
      : "Which release runs is not verified";
  return {
    verdict: "inconclusive",
    reason_code: "release_unproven",
    says: `${saw}: ${why}.`,
    remedy:
      `Run this job where the hosts of ${environment} can be reached, such as on the runner of its deployment; ` +
      "promote asks for it.",
    facts: { proved, release: null },
  };
}
