// Every page that a reviewer sees, with what such pages hold in earnest: long paths, digests, tests that failed,
// causes that many share.

import { deploymentOf, type Stages } from "../../src/domain/deployment.ts";
import type { Evidence } from "../../src/domain/evidence.ts";
import { exitGate } from "../../src/domain/exit-gate.ts";
import type { Finding } from "../../src/domain/result.ts";
import { renderCheckRun } from "../../src/render/check-run.ts";
import { renderComment } from "../../src/render/comment.ts";
import { renderFaults } from "../../src/render/faults.ts";
import { toneOf } from "../../src/render/headline.ts";
import { renderHtml } from "../../src/render/html.ts";
import { renderReport } from "../../src/render/report.ts";
import { renderRollbackPlan } from "../../src/render/rollback-plan.ts";
import { renderSummary } from "../../src/render/summary.ts";
import { defaultChecks } from "../support/checks.ts";
import { brief, unknown } from "./briefs.ts";
import { evidence, one, promote, rollback, smoke, staging, takenBack, validate, watched } from "./story.ts";

/** A page as GitHub shows it; a report also as our own page. */
export interface Page {
  readonly name: string;
  readonly markdown: string;
  readonly html?: string;
}

const failedTest = (index: number): Finding => ({
  severity: "error",
  file: `test/shop_web/controllers/cart_controller_test.exs`,
  line: 14 + index * 9,
  rule: "ShopWeb.CartControllerTest",
  message: `  1) test POST /cart adds item ${index} and shows the new total of the cart (ShopWeb.CartControllerTest)
     test/shop_web/controllers/cart_controller_test.exs:${14 + index * 9}
     Assertion with == failed
     code:  assert json_response(conn, 200)["total"] == "19.90 EUR"
     left:  "19.9 EUR"
     right: "19.90 EUR"
     stacktrace:
       test/shop_web/controllers/cart_controller_test.exs:${17 + index * 9}: (test)`,
});

/** Tests, credo and types failed; what stands on the code was not run. */
export const validateFailed = evidence("validate", {
  status: "failed",
  decision: "stop",
  reason_code: "checks_failed",
  says: "4 of 10 checks did not pass: test, credo, release, migrations.",
  remedy: "Each failure is below, with its place.",
  release: null,
  results: [
    one("check", "compile", { title: "mix compile --warnings-as-errors", says: "No warnings in test and prod." }),
    one("check", "format", { title: "mix format --check-formatted", says: "All 212 files are formatted." }),
    one("check", "test", {
      ...{
        title: "mix test",
        verdict: "fail",
        reason_code: "tests_failed",
        facts: { tests: 82 },
        reproduce: "mix test",
      },
      says:
        "4 of 82 tests failed: ShopWeb.CartControllerTest test POST /cart adds item 0; " +
        "ShopWeb.CartControllerTest test POST /cart adds item 1; and 2 more.",
      remedy: "Each failure is below, with its place.",
      findings: [0, 1, 2, 3].map(failedTest),
      tail: "Finished in 3.1 seconds (1.2s async, 1.9s sync)\n82 tests, 4 failures",
    }),
    one("check", "coverage", { title: "mix test --cover", says: "Coverage is 92.3 %.", facts: { coverage: 92.3 } }),
    one("check", "credo", {
      ...{ title: "mix credo --strict", verdict: "fail", reason_code: "issues_found", reproduce: "mix credo --strict" },
      says: "credo has 2 issues.",
      remedy: "Fix the issues, or configure the checks in `.credo.exs`.",
      findings: [
        {
          severity: "warning",
          file: "lib/shop/orders/fulfilment/warehouse_reservation.ex",
          line: 120,
          message: "Nested too deep (max is 2, was 3).",
        },
        {
          severity: "warning",
          file: "lib/shop/cart.ex",
          line: 4,
          message: "Modules should have a @moduledoc tag.",
          in_change: "line",
        },
      ],
    }),
    one("check", "sobelow", { title: "mix sobelow", says: "No finding of medium confidence or more." }),
    one("check", "hex-audit", {
      title: "mix hex.audit",
      verdict: "off",
      reason_code: "switched_off",
      says: "Switched off in the settings.",
    }),
    one("check", "deps-audit", {
      ...{ title: "mix deps.audit", verdict: "not-run", reason_code: "not_applicable", required: false },
      says: "mix_audit is not among the dependencies, so nothing was audited here.",
    }),
    one("check", "dialyzer", {
      ...{ title: "mix dialyzer", verdict: "error", reason_code: "timed_out", required: false },
      says: "mix dialyzer did not end within 20 min and was ended.",
      remedy: "See the last lines; raise `check-timeout` if it needs longer.",
      tail:
        "Finding suitable PLTs\nCreating PLT " +
        "/home/runner/work/shop/shop/.phoenix-deploy-cache/plts/erlang-27.3.4_elixir-1.18.4_deps-test.plt",
    }),
    ...(["release", "migrations"] as const).map((id) =>
      one("check", id, {
        ...{ title: id === "release" ? "MIX_ENV=prod mix release" : "mix ecto.migrate, mix ecto.rollback" },
        ...{
          verdict: "not-run",
          reason_code: "check_failed",
          says: "Not run: another check had failed, and `fail-fast` is on.",
        },
      }),
    ),
  ],
});

