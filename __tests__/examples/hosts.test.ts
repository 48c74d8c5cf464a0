import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { serverName } from "../../src/domain/fleet/fleet.ts";
import { readFile } from "../../src/settings/file.ts";
import { commandsIn } from "../acceptance/fleet.ts";

const folder = join(import.meta.dirname, "../../examples/hosts");
const text = (name: string) => readFileSync(join(folder, name), "utf8");

/** The settings file of an example. */
async function settingsOf(example: string) {
  const read = await readFile(text(`${example}/phoenix-deploy.yml`), "phoenix-deploy.yml", { checks: async () => [] });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.file;
}

/** The environments of an example. */
async function environmentsOf(example: string) {
  const { staging, production } = (await settingsOf(example)).environments;
  if (staging === undefined || production === undefined) throw new Error("An environment is missing.");
  return { staging, production };
}

/** What prepare.sh prints for each of the calls that an example's comment names, by host. */
const printedFor = (example: string) =>
  commandsIn(text(`${example}/phoenix-deploy.yml`)).map(({ host, words }) => ({
    host,
    printed: execFileSync("sh", [join(folder, "prepare.sh"), ...words, "--print"], { encoding: "utf8" }),
  }));

/** A job of a workflow. */
interface Job {
  readonly "runs-on": string;
  readonly environment?: unknown;
  readonly steps: readonly { readonly uses?: string; readonly env?: Readonly<Record<string, string>> }[];
}

/** The servers of the backend that prepare.sh writes. */
const serversIn = (configuration: string) =>
  [...configuration.matchAll(/^ {4}server (\S+) (\S+)$/gm)].map(([, name, address]) => `${name} ${address}`);

/** The slots of an environment as HAProxy of the same host has them. */
const slotsOf = ({ slots }: { readonly slots: Readonly<Record<string, { readonly port: number }>> }) =>
  Object.entries(slots).map(([name, { port }]) => `${name} 127.0.0.1:${port}`);

describe("the examples of hosts", () => {
  test("one host: HAProxy has the slots of both environments under their names and ports", async () => {
    const { staging, production } = await environmentsOf("one");
    const all = printedFor("one");
    expect(all.map(({ host }) => host)).toEqual(["web1", "web1"]);
    expect(all.map(({ printed }) => serversIn(printed))).toEqual([slotsOf(production), slotsOf(staging)]);
  });

  test("three hosts: the load balancer has every slot of every host under its name in the fleet", async () => {
    const { staging, production } = await environmentsOf("three");
    const all = printedFor("three");
    const everyHost = [...staging.hosts, ...production.hosts].map(({ name }) => name);
    expect(all.map(({ host }) => host)).toEqual(everyHost);
    expect(serversIn(all[0]?.printed ?? "")).toEqual(slotsOf(staging));

    const { hosts, slots } = production;
    const application = hosts.filter(({ role }) => role === "app");
    const named = application.flatMap(({ name }) =>
      Object.keys(slots).map((slot) => serverName({ hosts: application, slots }, name, slot)),
    );
    const ofTheBalancer = all.at(-1)?.printed ?? "";
    expect(serversIn(ofTheBalancer).map((line) => line.split(" ")[0])).toEqual(named);
    expect(text("three/haproxy.cfg")).toContain(ofTheBalancer.trim());
  });

  test("two groups of hosts: each host has the slot of its group, and the load balancer every host", async () => {
    const { production } = (await settingsOf("groups")).environments;
    const { hosts = [], slots = {} } = production ?? {};
    const all = printedFor("groups");
    expect(all.map(({ host }) => host)).toEqual(hosts.map(({ name }) => name));
    for (const { name, group } of hosts.filter(({ role }) => role === "app")) {
      const printed = all.find(({ host }) => host === name)?.printed ?? "";
      const started = [...printed.matchAll(/systemctl start my_app@(\S+)/g)].map(([, slot]) => slot);
      expect(started).toEqual([group]);
    }
    expect(serversIn(all.at(-1)?.printed ?? "")).toEqual(
      ["web1", "web2", "web3", "web4"].map(
        (name, index) => `${name} 10.0.0.${11 + index}:${slots[hosts[index]?.group ?? ""]?.port}`,
      ),
    );
  });

  test.each(["one", "three", "groups"])(
    "%s: each host has a line for its key, and its environment the key's secret",
    async (name) => {
      for (const { hosts, ssh } of Object.values((await settingsOf(name)).environments)) {
        expect(ssh?.["key-from"]).toBe("DEPLOY_KEY");
        expect(ssh?.["known-hosts"].map((line) => line.split(" ")[0])).toEqual(
          hosts.map(({ address }) => address.replace(/.*@/, "")),
        );
      }
    },
  );

  test("the workflows run on GitHub's runners, and give the key to every step that asks the hosts", () => {
    const all = ["deploy.yml", "rollback.yml"].flatMap((name) => {
      const { jobs } = parse(text(`../workflows/${name}`)) as { readonly jobs: Readonly<Record<string, Job>> };
      return Object.values(jobs);
    });
    expect(new Set(all.map((job) => job["runs-on"]))).toEqual(new Set(["ubuntu-24.04"]));
    const asking = all.flatMap(({ steps, environment }) =>
      steps
        .map(({ uses = "", env }) => ({
          action: /phoenix-deploy\/(?!validate)([\w-]+)@/.exec(uses)?.[1],
          env,
          environment,
        }))
        .filter(({ action }) => action !== undefined),
    );
    const actions = ["deploy-staging", "smoke-test", "promote", "rollback", "rollback"];
    expect(asking.map(({ action }) => action)).toEqual(actions);
    for (const { env, environment } of asking) {
      expect(env).toMatchObject({ DEPLOY_KEY: "${{ secrets.DEPLOY_KEY }}" });
      // The key is a secret of the environment, and of no other job.
      expect(environment).toBeDefined();
    }
  });

  test("HAProxy takes the configuration of the load balancer", () => {
    const { stderr, status } = spawnSync("/usr/sbin/haproxy", ["-c", "-f", join(folder, "three/haproxy.cfg")]);
    expect(`${status} ${String(stderr)}`).toMatch(/^0 /);
  });
});

