import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan } from "../../src/domain/plan.ts";
import { rehearseRollback } from "../../src/strategies/expected-rollback.ts";
import type { RollbackWanted } from "../../src/strategies/rollback.ts";
import { modelWanted } from "./fleet-model.ts";

const releases = { now: "1.1.0", before: "1.0.0" };
const wanted: RollbackWanted = { ...modelWanted, watchMs: 0, markBad: true };
const two = { hosts: ["web1"], slots: { blue: { port: 4000 }, green: { port: 4001 } }, routed: true };
const one = { hosts: ["web1"], slots: { main: { port: 4000 } }, routed: false };

function says(made: ReturnType<typeof rehearseRollback>): readonly string[] {
  if (isRefusal(made)) throw new Error(made.says);
  return (made satisfies Plan).steps.map((step) => step.says);
}

describe("the rehearsal of a rollback", () => {
  test("is one shift while the release before is warm", () => {
    expect(says(rehearseRollback(two, releases, true, wanted))).toEqual([
      "Take the lock on web1",
      "Wait at most 60 s until slot blue of web1 is healthy as 1.0.0",
      "Send all new requests to blue and none to green",
      "Run the smoke tests on 1.0.0 where users come in",
      "Mark 1.1.0 as bad on web1, so that it is not deployed again",
      "Record 1.0.0 in slot blue of web1 as the verified release",
      "Wait at most 30 s until no requests are left on green",
      "Stop 1.1.0 in slot green of web1, which may finish what it has",
      "Give the lock on web1 back",
    ]);
  });

  test("starts and proves the release before when it was stopped", () => {
    expect(says(rehearseRollback(two, releases, false, wanted)).slice(1, 5)).toEqual([
      "Start 1.0.0 in slot blue of web1 on port 4000",
      "Wait at most 60 s until slot blue of web1 is healthy as 1.0.0",
      "Run the smoke tests on 1.0.0 in slot blue of web1, before it takes traffic",
      "Send all new requests to blue and none to green",
    ]);
  });

  test("has a gap where there is one slot, and says so", () => {
    const made = rehearseRollback(one, releases, false, { ...wanted, strategy: "restart" });
    expect(says(made).slice(1, 3)).toEqual([
      "Stop 1.1.0 in slot main of web1, which may finish what it has",
      "Start 1.0.0 in slot main of web1 on port 4000",
    ]);
    expect(isRefusal(made) ? [] : made.warnings).toHaveLength(1);
  });

  test("never changes the schema", () => {
    for (const warm of [true, false])
      expect(says(rehearseRollback(two, releases, warm, wanted)).join()).not.toMatch(/migrat/i);
  });

  test("is refused where the strategy cannot work", () => {
    expect(rehearseRollback(one, releases, false, wanted)).toMatchObject({ refused: "invalid_settings" });
  });
});
