import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { ReasonCode } from "../../src/domain/reason.ts";
import { jobs } from "./pipeline.ts";
import { serving, setScene, stateOf, upToProduction } from "./scene.ts";

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
    await back("p1-bug", "no_previous_release");
    const events = scene.receiver.receivedOf(first.sha).map(({ body }) => body["event"]);
    expect(events).toEqual(["start", "rollback-failed", "rollback", "rollback-failed"]);
  });

  test("to a release that was removed from the host names the run that built it, and sends its files", async () => {
    const { production } = scene.machine;
    const file = ".github/phoenix-deploy.yml";
    const straight = { ...jobs.staging, environment: "production", with: { environment: "production" } };
    const edits = [{ file, from: /hold: [^,}\n]+/, to: "hold: 0s" }];
    const first = scene.begin({ version: "2.0.0", edits });
    await scene.through(first, [jobs.validate, straight]);
    const [id = ""] = stateOf(production, "active");
    const second = scene.begin({ version: "2.1.0", edits });
    await scene.through(second, [jobs.validate, straight]);
    rmSync(join(production.path, "releases", id), { recursive: true });

    const byHand = { name: "workflow_dispatch", payload: { repository: { default_branch: "main" } } };
    const asked = { action: "rollback", id: "rollback", event: byHand };
    const given = { confirm: "production", reason: "performance", to: "2.0.0" };
    const run = { ...second, runId: "3002" };
    await scene.ends(run, { ...asked, with: { ...given, confirm: "prod" } }, "invalid_input");
    const lacking = await scene.ends(run, { ...asked, with: given }, "release_not_kept");
    const artifact = "phoenix-deploy-validate-1";
    expect(lacking.outputs).toMatchObject({ release: id, "run-id": first.runId, artifact });
    expect(await serving(production)).toBe("2.1.0");

    const fetched = (workspace: string) =>
      cpSync(scene.passedOn(first), join(workspace, ".phoenix-deploy"), { recursive: true });
    const back = await scene.ends(run, { ...asked, with: given, before: fetched }, "rolled_back");
    expect(back.log).toContain(`▸ Upload ${id} to `);
    expect(await serving(production)).toBe("2.0.0");
  });
});
