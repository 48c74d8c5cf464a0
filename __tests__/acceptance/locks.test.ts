import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type JobSpec, jobs, type WorkflowRun } from "./pipeline.ts";
import { serving, setScene, stateOf, upToProduction, upToSmoke } from "./scene.ts";

const scene = setScene({ buildOnly: true });
const rollback: JobSpec = { action: "rollback", id: "rollback", with: { reason: "error-rate", lock: "take" } };

let second: WorkflowRun;
beforeAll(async () => {
  for (const version of ["1.0.0", "1.1.0"]) await scene.through(scene.begin({ version }), upToProduction);
  second = scene.begin({
    version: "1.2.0",
    edits: [{ file: ".github/phoenix-deploy.yml", from: /watch: 6s/, to: "watch: 60s" }],
  });
  await scene.through(second, upToSmoke);
});

/** Another run's lock on production, which lasts for so many seconds. */
function locked(seconds: number): string {
  const lease = join(scene.machine.production.path, "state/lease");
  const now = Math.floor(Date.now() / 1_000);
  writeFileSync(lease, `run-9-1-deploy ${now + seconds} ${now} https://github.com/acme/shop/actions/runs/9\n`);
  return lease;
}

describe("a lock of another run", () => {
  test("is waited for, and taken over once it is given back", async () => {
    const before = await serving(scene.machine.production);
    const lease = locked(170);
    const waiting = await scene.ends(
      { ...second, runId: "3101" },
      {
        action: "rollback",
        id: "rollback",
        with: { drill: "true" },
        onLine: (line) => {
          if (line.startsWith("Waiting at most")) rmSync(lease);
        },
      },
      "drill_passed",
    );
    expect(waiting.log).toContain("is locked by run-9-1-deploy (https://github.com/acme/shop/actions/runs/9)");
    expect(await serving(scene.machine.production)).toBe(before);
  });

  test("that claims a day is replaced at once, and said", async () => {
    const before = await serving(scene.machine.production);
    locked(86_400);
    const drill = await scene.ends(
      { ...second, runId: "3102" },
      { action: "rollback", id: "rollback", with: { drill: "true" } },
      "drill_passed",
    );
    expect(drill.log).toContain("The lease of run-9-1-deploy claims 86");
    expect(drill.log).not.toContain("Waiting at most");
    expect(await serving(scene.machine.production)).toBe(before);
  });

  test("is taken by a rollback in an incident: the deployment that had it stops, and says who took it", async () => {
    const before = await serving(scene.machine.production);
    const rolledBack: Promise<unknown>[] = [];
    const production = await scene.ends(
      second,
      {
        ...jobs.production,
        onLine: (line) => {
          if (!line.startsWith("▸ Watch") || rolledBack.length > 0) return;
          rolledBack.push(scene.ends({ ...second, runId: "3103" }, rollback, "rolled_back"));
        },
      },
      "lock_lost",
    );
    expect(production).toMatchObject({ exitCode: 1, outputs: { decision: "stop" } });
    expect(production.log).toContain("The lock was taken by run-3103-1-");
    // From there on it changes nothing.
    expect(production.log.slice(production.log.indexOf("The lock was taken"))).not.toMatch(/^▸ /m);
    const [result] = await Promise.all(rolledBack);
    expect(result).toMatchObject({ log: expect.stringContaining("which still held it") });
    expect(await serving(scene.machine.production)).toBe(before);
    expect(stateOf(scene.machine.production, "lease")).toEqual([]);
  });
});

describe("two jobs of one run and attempt that deploy at the same moment", () => {
  test("do not share a lock: one deploys, the other waits for it, and no release is marked bad", async () => {
    // A run of their own: both leave evidence of staging, which is then not what a job of another story pinned.
    const twins = scene.begin({ version: "1.3.0" });
    await scene.through(twins, [jobs.validate]);
    const parts = ["part-a", "part-b"].map((id) => scene.job(twins, { ...jobs.staging, id }));
    const codes = (await Promise.all(parts)).map(({ outputs }) => outputs["reason-code"]);
    expect(codes).toContain("deployed");
    expect(codes.filter((code) => code !== "deployed" && code !== "lock_held")).toEqual([]);
    expect(stateOf(scene.machine.staging, "bad")).toEqual([]);
    expect(stateOf(scene.machine.staging, "lease")).toEqual([]);
    expect(await serving(scene.machine.staging)).toBe("1.3.0");
    // What the other stories promote has to run on staging, whichever of them is next.
    const back = { action: "rollback", id: "rollback", with: { environment: "staging", reason: "p1-bug" } } as const;
    await scene.ends({ ...twins, runId: "3301" }, back, "rolled_back");
  });
});
