import type { Deployment } from "../domain/deployment.ts";
import type { Proof } from "../domain/exit-gate.ts";
import type { Judgement } from "../domain/result.ts";
import type { Clock, Http } from "../ports.ts";
import type { Notification } from "../settings/settings.ts";
import { sendWebhook } from "./webhook.ts";

/** What an announcement says: the outcome, and of what. */
export interface News extends Pick<Deployment, "status" | "says"> {
  readonly app: string;
  readonly version: string | null;
  /** sha256 of the release; null when none is known. */
  readonly digest: string | null;
  readonly environment: string;
  readonly url: string | null;
  readonly repository: string;
  readonly sha: string;
  readonly run: string;
  readonly actor: string;
}

/** The doors that an announcement goes through. */
interface Doors {
  readonly http: Http;
  readonly clock: Clock;
  readonly secret: (name: string) => string | undefined;
}

/**
 * Notifies one receiver that the settings name. The address and the signing secret come from the environment;
 * `delivery` is the same when the job runs again, so that a receiver recognizes it.
 */
export async function notify(
  to: Notification,
  { delivery, news }: { readonly delivery: string; readonly news: News },
  world: Doors,
): Promise<Judgement> {
  const url = world.secret(to.urlFrom);
  const secret = to.secretFrom === null ? null : world.secret(to.secretFrom);
  if (url === undefined || secret === undefined) {
    return {
      verdict: "error",
      reason_code: "not_configured",
      says: `The environment variable \`${url === undefined ? to.urlFrom : to.secretFrom}\` is not set.`,
      remedy: "Pass the secret to this step under `env:`.",
    };
  }
  return sendWebhook({ url, secret, delivery, payload: { event: "deployment", ...news } }, world.http, world.clock);
}

/**
 * Phase 6: Stakeholders notified. All whom the settings name must have been notified; naming nobody notifies nobody.
 */
export function judgeAnnouncements(
  sent: readonly { readonly to: Notification; readonly judgement: Judgement }[],
): Proof {
  if (sent.length === 0) {
    const remedy = "Name a webhook under `notify` in the settings file: `- {type: webhook, url-from: DEPLOY_WEBHOOK}`.";
    return { met: false, restsOn: "The settings name no receiver of notifications.", remedy };
  }
  const lost = sent.filter(({ judgement }) => judgement.verdict !== "pass");
  const [first] = lost;
  if (first === undefined)
    return { met: true, restsOn: `${sent.length} of ${sent.length} announcements were delivered.`, remedy: "" };
  return {
    met: false,
    restsOn:
      `${sent.length - lost.length} of ${sent.length} announcements were delivered. ` +
      `\`${first.to.urlFrom}\`: ${first.judgement.says}`,
    remedy: first.judgement.remedy ?? "",
  };
}
