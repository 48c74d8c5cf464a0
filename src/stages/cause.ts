import { condemns } from "../domain/evidence/blame.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { HostFacts } from "../domain/fleet/fleet.ts";
import type { Http } from "../ports/http.ts";
import type { Environment, SmokeTest } from "../settings/settings.ts";
import { judgeHealth } from "../signals/once/health.ts";
import { outsideCause } from "../signals/once/outside.ts";
import { judgeReadiness } from "../signals/once/readiness.ts";
import { enableServer } from "../signals/once/server-off.ts";
import { judgeSmoke } from "../signals/once/smoke.ts";
import type { Target } from "../targets/target.ts";

/** Where a release runs. */
interface Place {
  readonly host: string;
  readonly slot: string;
  readonly release: string;
}

/** What may be asked for the cause. */
interface Asked {
  readonly environment: Environment;
  readonly target: Target;
  readonly http: Http;
  readonly smoke: readonly SmokeTest[];
}

/**
 * A failed judgement, with its cause where that differs from a fault of the release: what the release's log names,
 * settings that do not match what answers, a server that never opened its port, or a verified release that fails at
 * the same moment, or fails the same smoke tests. Such a release is not marked bad.
 */
export async function withCause(judgement: Judgement, place: Place, asked: Asked): Promise<Judgement> {
  if (!condemns(judgement)) return judgement;
  // At once: what failed may take requests until the cause is known.
  const [log, shared] = await Promise.all([
    asked.target.logTail(place.host, place.slot),
    sharedCause(judgement, place, asked),
  ]);
  const seen = { ...judgement, tail: judgement.tail || log };
  const cause = outsideCause(log) ?? mismatch(seen) ?? (await notListening(seen, place, asked)) ?? shared;
  if (cause === null) return seen;
  return { ...seen, reason_code: cause.reason_code, says: `${judgement.says} ${cause.says}`, remedy: cause.remedy };
}

type Cause = Pick<Judgement, "reason_code" | "says"> & { readonly remedy: string };

/**
 * An answer such as 301, 401 or 404 to a path of the settings shows that the two do not fit, not that the release is
 * ill.
 */
function mismatch({ reason_code, facts, remedy }: Judgement): Cause | null {
  const status = facts?.["status"];
  const asked = reason_code === "not_healthy" || reason_code === "not_ready";
  if (!asked || typeof status !== "number" || status < 300 || status >= 500) return null;
  return {
    reason_code: "settings_mismatch",
    says: "The settings do not match the application.",
    remedy:
      remedy || "Name the paths that the application answers under `health` in the settings, and run the job again.",
  };
}

async function notListening(
  { facts }: Judgement,
  { host, slot, release }: Place,
  { environment, target }: Asked,
): Promise<Cause | null> {
  if (facts?.["listener"] !== "none" && facts?.["refused"] !== true) return null;
  const seen = await target.answering(host, slot);
  const running = seen?.process ?? null;
  // What systemd had to start again ended by itself: that is the fault, whatever it listens on by now.
  if (running?.release !== release || (seen?.unit?.restarts ?? 0) > 0) return null;
  const port = environment.slots[slot]?.port ?? "?";
  if (seen?.listener === "own") {
    return {
      reason_code: "not_listening",
      says: `Process ${running.pid} listens on port ${port} of an address other than 127.0.0.1.`,
      remedy:
        "Let it listen on 127.0.0.1 or on all addresses, such as `ip: {0, 0, 0, 0, 0, 0, 0, 0}`, and run the " +
        "job again.",
    };
  }
  return {
    reason_code: "not_listening",
    says: `Process ${running.pid} runs, and nothing listens on port ${port}.`,
    remedy: enableServer,
  };
}

/** What was verified is asked the same at the same moment: when it fails too, the cause is outside both. */
async function sharedCause(judgement: Judgement, { host, release }: Place, asked: Asked): Promise<Cause | null> {
  const { target } = asked;
  const seen = await target.observe();
  if ("failed" in seen) {
    const { reason_code, says, remedy } = seen.failed;
    return {
      reason_code,
      says: `The target cannot be observed either: ${says}`,
      remedy: remedy || "Run the job again.",
    };
  }
  const { hosts, groups } = seen.fleet;
  const beside = groups === undefined ? verifiedOn(hosts.find((one) => one.host === host)) : null;
  // In groups of hosts, or one host after the other, it runs on others than the new release.
  const verified = beside ?? target.serving(seen.fleet);
  if (verified === null || verified.release === release) return null;
  const base = await target.reach(verified.host, verified.slot);
  return (
    (await outage(verified, base, asked)) ?? (await sameTests(judgement, { release: verified.release, base }, asked))
  );
}

async function outage({ release }: Place, base: string, { environment, http }: Asked): Promise<Cause | null> {
  const { path, ready } = environment.health;
  const health = await judgeHealth(`${base}${path}`, http);
  const failed =
    health.verdict !== "pass" ? health : ready === null ? null : await judgeReadiness(`${base}${ready}`, http);
  if (failed === null || failed.verdict === "pass") return null;
  // A page that only the new release has: the verified one says that it has none, and not that it fails.
  const status = failed.facts?.["status"];
  if (typeof status === "number" && status >= 300 && status < 500) return null;
  return {
    reason_code: "outage",
    says: `${release}, which was verified before, fails now as well: ${failed.says}`,
    remedy: "Look at what both depend on, such as the database, and run the job again.",
  };
}

/** What the verified release answers in the same way is no fault of the new one. */
async function sameTests(
  { reason_code, findings = [] }: Judgement,
  { release, base }: { readonly release: string; readonly base: string },
  { smoke, http }: Asked,
): Promise<Cause | null> {
  if (reason_code !== "smoke_failed") return null;
  const failed = smoke.filter(({ name }) => findings.some(({ rule }) => rule === name));
  const { findings: there = [] } = await judgeSmoke(base, failed, http);
  const alike = findings.every(({ rule, message }) =>
    there.some((one) => one.rule === rule && one.message === message),
  );
  if (!alike || there.length === 0) return null;
  return {
    reason_code: "smoke_fails_alike",
    says:
      `${release}, which was verified before, fails in the same way: ` +
      "the test, or what both depend on, is at fault.",
    remedy:
      "Compare the expectation under `smoke` in the settings file with the answer, and look at what both depend on; " +
      "then run the job again. The release is not marked bad.",
  };
}

function verifiedOn(host: HostFacts | undefined): Place | null {
  const { active = null } = host ?? {};
  if (host === undefined || active === null) return null;
  return host.slots[active.slot]?.running?.release === active.release ? { host: host.host, ...active } : null;
}
