// Stages that did not pass, with what such pages hold in earnest: long paths, failed tests, causes that many share.
import type { Finding } from "../../src/domain/evidence/result.ts";
import { evidence, one, promote } from "./story.ts";

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
  remedy: "Fix them; each is in the job summary with its place.",
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
      remedy: "Fix them; each is in the job summary with its place.",
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
      remedy: "Read its last lines in the job summary; raise `check-timeout` if it needs longer.",
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
export const firstContact = evidence("validate", {
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
