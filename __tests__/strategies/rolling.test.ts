import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { settingsFrom } from "../support/settings.ts";
import { FleetModel, modelWanted, releaseNumber } from "./fleet-model.ts";
import { change, deployOn, says } from "./fleets.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];
const wanted: Wanted = {
  ...modelWanted,
  strategy: "rolling",
  own: { batch: 1, pause: 30_000 },
  owner: "run-2-1",
  release: second,
  smoke: false,
  watchMs: 0,
};

function settled(hosts: number): FleetModel {
  const model = new FleetModel(hosts, ["main"], true);
  expect(deployOn(model, { ...wanted, release: first })).toBe("passed");
  expect(model.broken).toEqual([]);
  return model;
}

/** The hosts that lose their traffic at once, in turn. */
function outs(made: Plan | Refusal): readonly string[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.flatMap((step) =>
    step.type === "shift" && Object.values(step.weights).every((weight) => weight === 0)
      ? [Object.keys(step.weights).join()]
      : [],
  );
}

describe("a rolling deployment", () => {
  test("takes one host after another out of the router, replaces and verifies it, and records all at the end", () => {
    expect(says(planDeploy(settled(2).facts(), { ...wanted, smoke: true })).slice(7, -2)).toEqual([
      "Send no new requests to web1",
      "Wait up to 30 s for the in-flight requests of web1",
      "Stop 1.1.0-00000001 in slot main on web1 gracefully",
      "Start 1.2.0-00000002 in slot main on web1, port 4000",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot main on web1",
      "Run the smoke tests against 1.2.0-00000002 in slot main on web1, before it takes traffic",
      "Send new requests to web1",
      "Send no new requests to web2",
      "Wait up to 30 s for the in-flight requests of web2",
      "Stop 1.1.0-00000001 in slot main on web2 gracefully",
      "Start 1.2.0-00000002 in slot main on web2, port 4000",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot main on web2",
      "Run the smoke tests against 1.2.0-00000002 in slot main on web2, before it takes traffic",
      "Send new requests to web2",
      "Run the smoke tests against 1.2.0-00000002 through its public URL",
      "Record 1.2.0-00000002 in slot main on web1 as the verified release",
      "Record 1.2.0-00000002 in slot main on web2 as the verified release",
    ]);
  });

  test("watches what was replaced beside the others, before the next hosts, and again after an interruption", () => {
    const watches = (made: Plan | Refusal) => says(made).filter((line) => line.startsWith("Watch"));
    const watched = { ...wanted, watchMs: 60_000 };
    const beside = "Watch 1.2.0-00000002 for errors for 30 s while it has a part of the requests";
    expect(watches(planDeploy(settled(3).facts(), watched))).toEqual([
      ...[beside, beside],
      expect.stringMatching(/^Watch 1\.2\.0-00000002 .* for 60 s$/),
    ]);
    expect(watches(planDeploy(settled(3).facts(), { ...watched, own: { batch: 1, pause: 0 } }))).toHaveLength(1);
    const main = { port: 4_000, link: second, running: { pid: 7, release: second } };
    const facts = change(settled(2).facts(), { slots: { main }, releases: [first, second] }, 0);
    const lines = says(planDeploy(facts, watched));
    expect(lines.indexOf(beside)).toBeLessThan(lines.indexOf("Send no new requests to web2"));
    const model = settled(2);
    expect(deployOn(model, watched)).toBe("passed");
    expect(watches(planRollback(model.facts(), { ...watched, markBad: true }))).toHaveLength(1);
  });

  test.each([
    [{ batch: 1 }, ["web1", "web2", "web3", "web4"]],
    [{ batch: 2 }, ["web1,web2", "web3,web4"]],
    [{ batch: { percent: 25 } }, ["web1", "web2", "web3", "web4"]],
    [{ batch: { percent: 50 } }, ["web1,web2", "web3,web4"]],
    [{ batch: 3, "max-unavailable": 2 }, ["web1,web2", "web3,web4"]],
    // Somebody always goes on serving.
    [{ batch: { percent: 100 } }, ["web1,web2,web3", "web4"]],
    [{ batch: 9 }, ["web1,web2,web3", "web4"]],
  ])("of four hosts with %j replaces at once %j", (own, expected) => {
    expect(outs(planDeploy(settled(4).facts(), { ...wanted, own }))).toEqual(expected);
  });

  test("counts a host without traffic as unavailable, and replaces it first", () => {
    const facts = settled(4).facts();
    const down = { state: "down" as const, weight: 100, sessions: 0 };
    const router = { ...facts.router, web3: down };
    const made = planDeploy({ ...facts, router }, { ...wanted, own: { batch: 2, "max-unavailable": 2 } });
    expect(outs(made)).toEqual(["web3,web1", "web2,web4"]);
    const slow = planDeploy({ ...facts, router }, { ...wanted, own: { batch: 2, "max-unavailable": 1 } });
    expect(outs(slow)).toEqual(["web3", "web1", "web2", "web4"]);
  });

  test("relies on a host with another release only when it is healthy", () => {
    const facts = settled(2).facts();
    const main = { port: 4_000, link: third, running: { pid: 7, release: third } };
    const mixed = change(facts, { slots: { main }, releases: [first, third] }, 0);
    const lines = says(planDeploy(mixed, wanted));
    const out = lines.indexOf("Send no new requests to web1");
    expect(lines[out - 1]).toBe(
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot main on web2, since it serves in the meantime",
    );
  });

  test("of a fleet that runs the release only verifies it again", () => {
    const model = settled(2);
    expect(outs(planDeploy(model.facts(), { ...wanted, release: first }))).toEqual([]);
  });

  test("that fails at the second host gives only the changed host the release before again", () => {
    const model = settled(3);
    model.now += 1_000;
    const plan = planDeploy(model.facts(), wanted);
    if (isRefusal(plan)) throw new Error(plan.says);
    // The health of the second host.
    const failAt = plan.steps.findIndex((step) => step.type === "await-healthy" && step.host === "web2") - 3;
    expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted), { failAt })).toBe("rolled-back");
    expect(model.broken).toEqual([]);
    expect(model.router).toEqual({ web1: 100, web2: 100, web3: 100 });
    const touched = model.log.filter((step) => step.type === "stop" && step.host === "web3");
    expect(touched).toEqual([]);
    for (const host of model.hosts) {
      expect(host).toMatchObject({ active: { release: first }, slots: { main: { process: { release: first } } } });
    }
  });

  test("killed after any smallest change is followed by a run that ends with the wanted release, or a rollback", () => {
    let crashes = 0;
    for (const next of [second, third, first]) {
      for (let crashAfter = 0; ; crashAfter += 1) {
        const model = settled(3);
        if (deployOn(model, wanted, crashAfter) !== "crashed") break;
        crashes += 1;
        expect(deployOn(model, { ...wanted, owner: "run-3-1", release: next })).toBe("passed");
        expect(model.broken).toEqual([]);
        expect(model.hosts.map(({ active }) => active?.release)).toEqual([next, next, next]);
      }
    }
    expect(crashes).toBeGreaterThan(100);
  });

  test("is rolled back by a person in the same way, host by host", () => {
    const model = settled(2);
    expect(deployOn(model, wanted)).toBe("passed");
    const made = planRollback(model.facts(), { ...wanted, markBad: true });
    expect(outs(made)).toEqual(["web1", "web2"]);
    expect(isRefusal(made) ? made : made.says).toContain(`back from ${second} to ${first}`);
    expect(outs(planRecovery(model.facts(), { ...wanted, markBad: false }))).toEqual([]);
  });
});

