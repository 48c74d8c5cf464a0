import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { haproxy } from "../../src/routers/haproxy.ts";
import { haproxyAnswers, passed, routerText, type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
beforeEach(async () => {
  host = sandbox();
  await passed(host.target(), { type: "acquire-lock" });
});
afterEach(() => host.close());

async function shift(stateFile: string) {
  const settings = { type: "haproxy", socket: "/unused", backend: "app", "state-file": stateFile };
  const values = { PD_WEIGHTS: "green=100 blue=0", PD_ROUTER: await routerText(haproxy.settings.parse(settings)) };
  return host.run("shift", values, haproxyAnswers);
}
const orders = () => readFileSync(join(host.path, "state/orders"), "utf8");

describe("a shift", () => {
  test.each([
    ["is a folder", () => mkdirSync(join(host.folder, "state-file"))],
    ["lies in a folder that does not exist", () => undefined],
  ])("is done, with a warning, when the file for HAProxy's state %s", async (what, prepare) => {
    prepare();
    const path = join(host.folder, what.includes("exist") ? "nowhere/state-file" : "state-file");
    const { report } = await shift(path);
    expect(report).toMatchObject({ exit: 0, failure: null });
    expect(orders()).toBe(
      "set server app/green weight 100%\nset server app/green state ready\nset server app/blue state drain\n",
    );
    const warnings = report.records.filter(([key]) => key === "warning");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.[1]).toContain(path);
    // Nothing half-written is left beside it.
    expect(readdirSync(host.folder).filter((name) => name.includes(".tmp."))).toEqual([]);
  });

  test("keeps HAProxy's state in its file, without a warning", async () => {
    const path = join(host.folder, "state-file");
    const { report } = await shift(path);
    expect(report.records.filter(([key]) => key === "warning")).toEqual([]);
    expect(existsSync(path) && readFileSync(path, "utf8")).toContain("app 1 blue");
  });
});
