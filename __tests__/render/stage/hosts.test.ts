// The table of hosts and the timeline, from evidence.
import { describe, expect, test } from "@jest/globals";
import { type Result, result } from "../../../src/domain/evidence/result.ts";
import { hostsAndTimeline } from "../../../src/render/stage/hosts.ts";
import { evidence } from "../story.ts";

const passed = { verdict: "pass", reason_code: "passed", says: "Done." } as const;
const failed = { verdict: "fail", reason_code: "not_healthy", says: "503." } as const;

function one(
  id: string,
  host: string,
  seconds: readonly [number, number],
  judgement: typeof passed | typeof failed = passed,
) {
  const [from, ms] = [seconds[0], (seconds[1] - seconds[0]) * 1_000];
  const made = result({ kind: "step", id, title: id, required: true, host }, judgement, ms);
  return { ...made, started_at: new Date(Date.UTC(2026, 10, 1, 12, 0, from)).toISOString() };
}

function page(results: readonly Result[], hosts = ["web1", "web2"]): string {
  const before = "1.0.0-00000001";
  const known = { to: "1.1.0-00000002", results: [...results], hosts: hosts.map((host) => ({ host, before })) };
  return hostsAndTimeline(evidence("promote", known)).join("\n");
}

describe("the hosts of a change", () => {
  const shown = page([
    ...[one("upload", "web1", [0, 2]), one("activate", "web1", [5, 6]), one("health", "web2", [3, 7], failed)],
  ]);

  test("have a row each: before, after, what became of it, and seconds", () => {
    expect(shown).toContain("| web1 | 1.0.0-<wbr>00000001 → 1.1.0-<wbr>00000002 | ✅ verified, 3.0&#160;s |");
    expect(shown).toContain("| web2 | 1.0.0-<wbr>00000001 → 1.0.0-<wbr>00000001 | ❌ health, 4.0&#160;s |");
  });

  test("in groups have what each serves: nothing any more, or for the first time", () => {
    const followed = { ...one("activate", "web1", [5, 6]), facts: { serves: false } };
    const hosts = [
      { host: "web1", before: "1.0.0-00000001" },
      { host: "web2", before: null },
    ];
    const results = [followed, one("activate", "web2", [5, 6])];
    const text = hostsAndTimeline(evidence("promote", { to: "1.1.0-00000002", results, hosts })).join("\n");
    expect(text).toContain("| web1 | 1.0.0-<wbr>00000001 → none | ✅ takes no traffic, 1.0&#160;s |");
    expect(text).toContain("| web2 | none → 1.1.0-<wbr>00000002 | ✅ verified, 1.0&#160;s |");
  });

  test("have a section each in the timeline, from the first step on", () => {
    expect(shown).toContain("section web1\nupload :done, 0, 2000\nactivate :done, 5000, 6000");
    expect(shown).toContain("section web2\nhealth :crit, 3000, 7000");
  });

  test("that are many stay within what GitHub draws, and no name breaks the diagram", () => {
    const many = Array.from({ length: 200 }, (_, index) => `web:${index};\n<b>`);
    const text = page(
      many.flatMap((host) => [one("start", host, [0, 1]), one("activate", host, [1, 2])]),
      many,
    );
    expect(text.length).toBeLessThan(50_000);
    expect(text).toContain("section web 7   b\nstart :done, 0, 1000");
    expect(text).toContain("150 more hosts in the evidence file.");
  });

  test("are not shown where nothing was done on a host", () => {
    expect(page([])).toBe("");
  });
});
