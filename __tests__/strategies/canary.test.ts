import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal, type ServerWeights, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { settingsFrom } from "../support/settings.ts";
import { FleetModel, modelWanted, releaseNumber } from "./fleet-model.ts";
import { change, deployOn, says } from "./fleets.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];
const own = { confirm: 60_000, steps: [5, 25, 100], pause: 120_000 };
const wanted: Wanted = { ...modelWanted, strategy: "canary", own, owner: "run-2-1", release: second };

/** A fleet that runs the first release, behind a router that gives each server its share. */
function settled(hosts = 1): FleetModel {
  const model = new FleetModel(hosts, ["blue", "green"], true);
  expect(deployOn(model, { release: first })).toBe("passed");
  return model;
}

function shifts(made: Plan | Refusal): readonly ServerWeights[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.flatMap((step) => (step.type === "shift" ? [step.weights] : []));
}

describe("a canary", () => {
  test("takes a small part of the traffic first, and is watched after each step", () => {
    expect(says(planDeploy(settled().facts(), wanted)).slice(5, -1)).toEqual([
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot green on web1",
      "Run the smoke tests against 1.2.0-00000002 in slot green on web1, before it takes traffic",
      "Set the weight of green to 5 %, blue to 95 %",
      "Run the smoke tests through the public URL, where 1.2.0-00000002 has a part of the requests",
      "Watch 1.2.0-00000002 for errors for 120 s while it has a part of the requests",
      "Set the weight of green to 25 %, blue to 75 %",
      "Watch 1.2.0-00000002 for errors for 120 s while it has a part of the requests",
      "Send all new requests to green and none to blue",
      "Run the smoke tests against 1.2.0-00000002 through its public URL",
      "Watch 1.2.0-00000002 for errors for 60 s",
      "Confirm the switch of traffic on web1; until then, web1 sends it back by itself after 60 s without a sign of " +
        "life of this run",
      "Record 1.2.0-00000002 in slot green on web1 as the verified release",
      "Wait up to 30 s for the in-flight requests of blue",
      "Stop 1.1.0-00000001 in slot blue on web1 gracefully",
    ]);
  });

  test("has the same part on every host", () => {
    expect(shifts(planDeploy(settled(2).facts(), wanted))).toEqual([
      { "web1-green": 5, "web1-blue": 95, "web2-green": 5, "web2-blue": 95 },
      { "web1-green": 25, "web1-blue": 75, "web2-green": 25, "web2-blue": 75 },
      { "web1-green": 100, "web2-green": 100, "web1-blue": 0, "web2-blue": 0 },
    ]);
  });

  test("is a part of the hosts where the router has no weights", () => {
    const fleet = { ...settled(3).facts(), routing: { weights: false, shared: true } };
    const steps = { steps: [5, 25, 50, 100], pause: 1_000 };
    expect(shifts(planDeploy(fleet, { ...wanted, own: steps }))).toEqual([
      {
        ...{ "web1-green": 100, "web1-blue": 0 },
        ...{ "web2-green": 0, "web2-blue": 100, "web3-green": 0, "web3-blue": 100 },
      },
      {
        ...{ "web1-green": 100, "web1-blue": 0, "web2-green": 100, "web2-blue": 0 },
        ...{ "web3-green": 0, "web3-blue": 100 },
      },
      {
        ...{ "web1-green": 100, "web2-green": 100, "web3-green": 100 },
        ...{ "web1-blue": 0, "web2-blue": 0, "web3-blue": 0 },
      },
    ]);
  });

  test("is refused on one host where the router has no weights", () => {
    const fleet = { ...settled().facts(), routing: { weights: false, shared: true } };
    expect(planDeploy(fleet, wanted)).toMatchObject({ refused: "invalid_settings" });
  });

  test("takes all traffic at once where nothing serves beside it", () => {
    const made = planDeploy(new FleetModel(1, ["blue", "green"], true).facts(), wanted);
    expect(shifts(made)).toEqual([{ blue: 100, green: 0 }]);
  });

  test("that was cut goes on from the part that it has, which is watched again", () => {
    const facts = settled().facts();
    const running = { port: 4_001, link: second, running: { pid: 2, release: second } };
    const [host] = facts.hosts;
    const cut = change(facts, { releases: [first, second], slots: { ...host?.slots, green: running } });
    const at = (green: number, blue: number) => ({
      ...cut,
      router: {
        green: { state: "ready" as const, weight: green, sessions: 0 },
        blue: { state: "ready" as const, weight: blue, sessions: 0 },
      },
    });
    expect(shifts(planDeploy(at(25, 75), wanted))).toEqual([{ green: 100, blue: 0 }]);
    expect(says(planDeploy(at(25, 75), wanted)).filter((line) => line.startsWith("Watch"))).toHaveLength(2);
    // Cut between two servers of one shift.
    expect(shifts(planDeploy(at(25, 95), wanted))).toEqual([
      { green: 25, blue: 75 },
      { green: 100, blue: 0 },
    ]);
    expect(shifts(planRecovery(at(25, 75), { ...wanted, markBad: true }))).toEqual([{ blue: 100, green: 0 }]);
    expect(shifts(planRollback(at(25, 75), { ...wanted, markBad: true }))).toEqual([{ blue: 100, green: 0 }]);
  });

  test("killed after any smallest change is followed by a run that ends with the wanted release", () => {
    let crashes = 0;
    for (const next of [second, third]) {
      for (let crashAfter = 0; ; crashAfter += 1) {
        const model = settled(2);
        if (deployOn(model, wanted, crashAfter) !== "crashed") break;
        crashes += 1;
        expect(deployOn(model, { ...wanted, owner: "run-3-1", release: next })).toBe("passed");
        expect(model.broken).toEqual([]);
        expect(model.hosts.map(({ active }) => active?.release)).toEqual([next, next]);
      }
    }
    expect(crashes).toBeGreaterThan(50);
  });
});

describe("the settings of a canary", () => {
  const file = (strategy: string) => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    strategy: ${strategy}
`;

  test("are steps in percent and a pause", async () => {
    const { environments } = await settingsFrom(file("{type: canary, steps: [1%, 50, 100%], pause: 30s}"));
    expect(environments["production"]?.strategy.own).toEqual({ confirm: 60_000, steps: [1, 50, 100], pause: 30_000 });
    const usual = await settingsFrom(file("{type: canary}"));
    expect(usual.environments["production"]?.strategy.own).toEqual({
      confirm: 60_000,
      steps: [5, 25, 50, 100],
      pause: 120_000,
    });
  });

  test.each([
    ["[5, 50]", "must end with 100"],
    ["[50, 5, 100]", "must be ascending"],
    ["[5, 5, 100]", "must be ascending"],
    ["[0, 100]", "must be above 0 %"],
    ["[100]", "must have at least two steps"],
    ["[5, 200]", "must be at most 100 %"],
  ])("refuse steps %s", async (steps, says) => {
    await expect(settingsFrom(file(`{type: canary, steps: ${steps}}`))).rejects.toThrow(says);
  });
});
