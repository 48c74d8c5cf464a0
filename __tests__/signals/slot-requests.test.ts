// Requests to both slots at the same moments, and what each answer says of a release.
import { describe, expect, test } from "@jest/globals";
import type { Http, HttpAnswer } from "../../src/ports/http.ts";
import { slotRequests } from "../../src/signals/slot-requests.ts";
import { requestsOf, watchWith } from "./watching.ts";

const port = { old: 4001, new: 4002 };
type Way = "200" | "500" | "refused" | "late";

const answers: Readonly<Record<Way, HttpAnswer>> = {
  "200": { answered: true, status: 200, headers: {}, body: "", ms: 3 },
  "500": { answered: true, status: 500, headers: {}, body: "", ms: 3 },
  refused: { answered: false, why: "ECONNREFUSED", ms: 1 },
  late: { answered: false, why: "no answer within 5000 ms", ms: 5_000 },
};

function http(ways: Readonly<Record<"old" | "new", Way>>): Http {
  return { request: async ({ url }) => answers[new URL(url).port === String(port.new) ? ways.new : ways.old] };
}

const watched = (old: Way, now: Way) =>
  watchWith(slotRequests, { signals: "", forMs: 10_000, http: http({ old, new: now }), control: true });

describe("the requests to the slots", () => {
  test.each<[string, Way, Way, { old: [number, number]; new: [number, number] }]>([
    ["count both where both answer", "200", "500", { old: [0, 100], new: [100, 0] }],
    ["count a shared fault for both", "500", "500", { old: [100, 0], new: [100, 0] }],
    ["count a request that is left waiting", "late", "late", { old: [100, 0], new: [100, 0] }],
    ["count a new release that is gone", "200", "refused", { old: [0, 100], new: [100, 0] }],
    ["excuse nothing by a control that is gone", "refused", "500", { old: [0, 0], new: [100, 0] }],
    ["count nothing where neither is reached", "refused", "refused", { old: [0, 0], new: [0, 0] }],
  ])("%s", async (_what, old, now, expected) => {
    const { samples, fault, warnings } = await watched(old, now);
    expect(fault).toBeNull();
    for (const arm of ["old", "new"] as const) {
      const { failed, good } = requestsOf(samples, arm);
      expect([failed, good]).toEqual(expected[arm]);
    }
    expect(warnings.length).toBe(old === "refused" ? 1 : 0);
  });

  test("are not made where the release before runs nowhere", async () => {
    const seen = await watchWith(slotRequests, { signals: "", http: http({ old: "200", new: "200" }), control: false });
    expect(seen).toEqual({ samples: [], warnings: [], fault: null });
  });
});
