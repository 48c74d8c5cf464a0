import type { Judgement } from "../../domain/evidence/result.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Http } from "../../ports/http.ts";
import type { Health } from "../../settings/settings.ts";
import { judgeAnsweredVersion } from "./identity.ts";
import { judgeOwner, type Owned, sameProcess } from "./owner.ts";
import { judgeReadiness } from "./readiness.ts";
import { judgeServerOff } from "./server-off.ts";

/** What health is asked of: one slot reached directly. */
export interface HealthQuestion {
  readonly base: string;
  readonly health: Health;
  /** The version that must answer. */
  readonly version: string;
  readonly limitMs: number;
  /** The process that must answer, asked for before and after the requests. */
  readonly owned: Owned;
  /** The last lines that the process printed. */
  readonly log: () => Promise<string>;
}

/** What health is asked with. */
interface Means {
  readonly http: Http;
  readonly clock: Clock;
  readonly cancelled: () => boolean;
}

/** How far asking came. */
interface Asked {
  readonly last: Judgement;
  /** Successes at the end, one after the other. */
  readonly inRow: number;
  readonly tries: number;
  /** Waiting longer changes nothing. */
  readonly hopeless: boolean;
}

const pauseMs = 50;
const requestMs = 5_000;
/** How often the host is asked who listens while nothing answers, at least, milliseconds. */
const lookMs = 1_000;
/** How often the log is read while nothing listens, milliseconds. */
const readMs = 5_000;
/** How long it has to be silent, until no other endpoint of the release is still to be started, milliseconds. */
const silentMs = 10_000;

/**
 * Healthy means: so many consecutive successes of health, and of readiness and version where the settings name them,
 * and the process that listens is the slot's own and runs from the release folder, the same one before the first of
 * them and after the last. One failure starts the count anew; the limit ends it with what was seen last.
 */
export async function judgeHealthWithin(
  question: HealthQuestion,
  { http, clock, cancelled }: Means,
): Promise<Judgement> {
  const deadline = clock.ticks() + question.limitMs;
  const { health } = question;
  let inRow = 0;
  let tries = 0;
  let hopeless = false;
  let first: Judgement | null = null;
  // What was started a moment ago does not listen yet.
  let lookedAt = clock.ticks();
  const everyMs = Math.min(lookMs, question.limitMs / 4);
  let last: Judgement = { verdict: "error", reason_code: "not_healthy", says: "Nothing was asked yet." };
  const look = async () => {
    const seen = await judgeOwner(question.owned);
    lookedAt = clock.ticks();
    return seen;
  };
  const reader = readerOf(question, clock);
  while (clock.ticks() < deadline && !cancelled()) {
    tries += 1;
    const due = clock.ticks() - lookedAt >= everyMs;
    // What boots is asked itself until it answers: that costs its host less than a look.
    if (inRow === 0 && (due || (first === null && (await answers(question, http))))) {
      last = await look();
      first = last.verdict === "pass" ? last : null;
    }
    if (first !== null) {
      last = await askAll(question, http);
      inRow = last.verdict === "pass" ? inRow + 1 : 0;
      if (inRow >= health.successes) {
        last = sameProcess(question.owned, { before: first, judgement: last, after: await look() });
        if (last.verdict === "pass") return healthy(question, last, tries);
        inRow = 0;
        first = null;
      }
    }
    // A process that is another release's, gone for good, or kept from its port is not worth waiting for; one that
    // boots is.
    hopeless =
      last.reason_code === "wrong_release" || last.reason_code === "port_taken" || last.facts?.["ended"] === true;
    const off = last.facts?.["listener"] === "none" ? await reader.read() : null;
    if (off !== null && !hopeless) {
      last = off;
      hopeless = true;
    }
    if (hopeless) break;
    await clock.sleep(pauseMs);
  }
  if (cancelled())
    return { ...last, verdict: "error", reason_code: "cancelled", says: "Cancelled while waiting for health." };
  return notHealthy(question, { last, inRow, tries, hopeless });
}

