// Blue-green over two groups of hosts: each host has one slot, and a router sends requests to one group.
import { describe, expect, test } from "@jest/globals";
import type { Away, Fleet } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Step } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { leaveOut, misrouted } from "../../src/strategies/facts.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";
import { deployOn, says } from "./fleets.ts";

const [first, second, third] = [1, 2, 3].map(releaseNumber) as [string, string, string];

/** Blue has web1 and web3, green web2 and web4; the first release serves from blue. */
function groups(hosts = 4): FleetModel {
  const model = new FleetModel(hosts, ["blue", "green"], "in groups");
  expect(deployOn(model, { release: first, holdSeconds: 900 })).toBe("passed");
  expect(serving(model)).toEqual(["web1", "web3"].slice(0, hosts / 2));
  return model;
}

const serving = ({ router }: FleetModel) =>
  Object.entries(router ?? {}).flatMap(([name, weight]) => (weight > 0 ? [name] : []));
const running = ({ hosts }: FleetModel) =>
  hosts.map(({ name, slots }) => `${name} ${Object.values(slots)[0]?.process?.release ?? "nothing"}`);
const back = (model: FleetModel, more: object = {}) => {
  model.now += leaseSeconds + 1;
  const wanted = { ...modelWanted, release: "", owner: `run-${model.now}-1`, markBad: false, ...more };
  return model.run(wanted, (fleet) => planRollback(fleet, wanted));
};
const on = (made: Plan | Refusal, type: Step["type"]) =>
  isRefusal(made) ? [made.says] : made.steps.flatMap((one) => (one.type === type && "host" in one ? [one.host] : []));
const away = (fleet: Fleet, ...names: readonly string[]) =>
  leaveOut(
    fleet,
    names.map(
      (host): Away => ({ host, reason_code: "host_unreachable", says: `${host} is off.`, remedy: "Start it." }),
    ),
  );

