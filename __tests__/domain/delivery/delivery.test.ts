// The metrics of delivery, from records whose numbers can be counted by hand.
import { describe, expect, test } from "@jest/globals";
import { type DeliveryFacts, deliveryOf } from "../../../src/domain/delivery/delivery.ts";
import type { DatedCommit, RecordedDeployment } from "../../../src/domain/delivery/recorded-deployment.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;
const at = (daysAgo: number, hours = 0) => new Date(now - daysAgo * day + hours * hour).toISOString();
const sha = (n: number) => n.toString(16).padStart(40, "0");

type Word = readonly [state: string, hours: number, description?: string];

/** A deployment of commit `n`, so many days ago; its words are hours after it. */
function deployed(
  n: number,
  daysAgo: number,
  words: readonly Word[] = [
    ["in_progress", 0],
    ["success", 1],
  ],
  task = "deploy",
) {
  const one: RecordedDeployment = {
    ...{ id: n, sha: sha(n), at: at(daysAgo), task, own: null },
    words: words.map(([state, hours, description = ""]) => ({ state, at: at(daysAgo, hours), description })),
  };
  return one;
}

/** Given the oldest first, as one reads; GitHub has the newest first. */
function measured(oldestFirst: readonly RecordedDeployment[], more: Partial<DeliveryFacts> = {}) {
  const delivery = deliveryOf({
    ...{ environment: "production", nowMs: now, commits: null, commitsMissing: "Not read." },
    history: { deployments: [...oldestFirst].reverse(), whole: true },
    ...more,
  });
  const [month, quarter] = delivery.windows;
  if (month === undefined || quarter === undefined) throw new Error("no windows");
  return { delivery, month, quarter };
}

const rolledBack = (id: string) => `Rolled back: ${id}-0123abcd. It failed.`;

describe("deployment frequency", () => {
  test("counts what succeeded, in the window in which it did", () => {
    const { month, quarter, delivery } = measured([deployed(1, 80), deployed(2, 20), deployed(3, 10), deployed(4, 1)]);
    expect([month.deployments, quarter.deployments]).toEqual([3, 4]);
    expect(month.per_week).toBeCloseTo(3 / (30 / 7));
    expect(delivery.since).toBe(at(80));
    expect(delivery.weeks.map(({ succeeded }) => succeeded)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  test("leaves out dry runs, rollbacks, what waits, and what changed nothing", () => {
    const { quarter } = measured([
      deployed(1, 9, [
        ["in_progress", 0],
        ["success", 1, "Dry run: 1.0.0-0123abcd. Nothing was changed."],
      ]),
      deployed(2, 8, [["success", 1]], "rollback"),
      deployed(4, 6, [["waiting", 0]]),
      deployed(5, 5, [
        ["inactive", 1, "Nothing changed: 1.0.0-0123abcd. No space."],
        ["failure", 2],
      ]),
    ]);
    expect(quarter).toMatchObject({ deployments: 0, change_fail_rate: { failed: 0, of: 0, unclear: 0 } });
  });

  test("is not known for a window that the record does not reach", () => {
    const history = { deployments: [deployed(2, 1), deployed(1, 40)], whole: false };
    const { month, quarter, delivery } = measured([], { history });
    expect([month.whole, quarter.whole]).toEqual([true, false]);
    expect(quarter.per_week).toBeNull();
    expect(delivery.notes).toContain(`The newest 2 deployments reach back to ${at(40).slice(0, 10)} alone.`);
  });
});

describe("change lead time", () => {
  /** Commit `n`, so many hours before its deployment `daysAgo`. */
  const commit = (n: number, daysAgo: number, hours: number, parents = [n - 1]): DatedCommit => ({
    ...{ sha: sha(n), at: at(daysAgo, 1 - hours) },
    parents: parents.map(sha),
  });

  test("is the median over the commits that came with each deployment, merges aside, each counted once", () => {
    const commits = [
      commit(1, 20, 900),
      // Deployed ten days ago: 2, 3, and the merge 4.
      ...[commit(2, 10, 30), commit(3, 10, 20), commit(4, 10, 10, [2, 3])],
      // Deployed five days ago: 5 to 7.
      ...[commit(5, 5, 8), commit(6, 5, 6), commit(7, 5, 4)],
    ];
    const given = { commits: { commits, whole: true } };
    const { month } = measured([deployed(1, 20), deployed(4, 10), deployed(7, 5)], given);
    expect(month.lead_time).toEqual({ median_ms: 8 * hour, changes: 5 });
  });

  test("of too few changes, or without commits, is none", () => {
    const given = { commits: { commits: [commit(1, 20, 5), commit(2, 10, 5)], whole: true } };
    expect(measured([deployed(1, 20), deployed(2, 10)], given).month.lead_time).toEqual({
      median_ms: null,
      changes: 1,
    });
    const { month, delivery } = measured([deployed(1, 20), deployed(2, 10)]);
    expect(month.lead_time).toEqual({ median_ms: null, changes: 0 });
    expect(delivery.notes).toEqual(["Not read."]);
  });
});

describe("change fail rate and recovery", () => {
  const fine = (n: number) => deployed(n, 20 - n);

  test("count what was rolled back by itself, by hand, and what failed until the next success", () => {
    const { month } = measured([
      ...[fine(1), fine(2), fine(3)],
      // Rolled back by itself after half an hour, by hand four hours after it succeeded, and fixed after two days.
      deployed(4, 12, [
        ["in_progress", 0],
        ["failure", 0.5, rolledBack("1.0.0")],
      ]),
      deployed(5, 10, [
        ["in_progress", 0],
        ["success", 1],
        ["inactive", 5, rolledBack("1.0.1")],
      ]),
      deployed(6, 8, [
        ["in_progress", 0],
        ["failure", 1, "Failed: 1.0.2-0123abcd. No."],
      ]),
      deployed(7, 6, [
        ["in_progress", 0],
        ["success", 0],
      ]),
    ]);
    expect(month.change_fail_rate).toEqual({ rate: 3 / 7, failed: 3, of: 7, unclear: 0 });
    expect(month.recovery).toEqual({ median_ms: 4 * hour, recovered: 3, open: 0 });
  });

  test("see a rollback by hand also where nothing could be written into the deployment that it left", () => {
    const { month } = measured([
      fine(1),
      fine(2),
      deployed(3, 10),
      deployed(1, 9, [["success", 1]], "rollback"),
      deployed(4, 8),
    ]);
    expect(month.change_fail_rate).toMatchObject({ failed: 1, of: 4, rate: null });
    expect(month.recovery).toEqual({ median_ms: day, recovered: 1, open: 0 });
  });

  test("have no figure for failures of which nothing says what they changed, and none of too few", () => {
    const { month, delivery } = measured([
      fine(1),
      fine(2),
      deployed(3, 10, [
        ["in_progress", 0],
        ["failure", 1],
      ]),
    ]);
    expect(month.change_fail_rate).toEqual({ rate: null, failed: 0, of: 2, unclear: 1 });
    expect(month.recovery).toEqual({ median_ms: null, recovered: 0, open: 0 });
    expect(delivery.notes.join(" ")).toContain("`deployments: write`");
  });

  test("say of the newest one that nothing serves again yet", () => {
    const { month } = measured([
      fine(1),
      deployed(2, 1, [
        ["in_progress", 0],
        ["failure", 1, "Failed: 1.0.2-0123abcd. No."],
      ]),
    ]);
    expect(month.recovery).toEqual({ median_ms: null, recovered: 0, open: 1 });
  });
});