const needElixir = [
  "compile",
  "format",
  "test",
  "coverage",
  "credo",
  "sobelow",
  "hex-audit",
  "dialyzer",
  "release",
  "migrations",
  "version",
];

/** One cause that eleven checks share. */
export const noElixir = evidence("validate", {
  ...{ status: "failed", decision: "stop", reason_code: "checks_failed", release: null },
  says: `${needElixir.length} of 17 checks did not pass: ${needElixir.join(", ")}.`,
  remedy: "Set Elixir up before this step, with erlef/setup-beam.",
  results: needElixir.map((id) =>
    one("check", id, {
      ...{ title: `mix ${id}`, verdict: "error", reason_code: "could_not_run" },
      says: `mix ${id} could not start: there is no \`mix\` on the PATH.`,
      remedy: "Set Elixir up before this step, with erlef/setup-beam.",
    }),
  ),
});

/** A project that has none of the tools yet. */
const firstContact = evidence("validate", {
  ...{ status: "failed", decision: "stop", reason_code: "checks_failed" },
  says: "4 of 5 checks did not pass: credo, sobelow, dialyzer, changelog.",
  results: [
    one("check", "compile", { title: "mix compile --warnings-as-errors", says: "No warnings in test and prod." }),
    ...["credo", "sobelow", "dialyzer"].map((id) =>
      one("check", id, {
        ...{ title: `mix ${id}`, verdict: "error", reason_code: "tool_missing" },
        says: `${id} is not among the dependencies.`,
        remedy:
          `Add \`{:${id}, ">= 0.0.0", only: [:dev, :test], runtime: false}\` to mix.exs, or switch it off ` +
          `with \`checks: {${id}: off}\`.`,
      }),
    ),
    one("check", "changelog", {
      title: "CHANGELOG updated",
      verdict: "fail",
      says: "There is no CHANGELOG.md.",
      remedy: "Write one.",
    }),
  ],
});

const refused = one("gate", "approval", {
  ...{ title: "Approval of production", verdict: "fail", reason_code: "self_approval" },
  says: "Only alice approved this run for production, having started it.",
  remedy: "Start a new run, and have somebody else approve it.",
});

/** Nobody else approved: nothing was deployed. */
export const blocked = evidence("promote", {
  ...{
    status: "failed",
    decision: "stop",
    reason_code: "self_approval",
    remedy: "Start a new run, and have somebody else approve it.",
  },
  says: "Only alice approved this run for production, having started it. Nothing was changed.",
  results: [...promote.results.slice(0, 2), refused],
});

const proof = { met: true, restsOn: "1 of 1 announcements was delivered.", remedy: "" };

