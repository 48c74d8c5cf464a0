import { createHash } from "node:crypto";

/**
 * What is announced of a deployment. `rollback-refused`: a rollback that ended before its first change. `hold`: the
 * watch came to no verdict, and a person decides. `failed`: production was changed, and what serves there is not as
 * wanted or unknown. `not-deployed`: nothing was changed.
 */
export const announcedEvents = [
  "start",
  "success",
  "rollback",
  "rollback-failed",
  "rollback-refused",
  "hold",
  "failed",
  "not-deployed",
] as const;
export type AnnouncedEvent = (typeof announcedEvents)[number];

/** What an announcement says: what happened, to what, where. */
export interface News {
  readonly event: AnnouncedEvent;
  /** Names this event of this deployment: the same when the job that announces it runs again. */
  readonly key: string;
  /** Names the deployment: the same for its start and its end. */
  readonly deployment: string;
  readonly status: string;
  readonly says: string;
  readonly app: string;
  readonly version: string | null;
  /** The version that serves after the event; null when it is unknown. */
  readonly serves: string | null;
  /** sha256 of the release; null when none is known. */
  readonly digest: string | null;
  readonly environment: string;
  readonly url: string | null;
  readonly repository: string;
  readonly sha: string;
  readonly run: string;
  readonly actor: string;
  /** When the deployment began, and when this is said; ISO 8601. */
  readonly startedAt: string;
  readonly at: string;
}

/** Who did what is announced: a stage of one attempt of a run, in an environment. */
interface Doer {
  readonly runId: string;
  readonly runAttempt: string;
  readonly stage: string;
  readonly environment: string;
}

/** The names of a deployment and of one of its events. */
export function keysOf(doer: Doer, event: AnnouncedEvent): Pick<News, "event" | "key" | "deployment"> {
  const deployment = [doer.runId, doer.runAttempt, doer.stage, doer.environment].join("-");
  return { event, key: `${deployment}-${event}`, deployment };
}

/** A name for services that take few characters: the same for the same text, and no other's. */
export function shortKey(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
