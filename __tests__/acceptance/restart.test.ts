import { describe, expect, test } from "@jest/globals";
import { jobs, type WorkflowRun } from "./pipeline.ts";
import { fault, setScene } from "./scene.ts";
import type { Commit } from "./sources.ts";

const scene = setScene({ buildOnly: true });

/** A commit whose staging has one slot and no router: its users ask the application itself. */
function begin(version: string, edits: NonNullable<Commit["edits"]> = []): WorkflowRun {
  const { blue } = scene.machine.staging.slots;
  const file = ".github/phoenix-deploy.yml";
  const alone = [
    { file, from: /url: \S+/, to: `url: http://127.0.0.1:${blue}` },
    { file, from: /slots: .*/, to: `slots: {main: {port: ${blue}}}` },
    { file, from: / {4}router: .*\n/, to: "" },
    { file, from: /strategy: .*/, to: "strategy: {type: restart}" },
  ];
  return scene.begin({ version, edits: [...alone, ...edits] });
}

async function answers(): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${scene.machine.staging.slots.blue}/version`);
  return ((await answer.json()) as { version: string }).version;
}

describe("a restart in place", () => {
  test("says its gap, rolls back what does not get healthy, and is rolled back by hand", async () => {
    const first = begin("1.0.0");
    const fresh = await scene.through(first, [jobs.validate, jobs.staging]);
    expect(fresh.summary).not.toContain("Requests fail from the stop");
    expect(await answers()).toBe("1.0.0");

    const second = begin("1.1.0");
    const restarted = await scene.through(second, [jobs.validate, jobs.staging]);
    expect(restarted.summary).toContain("Requests fail from the stop until the new release answers");
    expect(await answers()).toBe("1.1.0");

    const soon = { file: ".github/phoenix-deploy.yml", from: /within: 120s/, to: "within: 30s" };
    const third = begin("1.2.0", [...fault("never_healthy"), soon]);
    await scene.through(third, [jobs.validate]);
    const failed = await scene.ends(third, jobs.staging, "not_healthy");
    expect(failed).toMatchObject({ exitCode: 1, outputs: { decision: "taken-back" } });
    expect(await answers()).toBe("1.1.0");

    const back = { action: "rollback", id: "rollback", with: { environment: "staging", reason: "p1-bug" } };
    await scene.ends(second, back, "rolled_back");
    expect(await answers()).toBe("1.0.0");
  });
});
