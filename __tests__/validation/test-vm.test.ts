import { describe, expect, test } from "@jest/globals";
import { runProdBuild } from "../../src/validation/release-vm.ts";
import { type CheckId, startTests } from "../support/checks.ts";
import { machine, project } from "./machine.ts";

const passed = { module: "A", name: "t", us: 10, state: "passed", message: "" };
const compiled = { "compile-test.json": { status: "ok", diagnostics: [] } };
const covered = {
  status: "ran",
  modules: [{ module: "A", file: null, relevant: 10, covered: 9, uncovered: [4] }],
  tool: { name: "Mix", threshold: 80 },
};

/** What the suite's VMs leave, one after the other, and what became of each check. */
async function outcome(wanted: readonly CheckId[], ...leaves: readonly Readonly<Record<string, object>>[]) {
  const { context, asked } = machine(leaves.map((one) => ({ leaves: one })));
  const { judged } = await (await startTests(context, wanted)).ended;
  const verdicts = Object.fromEntries(
    [...judged].map(([id, { judgement }]) => [id, `${judgement.verdict} ${judgement.reason_code}`]),
  );
  return { verdicts, vms: asked.length };
}

describe("the VM of the test build", () => {
  test("serves tests and coverage", async () => {
    const left = {
      ...compiled,
      "test.json": { status: "ran" },
      "suite-1.json": { tests: [passed] },
      "coverage.json": covered,
    };
    expect(await outcome(["test", "coverage"], left)).toEqual({
      verdicts: { test: "pass passed", coverage: "pass passed" },
      vms: 1,
    });
  });

  test("is not believed of its tests when one app's suite cannot be read: the failures may stand there", async () => {
    const left = {
      ...compiled,
      "test.json": { status: "ran" },
      "suite-1.json": { tests: [passed] },
      "suite-2.json": { tests: "cut" },
    };
    expect((await outcome(["test"], left)).verdicts).toEqual({ test: "error not_judged" });
  });

  test("that a check ended is followed by another one for the checks behind it", async () => {
    const first = { ...compiled, "format.json": { status: "timed_out" } };
    const second = { ...compiled, "test.json": { status: "ran" }, "suite-1.json": { tests: [passed] } };
    expect(await outcome(["format", "test"], first, second)).toEqual({
      verdicts: { format: "error timed_out", test: "pass passed" },
      vms: 2,
    });
  });

  test("that the tests ended has no coverage either", async () => {
    expect(await outcome(["test", "coverage"], compiled)).toEqual({
      verdicts: { test: "error could_not_run", coverage: "error could_not_run" },
      vms: 1,
    });
  });

  test("that could not compile gives its reason for every check that stands on it", async () => {
    const message = "You're trying to run :shop on Elixir v1.15.8 but it supports only Elixir ~> 1.17";
    const stopped = { status: "could_not_run", message };
    const { context } = machine([
      { leaves: { "compile-test.json": stopped } },
      { leaves: { "compile-prod.json": stopped } },
    ]);
    const { judged } = await (await startTests(context, ["test", "coverage"])).ended;
    const production = await runProdBuild(context, {
      project: Promise.resolve(project),
      app: null,
      version: null,
      shipment: () => {
        throw new Error("nothing is shipped");
      },
    });
    const reasons = [judged.get("test"), judged.get("coverage"), production.judged].map((one) => one?.judgement);
    expect(reasons.map((one) => [one?.verdict, one?.reason_code, one?.says])).toEqual([
      ["error", "could_not_run", `mix compile could not run: ${message}`],
      ["error", "could_not_run", `mix compile could not run: ${message}`],
      ["error", "could_not_run", `MIX_ENV=prod mix compile could not run: ${message}`],
    ]);
  });
});
