import type { Measurement } from "../../domain/evidence/evidence.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { Fleet } from "../../domain/fleet/fleet.ts";
import type { Step } from "../../domain/fleet/plan.ts";
import type { VerifiedLevel } from "../../domain/rollback/verified-level.ts";
import { counted } from "../../domain/values/plural.ts";
import { durationText } from "../../render/text/wording.ts";
import type { Environment } from "../../settings/settings.ts";
import { judgeSmoke } from "../../signals/once/smoke.ts";
import { prober } from "../../signals/prober.ts";
import { compareWithLevel, isComparable } from "../../statistics/back-to-level.ts";
import type { Target } from "../../targets/target.ts";
import { judged } from "../judged.ts";
import type { StageRun } from "../stage.ts";
import { listen } from "../watch/listen.ts";
import { tallyRequests } from "../watch/request-tally.ts";
import { watch } from "../watch/watch.ts";

/**
 * What users get after a rollback: what they got before it, and what they got when the release that serves again was
 * verified (Phase 6: metrics back to what they were).
 */

/** How long requests are counted before the switch at most, and after it, milliseconds. */
const mostBeforeMs = 60_000;
const mostAfterMs = 10_000;

/** Requests that are counted beside a change, until it changes what serves. */
export interface BesideChange {
  beginning(step: Step): Promise<void>;
  end(): Promise<void>;
}

/**
 * Counts requests through the public URL until the first step that changes what serves. A rollback never waits for it.
 */
export function startAsking(run: StageRun, environment: Environment): BesideChange {
  const { cancellation } = run.world;
  const tally = tallyRequests();
  let ended = false;
  const stopped = () => ended || cancellation.cancelled;
  const listening = { environment, signals: [prober], forMs: mostBeforeMs, stopped, control: false, endsAtFault: true };
  // What could not be counted is not known, and shown as such.
  listen(run, listening, (_, sample) => {
    if (sample.kind === "request") tally.add(sample);
  }).catch(() => undefined);
  const end = async () => {
    if (ended) return;
    ended = true;
    if (tally.requests > 0) await run.recorder.measure("before", tally.measurement());
  };
  return {
    end,
    beginning: async ({ type }) => {
      if (type === "shift" || type === "stop") await end();
    },
  };
}

/** A release that serves again. */
interface Again {
  readonly environment: Environment;
  readonly target: Target;
  readonly release: string;
  /** What was observed before the rollback. */
  readonly fleet: Fleet | null;
}

/**
 * A short watch of the release that serves again, through the public URL. Where it fails too, the cause is another one
 * than the release that was left. Nothing is moved or marked because of it.
 */
export async function judgeRecovered(run: StageRun, again: Again): Promise<Judgement> {
  const subject = {
    kind: "signal",
    id: "recovered",
    title: "Users get good answers again",
    required: ({ verdict }: Judgement) => verdict === "fail",
  } as const;
  return judged(run, subject, async () => {
    const { environment, release, fleet } = again;
    const { cancellation } = run.world;
    const level = levelOf(fleet, release);
    const usual = isComparable(level) ? [[prober.id, { ...level, latenciesMs: [] }] as const] : [];
    const { judgement, measured } = await watch(run, {
      ...{ environment, release, signals: [prober], history: new Map(usual) },
      forMs: Math.min(mostAfterMs, run.settings.criteria.watchMs / 3),
      stopped: () => cancellation.cancelled,
    });
    await run.recorder.measure("after", measured);
    const seen = seenAgain(run, { release, measured, judgement, level });
    if (seen.verdict !== "fail" || seen.reason_code !== "not_recovered") return seen;
    if (!(await answersItself(run, again))) return seen;
    const says = `${seen.says} Its own slots pass the smoke tests, so that the fault is between users and ${release}.`;
    return { ...seen, verdict: "inconclusive", reason_code: "public_url_failed", says, warnings: [says] };
  });
}

/** What its last watch measured here, where any host has that on record. */
function levelOf(fleet: Fleet | null, release: string): VerifiedLevel | null {
  const known = fleet?.hosts.flatMap(({ verified = [] }) => verified.filter((one) => one.release === release)) ?? [];
  return known.find(({ level }) => level !== undefined)?.level ?? null;
}

/** What was measured of the release that serves again, and when it was verified. */
interface Measured {
  readonly release: string;
  readonly measured: Measurement;
  readonly judgement: Judgement;
  readonly level: VerifiedLevel | null;
}

function seenAgain({ recorder, settings }: StageRun, { release, measured, judgement, level }: Measured): Judgement {
  const { before } = recorder.evidence;
  const { requests, errors } = measured;
  const was = before === null || before.requests === 0 ? "" : `; before it ${before.errors} of ${before.requests}`;
  const facts = { requests, errors, when_verified: level === null ? null : { ...level } };
  if (requests === 0) {
    const says = `No request was sent within the time, so that nobody knows how ${release} serves.`;
    return { verdict: "inconclusive", reason_code: "watch_inconclusive", says, facts, warnings: [says] };
  }
  const then = thenText(release, measured, level);
  const counts = `${errors} of ${requests} requests failed after the rollback${was}. ${then}`;
  const slow = judgement.verdict === "fail" && judgement.reason_code === "latency_exceeded";
  const compared = slow ? "beyond" : compareWithLevel(measured, level, settings.criteria);
  if (compared === "back") return { verdict: "pass", reason_code: "passed", says: counts, facts };
  const look = "look at what it needs: the database, other services, the host.";
  if (compared === "worse") {
    const says = `${counts} That is worse than it was, and within the criteria.`;
    const remedy = `Look again in a few minutes. Where it stays so, ${look}`;
    return { verdict: "inconclusive", reason_code: "not_as_verified", says, remedy, facts, warnings: [says] };
  }
  const says = slow ? `${counts} ${judgement.says}` : counts;
  const remedy = `${release} was verified before, so ${look}`;
  return { verdict: "fail", reason_code: "not_recovered", says, remedy, facts };
}

/** What it was like when the release was verified, beside what it is like now. */
function thenText(release: string, { p50_ms: now }: Measurement, level: VerifiedLevel | null): string {
  if (level === null) return `What it was when ${release} was verified is not known: no watch of it is on record here.`;
  const { requests, errors, p50_ms: then } = level;
  if (!isComparable(level))
    return `When ${release} was verified, ${counted(requests, "request")} were counted: too few.`;
  const half =
    now === null || then === null
      ? ""
      : `, and half of the answers took ${durationText(then)}; now ${durationText(now)}`;
  return `When ${release} was verified, it was ${errors} of ${requests}${half}.`;
}

/** True where every slot in which it serves passes the smoke tests; without any, nobody knows. */
async function answersItself({ settings, world }: StageRun, { target, release }: Again): Promise<boolean> {
  const seen = await target.observe();
  if ("failed" in seen || settings.smoke.length === 0) return false;
  const places = seen.fleet.hosts.flatMap(({ host, slots }) =>
    Object.entries(slots).flatMap(([slot, { running }]) => (running?.release === release ? [{ host, slot }] : [])),
  );
  const looks = await Promise.all(
    places.map(async ({ host, slot }) => judgeSmoke(await target.reach(host, slot), settings.smoke, world.http)),
  );
  return looks.length > 0 && looks.every(({ verdict }) => verdict === "pass");
}
