import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal } from "../../src/domain/fleet/plan.ts";
import { expectedRollbacks } from "../../src/strategies/expected-rollback.ts";
import type { RollbackWanted } from "../../src/strategies/rollback.ts";
import { modelWanted } from "./fleet-model.ts";

const releases = { now: "1.1.0", before: "1.0.0" };
const wanted: RollbackWanted = { ...modelWanted, holdSeconds: 900, watchMs: 0, markBad: true };
const two = { hosts: ["web1"], slots: { blue: { port: 4000 }, green: { port: 4001 } }, routed: true };
const one = { hosts: ["web1"], slots: { main: { port: 4000 } }, routed: false };

function says(made: Plan | Refusal | undefined): readonly string[] {
  if (made === undefined) throw new Error("no plan");
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.map((step) => step.says);
}

describe("the rollback that is expected", () => {
  test("is one shift while the release before is warm", () => {
    const [warm] = expectedRollbacks({ layout: two, releases, wanted });
    expect(warm?.when).toBe("warm");
    expect(says(warm?.made)).toEqual([
      "Take the lock on web1",
      "Wait up to 60 s until 1.0.0 is healthy in slot blue on web1",
      "Send all new requests to blue and none to green",
      "Run the smoke tests against 1.0.0 through its public URL",
      "Mark 1.1.0 as bad on web1, so that it is not deployed again",
      "Record 1.0.0 in slot blue on web1 as the verified release",
      "Wait up to 30 s for the in-flight requests of green",
      "Stop 1.1.0 in slot green on web1 gracefully",
      "Release the lock on web1",
    ]);
  });

  test("starts and verifies the release before when it was stopped", () => {
    const [, stopped] = expectedRollbacks({ layout: two, releases, wanted });
    expect(stopped?.when).toBe("stopped");
    expect(says(stopped?.made).slice(1, 5)).toEqual([
      "Start 1.0.0 in slot blue on web1, port 4000",
      "Wait up to 60 s until 1.0.0 is healthy in slot blue on web1",
      "Run the smoke tests against 1.0.0 in slot blue on web1, before it takes traffic",
      "Send all new requests to blue and none to green",
    ]);
  });

  test("is the same at any time where the release before is stopped at once", () => {
    const made = expectedRollbacks({ layout: two, releases, wanted: { ...wanted, holdSeconds: 0 } });
    expect(made.map(({ when }) => when)).toEqual(["always"]);
    expect(says(made[0]?.made)).toContain("Start 1.0.0 in slot blue on web1, port 4000");
  });

  test("has a gap where there is one slot, and says so", () => {
    const [always, ...rest] = expectedRollbacks({ layout: one, releases, wanted: { ...wanted, strategy: "restart" } });
    expect([always?.when, ...rest]).toEqual(["always"]);
    expect(says(always?.made).slice(1, 3)).toEqual([
      "Stop 1.1.0 in slot main on web1 gracefully",
      "Start 1.0.0 in slot main on web1, port 4000",
    ]);
    expect(always?.made).toMatchObject({ warnings: [expect.stringContaining("Requests fail")] });
  });

  test("never changes the schema", () => {
    const made = expectedRollbacks({ layout: two, releases, wanted });
    expect(made.flatMap((each) => says(each.made)).join()).not.toMatch(/migrat/i);
  });

  test.each(["blue-green", "none that is known", "constructor"])(
    "is refused where the strategy cannot work: %s",
    (strategy) => {
      const made = expectedRollbacks({ layout: one, releases, wanted: { ...wanted, strategy } });
      expect(made.map((each) => each.made)).toContainEqual(expect.objectContaining({ refused: "invalid_settings" }));
    },
  );
});
