// What signals ask of a host while a release is watched, by the real program.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { TargetQuestions } from "../../src/domain/fleet/asked-target.ts";
import { hostOf, install, passed, type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

/** The questions of a host on which blue runs a release that evaluates so. */
async function serving(evaluates: string): Promise<TargetQuestions> {
  const release = host.release("1.0.0", { server: "listens", evaluates });
  const target = host.target({ release });
  await install(target, release);
  await passed(target, { type: "start", release: release.id, slot: "blue" });
  if (target.questions === undefined) throw new Error("no questions");
  return target.questions;
}

describe("a host under watch", () => {
  test("says how much memory the process of a slot has", async () => {
    const questions = await serving("");
    const pid = (await hostOf(host.target())).slots["blue"]?.running?.pid;
    const bytes = await questions.memory("web1", "blue");
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    expect(Math.abs(bytes - Number(kilobytes) * 1_024)).toBeLessThan(4 << 20);
    await expect(questions.memory("web1", "green")).rejects.toThrow("Slot green has no running process.");
  });

  test("evaluates by the release of the slot, and passes on nothing but the lines that are meant", async () => {
    const questions = await serving('echo "[info] secret"; echo "phoenix-deploy: $2" | tr "\\n" " "; echo');
    expect((await questions.evaluate("web1", "blue", "1 + '2'")).trim()).toMatch(/^pd_app = :app .* 1 \+ '2'$/);
    await expect(questions.evaluate("web1", "green", "1")).rejects.toThrow("Slot green has no release on this host.");
  });

  test("names the error of an expression that fails", async () => {
    const questions = await serving('echo "** (Postgrex.Error) no table"; exit 1');
    await expect(questions.evaluate("web1", "blue", "1")).rejects.toThrow(
      "The release of slot blue could not evaluate an expression: ** (Postgrex.Error) no table.",
    );
  });

  test("counts lines and errors of a log", async () => {
    const questions = await serving("");
    expect(await questions.logCounts("web1", "blue")).toMatchObject({ errors: 0 });
  });
});
