import type { Judgement } from "../../domain/evidence/result.ts";
import { readJson } from "../../domain/values/json.ts";
import type { Http } from "../../ports/http.ts";

/** The version that answers at an address, against the one expected. */
export async function judgeAnsweredVersion(url: string, version: string, http: Http): Promise<Judgement> {
  const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
  if (!answer.answered)
    return { verdict: "fail", reason_code: "wrong_version", says: `${url} did not answer: ${answer.why}.` };
  const seen = answer.status === 200 ? versionInBody(answer.body) : null;
  if (seen === null) {
    return {
      verdict: "error",
      reason_code: "wrong_version",
      says: `${url} answered ${answer.status} without a version.`,
      remedy:
        "Let it answer 200 with the version as text, or as JSON with a `version` member. `health.version` " +
        "names the path, and `off` asks for none.",
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
export function versionInBody(body: string): string | null {
  const text = body.trim();
  const json = readJson(text);
  if (json === undefined) return /^v?\d+\.\d+\.\d+\S*$/.test(text) ? text.replace(/^v/, "") : null;
  if (typeof json === "object" && json !== null && "version" in json && typeof json.version === "string")
    return json.version;
  return typeof json === "string" ? json : null;
}
