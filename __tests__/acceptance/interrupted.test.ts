import { get } from "node:http";
import { describe, expect } from "@jest/globals";
import { chance, line, whole } from "../support/extent.ts";
import { someTests } from "../support/some-tests.ts";
import { again, anotherBuild, deploy, expectWhole, follow, scene } from "./interrupted.ts";
import { serving, stateOf } from "./scene.ts";

/** Asks the public address all the time; how many requests were not answered as they should be. */
function keepAsking(url: string): { stop(): Promise<readonly string[]> } {
  const failures: string[] = [];
  const flying = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const one = new Promise<void>((resolve) => {
      const done = (failure?: string) => {
        if (failure !== undefined) failures.push(failure);
        resolve();
      };
      get(`${url}/version`, { agent: false }, (answer) => {
        answer
          .resume()
          .once("end", () => done(answer.statusCode === 200 ? undefined : `answered ${answer.statusCode}`));
      }).once("error", (error) => done(error.message));
    }).finally(() => flying.delete(one));
    flying.add(one);
  }, 50);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(flying);
      return failures;
    },
  };
}

/** Kills a deployment of another build after the step that `pick` gives for the length of the plan. */
async function killAfter(pick: (steps: number) => number): Promise<number> {
  const { run, id } = anotherBuild();
  const { plan, onLine } = follow(
    "closed",
    (step, planned) => step === planned[pick(planned.length)],
    (running) => running.kill(),
  );
  const killed = await scene.job(run, { ...deploy, onLine });
  if (killed.exitCode !== null)
    throw new Error(`It was not killed after step ${pick(plan.length) + 1} of ${plan.length}:\n${killed.log}`);
  await again(run);
  expectWhole(id);
  return plan.length;
}

describe("a deployment", () => {
  const sometimes = someTests("deployments that are interrupted", 1);

  sometimes("that is killed after any step is finished by the next run, while users are served", async () => {
    const asking = keepAsking(scene.machine.staging.url);
    if (whole) {
      let steps = Number.POSITIVE_INFINITY;
      for (let number = 0; number < steps; number += 1) steps = await killAfter(() => number);
      expect(steps).toBeGreaterThan(10);
    } else {
      const { seed, random } = chance();
      line(`a deployment that is killed: after one of its steps, by FAULT_SEED=${seed}`);
      const share = random();
      await killAfter((steps) => Math.floor(share * steps));
    }
    expect(await asking.stop()).toEqual([]);
    expect(await serving(scene.machine.staging)).toBe("1.1.0");
  });

  const moments = ["Upload", "Start", "Wait up to", "Send all new requests"];
  for (const word of moments)
    sometimes(
      `that is cancelled at \`${word} …\` finishes that step, begins no other, and is finished by the next run`,
      async () => {
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

  sometimes.add();
});
