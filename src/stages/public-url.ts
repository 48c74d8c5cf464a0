import type { Judgement } from "../domain/evidence/result.ts";
import type { Fleet } from "../domain/fleet/fleet.ts";
import type { Http, HttpAnswer } from "../ports/http.ts";
import type { Environment } from "../settings/settings.ts";
import { judgeAnsweredVersion, versionInBody } from "../signals/once/identity.ts";
import type { Target } from "../targets/target.ts";
import { recordTimed, timed } from "./judged.ts";
import { publicHttp } from "./public-http.ts";
import type { StageRun } from "./stage.ts";

interface Asked {
  readonly environment: Environment;
  readonly target: Target;
  readonly fleet: Fleet;
}

const publicGate = {
  kind: "gate",
  id: "public-url",
  title: "The public address leads to what serves now",
  required: true,
} as const;

const tries = 3;
const pauseMs = 1_000;
const requestMs = 5_000;

/**
 * Asks the public address before anything is changed: what serves now has to answer there, in whatever version, or the
 * address is wrong and a release would be rolled back for it. What serves is asked directly too: where it does not
 * answer itself, or the address answers with 5xx, the deployment may be the remedy, so this is a warning. What is
 * returned records the answer; null when the deployment may go on.
 */
export async function askPublicFirst(run: StageRun, asked: Asked): Promise<() => Promise<Judgement | null>> {
  const { environment, target, fleet } = asked;
  const serving = target.serving(fleet);
  // Nothing serves yet, or any more: nothing can be asked.
  if (serving === null) return async () => null;
  const { http } = run.world;
  const outside = publicHttp(run.world, environment);
  // An application that names no version at all is asked for its health.
  const { version, path: healthPath } = environment.health;
  const path = version ?? healthPath;
  const whole = (answer: HttpAnswer) =>
    answer.answered && answer.status === 200 && (version === null || versionInBody(answer.body) !== null);
  const url = `${environment.url}${path}`;
  const { value: seen, durationMs } = await timed(run, () => answering(run, { url, http: outside }, whole));
  if (seen === null) {
    const says = `${environment.url} answers before anything is changed.`;
    const judgement = { verdict: "pass", reason_code: "passed", says } as const;
    return () => recordTimed(run, publicGate, { judgement, durationMs }).then(() => null);
  }
  const base = await target.reach(serving.host, serving.slot);
  const direct = await http.request({ method: "GET", url: `${base}${path}`, limitMs: requestMs });
  if (!whole(direct) || seen.status >= 500) {
    const warning = `Before the deployment ${seen.says} The deployment goes on, since it may be the remedy.`;
    return () => run.recorder.warn(warning).then(() => null);
  }
  const judgement: Judgement = {
    verdict: "fail",
    reason_code: "public_url_failed",
    says: `${seen.says} ${serving.release} answers on ${serving.host} itself, so ${seen.why}.`,
    remedy: seen.certificate
      ? `Renew the certificate of ${environment.url}, with its whole chain, and run the job again. One of an ` +
        "authority of your own needs `NODE_EXTRA_CA_CERTS` in the job."
      : `Correct \`url\` of ${environment.name} in the settings, or what is in front of the application, and run ` +
        "the job again.",
  };
  return () => recordTimed(run, publicGate, { judgement, durationMs }).then(() => judgement);
}

/** What came instead of a whole answer. */
interface Instead {
  readonly says: string;
  readonly status: number;
  /** Why, where the release itself answers. */
  readonly why: string;
  /** It was the certificate that is not accepted. */
  readonly certificate: boolean;
}

/** Node's codes for a certificate that does not hold, such as `CERT_HAS_EXPIRED`. */
const ofCertificate = /^[A-Z_]*(CERT|LEAF_SIGNATURE)[A-Z_]*$/;

/** Null when the answer is whole; else what came instead the last time. */
async function answering(
  run: StageRun,
  { url, http }: { readonly url: string; readonly http: Http },
  whole: (answer: HttpAnswer) => boolean,
): Promise<Instead | null> {
  const { clock, cancellation } = run.world;
  for (let number = 1; ; number += 1) {
    const answer = await http.request({ method: "GET", url, limitMs: requestMs });
    if (whole(answer)) return null;
    if (number === tries || cancellation.cancelled) {
      const elsewhere = { why: "the address does not lead there", certificate: false };
      if (answer.answered) {
        const says = `${url} answered ${answer.status}, not what the release that serves now answers.`;
        return { says, status: answer.status, ...elsewhere };
      }
      const says = `${url} did not answer: ${answer.why}.`;
      if (!ofCertificate.test(answer.why)) return { says, status: 0, ...elsewhere };
      return { says, status: 0, why: "it is the certificate that is not accepted", certificate: true };
    }
    await clock.sleep(pauseMs);
  }
}

/**
 * The public address after the shift. The release was proved on its host: another answer is a fault of the address or
 * of what is in front of it.
 */
export async function judgePublicVersion(
  url: string,
  version: string,
  http: StageRun["world"]["http"],
): Promise<Judgement> {
  const judged = await judgeAnsweredVersion(url, version, http);
  if (judged.verdict === "pass") return judged;
  return {
    ...judged,
    reason_code: "public_url_failed",
    remedy:
      "The release answers on its host: look at `url` in the settings, and at the router, cache or proxy before it.",
  };
}