describe("the settings of a rolling deployment", () => {
  const file = (strategy: string, on = "on: lb1, ", more = ", {name: web2, address: local}") => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}${more}, {name: lb1, address: local, role: ${on === "" ? "app" : "router"}}]
    path: /opt/shop
    slots: {main: {port: 4000}}
    router: {type: haproxy, ${on}socket: /run/haproxy.sock, backend: app}
    strategy: ${strategy}
`;

  test("are a number of hosts or a part of them", async () => {
    const own = async (strategy: string) =>
      (await settingsFrom(file(strategy))).environments["production"]?.strategy.own;
    expect(await own("{type: rolling}")).toEqual({ batch: 1, pause: 30_000 });
    expect(await own("{type: rolling, batch: 25%, max-unavailable: 2}")).toEqual({
      batch: { percent: 25 },
      "max-unavailable": 2,
      pause: 30_000,
    });
  });

  test.each([
    ["a batch of no host", file("{type: rolling, batch: 0}"), "must be at least 1"],
    ["a batch in words", file("{type: rolling, batch: half}"), "must be a number of hosts from 1"],
    ["more than all", file("{type: rolling, batch: 150%}"), "must be a number of hosts from 1"],
    ["one host", file("{type: rolling}", "on: lb1, ", ""), "needs at least two hosts"],
    ["a router on each host", file("{type: rolling}", ""), "needs a router for the whole fleet"],
  ])("refuse %s", async (_what, text, expected) => {
    await expect(settingsFrom(text)).rejects.toThrow(expected);
  });
});
