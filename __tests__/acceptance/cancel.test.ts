import { describe, expect, test } from "@jest/globals";
import { again, anotherBuild, deploy, expectWhole, follow, scene } from "./interrupted.ts";
import { stateOf } from "./scene.ts";

describe("a deployment", () => {
  test.each(["Upload", "Start", "Wait up to", "Send all new requests"])(
    "that is cancelled at `%s …` finishes that step, begins no other, and is finished by the next run",
    async (word) => {
      const { run, id } = anotherBuild();
      const { plan, begun, closed, onLine } = follow(
        "begun",
        (step) => step.startsWith(word),
        (running) => running.cancel(),
      );
      const result = await scene.ends(run, { ...deploy, onLine }, "cancelled");
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: "cancelled" } });
      expect(scene.evidence(run, "deploy-staging")).toMatchObject({ status: "cancelled", plan });
      // What began has its result; what was planned after it did not begin.
      expect(closed).toEqual(begun);
      expect(begun).toEqual(plan.slice(0, begun.length));
      expect(begun.length).toBeLessThan(plan.length);
      const after = result.log.slice(result.log.indexOf("SIGINT: the step under way is finished"));
      expect(after).not.toMatch(/^▸ /m);
      expect(stateOf(scene.machine.staging, "lease")).toEqual([]);
      await again(run);
      expectWhole(id);
    },
  );
});
