import { createHmac } from "node:crypto";
import type { Judgement } from "../domain/result.ts";
import type { Clock, Http } from "../ports.ts";

const tries = 3;
const limitMs = 10_000;
const pauseMs = 500;

/** What is announced, and to whom. */
export interface Announcement {
  /** Where to: an address of the web. It may hold a secret and is never repeated. */
  readonly url: string;
  /** Signs the body; null sends it unsigned. */
  readonly secret: string | null;
  /** The same for every try, so that a receiver recognizes a repeated delivery. */
  readonly delivery: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Posts JSON, signed with HMAC-SHA256 over the raw body (`X-Phoenix-Deploy-Signature: sha256=<hex>`). The body repeats
 * the delivery and the time of the headers, so that the signature covers them. An answer of 2xx is a delivery; no
 * answer and 5xx are tried three times.
 */
export async function sendWebhook(announcement: Announcement, http: Http, clock: Clock): Promise<Judgement> {
  const { delivery, secret } = announcement;
  const url = announcement.url.trim();
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : "")) {
    return notDelivered(
      "The webhook's address is not one of the web.",
      "Put an address that begins with https:// into its secret.",
      0,
    );
  }
  const timestamp = clock.now().toISOString();
  const body = JSON.stringify({ delivery, timestamp, ...announcement.payload });
  const headers = {
    "content-type": "application/json",
    "x-phoenix-deploy-delivery": delivery.replaceAll(/[^\x21-\x7e]/g, "-"),
    "x-phoenix-deploy-timestamp": timestamp,
    ...(secret === null ? {} : { "x-phoenix-deploy-signature": signatureOf(body, secret) }),
  };
  let last = "";
  let attempt = 1;
  for (; ; attempt += 1) {
    const answer = await http.request({ method: "POST", url, headers, body, limitMs });
    if (answer.answered && answer.status >= 200 && answer.status < 300) {
      const again = attempt === 1 ? "" : `, try ${attempt}`;
      const says = `The webhook accepted the announcement (${answer.status}${again}).`;
      return {
        verdict: "pass",
        reason_code: "passed",
        says,
        facts: { status: answer.status, tries: attempt, signed: secret !== null },
      };
    }
    // Only the kind of failure: its text may hold the address.
    last = answer.answered
      ? `answered ${answer.status}`
      : `did not answer${/\bE[A-Z_]{3,}\b/.exec(answer.why)?.[0]?.replace(/^/, ", ") ?? ""}`;
    if (attempt === tries || (answer.answered && answer.status < 500)) break;
    await clock.sleep(pauseMs * attempt);
  }
  return notDelivered(
    `The webhook ${last} (${attempt} of ${tries} tries).`,
    "Check the address in its secret, and the receiver's log.",
    attempt,
  );
}

/** The signature header of a body: what a receiver computes and compares in constant time. */
function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

function notDelivered(says: string, remedy: string, attempts: number): Judgement {
  return { verdict: "fail", reason_code: "not_delivered", says, remedy, facts: { tries: attempts } };
}
