import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { replay } from "../../bench/replay.ts";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const minutes = Array.from({ length: 60 }, (_, index) => index * 10_000);

describe("a recorded series", () => {
  test("is judged from CSV: what fails, when, and in which figures", () => {
    const rows = minutes.flatMap((at, index) => [`${at},old,10,0,40`, `${at},new,10,${index % 3 === 0 ? 3 : 1},90`]);
    const said = replay(written("bad.csv", `at_ms,arm,requests,errors,ms\n${rows.join("\n")}\n`)).join("\n");
    expect(said).toContain("120 rows over 590 s, with the release before");
    expect(said).toMatch(/errors: failed after \d+ s/);
    expect(said).toMatch(/latency: fail\. Half of the answers took at most/);
  });

  test("is judged from JSON lines, and healthy releases pass", () => {
    const rows = minutes.flatMap((at_ms) =>
      ["old", "new"].map((arm) => JSON.stringify({ at_ms, arm, requests: 10, errors: 0, ms: 40 + (at_ms % 7) })),
    );
    const said = replay(written("good.jsonl", rows.join("\n"))).join("\n");
    expect(said).toContain("errors: pass. 0 of 600 requests of the new release failed");
    expect(said).toContain("latency: pass.");
  });

  test.each([
    ["0,other,10,0,", "`arm` must be `new` or `old`"],
    ["0,new,x,0,", "`requests` is x; it must be a number from 0"],
    ["0,new,1,2,", "there are more errors than requests"],
  ])("is refused with its line where it says %s", (row, says) => {
    const path = written("wrong.csv", `at_ms,arm,requests,errors,ms\n${row}\n`);
    expect(() => replay(path)).toThrow(`${path}:2: ${says}`);
  });
});
