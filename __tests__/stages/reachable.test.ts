// A slot that only its own host reaches, behind a router on another one.
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Answering } from "../../src/domain/fleet/fleet.ts";
import { judgeReachable } from "../../src/stages/reachable.ts";
import { type Sandbox, sandbox } from "../host/sandbox.ts";
import { settingsFrom } from "../support/settings.ts";

const healthy: Judgement = { verdict: "pass", reason_code: "passed", says: "Healthy." };
const seen: Answering = { process: { pid: 7, release: "1.0.0-11112222" }, listener: "own", stranger: "" };

/** What is said of the slot on web1 whose port is on this address alone, with the router on lb1. */
async function judged(router: string, loopback: string) {
  const text = `version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: deploy@10.0.0.1}, {name: lb1, address: deploy@10.0.0.9, role: router}]
    ssh: {key-from: KEY, known-hosts-from: KNOWN_HOSTS}
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: ${router}
`;
  const environment = (await settingsFrom(text)).environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const looked = { judgement: healthy, seen: loopback === "" ? seen : { ...seen, loopback } };
  return judgeReachable(environment, { host: "web1", slot: "blue" }, looked);
}

const haproxy = "{type: haproxy, on: lb1, socket: /run/haproxy.sock, backend: app}";
const nginx =
  "{type: nginx, on: lb1, upstream: app, file: /etc/nginx/app.conf, " +
  'servers: {blue: "10.0.0.1:4000", green: "10.0.0.1:4001"}}';

describe("a healthy slot whose port is on loopback alone", () => {
  test("is a failure that names address, router and remedy, and does not mark the release bad", async () => {
    expect(await judged(haproxy, "127.0.0.1")).toMatchObject({
      verdict: "fail",
      reason_code: "not_listening",
      says: "The release listens on 127.0.0.1:4000 of web1 only, and the router on lb1 cannot reach it there.",
      remedy: expect.stringContaining("Bind to 0.0.0.0 or ::"),
    });
  });

  test("is a warning where something may be between the router and the slot", async () => {
    const { verdict, warnings } = await judged(nginx, "[::1]");
    expect([verdict, warnings]).toEqual(["pass", [expect.stringContaining("listens on [::1]:4000 of web1 only")]]);
  });

  test("is reached where it listens on more", async () => {
    expect(await judged(haproxy, "")).toEqual(healthy);
  });
});

describe("a host", () => {
  let host: Sandbox;
  beforeEach(() => {
    host = sandbox();
  });
  afterEach(() => host.close());

  test.each([
    ["127.0.0.1", "127.0.0.1"],
    ["::1", "[::1]"],
    ["0.0.0.0", ""],
    ["::", ""],
  ])("that has a port on %s reports it as one on loopback alone: %j", async (address, expected) => {
    const server = createServer().listen(host.ports.blue, address);
    await once(server, "listening");
    const { report } = await host.run("running", { PD_SLOT: "blue" });
    server.close();
    expect(report.records.find(([key]) => key === "loopback")?.[1]).toBe(expected);
  });
});
