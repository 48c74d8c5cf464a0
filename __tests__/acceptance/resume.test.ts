import { get } from "node:http";
import { describe, expect, test } from "@jest/globals";
import { again, anotherBuild, deploy, expectWhole, follow, scene } from "./interrupted.ts";
import { serving } from "./scene.ts";

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

describe("a deployment", () => {
  test("that is killed after any step is finished by the next run, while users are served", async () => {
    const asking = keepAsking(scene.machine.staging.url);
    let steps = Number.POSITIVE_INFINITY;
    for (let number = 0; number < steps; number += 1) {
      const { run, id } = anotherBuild();
      const { plan, onLine } = follow(
        "closed",
        (step, planned) => step === planned[number],
        (running) => running.kill(),
      );
      const killed = await scene.job(run, { ...deploy, onLine });
      steps = plan.length;
      if (killed.exitCode !== null)
        throw new Error(`It was not killed after step ${number + 1} of ${steps}:\n${killed.log}`);
      await again(run);
      expectWhole(id);
    }
    expect(steps).toBeGreaterThan(10);
    expect(await asking.stop()).toEqual([]);
    expect(await serving(scene.machine.staging)).toBe("1.1.0");
  });
});
