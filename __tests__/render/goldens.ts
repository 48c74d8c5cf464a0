// Whole deployments as evidence, for the golden reports: two hosts, every gate, steps with their times.
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import type { Result } from "../../src/domain/evidence/result.ts";
import type { Report } from "../../src/domain/report/report.ts";
import type { WatchedMetric, WatchRecord } from "../../src/domain/watch/record.ts";
import { brief } from "./brief/briefs.ts";
import { reportOf } from "./reports.ts";
import { blocked, validateFailed } from "./stopped.ts";
import { approval, evidence, one, release, smoke, watched } from "./story.ts";

const hosts = ["web1", "web2"];
const [old, fresh] = ["1.0.0-99999999", "1.1.0-1a2b3c4d"];

const schema = ["Shop.Repo/20261001120000", "Shop.Repo/20261101120000"];

/** A result on a host, so many seconds after the stage began. */
function at(host: string | null, seconds: number, given: Result): Result {
  const started_at = new Date(Date.UTC(2026, 10, 24, 9, 15, seconds)).toISOString();
  return { ...given, started_at, ...(host === null ? {} : { host }) };
}

const onEach = (seconds: number, make: (host: string) => Result): readonly Result[] =>
  hosts.map((host, index) => at(host, seconds + index, make(host)));

const validate = evidence("validate", {
  says: "shop 1.1.0 is fit to ship: 16 checks passed, 1 switched off.",
  results: [
    one("check", "compile", { title: "mix compile --warnings-as-errors", says: "No warnings in test and prod." }),
    one("check", "format", {
      title: "mix format --check-formatted",
      says: "212 files read, every one is formatted.",
      facts: { read: 212 },
    }),
    one("check", "test", { title: "mix test", says: "103 tests, 0 failures.", facts: { tests: 103, failures: 0 } }),
    one("check", "coverage", {
      title: "mix test --cover",
      says: "Coverage is 92.3 % (1204 of 1304 lines; minimum 80 %).",
      facts: { coverage: 92.34, as_in_run: "6", as_in_run_url: "https://github.com/acme/shop/actions/runs/6" },
    }),
    one("check", "credo", {
      ...{ title: "mix credo --strict", says: "No issues in 188 files, by 69 checks." },
      facts: { files: 188, checks: 69 },
    }),
    one("check", "sobelow", { title: "mix sobelow", says: "No finding of medium confidence or more." }),
    one("check", "hex-audit", { title: "mix hex.audit", says: "None is retired.", facts: { packages: 41 } }),
    one("check", "deps-audit", {
      title: "mix deps.audit",
      verdict: "off",
      reason_code: "switched_off",
      says: "Switched off in the settings.",
    }),
    one("check", "unused-deps", { title: "mix deps.unlock --check-unused", required: false, says: "None is unused." }),
    one("check", "dialyzer", {
      ...{ title: "mix dialyzer", required: false, verdict: "inconclusive", reason_code: "not_judged" },
      says: "dialyzer skipped 3 warnings and says no more.",
      remedy: "Remove the filters of `.dialyzer_ignore.exs` that match nothing.",
    }),
    one("check", "release", { title: "MIX_ENV=prod mix release", says: "shop-1.1.0.tar.gz, 9.0 MB, starts." }),
    one("check", "migrations", {
      ...{ title: "mix ecto.migrate, mix ecto.rollback", facts: { migrations: 12 } },
      says: "12 migrations of Shop.Repo: up, the new one down and up again with the same schema.",
    }),
    one("check", "migration-safety", { title: "Migrations are safe under traffic", required: false, says: "None." }),
    one("check", "version", { title: "Version bumped in mix.exs", says: "1.1.0 is above 1.0.0." }),
    one("check", "changelog", { title: "CHANGELOG updated", says: "CHANGELOG.md has a section for 1.1.0." }),
    one("check", "rollback-plan", { title: "Rollback plan documented", says: "Generated from the settings." }),
    one("check", "backup", {
      ...{ title: "Backup named in the settings", required: false },
      says: "production: `pg_dump` before migrations.",
    }),
  ],
});

const gates = [
  one("gate", "environment", { title: "This job runs in production", says: "By its ID token." }),
  one("gate", "protection", { title: "production has required reviewers", says: "acme/deployers." }),
  { ...approval, title: "Approval of production" },
  one("gate", "self-approval", { title: "Somebody else approved than who started the run", says: "bob is not alice." }),
  one("gate", "release", { title: "The release is the one that was validated", says: "Its sha256 is 1a2b3c4d…" }),
  one("gate", "evidence", {
    title: "Evidence of the stages before",
    says: "The evidence of the stages before agrees.",
  }),
  one("gate", "provenance", {
    ...{ title: "The release was built by the workflow that the settings name", required: false },
    ...{ verdict: "off", reason_code: "switched_off", says: "The settings name no workflow." },
  }),
];

