// A deployment that went well, stage by stage, as evidence: tests change the one thing that they are about.
import type { Evidence, StageName } from "../../src/domain/evidence/evidence.ts";
import { type Judgement, type Result, result } from "../../src/domain/evidence/result.ts";
import type { Release } from "../../src/domain/release/release.ts";
import type { WatchedMetric, WatchRecord } from "../../src/domain/watch/record.ts";

export const sha = "a".repeat(40);
export const digest = "1a2b3c4d".repeat(8);
export const runUrl = "https://github.com/acme/shop/actions/runs/7";

export const release: Release = {
  schema_version: 1,
  app: "shop",
  name: "shop",
  version: "1.1.0",
  git_sha: sha,
  git_tree: "b".repeat(40),
  digest,
  bytes: 9_000_000,
  file: "shop-1.1.0.tar.gz",
  elixir: "1.18.4",
  otp: "27",
  os: "linux",
  arch: "x86_64",
  built_by: { run_id: "7", run_attempt: "1", url: runUrl },
};

type Details = Partial<Judgement> & {
  readonly title?: string;
  readonly required?: boolean;
  readonly ms?: number;
  readonly reproduce?: string;
};

/** One result, passed unless given otherwise. */
export function one(kind: Result["kind"], id: string, details: Details = {}): Result {
  const { title = id, required = true, ms = 100, reproduce, ...judgement } = details;
  const heading = { kind, id, title, required, ...(reproduce === undefined ? {} : { reproduce }) };
  return result(
    heading,
    { verdict: "pass", reason_code: "passed", says: `${id} is as it should be.`, ...judgement },
    ms,
  );
}

/** Evidence of a stage that passed, at the minute of the day that its place in the pipeline gives. */
export function evidence(stage: StageName, known: Partial<Evidence> = {}): Evidence {
  const minute = ["validate", "deploy-staging", "smoke-test", "promote", "rollback", "report"].indexOf(stage) * 5;
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, minute, seconds)).toISOString();
  return {
    schema_version: 1,
    app: "shop",
    stage,
    environment:
      stage === "validate"
        ? null
        : stage === "promote" || stage === "rollback" || stage === "report"
          ? "production"
          : "staging",
    status: "passed",
    decision: "continue",
    reason_code: "passed",
    says: `${stage} went well.`,
    remedy: "",
    release,
    from: null,
    to: null,
    sha,
    run_id: "7",
    run_attempt: "1",
    run_url: runUrl,
    actor: "alice",
    started_at: at(0),
    finished_at: at(50),
    url: null,
    plan: [],
    warnings: [],
    results: [],
    before: null,
    after: null,
    ...known,
  };
}

export const validate = evidence("validate", {
  says: "shop 1.1.0 is fit to ship: 7 checks passed, 2 switched off.",
  results: [
    one("check", "compile", { title: "mix compile --warnings-as-errors" }),
    one("check", "format", { title: "mix format --check-formatted" }),
    one("check", "test", { title: "mix test", facts: { tests: 103 } }),
    one("check", "coverage", { title: "mix test --cover", facts: { coverage: 92.34 } }),
    one("check", "credo", { title: "mix credo --strict" }),
    one("check", "sobelow", { title: "mix sobelow", verdict: "off", reason_code: "switched_off" }),
    one("check", "hex-audit", { title: "mix hex.audit", verdict: "off", reason_code: "switched_off" }),
    one("check", "dialyzer", { title: "mix dialyzer", required: false }),
    one("check", "release", { title: "MIX_ENV=prod mix release" }),
  ],
});

const walked = (place: string): readonly Result[] => [
  one("gate", "release", { title: "The release is the one that was validated" }),
  one("gate", "evidence", { title: "Evidence of the stages before" }),
  one("step", "acquire-lock"),
  one("step", "upload"),
  one("step", "unpack"),
  one("step", "migrate", { facts: { added: ["20261101", "20261102"] } }),
  one("step", "start"),
  one("signal", "health", { title: `${place} health check` }),
  one("step", "shift"),
  one("signal", "smoke", { title: `${place} smoke tests (with traffic)` }),
];

export const staging = evidence("deploy-staging", { results: [...walked("Staging"), one("step", "activate")] });

export const smoke = evidence("smoke-test", {
  results: [one("signal", "health"), one("signal", "readiness"), one("signal", "version"), one("signal", "smoke")],
});

export const approval = one("gate", "approval", {
  reason_code: "approved",
  says: "bob approved this run for production.",
  facts: { approvers: "bob", self_approved: false },
});

