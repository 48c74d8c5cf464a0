// What any test could find, beside what ours does: the documentation names these figures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { asked, bestPower } from "./bounds.ts";

test("one request of each is failed only by chance, and many show everything", () => {
  expect(bestPower({ requests: 1, old: 0.01, fresh: 0.9, wrong: 0.01 })).toBeLessThan(0.05);
  expect(bestPower({ requests: 400, old: 0.01, fresh: 0.2, wrong: 0.01 })).toBeGreaterThan(0.999);
  expect(bestPower({ requests: 180, old: 0.03, fresh: 0.0301, wrong: 0.01 })).toBeCloseTo(0.01, 2);
});

test("the documentation has the bound of each figure that is asked", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/judging.md"), "utf8");
  for (const { withinS, part, name: _, ...rates } of asked) {
    const bound = `${Math.round(bestPower({ ...rates, requests: withinS, wrong: 0.01 }) * 100)} %`;
    expect(page).toContain(`| ${Math.round(part * 100)} % | ${bound} |`);
  }
});