describe("prepare.sh", () => {
  test("lets HAProxy end https where it has a certificate, and say so to the application", () => {
    const words = ["--app", "shop", "--haproxy", "--certificate", "/etc/haproxy/shop.pem", "--https", ":8443"];
    const printed = execFileSync("sh", [join(folder, "prepare.sh"), ...words, "--print"], { encoding: "utf8" });
    expect(printed).toContain("\n    bind :80\n    bind :8443 ssl crt /etc/haproxy/shop.pem\n");
    expect(printed).toContain("\n    http-request set-header X-Forwarded-Proto https if { ssl_fc }\n");
  });

  test.each([
    ["an option that is not known", ["--app", "a", "--frob"], "--frob is not known"],
    ["no application", ["--print"], "--app is missing"],
    ["no key", ["--app", "a"], "--key is missing"],
    ["a name that is a command", ["--app", "$(id)", "--print"], '--app is "$(id)"'],
    ["a path with a space", ["--app", "a", "--path", "/opt/my app", "--print"], "--path is"],
    ["a path that leads elsewhere", ["--app", "a", "--path", "/opt/../etc", "--print"], "must not contain"],
    ["a second line", ["--app", "a", "--user", "a\nroot", "--print"], "--user has several lines"],
    ["a wildcard for a slot", ["--app", "a", "--slots", "*=4000", "--print"], "--slots is"],
    ["a name that is an option", ["--app", "-a", "--print"], '--app is "-a"'],
    ["a specifier of systemd in the path", ["--app", "a", "--path", "/opt/%H", "--print"], "--path is"],
    ["a specifier of systemd for the user", ["--app", "a", "--user", "%H", "--print"], "--user is"],
    ["a variable in the unit's name", ["--app", "a", "--unit", "${HOME}", "--print"], "--unit is"],
    ["an alias of sudoers for the user", ["--app", "a", "--user", "ALL", "--print"], "--user is"],
    ["a quote in the health path", ["--app", "a", "--haproxy", "--health", '/"x', "--print"], "--health is"],
    ["two words for a server", ["--app", "a", "--haproxy", "--servers", "a=b:1 backup", "--print"], "--servers is"],
    ["a certificate with options", ["--app", "a", "--certificate", "/x.pem alpn h2", "--print"], "--certificate is"],
    ["a value that is missing", ["--app"], "--app needs a value"],
  ])("refuses %s, and names it", (_, words, says) => {
    const { status, stderr } = spawnSync("sh", [join(folder, "prepare.sh"), ...words], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
