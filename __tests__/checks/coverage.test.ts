import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CoverageArtefact, judgeCoverage, ranges } from "../../src/checks/coverage.ts";
import { changeOf } from "../../src/domain/validation/change.ts";
import { checkGraph, type Found } from "../../src/validation/check-graph.ts";
import { checks, factsOf } from "../support/checks.ts";
import { closedWorld } from "../support/world.ts";
import { machine } from "../validation/machine.ts";

const path = (file: string) => file.replace(/^\/work\//, "");

type Module = CoverageArtefact["modules"][number];

const module = (known: Partial<Module> = {}): Module => ({
  module: "Shop.Cart",
  file: "/work/lib/shop/cart.ex",
  relevant: 100,
  covered: 95,
  uncovered: [3, 4, 5, 9, 20],
  ...known,
});

const seen = (...modules: Module[]): CoverageArtefact => ({
  status: "ran",
  modules,
  tool: { name: "Mix", threshold: null },
});

const cart = (addedLines: readonly number[] | null) => changeOf([{ path: "lib/shop/cart.ex", addedLines }]);

describe("coverage of a pull request", () => {
  test("names the changed lines that no test covers, neighbours together, also when it passes", () => {
    const judged = judgeCoverage(seen(module()), { minimum: 80, path, change: cart([4, 5, 6, 9]) });
    expect(judged.verdict).toBe("pass");
    expect(judged.says).toBe("Coverage is 95.0 % (95 of 100 lines; minimum 80 %). 3 changed lines are not covered.");
    expect(judged.facts?.["untested_changed_lines"]).toBe(3);
    expect(
      judged.findings?.map(({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`),
    ).toEqual([
      "notice lib/shop/cart.ex:4 No test covers the changed lines 4 to 5.",
      "notice lib/shop/cart.ex:9 No test covers this changed line.",
    ]);
  });

  test("says nothing of changed lines that are covered, nor of files that are not changed", () => {
    const judged = judgeCoverage(seen(module(), module({ file: "/work/lib/other.ex" })), {
      minimum: 80,
      path,
      change: cart([1, 2]),
    });
    expect(judged.findings).toEqual([]);
    expect(judged.says).not.toMatch(/changed/);
    expect(judged.facts?.["untested_changed_lines"]).toBe(0);
  });

  test("takes all of a changed file whose lines are not known", () => {
    const judged = judgeCoverage(seen(module()), { minimum: 80, path, change: cart(null) });
    expect(judged.findings?.map(({ line }) => line)).toEqual([3, 9, 20]);
  });

  test("joins the modules of one file, and passes over those without one", () => {
    const nested = module({ module: "Shop.Cart.Line", uncovered: [5, 6] });
    const judged = judgeCoverage(seen(module(), nested, module({ file: null })), {
      minimum: 80,
      path,
      change: cart([4, 5, 6]),
    });
    expect(judged.findings?.map(({ message }) => message)).toEqual(["No test covers the changed lines 4 to 6."]);
  });

  test("leaves the findings of a coverage that is too low in their place", () => {
    const judged = judgeCoverage(seen(module({ covered: 50 })), { minimum: 80, path, change: cart([9]) });
    expect(judged.verdict).toBe("fail");
    expect(judged.findings?.map(({ severity }) => severity)).toEqual(["warning", "notice"]);
  });

  test("shows fifty places at most, the last of them counting the rest", () => {
    const every = Array.from({ length: 200 }, (_, index) => 2 * index + 1);
    const judged = judgeCoverage(seen(module({ uncovered: every, relevant: 4_000, covered: 3_800 })), {
      minimum: 80,
      path,
      change: cart(every),
    });
    expect(judged.findings).toHaveLength(50);
    expect(judged.findings?.at(-1)?.message).toBe("151 more places in changed files are not covered.");
    expect(judged.facts?.["untested_changed_lines"]).toBe(200);
  });
});

test("without a pull request no line is named", () => {
  const judged = judgeCoverage(seen(module()), { minimum: 80, path });
  expect(judged.findings).toEqual([]);
  expect(judged.facts).not.toHaveProperty("untested_changed_lines");
});

describe("ranges", () => {
  test("join neighbours, in order, each once", () => {
    expect(ranges([7, 1, 3, 2, 2, 9])).toEqual([
      { from: 1, to: 3 },
      { from: 7, to: 7 },
      { from: 9, to: 9 },
    ]);
    expect(ranges([])).toEqual([]);
  });

  test("hold every number and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const held = ranges(numbers).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect(held).toEqual([...numbers].sort((a, b) => a - b));
      }),
    );
  });
});

test("coverage without the tests that it is measured on names the setting, and runs nothing", () => {
  const found: Found = { judged: new Map(), builds: [], runs: [], release: null };
  const { context, asked } = machine([]);
  const never = (): never => {
    throw new Error("nobody asks for this");
  };
  const graph = checkGraph(
    {
      ...{ all: checks, on: (id: string) => id === "coverage", facts: factsOf(context), known: null },
      release: { app: null, version: null, shipment: never },
      ...{ repository: closedWorld().repository, candidate: never, base: never, hasMigrations: false },
    },
    found,
  );
  expect(found.judged.get("coverage")?.judgement).toMatchObject({
    verdict: "error",
    says: "Coverage is measured while the tests run, and the settings switch `test` off.",
    remedy: "Set `checks: {coverage: off}` too, or let the tests run.",
  });
  expect(graph.nodes.map(({ id }) => id)).toEqual(["project", "candidate"]);
  expect(asked).toEqual([]);
});
