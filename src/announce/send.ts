import { join } from "node:path";
import type { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Clock } from "../ports/clock.ts";
import type { Files } from "../ports/files.ts";
import type { Http, HttpAnswer } from "../ports/http.ts";
import type { News } from "./news.ts";
import type { Notifier, ServiceAnswer, ServiceFile, ServiceRequest } from "./notifier.ts";

/** An announcement is tried this often, and for this long in all; nothing waits for it longer. */
const tries = 5;
const limitMs = 60_000;
/** One request. */
const requestMs = 10_000;
/** The pause after the first try; it doubles. */
const pauseMs = 500;

/** What an announcement uses of the world. */
export interface AnnouncingPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly files: Pick<Files, "write">;
  /** Absolute path of `.phoenix-deploy`. */
  readonly folder: string;
  readonly secret: (name: string) => string | undefined;
}

/** How a try ended: delivered, or what the service did, and whether and when it may be tried again. */
type Tried =
  | { readonly ok: true; readonly sent: number }
  | { readonly ok: false; readonly did: string; readonly again: boolean; readonly afterMs: number };

/**
 * Announces to one receiver. 429, 5xx and no answer are tried again with back-off, no sooner than `Retry-After` says,
 * and within a minute in all. What failed is said by its kind alone: an address or an answer may hold a secret.
 */
export async function announceTo(to: Notifier, news: News, world: AnnouncingPorts): Promise<Judgement> {
  const unset = to.variables.find((name) => (world.secret(name) ?? "").trim() === "");
  if (unset !== undefined) {
    return {
      verdict: "error",
      reason_code: "not_configured",
      says: `The environment variable \`${unset}\` is not set.`,
      remedy: `Pass the secret to this step under \`env:\`, or remove \`${news.event}\` from \`on\`.`,
      facts: factsOf(to, news, 0),
    };
  }
  const until = world.clock.ticks() + limitMs;
  for (let count = 1; ; count += 1) {
    const tried = await attempt(to, news, { world, until });
    if (tried.ok) {
      const again = count === 1 ? "" : ` at try ${count}`;
      const says = `${to.name} accepted the announcement of \`${news.event}\`${again}.`;
      return { verdict: "pass", reason_code: "passed", says, facts: factsOf(to, news, count) };
    }
    const wait = Math.max(tried.afterMs, pauseMs * 2 ** (count - 1));
    const late = world.clock.ticks() + wait >= until;
    if (!tried.again || count === tries || late) {
      const limit = tried.again && late && count < tries ? `, and ${limitMs / 1_000} s are the limit` : "";
      return {
        verdict: "fail",
        reason_code: "not_delivered",
        says: `${to.name} ${tried.did} (try ${count} of ${tries}${limit}).`,
        remedy: `Check ${listed(to.variables)} and the settings of \`${to.type}\` in \`notify\`.`,
        facts: factsOf(to, news, count),
      };
    }
    await world.clock.sleep(wait);
  }
}

function listed(variables: readonly string[]): string {
  return variables.length === 0 ? "the disk" : variables.map((name) => `\`${name}\``).join(", ");
}

/** What was announced to whom, for a later run that must not say it twice. */
export function factsOf({ type, variables }: Notifier, { event, key }: News, count: number) {
  return { receiver: [type, ...variables].join(" "), event, key, tries: count };
}

interface Attempt {
  readonly world: AnnouncingPorts;
  readonly until: number;
}

/** One try. Whatever goes wrong in it is a failure of the announcement alone; its text may hold a secret. */
function attempt(to: Notifier, news: News, at: Attempt): Promise<Tried> {
  return delivered(to, news, at).catch((error: unknown) =>
    final(`could not be asked: ${error instanceof Error ? error.name : "an unexpected fault"}`),
  );
}