const up = (place: string): readonly Result[] => [
  ...onEach(0, (host) => one("step", "acquire-lock", { title: `Take the lock on ${host}`, ms: 400 })),
  ...onEach(2, (host) => one("step", "upload", { title: `Upload ${fresh} to ${host}`, ms: 4_100 })),
  at(
    "web1",
    7,
    one("step", "backup", { says: "Backup made and verified: 41 tables.", facts: { file: "/b/1" }, ms: 5_200 }),
  ),
  at(
    "web1",
    13,
    one("step", "migrate", {
      ...{ says: "Migrated the schema by 20261101.", ms: 900 },
      facts: { added: ["20261101"], versions_before: schema.slice(0, 1), versions_after: schema },
    }),
  ),
  ...onEach(14, (host) => one("step", "start", { title: `Start ${fresh} in slot green on ${host}`, ms: 1_800 })),
  ...onEach(16, () => one("signal", "health", { title: `${place} health check`, says: "200 after 1.2 s.", ms: 1_200 })),
  ...onEach(18, () => one("signal", "smoke", { title: `${place} smoke tests (before traffic)`, says: "4 of 4 pass." })),
];

const shifted = at(null, 20, one("step", "shift", { title: "Switch all traffic to green", ms: 300 }));
const recorded = onEach(110, (host) => one("step", "activate", { title: `Record ${fresh} on ${host}`, ms: 200 }));
const before = hosts.map((host) => ({ host, before: old }));
const plan = [
  ...hosts.map((host) => `Take the lock on ${host}`),
  `Upload ${fresh} to web1; at the same time on web2`,
  `Back the database up from web1, where migrations of ${fresh} are pending, and verify the backup`,
  `Run the migrations of ${fresh} on web1`,
  `Start ${fresh} in slot green on web1, port 4001; at the same time on web2`,
  "Switch all traffic to green",
  "Watch production for 10 min",
  `Record ${fresh} as active on web1; at the same time on web2`,
];

const staging = evidence("deploy-staging", {
  ...{ says: `1.1.0 (${fresh}) runs on staging and was verified.`, from: old, to: fresh, hosts: before, plan },
  results: [
    ...up("Staging"),
    shifted,
    ...recorded,
    one("signal", "logs", { title: "No errors in logs", says: "None." }),
  ],
});

const calmly = (verdict: WatchedMetric["verdict"]): WatchRecord => ({
  ...watched,
  seconds: 600,
  metrics: watched.metrics.map((metric) => {
    const was = metric.unit === "fraction" ? 0.001 : metric.before;
    const judged = metric.metric === "error rate" ? verdict : metric.verdict === null ? null : ("pass" as const);
    return { ...metric, before: was, after: was ?? metric.after, change: was === null ? null : 0, verdict: judged };
  }),
  chart: { ...watched.chart, seconds_per_point: 30, after: watched.chart.before ?? watched.chart.after },
});
const calm = "0 of 6000 requests failed (0.0 %); below 5.0 % with an error of 5.0 %.";

const promote = evidence("promote", {
  ...{ decision: "complete", reason_code: "promoted", url: "https://shop.example.com" },
  ...{ says: `1.1.0 (${fresh}) runs on production and was verified.`, from: old, to: fresh, hosts: before, plan },
  warnings: ["web2 answered 12 ms slower than web1 while it was watched."],
  results: [
    ...gates,
    ...up("Production"),
    shifted,
    at(null, 21, one("signal", "smoke", { title: "Production smoke tests (with traffic)", says: "4 of 4 pass." })),
    at(null, 22, one("signal", "watch", { title: "Production error rate watched", says: calm, ms: 88_000 })),
    ...recorded,
    one("signal", "logs", { title: "No errors in logs", required: false, says: "No error in 1204 lines." }),
  ],
  ...{ before: { requests: 300, errors: 0, p50_ms: 8, p99_ms: 12.2, seconds: 30 }, watch: calmly("pass") },
  after: { requests: 6_000, errors: 0, p50_ms: 8, p99_ms: 12.4, seconds: 600 },
});

const upTo = (which: (one: Result) => boolean): readonly Result[] =>
  promote.results.slice(0, promote.results.findIndex(which));
const watchedFor = upTo(({ id }) => id === "watch");

const rolledBack: Evidence = {
  ...promote,
  ...{ status: "failed", decision: "taken-back", reason_code: "errors_exceeded", watch: watched },
  says: "60 of 200 requests failed. The release was rolled back: 1.0.0-99999999 serves on production.",
  after: { requests: 200, errors: 60, p50_ms: 9, p99_ms: 300, seconds: 20 },
  remedy: "Read the log of the new release for the failing requests.",
  results: [
    ...watchedFor,
    at(null, 22, {
      ...one("signal", "watch", { title: "Production error rate watched", verdict: "fail", ms: 20_000 }),
      ...{ reason_code: "errors_exceeded", says: "60 of 200 requests failed.", remedy: "Read the log." },
      tail: "** (KeyError) key :country not found\n    (shop 1.1.0) lib/shop/cart.ex:41: Shop.Cart.total/1",
    }),
    at(
      null,
      43,
      one("step", "shift", { title: "Switch all traffic to blue", says: "All traffic goes to blue.", ms: 300 }),
    ),
    ...onEach(44, () => one("signal", "health", { title: "Production health check", says: "1.0.0 answers." })),
    ...onEach(45, (host) => one("step", "mark-bad", { title: `Mark ${fresh} as bad on ${host}` })),
  ],
};

