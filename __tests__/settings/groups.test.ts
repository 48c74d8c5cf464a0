import { describe, expect, test } from "@jest/globals";
import { settingsFrom } from "../support/settings.ts";

const web = (name: string, more = "") => `{name: ${name}, address: ${name}.example.com${more}}`;
const grouped = [web("web1", ", group: blue"), web("web2", ", group: blue"), web("web3", ", group: green")];

const file = (hosts: readonly string[], more: { readonly [key: string]: string } = {}) => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [${[...hosts, web("lb1", `, role: router${more["lb1"] ?? ""}`)].join(", ")}]
    path: /opt/my_app
    slots: ${more["slots"] ?? "{blue: {port: 4000}, green: {port: 4000}}"}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app, ${more["on"] ?? "on: lb1"}}
    strategy: ${more["strategy"] ?? "{type: blue-green}"}
`;

const faultOf = (text: string) =>
  settingsFrom(text).then(
    () => "none",
    (error: Error) => error.message,
  );

describe("two groups of hosts in the settings", () => {
  test("say which slot each host has; the slots may have one port, since no host has both", async () => {
    const { environments } = await settingsFrom(file(grouped));
    const production = environments["production"];
    expect(production?.groups).toEqual({ web1: "blue", web2: "blue", web3: "green" });
    expect(production?.hosts.map(({ name }) => name)).toEqual(["web1", "web2", "web3"]);
    expect(production?.slots).toEqual({ blue: { port: 4000 }, green: { port: 4000 } });
  });

  test("are not there where no host has one, and slots need ports of their own then", async () => {
    const { environments } = await settingsFrom(
      file([web("web1")], { slots: "{blue: {port: 4000}, green: {port: 4001}}" }),
    );
    expect(environments["production"]).not.toHaveProperty("groups");
    expect(await faultOf(file([web("web1")]))).toContain("Two slots have the same port 4000.");
  });

  test.each<[string, string, string, string]>([
    [
      "a host in none",
      file([...grouped, web("web4")]),
      "production.hosts.3.name`",
      "Host `web4` has no `group`, and others have one. " +
        "Set `group` to `blue` or `green`, or remove it from every host.",
    ],
    [
      "a group that is no slot",
      file([...grouped, web("web4", ", group: gren")]),
      "production.hosts.3.group`",
      "Host `web4` has the group `gren`, and there is no slot of that name. Set it to `blue` or `green`: " +
        "each group has the slot of its name.",
    ],
    [
      "a group without a host",
      file(grouped.slice(0, 2)),
      "production.slots.green`",
      "Slot `green` is on no host: none has `group: green`. Give a host `group: green`, or remove `group` from every " +
        "host.",
    ],
    [
      "a load balancer in a group",
      file(grouped, { lb1: ", group: blue" }),
      "production.hosts.3.group`",
      "Host `lb1` has the role `router` and the group `blue`: it runs nothing of the application. " +
        "Remove `group`, or `role: router`.",
    ],
    [
      "a router on a host of a group",
      file(grouped, { on: "on: [lb1, web1]" }),
      "production.router.on`",
      "Host `web1` is of group `blue`, and `router.on` names it. Name a host with `role: router`, which is of " +
        "neither group.",
    ],
    [
      "a router on each host",
      file(grouped, { on: "" }),
      "production.router`",
      "Groups of hosts need a router in front of both; here each host has its own. " +
        "Name the host that it runs on, such as `router: {type: haproxy, on: lb1, …}`.",
    ],
    [
      "one slot",
      file(grouped, { slots: "{blue: {port: 4000}}" }),
      "production.slots`",
      "Strategy `blue-green` needs two slots; this environment has 1.",
    ],
    ...["canary", "rolling", "restart"].map((type): [string, string, string, string] => [
      `the strategy ${type}`,
      file(grouped, { strategy: `{type: ${type}}` }),
      "production.hosts`",
      `Hosts have a \`group\`, and strategy \`${type}\` needs every slot on every host. Set ` +
        "`strategy: {type: blue-green}`, or remove `group` from every host.",
    ]),
  ])("are refused with %s", async (_what, text, place, says) => {
    const fault = await faultOf(text);
    expect(fault).toContain(place);
    expect(fault).toContain(says);
  });
});
