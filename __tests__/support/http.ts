import type { Http, HttpAnswer } from "../../src/ports/http.ts";

/** Answers by path; a path that is not listed does not answer. */
interface Scripted {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function httpFake(answers: Readonly<Record<string, Scripted | (() => Scripted)>>): Http {
  return {
    async request({ url }): Promise<HttpAnswer> {
      const answer = answers[new URL(url).pathname];
      if (answer === undefined) return { answered: false, why: "ECONNREFUSED", ms: 1 };
      const { status, body = "", headers = {} } = typeof answer === "function" ? answer() : answer;
      return { answered: true, status, headers, body, ms: 1 };
    },
  };
}