const undecided = "120 requests are too few to decide in 30 s: between 0.0 % and 9.1 % may fail.";
const held: Evidence = {
  ...promote,
  ...{ status: "failed", decision: "held", reason_code: "watch_held", watch: calmly("inconclusive") },
  says: `${undecided} The release keeps the traffic that it has, unverified.`,
  remedy: "Look at production. Confirm the release by running promote again, or run `rollback`.",
  results: [
    ...watchedFor,
    at(null, 22, {
      ...one("signal", "watch", { title: "Production error rate watched", verdict: "inconclusive", ms: 30_000 }),
      ...{ reason_code: "watch_inconclusive", says: undecided, remedy: "Watch for longer (`criteria.watch`)." },
    }),
  ],
};

/** Somebody asked for the release before, and for its schema; users get good answers again. */
const byHand = evidence("rollback", {
  ...{ run_id: "9", run_url: "https://github.com/acme/shop/actions/runs/9", actor: "bob", from: fresh, to: old },
  ...{ decision: "complete", reason_code: "rolled_back", hosts: hosts.map((host) => ({ host, before: fresh })) },
  says:
    `production was rolled back from ${fresh} to ${old}, the last release verified before it. The schema was rolled ` +
    "back by 20261101120000.",
  started_at: "2026-11-24T09:30:00.000Z",
  finished_at: "2026-11-24T09:30:16.000Z",
  rollback: {
    reason: "data-integrity",
    detail: "Totals of carts are rounded | twice",
    asked_to: "previous",
    drill: false,
  },
  warnings: [
    "Rollback of production for the reason data-integrity (Totals of carts are rounded | twice), asked for by bob.",
  ],
  plan: [
    "Take the lock on web1; at the same time on web2",
    "Switch all traffic to blue",
    `Record ${old} as active on web1; at the same time on web2`,
    `Mark ${fresh} as bad on web1; at the same time on web2`,
    `Roll the schema back by 20261101120000 with ${fresh} on web1`,
  ],
  results: [
    one("gate", "schema", {
      ...{ title: "The schema can be rolled back", facts: { going: schema.slice(1), staying: schema.slice(0, 1) } },
      says: `20261101120000 of ${fresh} can be rolled back, and 20261001120000 stays.`,
    }),
    ...onEach(902, (host) => one("step", "acquire-lock", { title: `Take the lock on ${host}`, ms: 300 })),
    at(
      null,
      904,
      one("step", "shift", { title: "Switch all traffic to blue", says: "All traffic goes to blue.", ms: 300 }),
    ),
    ...onEach(904, () => one("signal", "health", { title: "Production health check", says: "1.0.0 answers." })),
    ...onEach(905, (host) => one("step", "activate", { title: `Record ${old} on ${host}` })),
    at("web1", 907, {
      ...one("step", "revert", {
        title: "Roll the schema back",
        says: "Rolled the schema back by 20261101120000.",
        ms: 800,
      }),
      facts: { versions_before: schema, versions_after: schema.slice(0, 1), removed: schema.slice(1) },
    }),
    at(null, 908, {
      ...one("signal", "recovered", { title: "Users get good answers again", ms: 6_700 }),
      says: "0 of 100 requests failed after the rollback; before it 4 of 40.",
    }),
  ],
  before: { requests: 40, errors: 4, p50_ms: 8, p99_ms: 220, seconds: 4 },
  after: { requests: 100, errors: 0, p50_ms: 8, p99_ms: 12.6, seconds: 6.7 },
});

const briefed = { ...smoke, says: "staging runs 1.1.0 and answers as it should.", brief };
const unmet = { met: false, restsOn: "The settings name no receiver of notifications.", remedy: "Name one." };

/** A report that is kept whole. */
export interface Golden {
  readonly name: string;
  readonly report: Report;
}

export const goldens: readonly Golden[] = [
  {
    name: "success",
    report: reportOf(
      { validate, staging, smoke: briefed, promote },
      {
        release,
        documents: [{ file: ".phoenix-deploy/report/rollback-procedures.md", says: "How to roll back by hand." }],
      },
    ),
  },
  {
    name: "failed-validation",
    report: reportOf(
      { validate: validateFailed, staging: null, smoke: null, promote: null },
      {
        release: null,
        notes: null,
        documented: { met: false, restsOn: "CHANGELOG.md has no section for 1.1.0.", remedy: "Add one." },
      },
    ),
  },
  { name: "rolled-back", report: reportOf({ validate, staging, smoke: briefed, promote: rolledBack }, { release }) },
  {
    name: "rolled-back-by-hand",
    report: reportOf({ validate, staging, smoke: briefed, promote, rollback: byHand }, { release }),
  },
  { name: "held", report: reportOf({ validate, staging, smoke: briefed, promote: held }, { release }) },
  {
    name: "not-deployed",
    report: reportOf({ validate, staging, smoke: briefed, promote: blocked }, { release, notified: unmet }),
  },
];
