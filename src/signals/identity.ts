import type { Judgement } from "../domain/result.ts";
import type { Http } from "../ports.ts";

/** The process behind a slot, as the host sees it; null when nothing runs there. */
export type SeenProcess = { readonly pid: number; readonly release: string | null } | null;

/**
 * Compares the process with what was deployed, and the version that the application answers where there is a `url` to
 * ask.
 */
export async function judgeIdentity(
  asked: { readonly url: string | null; readonly release: string; readonly version: string; readonly process: SeenProcess },
  http: Http,
): Promise<Judgement> {
  const { process } = asked;
  if (process === null)
    return { verdict: "fail", reason_code: "not_healthy", says: "No process serves the slot, although something answered." };
  if (process.release !== asked.release) {
    return {
      verdict: "fail",
      reason_code: "wrong_release",
      says: `Process ${process.pid} runs from ${process.release ?? "outside the releases"}, not from ${asked.release}.`,
      remedy: "Something else started on this slot's port. Stop it, and deploy again.",
    };
  }
  const facts = { pid: process.pid, release: asked.release };
  if (asked.url === null)
    return { verdict: "pass", reason_code: "passed", says: `Process ${process.pid} runs from ${asked.release}.`, facts };
  const version = await judgeVersion(asked.url, asked.version, http);
  return version.verdict === "pass" ? { ...version, facts: { ...version.facts, ...facts } } : version;
}

/** The version that answers at an address, against the one expected. */
export async function judgeVersion(url: string, version: string, http: Http): Promise<Judgement> {
  const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
  if (!answer.answered) return { verdict: "fail", reason_code: "wrong_version", says: `${url} did not answer: ${answer.why}.` };
  const seen = answer.status === 200 ? versionIn(answer.body) : null;
  if (seen === null) {
    return {
      verdict: "error",
      reason_code: "wrong_version",
      says: `${url} answered ${answer.status} without a version.`,
      remedy:
        "Let it answer 200 with the version as text, or as JSON with a `version` member. `health.version` names the path, and `off` asks for none.",
      tail: answer.body.slice(0, 500),
    };
  }
  if (seen !== version) {
    return {
      verdict: "fail",
      reason_code: "wrong_version",
      says: `${url} answers version ${seen.slice(0, 64)}; ${version} was deployed.`,
      remedy: "An older release still answers, or the version was not compiled in. Check the router and the release.",
    };
  }
  return { verdict: "pass", reason_code: "passed", says: `Version ${version} answers.`, facts: { version } };
}

/** The version in a body: JSON with a `version` member, or the whole text; null when there is none. */
export function versionIn(body: string): string | null {
  const text = body.trim();
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && "version" in json && typeof json.version === "string") return json.version;
    return typeof json === "string" ? json : null;
  } catch {
    return /^v?\d+\.\d+\.\d+\S*$/.test(text) ? text.replace(/^v/, "") : null;
  }
}
