import { describe, expect, test } from "@jest/globals";
import type { ReasonCode } from "../../src/domain/reason.ts";
import { jobs } from "./pipeline.ts";
import { serving, setScene, upToProduction } from "./scene.ts";

const scene = setScene({ buildOnly: true });

describe("a rollback", () => {
  test("goes to the last verified release for a named reason, marks the other bad, or refuses", async () => {
    const first = scene.begin({ version: "1.0.0" });
    await scene.through(first, upToProduction);
    const back = (reason: string, code: ReasonCode, more: Record<string, string> = {}) =>
      scene.ends({ ...first, runId: "3001" }, { action: "rollback", id: "rollback", with: { reason, ...more } }, code);
    await back("p1-bug", "no_previous_release");

    const second = scene.begin({ version: "1.1.0" });
    await scene.through(second, upToProduction);
    expect(await serving(scene.machine.production)).toBe("1.1.0");
    expect((await back("manual", "invalid_input")).exitCode).toBe(1);
    expect((await back("whim", "invalid_input")).annotations[0]?.message).toContain("Input `reason`");
    expect((await back("security", "planned", { "dry-run": "true" })).exitCode).toBe(0);
    expect(await serving(scene.machine.production)).toBe("1.1.0");

    expect((await back("security", "rolled_back")).exitCode).toBe(0);
    expect(await serving(scene.machine.production)).toBe("1.0.0");
    await scene.ends(second, jobs.production, "release_marked_bad");
    await back("p1-bug", "release_marked_bad");
    const events = scene.receiver.receivedOf(first.sha).map(({ body }) => body["event"]);
    expect(events).toEqual(["start", "rollback-failed", "rollback", "rollback-failed"]);
  });
});
