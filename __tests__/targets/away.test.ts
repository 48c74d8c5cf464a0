// Hosts that do not answer when they are observed.
import { describe, expect, test } from "@jest/globals";
import type { Hosts } from "../../src/targets/hosts/context.ts";
import { observeHosts } from "../../src/targets/hosts/observe.ts";
import { settingsFrom } from "../support/settings.ts";

const file = (on: string) => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}, {name: web2, address: local}, {name: web3, address: local}]
    hosts-required: 2
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, ${on}socket: /run/haproxy.sock, backend: app}
    strategy: {type: blue-green}
`;

/** What the target sees while these hosts do not answer. */
async function observed(gone: readonly string[], on = "") {
  const environment = (await settingsFrom(file(on))).environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const server = (name: string) => [
    ["server", name, "2", "0", "1", "1"],
    ["sessions", name, "0"],
  ];
  const names = on === "" ? ["blue", "green"] : ["web1-blue", "web1-green", "web2-blue", "web3-blue"];
  const hosts = {
    options: { environment },
    call: async ({ host }: { readonly host: string }) =>
      gone.includes(host)
        ? { verdict: "error", reason_code: "target_unreachable", says: `${host}: Connection refused.` }
        : {
            records: [
              ["now", "1000"],
              ["disk", "1000"],
              ["step", "idle"],
              ["slot", "blue", "", "", "", "none", "", ""],
              ["slot", "green", "", "", "", "none", "", ""],
              ...names.flatMap(server),
            ],
            relayed: "",
            exit: 0,
            failure: null,
          },
  };
  return observeHosts({ ...hosts, looks: { take: () => null } } as unknown as Hosts);
}

describe("a fleet of which a host does not answer", () => {
  test("is that of the others, and names the host with the reason", async () => {
    const seen = await observed(["web2"]);
    if ("failed" in seen) throw new Error(seen.failed.says);
    expect(seen.fleet.hosts.map(({ host }) => host)).toEqual(["web1", "web3"]);
    expect(seen.fleet.away).toEqual([
      { host: "web2", reason_code: "target_unreachable", says: "web2: Connection refused.", remedy: "" },
    ]);
    expect(Object.keys(seen.fleet.router ?? {})).toEqual(["web1-blue", "web1-green", "web3-blue", "web3-green"]);
    expect(seen.fleet.routing).toEqual({ weights: true, shared: false });
  });

  test("has no `away` where all answer", async () => {
    const seen = await observed([]);
    expect("fleet" in seen && seen.fleet).not.toHaveProperty("away");
  });

  test("cannot be observed where none answers, or the host has the router of the fleet", async () => {
    expect(await observed(["web1", "web2", "web3"])).toMatchObject({
      failed: {
        reason_code: "target_unreachable",
        says: "web1: Connection refused. web2: Connection refused. web3: Connection refused.",
      },
    });
    expect(await observed(["web1"], "on: web1, ")).toMatchObject({ failed: { reason_code: "target_unreachable" } });
    expect(await observed(["web2"], "on: web1, ")).toHaveProperty("fleet.away");
  });
});