describe("blue-green over two groups of hosts", () => {
  test("deploys to the group that does not serve, and touches the other only for its record", () => {
    const wanted = { ...modelWanted, release: second, owner: "run-2-1", holdSeconds: 900 };
    const made = planDeploy(groups().facts(), wanted);
    expect(made.says).toBe(`Deploy ${second} to production, blue-green, into group green (web2, web4).`);
    const types: readonly Step["type"][] = ["upload", "unpack", "start", "await-healthy"];
    for (const type of types) expect(on(made, type)).toEqual(["web2", "web4"]);
    expect(on(made, "migrate")).toEqual(["web2"]);
    expect(on(made, "activate")).toEqual(["web1", "web2", "web3", "web4"]);
    expect(on(made, "hold")).toEqual(["web1", "web3"]);
    expect(on(made, "acquire-lock")).toEqual(["web1", "web2", "web3", "web4"]);
    expect(says(made)).toContain("Send all new requests to web2, web4 and none to web1, web3");
  });

  test("switches all requests, and back to the warm group without a start", () => {
    const model = groups();
    expect(deployOn(model, { release: second, holdSeconds: 900 })).toBe("passed");
    expect(serving(model)).toEqual(["web2", "web4"]);
    expect(running(model)).toEqual([`web1 ${first}`, `web2 ${second}`, `web3 ${first}`, `web4 ${second}`]);
    const begun = model.log.length;
    expect(back(model, { holdSeconds: 900 })).toBe("passed");
    expect(serving(model)).toEqual(["web1", "web3"]);
    expect(model.log.slice(begun).map(({ type }) => type)).not.toContain("start");
    expect(model.broken).toEqual([]);
  });

  test("keeps the warm group beyond its hold before it gets the requests, and ends that with the record", () => {
    const model = groups();
    expect(deployOn(model, { release: second, holdSeconds: 900 })).toBe("passed");
    const wanted = { ...modelWanted, release: "", owner: "run-9-1", markBad: false };
    const made = planRollback(model.facts(), wanted);
    const texts = says(made);
    const kept = texts.indexOf(
      `Keep ${first} running in slot blue on web1 beyond its hold, since it is to take requests`,
    );
    expect(kept).toBeGreaterThan(0);
    expect(texts.findIndex((text) => text.startsWith("Send all new requests"))).toBe(kept + 2);
    expect(back(model)).toBe("passed");
    expect(model.hosts.map(({ holdUntil }) => holdUntil)).toEqual([null, null, null, null]);
  });

  test("starts the group again for a rollback after its hold, and goes to and fro", () => {
    const model = groups();
    expect(deployOn(model, { release: second, holdSeconds: 0 })).toBe("passed");
    expect(running(model)).toEqual(["web1 nothing", `web2 ${second}`, "web3 nothing", `web4 ${second}`]);
    expect(back(model)).toBe("passed");
    expect(serving(model)).toEqual(["web1", "web3"]);
    expect(deployOn(model, { release: third })).toBe("passed");
    expect(serving(model)).toEqual(["web2", "web4"]);
    expect(model.hosts.map(({ active }) => active)).toEqual(
      model.hosts.map(() => ({ release: third, slot: "green", before: first })),
    );
  });

  test("goes back to the group that serves where the release fails", () => {
    const model = groups();
    model.natures.set(second, "rotten");
    expect(deployOn(model, { release: second })).toBe("rolled-back");
    expect(serving(model)).toEqual(["web1", "web3"]);
    expect(running(model)).toEqual([`web1 ${first}`, "web2 nothing", `web3 ${first}`, "web4 nothing"]);
  });

  test("knows which group serves after a run that was cut between two records", () => {
    for (const cut of ["web1", "web2"]) {
      const model = groups(2);
      expect(deployOn(model, { release: second, holdSeconds: 900 })).toBe("passed");
      const host = model.hosts.find(({ name }) => name === cut);
      if (host !== undefined) host.active = { release: first, slot: "blue", before: null };
      const made = planDeploy(model.facts(), { ...modelWanted, release: third, owner: "run-9-1" });
      expect(on(made, "activate")[0]).toBe(cut);
      expect(on(made, "start")).toEqual(["web1"]);
    }
  });

  test("leaves a host of either group out where the settings allow it, and closes its server", () => {
    const wanted = { ...modelWanted, release: second, owner: "run-2-1", hostsRequired: 2 };
    const made = planDeploy(away(groups().facts(), "web3", "web4"), wanted);
    expect(on(made, "start")).toEqual(["web2"]);
    expect(says(made)).toContain("Send all new requests to web2 and none to web1, web3, web4");
  });

  test("is refused where no host of the other group is there, and goes there where the serving one is away", () => {
    const fleet = groups().facts();
    const wanted = { ...modelWanted, release: second, owner: "run-2-1", hostsRequired: 1 };
    expect(planDeploy(away(fleet, "web2", "web4"), wanted)).toEqual({
      refused: "host_unreachable",
      says:
        "web2 cannot be observed: web2 is off; web4 cannot be observed: web4 is off. " +
        `Of group green, where ${second} is to run, no host can be reached.`,
      remedy: "Start it. Make a host of that group reachable.",
    });
    expect(on(planDeploy(away(fleet, "web1", "web3"), wanted), "start")).toEqual(["web2", "web4"]);
    expect(planRecovery(away(fleet, "web1", "web3"), { ...wanted, markBad: false })).toMatchObject({
      refused: "release_not_kept",
    });
  });

  test("is refused for a rollback to a release that the other group does not keep", () => {
    const model = groups();
    for (const release of [second, third]) expect(deployOn(model, { release })).toBe("passed");
    // The second release is on green; the first one was on blue, and green never had it.
    const wanted = { ...modelWanted, release: "", to: first, owner: "run-9-1", markBad: false };
    expect(planRollback(model.facts(), wanted)).toMatchObject({
      refused: "release_not_kept",
      says: `${first} is not kept on web2.`,
    });
  });

  test("says which servers are not as ordered", () => {
    const model = groups();
    expect(misrouted(model.facts(), "blue")).toEqual([]);
    Object.assign(model.router ?? {}, { web4: 100, web2: 100 });
    for (const name of ["web2", "web4"]) {
      const slot = model.hosts.find((one) => one.name === name)?.slots["green"];
      if (slot !== undefined) slot.process = { release: second };
    }
    expect(misrouted(model.facts(), "blue")).toEqual(["blue is ready, ready", "green is ready, ready"]);
  });
});
