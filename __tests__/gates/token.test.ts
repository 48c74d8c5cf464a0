import { expect, test } from "@jest/globals";
import { notReadable } from "../../src/gates/approval-facts.ts";
import { refMoved } from "../../src/gates/ref.ts";

const approval = (status: number, why: string) =>
  notReadable("This run", { environment: "production", by: "environment" }, { status, why });
const ref = (status: number, why: string) =>
  refMoved.judge({
    ref: { ref: "refs/heads/main", sha: "a".repeat(40), rule: "warn", standing: { ok: false, status, why } },
  } as never);

test.each<[string, number, string, RegExp, RegExp]>([
  ["a token that is not known", 401, "Bad credentials", /has expired: give one/, /has expired: give one/],
  ["no token", 0, "the input `github-token` is empty", /^Set the secret/, /^Set the secret/],
  ["a token that may not", 403, "Resource not accessible", /actions: read/, /contents: read/],
  ["a server that fails", 502, "without a reason", /^Run the job again/, /^Run the job again/],
])("%s has a remedy of its own", (_what, status, why, ofApproval, ofRef) => {
  expect(approval(status, why)).toMatchObject({ verdict: "error", remedy: expect.stringMatching(ofApproval) });
  expect(ref(status, why)).toMatchObject({ verdict: "error", remedy: expect.stringMatching(ofRef) });
});