function reportOf(known: Partial<Stages>): Omit<Page, "name"> {
  const stages = { validate, staging, smoke, promote, rollback: null, ...known };
  const deployment = deploymentOf({ ...stages, environment: "production", promoteLost: false, gaps: false });
  const all = [stages.staging, stages.validate, stages.smoke, stages.promote].filter((one) => one !== null);
  const markdown = renderReport({
    ...stages,
    checks: defaultChecks,
    ...{
      version: "1.1.0",
      date: new Date("2026-11-24T09:41:59Z"),
      environment: "production",
      from: "staging",
      deployment,
    },
    criteria: exitGate({
      ...stages,
      deployment,
      unpinned: [],
      notified: proof,
      documented: { ...proof, restsOn: "CHANGELOG.md has 1.1.0." },
    }),
    problems: [],
    warnings: ["promote: p99 is not judged."],
    links: all.map((evidence) => ({ evidence, pinned: true, sha256: "c0ffee".repeat(10).padEnd(64, "0") })),
    notes: "### Added\n- A basket that remembers what a customer had in it, for as long as the session lives",
  });
  return { markdown, html: renderHtml(markdown, "Deployment Validation Report 1.1.0", toneOf(deployment)) };
}

const stagesOf: Readonly<Record<string, Evidence>> = {
  "validate-passed": validate,
  "validate-failed": validateFailed,
  "validate-no-elixir": noElixir,
  "validate-first-contact": firstContact,
  "deploy-staging": staging,
  "smoke-test": smoke,
  "promote-passed": promote,
  "promote-rolled-back": takenBack,
  "promote-watched": { ...takenBack, watch: watched },
  "promote-blocked": blocked,
  rollback,
  "promotion-brief": { ...smoke, brief },
  "promotion-brief-unknown": { ...smoke, brief: unknown },
};

/** All of them, by name. */
export const pages: readonly Page[] = [
  ...Object.entries(stagesOf).map(([name, evidence]) => ({ name, markdown: renderSummary(evidence) })),
  { name: "report-success", ...reportOf({}) },
  { name: "report-rolled-back", ...reportOf({ promote: takenBack }) },
  { name: "report-watched", ...reportOf({ promote: { ...takenBack, watch: watched } }) },
  { name: "report-not-deployed", ...reportOf({ validate: validateFailed, staging: null, smoke: null, promote: null }) },
  { name: "comment", markdown: renderComment(validateFailed, "CI").body },
  { name: "check-run", markdown: renderCheckRun(validateFailed).summary },
  {
    name: "faults",
    markdown: renderFaults("2 faults in the inputs and settings of validate. Nothing was run.", [
      {
        place: "Input `coverage-minimun`",
        says: "There is no such input.",
        remedy: "Did you mean `coverage-minimum`?",
      },
      {
        place: ".github/phoenix-deploy.yml:12:3 `environments.production.strategy.type`",
        says: "It is `bluegreen`.",
        remedy: "Did you mean `blue-green`?",
      },
    ]),
  },
  {
    name: "rollback-plan",
    markdown: renderRollbackPlan({
      ...{
        app: "shop",
        version: "1.1.0",
        sha: "a".repeat(40),
        criteria: {
          errorRate: 0.05,
          watchMs: 600_000,
          probesPerSecond: 10,
          latencyIncrease: 0.5,
          latencyMaxMs: null,
          inconclusive: "hold",
        },
      },
      environments: [
        {
          ...{ name: "production", migrate: "Shop.Release.migrate()", backup: "its provider" },
          plans: [
            {
              when: "As long as 1.0.0 is warm:",
              plan: {
                says: "Roll production back from 1.1.0-1a2b3c4d to 1.0.0-99999999, the previous verified release.",
                warnings: ["Requests fail for 1.4 s."],
                steps: [{ type: "acquire-lock", host: "web1", limitMs: 1, says: "Take the lock on web1" }],
              },
            },
          ],
        },
      ],
    }),
  },
];