export const promote = evidence("promote", {
  decision: "complete",
  reason_code: "promoted",
  says: "1.1.0 (1.1.0-1a2b3c4d) runs on production and was verified.",
  url: "https://shop.example.com",
  plan: ["Take the lock on web1", "Upload 1.1.0-1a2b3c4d to web1"],
  results: [
    ...walked("Production").slice(0, 2),
    approval,
    ...walked("Production").slice(2),
    one("signal", "watch", { says: "0 of 600 requests failed (0.0 %); below 5.0 % with an error of 5.0 %." }),
    one("step", "activate"),
  ],
  before: { requests: 30, errors: 0, p50_ms: 8, p99_ms: 180.2, seconds: 3 },
  after: { requests: 600, errors: 1, p50_ms: 9, p99_ms: 185.4, seconds: 60 },
});

/** Production was rolled back after its watch saw errors; what follows the watch is the rollback. */
export const takenBack = evidence("promote", {
  status: "failed",
  decision: "taken-back",
  reason_code: "errors_exceeded",
  says: "60 of 200 requests failed. The release was rolled back: 1.0.0-99999999 serves on production.",
  remedy: "Read the log of the new release for the failing requests.",
  from: "1.0.0-99999999",
  to: "1.1.0-1a2b3c4d",
  results: [
    ...promote.results.filter(({ id }) => id !== "watch" && id !== "activate"),
    one("signal", "watch", {
      verdict: "fail",
      reason_code: "errors_exceeded",
      says: "60 of 200 requests failed.",
      facts: { requests: 200, errors: 60, rate: 0.3 },
      tail: "** (RuntimeError) no",
    }),
    one("step", "shift"),
    one("signal", "health", { says: "1.0.0 answers." }),
  ],
  before: { requests: 30, errors: 0, p50_ms: 8, p99_ms: 9.14, seconds: 3 },
  after: { requests: 200, errors: 60, p50_ms: 9, p99_ms: 300, seconds: 20 },
});

/** What a watch saw of a release with 10 % errors and slow answers, beside the release before. */
export const watched: WatchRecord = {
  ...{ release: "1.1.0-1a2b3c4d", previous: "1.0.0-99999999", seconds: 41 },
  metrics: [
    metric({ metric: "error rate", signal: "prober", before: 0, after: 0.102, change: 0.102, verdict: "fail" }),
    metric({
      metric: "error rate",
      signal: "slots",
      before: 0.001,
      after: 0.101,
      change: 0.1,
      verdict: "inconclusive",
    }),
    metric({ metric: "p50", signal: "slots", unit: "ms", before: 8.04, after: 8.5, change: 0.057, verdict: "pass" }),
    metric({ metric: "p99", signal: "slots", unit: "ms", before: 12.2, after: 310, change: 24.4, verdict: "pass" }),
    metric({ metric: "p99", signal: "prober", unit: "ms", before: null, after: 310, change: null }),
    metric({ metric: "readiness", signal: "readiness", unit: "held", before: null, after: 1, change: null }),
    metric({ metric: "memory, MB", signal: "memory", unit: "level", before: 210, after: 402, change: 0.914 }),
  ],
  chart: {
    ...{ signal: "slots", seconds_per_point: 2 },
    before: { error_rate: Array.from({ length: 21 }, () => 0), ms: Array.from({ length: 21 }, () => 8) },
    after: {
      error_rate: Array.from({ length: 21 }, (_, at) => (at === 3 ? null : at < 10 ? 0 : 0.2)),
      ms: Array.from({ length: 21 }, (_, at) => (at === 3 ? null : at + 1)),
    },
  },
};

function metric(known: Partial<WatchedMetric> & Pick<WatchedMetric, "metric" | "signal">): WatchedMetric {
  const compared = known.before === null ? null : ("control" as const);
  return {
    ...{ unit: "fraction", before: 0, after: 0, change: 0, compared_with: compared, verdict: null },
    ...known,
  };
}

/** Somebody asked for the release before. */
export const rollback = evidence("rollback", {
  decision: "complete",
  reason_code: "rolled_back",
  says: "production was rolled back from 1.1.0-1a2b3c4d to 1.0.0-99999999, the last release verified before it.",
  from: "1.1.0-1a2b3c4d",
  to: "1.0.0-99999999",
  warnings: ["Rollback of production for the reason p1-bug (checkout is broken), asked for by alice."],
  results: [one("step", "acquire-lock"), one("step", "shift"), one("signal", "health"), one("step", "activate")],
});

export const stages = { validate, staging, smoke, promote, rollback: null };
