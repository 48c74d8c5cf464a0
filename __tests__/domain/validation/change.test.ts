import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Finding } from "../../../src/domain/evidence/result.ts";
import { byRank, changeOf, placedIn, rankOf, sorted } from "../../../src/domain/validation/change.ts";

const change = changeOf([
  { path: "lib/shop/cart.ex", addedLines: [3, 4] },
  { path: "priv/logo.png", addedLines: null },
  { path: "__proto__", addedLines: [1] },
]);

const finding = (known: Partial<Finding>): Finding => ({ severity: "warning", message: "m", ...known });

const anyFinding: fc.Arbitrary<Finding> = fc.record(
  {
    severity: fc.constantFrom("error", "warning", "notice"),
    message: fc.string(),
    file: fc.constantFrom("lib/shop/cart.ex", "priv/logo.png", "lib/other.ex", "__proto__", "constructor"),
    line: fc.integer({ min: 1, max: 6 }),
    in_change: fc.constantFrom("line", "file"),
  },
  { requiredKeys: ["severity", "message"] },
);

describe("a finding of a pull request", () => {
  test.each([
    [{ file: "lib/shop/cart.ex", line: 4 }, "line"],
    [{ file: "lib/shop/cart.ex", line: 5 }, "file"],
    [{ file: "lib/shop/cart.ex" }, "file"],
    [{ file: "priv/logo.png", line: 1 }, "file"],
    [{ file: "lib/other.ex", line: 4 }, undefined],
    [{ file: "constructor", line: 1 }, undefined],
    [{ file: "__proto__", line: 1 }, "line"],
    [{ line: 4 }, undefined],
  ] as const)("at %j stands on its %s", (place, where) => {
    expect(placedIn(change, finding(place)).in_change).toBe(where);
  });

  test("is placed by this change, whatever was said of it before", () => {
    expect(placedIn(change, finding({ file: "lib/other.ex", in_change: "line" }))).toEqual(
      finding({ file: "lib/other.ex" }),
    );
  });
});

describe("the order of findings", () => {
  test("is this change's lines, its files, then the rest, each worst first", () => {
    const all = [
      finding({ message: "elsewhere", severity: "error" }),
      finding({ message: "file notice", severity: "notice", in_change: "file" }),
      finding({ message: "file error", severity: "error", in_change: "file" }),
      finding({ message: "line notice", severity: "notice", in_change: "line" }),
      finding({ message: "line error", severity: "error", in_change: "line" }),
    ];
    expect(sorted(all).map(({ message }) => message)).toEqual([
      "line error",
      "line notice",
      "file error",
      "file notice",
      "elsewhere",
    ]);
  });

  test("has what blocks before all else", () => {
    expect(
      byRank(rankOf(finding({ severity: "notice" }), true), rankOf(finding({ severity: "error", in_change: "line" }))),
    ).toBeLessThan(0);
  });

  test("loses none and keeps the order of equals", () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (all) => {
        const found = sorted(all);
        expect(found.map((one) => JSON.stringify(one)).sort()).toEqual(all.map((one) => JSON.stringify(one)).sort());
        expect(sorted(found)).toEqual(found);
        const rank = (one: Finding) => rankOf(one).join();
        for (const one of found)
          expect(found.filter((x) => rank(x) === rank(one))).toEqual(all.filter((x) => rank(x) === rank(one)));
      }),
    );
  });
});
