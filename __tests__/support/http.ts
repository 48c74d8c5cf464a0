import type { Http, HttpAnswer } from "../../src/ports/http.ts";

/** Answers by path; a path that is not listed does not answer. */
export function httpFake(
  answers: Readonly<Record<string, { status: number; body?: string } | (() => { status: number; body?: string })>>,
): Http {
  return {
    async request({ url }): Promise<HttpAnswer> {
      const answer = answers[new URL(url).pathname];
      if (answer === undefined) return { answered: false, why: "ECONNREFUSED", ms: 1 };
      const { status, body = "" } = typeof answer === "function" ? answer() : answer;
      return { answered: true, status, headers: {}, body, ms: 1 };
    },
  };
}
