import { describe, expect, test } from "@jest/globals";
import type { GitHubAnswer, Issue } from "../../src/ports/github.ts";
import { issues } from "../../src/signals/issues.ts";
import { closedGitHub } from "../support/world.ts";
import { held, watchWith } from "./watching.ts";

const signals = "issues: {p1-bug: [P1], security: [security], data-integrity: ['data: loss']}";
const issue = (number: number, labels: readonly string[], isPull = false): Issue => {
  const url = `https://github.com/acme/shop/issues/${number}`;
  return { number, title: `Issue "${number}"`, url, labels, isPull };
};

/** The states of a watch of two minutes, asked every half. */
const watch = (answers: (nth: number) => GitHubAnswer<readonly Issue[]>) => {
  let nth = 0;
  const newestIssues = async () => answers(nth++);
  return watchWith(issues, { signals, forMs: 120_000, doors: { github: closedGitHub({ newestIssues }) } });
};
const before = [issue(6, ["P1"]), issue(5, [])];

describe("issues opened during a watch", () => {
  test("hold while none has a label that the settings name", async () => {
    const { samples, fault } = await watch((nth) => ({
      ok: true,
      value: nth < 2 ? before : [issue(7, []), ...before],
    }));
    expect(fault).toBeNull();
    expect(held(samples)).toEqual([true, true, true, true, true]);
    expect(samples.at(-1)).toMatchObject({
      ...{ of: "issues", holds: true },
      says: "No issue with a label that `signals.issues` names was opened; 1 others were.",
    });
  });

  test.each([
    ["p1", "p1-bug"],
    ["Security", "security"],
    ["data: loss", "data-integrity"],
  ])("do not with the label %s, in whatever case, also where it is added later", async (label, reason) => {
    const { samples } = await watch((nth) => ({
      ok: true,
      value: nth === 0 ? before : [issue(7, nth < 3 ? [] : ["bug", label]), ...before],
    }));
    expect(held(samples)).toEqual([true, true, true, false, false]);
    expect(samples.at(-1)).toMatchObject({
      says:
        `Issue #7, "Issue "7"", was opened with the label \`${label}\` (${reason}): ` +
        "https://github.com/acme/shop/issues/7",
    });
  });

  test("are no pull requests", async () => {
    const { samples } = await watch((nth) => ({ ok: true, value: nth === 0 ? [] : [issue(1, ["P1"], true)] }));
    expect(held(samples).every((one) => one)).toBe(true);
  });

  test("that cannot be listed break the watch at its end, and not before the patience is over", async () => {
    const refused = { ok: false, status: 403, why: "Resource not accessible by integration" } as const;
    expect((await watch((nth) => (nth > 2 ? refused : { ok: true, value: [] }))).fault).toBe(
      "GitHub did not list the issues (403: Resource not accessible by integration; the job needs `permissions: " +
        "issues: read`)",
    );
    const shaky = await watch((nth) => (nth === 1 ? { ...refused, status: 502 } : { ok: true, value: [] }));
    expect(shaky.fault).toBeNull();
  });
});
