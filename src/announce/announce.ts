import type { Deployment } from "../domain/evidence/deployment.ts";
import type { Evidence } from "../domain/evidence/evidence.ts";
import { changeBegan, type Judgement } from "../domain/evidence/result.ts";
import { releaseVersionOf } from "../domain/release/release.ts";
import type { Proof } from "../domain/report/exit-gate.ts";
import { type RollbackEnded, rollbackOutcome } from "../domain/rollback/outcome.ts";
import type { AnnouncedEvent, News } from "./news.ts";
import type { Notifier } from "./notifier.ts";

/** How a promotion ends whose watch came to no verdict, unless it was rolled back. */
const held: ReadonlySet<string> = new Set(["watch_held", "watch_inconclusive"]);

/** What is announced of an outcome; `by` is the evidence that decided it. */
export function eventOf({ status }: Pick<Deployment, "status">, by: RollbackEnded | null): AnnouncedEvent {
  // As the rollback itself has announced it.
  if (by?.stage === "rollback") return eventOfRollback(by);
  if (status === "SUCCESS") return "success";
  if (status === "ROLLED BACK") return "rollback";
  if (status === "NOT DEPLOYED") return "not-deployed";
  if (by !== null && held.has(by.reason_code)) return "hold";
  return by?.decision === "rollback-failed" ? "rollback-failed" : "failed";
}

/** What is announced of a rollback that somebody asked for. */
export function eventOfRollback(by: RollbackEnded): "rollback" | "rollback-refused" | "rollback-failed" {
  const outcome = rollbackOutcome(by);
  if (outcome === "done") return "rollback";
  return outcome === "nothing-changed" && !changeBegan(by.results) ? "rollback-refused" : "rollback-failed";
}

/** The version that serves after an event; null where the evidence that decided it does not say. */
export function servesAfter(event: AnnouncedEvent, by: Pick<Evidence, "stage" | "from" | "to" | "release"> | null) {
  if (event === "success") return by?.release?.version ?? null;
  if (by === null || (event !== "rollback" && event !== "rollback-refused")) return null;
  const id = by.stage === "rollback" && event === "rollback" ? by.to : by.from;
  return id === null ? null : releaseVersionOf(id);
}

/** Does it announce this event of this environment? */
export function wants({ on, environments }: Notifier, { event, environment }: News): boolean {
  return on.includes(event) && (environments === null || environments.includes(environment));
}

/** What became of an announcement to one receiver. */
export interface Announced {
  readonly to: Notifier;
  readonly judgement: Judgement;
}

/**
 * Phase 6: Stakeholders notified. All whom the settings name for this event must have been notified, people among them;
 * naming nobody notifies nobody, and a mark in a tool is no message.
 */
export function judgeAnnouncements(sent: readonly Announced[], event: AnnouncedEvent): Proof {
  if (!sent.some(({ to }) => to.reaches === "people")) {
    const remedy =
      "Name one under `notify` in the settings file: `- {type: webhook, url-from: DEPLOY_WEBHOOK}`, " +
      `with \`${event}\` in its \`on\`.`;
    return { met: false, restsOn: "The settings name no receiver of notifications.", remedy };
  }
  const lost = sent.filter(({ judgement }) => judgement.verdict !== "pass");
  const [first] = lost;
  const delivered = `${sent.length - lost.length} of ${sent.length} announcements were delivered.`;
  if (first === undefined) return { met: true, restsOn: delivered, remedy: "" };
  const { says, remedy = "" } = first.judgement;
  return { met: false, restsOn: `${delivered} ${titleOfReceiver(first.to)}: ${says}`, remedy };
}

/** A receiver as a reader of a table sees it. */
export function titleOfReceiver({ name, variables }: Notifier): string {
  const from = variables[0] === undefined ? "" : ` (\`${variables[0]}\`)`;
  return `${name}${from}`;
}
