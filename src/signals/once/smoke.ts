import type { Finding, Judgement } from "../../domain/evidence/result.ts";
import { readJson } from "../../domain/values/json.ts";
import type { Http, HttpAnswer } from "../../ports/http.ts";
import { shown } from "../../settings/fault.ts";
import type { SmokeTest } from "../../settings/settings.ts";

/**
 * Runs every smoke test against one address and judges them together: all must pass, and there must be one. What passed
 * only when it was sent again, as its settings allow, is a warning.
 */
export async function judgeSmoke(base: string, tests: readonly SmokeTest[], http: Http): Promise<Judgement> {
  if (tests.length === 0) {
    return {
      verdict: "error",
      reason_code: "not_configured",
      says: "No smoke test is configured.",
      remedy: "List at least one request under `smoke` in the settings file, such as `- {get: /, status: 200}`.",
    };
  }
  const findings: Finding[] = [];
  const again: string[] = [];
  let tail = "";
  let scheme: Readonly<Record<string, true>> = {};
  for (const one of tests) {
    const seen = await judgeTries(base, one, http);
    if ("passed" in seen) {
      if (seen.passed !== "") again.push(seen.passed);
      continue;
    }
    findings.push({ severity: "error", rule: one.name, message: seen.says });
    tail ||= seen.tail;
    if (base.startsWith("http:") && seen.to?.startsWith("https:") === true) scheme = { redirects_to_https: true };
    if (base.startsWith("https:") && seen.to === one.path) scheme = { redirects_to_itself: true };
  }
  const facts = { total: tests.length, failed: findings.length, ...scheme };
  if (findings.length > 0) {
    return {
      verdict: "fail",
      reason_code: "smoke_failed",
      says: `${findings.length} of ${tests.length} smoke tests failed: ${findings[0]?.message ?? ""}`,
      remedy: "Send the request by hand and compare; the expectation stands under `smoke` in the settings file.",
      facts,
      findings,
      tail,
    };
  }
  const later = again.length === 0 ? "" : `, ${again.length} of them not at the first try`;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${tests.length} of ${tests.length} smoke tests passed${later}.`,
    facts,
    ...(again.length === 0 ? {} : { warnings: again }),
  };
}

type Answered = Extract<HttpAnswer, { answered: true }>;

/** What differs in an answer, and its body. */
interface Differs {
  readonly says: string;
  readonly tail: string;
  /** Where a redirect leads that was not expected. */
  readonly to?: string;
}

/** `passed` is empty where it did at the first try, else what the first answer was. */
async function judgeTries(base: string, test: SmokeTest, http: Http): Promise<Differs | { readonly passed: string }> {
  const { tries = 1 } = test;
  const first = await judgeOne(base, test, http);
  if (first === null) return { passed: "" };
  for (let at = 2; at <= tries; at += 1) {
    if ((await judgeOne(base, test, http)) === null)
      return { passed: `Smoke test ${first.says} It passed at try ${at} of ${tries}.` };
  }
  return tries === 1 ? first : { ...first, says: `${first.says} It failed ${tries} times.` };
}

/** Null when the answer is as expected, else what differs first. */
async function judgeOne(base: string, test: SmokeTest, http: Http): Promise<Differs | null> {
  const answer = await http.request({
    method: test.method,
    url: `${base}${test.path}`,
    headers: test.headers,
    ...(test.body === null ? {} : { body: test.body }),
    limitMs: test.withinMs,
  });
  const differs = (says: string) => ({
    says: `${shown(test.name)}: ${says}.`,
    tail: answer.answered ? answer.body.slice(0, 2_000) : "",
  });
  if (!answer.answered) return differs(`no answer (${shown(answer.why)})`);
  if (answer.status !== test.status) {
    const to = redirectedTo(answer, base);
    return {
      ...differs(`answered ${answer.status}${to === "" ? "" : ` to ${shown(to)}`}, expected ${test.status}`),
      to,
    };
  }
  if (test.text !== null && !answer.body.includes(test.text))
    return differs(`the body does not contain \`${shown(test.text)}\``);
  if (test.json !== null) {
    const body = readJson(answer.body);
    if (body === undefined) return differs("the body is not JSON");
    for (const [path, expected] of Object.entries(test.json)) {
      const found = path.split(".").reduce<unknown>(memberOf, body);
      if (found !== expected)
        return differs(
          `\`${shown(path)}\` is ${found === undefined ? "absent" : asJson(found)}, expected ${asJson(expected)}`,
        );
    }
  }
  return null;
}

/** Where a redirect leads: a path where it stays at the address that was asked, whose port differs by slot. */
function redirectedTo({ status, headers }: Pick<Answered, "status" | "headers">, base: string): string {
  const location = headers["location"] ?? "";
  if (status < 300 || status > 399 || location === "") return "";
  const origin = new URL(base).origin;
  return location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
}

/** A member that the answer itself has: `constructor` is one of every object, and of no answer. */
function memberOf(at: unknown, key: string): unknown {
  return typeof at === "object" && at !== null && Object.hasOwn(at, key)
    ? (at as Record<string, unknown>)[key]
    : undefined;
}

/**
 * A value of an answer in a sentence: as JSON, so that the text `1` and the number 1 differ, and cut. What holds others
 * is named by its kind.
 */
function asJson(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : shown(JSON.stringify(value));
}
