import { describe, expect, test } from "@jest/globals";
import type { Shell } from "../../src/ports/shell.ts";
import { haproxy } from "../../src/routers/haproxy.ts";
import type { Environment } from "../../src/settings/settings.ts";
import { openTarget } from "../../src/targets/registry.ts";
import { memoryFiles } from "../support/files.ts";

const report = [
  ...["now\t1", "disk\t1", "step\tidle", "slot\tblue", "slot\tgreen", "server\tblue\t2\t0\t1\t1", "sessions\tblue\t0"],
  ...["server\tgreen\t2\t8\t1\t1", "sessions\tgreen\t0", "exit\t0"],
];

/** Two hosts, of which the second has the router; what was sent, the text of the program alone. */
function twoHosts() {
  const sent: string[] = [];
  const shell: Shell = {
    run: async ({ stdin }) => {
      sent.push(stdin?.text ?? "");
      const stdout = report.map((record) => `pd\t${record}\n`).join("");
      return { ended: "exited", code: 0, stdout, stderr: "", durationMs: 1, why: "" };
    },
  };
  const settings = { type: "haproxy", socket: "/run/haproxy.sock", backend: "app", on: "lb1" };
  const environment = {
    name: "production",
    target: "hosts",
    hosts: [{ name: "web1", address: "local" }],
    path: "/opt/app",
    slots: { blue: { port: 4000 }, green: { port: 4001 } },
    router: haproxy.settings.parse(settings),
    routerHosts: [{ name: "lb1", address: "local" }],
  } as unknown as Environment;
  const clock = { now: () => new Date(0), ticks: () => 0, sleep: async () => undefined };
  const common = { app: "app", releaseName: "app", owner: "run-1-1", release: null, files: memoryFiles() };
  return { target: openTarget({ ...common, environment, shell, clock }), sent };
}

describe("a router that is not on the first host", () => {
  test("has its part of the program there, and no other host has it", async () => {
    const { target, sent } = twoHosts();
    expect(await target.observe()).toMatchObject({ fleet: { router: { blue: { state: "ready", weight: 100 } } } });
    expect(sent.map((text) => text.includes("haproxy_socket"))).toEqual([false, true]);
    expect(sent.map((text) => text.includes("router_report() { :; }"))).toEqual([true, false]);
  });

  test("is changed and asked there", async () => {
    const { target, sent } = twoHosts();
    const step = { says: "A step", limitMs: 30_000 };
    const weights = { blue: 100, green: 0 };
    expect(await target.perform({ ...step, type: "shift", weights })).toMatchObject({ verdict: "pass" });
    expect(await target.perform({ ...step, type: "drain", servers: ["green"] })).toMatchObject({ verdict: "pass" });
    expect(sent).toHaveLength(2);
    for (const text of sent) expect(text).toContain("haproxy_socket");
  });
});