/** Reads the log now and then: a release that says that its server is off, and nothing more, never listens. */
function readerOf({ log }: HealthQuestion, clock: Clock): { readonly read: () => Promise<Judgement | null> } {
  let readAt = clock.ticks();
  let text = "";
  let since = readAt;
  return {
    async read() {
      if (clock.ticks() - readAt < readMs) return null;
      readAt = clock.ticks();
      const now = await log();
      if (now !== text) since = readAt;
      text = now;
      return readAt - since < silentMs ? null : judgeServerOff(text);
    },
  };
}

/** What was seen last, and how often it was asked; of what is hopeless the limit says nothing. */
function notHealthy({ health, limitMs }: HealthQuestion, { last, inRow, tries, hopeless }: Asked): Judgement {
  const few = `Only ${inRow} of ${health.successes} consecutive successes.`;
  const seen: Judgement = last.verdict === "pass" ? { verdict: "fail", reason_code: "not_healthy", says: few } : last;
  const within = `Not healthy within ${Math.round(limitMs / 1000)} s (asked ${tries} times).`;
  return {
    ...seen,
    says: hopeless ? seen.says : `${within} ${seen.says}`,
    remedy:
      seen.remedy ??
      "Read the log of the new slot in the job summary; raise `health.within` only if the application needs longer " +
        "to start.",
    facts: { ...seen.facts, tries },
  };
}

function healthy({ health, owned, version }: HealthQuestion, last: Judgement, tries: number): Judgement {
  const what = health.version === null ? "the process runs" : `version ${version} answers`;
  return {
    ...last,
    says: `Healthy ${health.successes} times in a row: ${what} from ${owned.release}.`,
    facts: { ...last.facts, tries, successes: health.successes, not_asked: notAsked(health) },
  };
}

/** Something answers at the health path, whatever it is. */
async function answers({ base, health }: HealthQuestion, http: Http): Promise<boolean> {
  return (await http.request({ method: "GET", url: `${base}${health.path}`, limitMs: requestMs })).answered;
}

/** Health, readiness and version, each once and all at the same moment: what does not pass first is what counts. */
async function askAll({ base, health, version }: HealthQuestion, http: Http): Promise<Judgement> {
  const judged = await Promise.all([
    judgeHealth(`${base}${health.path}`, http),
    ...(health.ready === null ? [] : [judgeReadiness(`${base}${health.ready}`, http)]),
    ...(health.version === null ? [] : [judgeAnsweredVersion(`${base}${health.version}`, version, http)]),
  ]);
  return judged.reduce((before, one) => (before.verdict === "pass" ? one : before));
}

/** What the settings leave off, for whoever reads that it is healthy. */
function notAsked({ ready, version }: Health): string[] {
  return [...(ready === null ? ["readiness"] : []), ...(version === null ? ["version"] : [])];
}

/** One request to the health path: 200 is healthy, a redirect is not. */
export async function judgeHealth(url: string, http: Http): Promise<Judgement> {
  const answer = await http.request({ method: "GET", url, limitMs: requestMs });
  if (!answer.answered) {
    const refused = answer.why.includes("ECONNREFUSED");
    return {
      verdict: "fail",
      reason_code: "not_healthy",
      says: `${url} did not answer: ${answer.why}.`,
      facts: { refused },
    };
  }
  if (answer.status !== 200) {
    return {
      verdict: "fail",
      reason_code: "not_healthy",
      says: `${url} answered ${answer.status}, not 200.`,
      facts: { status: answer.status },
      ...remedyOf(answer.status),
      tail: answer.body.slice(0, 2_000),
    };
  }
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${url} answered 200.`,
    facts: { status: 200, ms: Math.round(answer.ms) },
  };
}

/** What to do about an answer that is not 200; the log of the application explains all others. */
function remedyOf(status: number): { readonly remedy?: string } {
  if (status >= 300 && status < 400)
    return {
      remedy: "A redirect is not health. Exclude the health path from `force_ssl`, or name a path that answers itself.",
    };
  if (status === 401 || status === 403)
    return {
      remedy:
        "Let the health path answer without signing in, or name a path that does: `health: {path: …}` of the " +
        "environment.",
    };
  if (status === 404 || status === 405 || status === 410)
    return {
      remedy:
        "The application has no such page, as a new Phoenix application has none. Name one that answers 200, " +
        "such as `health: {path: /}` of the environment in the settings file and `--health /` for prepare.sh, " +
        "or add the route.",
    };
  return {};
}