async function delivered(to: Notifier, news: News, { world, until }: Attempt): Promise<Tried> {
  const secret = (name: string) => (world.secret(name) ?? "").replace(/[\r\n]+$/, "");
  const requests = to.requests(news, secret);
  let answer: ServiceAnswer = { status: 0, body: "" };
  for (let sent = 0; ; sent += 1) {
    const next = requests.next(answer);
    if (next.done === true)
      return next.value === undefined ? { ok: true, sent } : final(`was not asked: ${next.value}`);
    if ("write" in next.value) {
      const fault = await written(next.value, world);
      if (fault !== null) return fault;
      continue;
    }
    const unfit = unfitFor(next.value);
    if (unfit !== null) return final(`was not asked: ${unfit}`);
    const limit = Math.max(1, Math.min(requestMs, until - world.clock.ticks()));
    const got = await world.http.request(httpRequest(next.value, limit));
    const judged = judge(next.value, got, world.clock.now());
    if ("ok" in judged) return judged;
    answer = judged;
  }
}

function final(did: string): Tried {
  return { ok: false, did, again: false, afterMs: 0 };
}

async function written({ write, text }: ServiceFile, { files, folder }: AnnouncingPorts): Promise<Tried | null> {
  try {
    await files.write(join(folder, write), text);
    return null;
  } catch {
    return final(`file ${write} could not be written`);
  }
}

/** What of a request cannot be sent; its values are not repeated. */
function unfitFor({ url, headers = {} }: ServiceRequest): string | null {
  if (!URL.canParse(url.trim()) || !/^https?:$/.test(new URL(url.trim()).protocol))
    return "its address does not begin with https:// or http://";
  const held = Object.entries(headers).find(([, value]) => /[^\x20-\x7e]/.test(value));
  return held === undefined ? null : `the value for the header \`${held[0]}\` has characters that no header takes`;
}

function httpRequest({ method, url, headers, body }: ServiceRequest, limitMs: number) {
  const [text, type] =
    body === undefined || typeof body === "string"
      ? [body, "application/json"]
      : "json" in body
        ? [JSON.stringify(body.json), "application/json"]
        : [new URLSearchParams(body.form).toString(), "application/x-www-form-urlencoded"];
  const sent = text === undefined ? {} : { body: text };
  const typed = text === undefined ? {} : { "content-type": type };
  return {
    method,
    url: url.trim(),
    headers: { accept: "application/json", ...typed, ...headers },
    ...sent,
    limitMs,
    proxied: true,
  };
}

/** The answer that the next request is made from, or how the try ended. */
function judge(request: ServiceRequest, got: HttpAnswer, now: Date): ServiceAnswer | Tried {
  if (!got.answered) {
    const kind = /\bE[A-Z_]{3,}\b/.exec(got.why)?.[0];
    return { ok: false, did: `did not answer${kind === undefined ? "" : `, ${kind}`}`, again: true, afterMs: 0 };
  }
  const { status, body } = got;
  const accepted = (status >= 200 && status < 300) || (request.also ?? []).includes(status);
  const wrong = accepted ? (request.judge?.({ status, body }) ?? null) : wordOf(body);
  if (accepted && wrong === null) return { status, body };
  const did = `answered ${status}${wrong === null ? "" : ` (${wrong})`}`;
  const again = status === 429 || status >= 500;
  return { ok: false, did, again, afterMs: again ? retryAfterMs(got.headers["retry-after"], now) : 0 };
}

/** `Retry-After`: seconds, or a day and time. */
function retryAfterMs(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\d{1,6}(\.\d{1,6})?$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}

/** The word that a service gives for a fault, such as Slack's `channel_is_archived`; nothing else is repeated. */
function wordOf(body: string): string | null {
  const word = body.trim();
  return /^[a-z]+(_[a-z]+)+$/.test(word) && word.length <= 40 ? word : null;
}

/** JSON of an answer by its schema; null where it is not as the service publishes it. */
export function readAnswer<T>(schema: z.ZodType<T>, { body }: ServiceAnswer): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Judges an answer that has to be JSON of this schema. */
export function asPublished(schema: z.ZodType): (answer: ServiceAnswer) => string | null {
  return (answer) => (readAnswer(schema, answer) === null ? "not as its API is published" : null);
}
