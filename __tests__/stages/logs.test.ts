// The logs of the deployed release: errors stop staging, and are a warning of production.
import { expect, test } from "@jest/globals";
import { logsRead } from "../../src/stages/logs.ts";
import { Bent, first } from "../support/bent.ts";

const errors = { lines: 7, errors: 1, quoted: ["[error] one"] };

async function read(stage: "deploy-staging" | "promote", bent: Bent, given: { readonly off?: boolean } = {}) {
  const { environment: found, ...run } = await bent.open(stage);
  const environment = given.off === true ? { ...found, logs: null } : found;
  const seen = await bent.target.observe();
  if ("failed" in seen) throw new Error(seen.failed.says);
  const conclusion = await logsRead(run, { kind: "deploy", environment, target: bent.target }, seen.fleet);
  return { conclusion, evidence: run.recorder.evidence };
}

function logging(logged: Bent["logged"]): Bent {
  return Object.assign(new Bent().deployed(first), { logged });
}

test("errors in the logs fail staging, which goes on serving", async () => {
  const { conclusion, evidence } = await read("deploy-staging", logging(errors));
  expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "log_errors" });
  expect(conclusion?.says).toContain("[error] one It was recorded on production and goes on serving there.");
  expect(evidence.results).toMatchObject([{ id: "logs", required: true, verdict: "fail", title: "No errors in logs" }]);
});

test("errors in the logs of production are a warning", async () => {
  const { conclusion, evidence } = await read("promote", logging(errors));
  expect(conclusion).toBeNull();
  expect(evidence.results).toMatchObject([{ id: "logs", required: false, verdict: "fail" }]);
  expect(evidence.warnings).toEqual([expect.stringContaining("[error] one")]);
});

test("a log that cannot be read does not pass staging", async () => {
  const { conclusion } = await read("deploy-staging", logging(null));
  expect(conclusion).toMatchObject({ status: "failed", reason_code: "logs_not_read" });
});

test("logs that are off are not read", async () => {
  const { conclusion, evidence } = await read("deploy-staging", logging(errors), { off: true });
  expect([conclusion, evidence.results]).toEqual([null, []]);
});
