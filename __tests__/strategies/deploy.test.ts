import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { FleetModel, leaseSeconds, releaseNumber } from "./fleet-model.ts";
import { change, deployOn, quiet, says, settled } from "./fleets.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];

describe("a blue-green deployment", () => {
  test("reads like the runbook, step by step, on one host", () => {
    const made = planDeploy(settled(1).facts(), quiet);
    expect(made.says).toBe("Deploy 1.2.0-00000002 to production, blue-green, into slot green.");
    expect(says(made)).toEqual([
      "Take the lock on web1",
      "Upload 1.2.0-00000002 to web1",
      "Verify the digest of 1.2.0-00000002 on web1 and unpack it",
      "Run the migrations of 1.2.0-00000002 on web1",
      "Start 1.2.0-00000002 in slot green on web1, port 4001",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot green on web1",
      "Run the smoke tests against 1.2.0-00000002 in slot green on web1, before it takes traffic",
      "Send all new requests to green and none to blue",
      "Run the smoke tests against 1.2.0-00000002 through its public URL",
      "Watch 1.2.0-00000002 for errors for 60 s",
      "Confirm the switch of traffic on web1; until then, web1 sends it back by itself after 60 s without a sign of " +
        "life of this run",
      "Record 1.2.0-00000002 in slot green on web1 as the verified release",
      "Wait up to 30 s for the in-flight requests of blue",
      "Stop 1.1.0-00000001 in slot blue on web1 gracefully",
      "Release the lock on web1",
    ]);
  });

  test("shifts all hosts in one step, migrates on the first one, and keeps the old slot warm when asked", () => {
    const made = planDeploy(settled(2).facts(), { ...quiet, holdSeconds: 900, smoke: false, watchMs: 0 });
    expect(says(made).slice(2, -2)).toEqual([
      "Upload 1.2.0-00000002 to web1",
      "Upload 1.2.0-00000002 to web2",
      "Verify the digest of 1.2.0-00000002 on web1 and unpack it",
      "Verify the digest of 1.2.0-00000002 on web2 and unpack it",
      "Run the migrations of 1.2.0-00000002 on web1",
      "Start 1.2.0-00000002 in slot green on web1, port 4001",
      "Start 1.2.0-00000002 in slot green on web2, port 4001",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot green on web1",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot green on web2",
      "Send all new requests to web1-green, web2-green and none to web1-blue, web2-blue",
      "Confirm the switch of traffic on web1; until then, web1 sends it back by itself after 60 s without a sign of " +
        "life of this run",
      "Confirm the switch of traffic on web2; until then, web2 sends it back by itself after 60 s without a sign of " +
        "life of this run",
      "Record 1.2.0-00000002 in slot green on web1 as the verified release",
      "Record 1.2.0-00000002 in slot green on web2 as the verified release",
      "Keep 1.1.0-00000001 running in slot blue on web1 for 900 s, so that a rollback only has to shift traffic",
      "Keep 1.1.0-00000001 running in slot blue on web2 for 900 s, so that a rollback only has to shift traffic",
    ]);
  });

  test("takes the locks in the order of the hosts' names, and leaves out those that are ours", () => {
    const fleet = settled(3).facts();
    const turned = { ...fleet, hosts: [...fleet.hosts].reverse() };
    const ours = change(
      turned,
      { lease: { owner: quiet.owner, expires: (fleet.hosts[0]?.now ?? 0) + 10, since: 0 } },
      1,
    );
    expect(says(planDeploy(turned, quiet)).filter((one) => one.startsWith("Take"))).toEqual([
      "Take the lock on web1",
      "Take the lock on web2",
      "Take the lock on web3",
    ]);
    expect(says(planDeploy(ours, quiet)).filter((one) => one.startsWith("Take"))).toEqual([
      "Take the lock on web1",
      "Take the lock on web3",
    ]);
  });

  test("only looks when the release is active, healthy and routed", () => {
    const made = planDeploy(settled(1).facts(), { ...quiet, release: first });
    expect(made.says).toBe(
      "1.1.0-00000001 is already the verified release of production: verify it again in slot blue.",
    );
    expect(says(made)).toEqual([
      "Take the lock on web1",
      "Run the migrations of 1.1.0-00000001 on web1",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1",
      "Run the smoke tests against 1.1.0-00000001 through its public URL",
      "Watch 1.1.0-00000001 for errors for 60 s",
      "Release the lock on web1",
    ]);
  });

  test("takes the warm slot although its hold is not over", () => {
    const model = settled(1);
    deployOn(model, { release: second, holdSeconds: 9_000 });
    expect(says(planDeploy(model.facts(), { ...quiet, release: third })).slice(1, 4)).toEqual([
      "Wait up to 30 s for the in-flight requests of blue",
      "Stop 1.1.0-00000001 in slot blue on web1 gracefully",
      "Upload 1.3.0-00000003 to web1",
    ]);
  });

  test("stops the warm slot once its hold is over, also when nothing else changes", () => {
    const model = settled(1);
    deployOn(model, { release: second, holdSeconds: 900 });
    expect(says(planDeploy(model.facts(), quiet)).join()).not.toContain("Stop");
    model.now += 901;
    expect(says(planDeploy(model.facts(), quiet)).at(-2)).toBe(
      "Stop 1.1.0-00000001 in slot blue on web1 gracefully, since its hold is over",
    );
  });

  test("goes on with the rest after a run that died between shift and record", () => {
    const model = settled(1);
    // Lock 1, upload 1, unpack 2, migrate 2, start 4, shift 2.
    expect(deployOn(model, { release: second }, 12)).toBe("crashed");
    expect(says(planDeploy(model.facts(), { ...quiet, owner: model.hosts[0]?.lease?.owner ?? "" }))).toEqual([
      "Run the migrations of 1.2.0-00000002 on web1",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot green on web1",
      "Run the smoke tests against 1.2.0-00000002 through its public URL",
      "Watch 1.2.0-00000002 for errors for 60 s",
      "End the guard of an earlier shift on web1, since this run decides where traffic goes",
      "Record 1.2.0-00000002 in slot green on web1 as the verified release",
      "Wait up to 30 s for the in-flight requests of blue",
      "Stop 1.1.0-00000001 in slot blue on web1 gracefully",
      "Release the lock on web1",
    ]);
  });

  test("sends traffic back to the verified release before it takes the slot of an unverified one", () => {
    const model = settled(1);
    expect(deployOn(model, { release: second }, 12)).toBe("crashed");
    model.now += leaseSeconds + 1;
    expect(says(planDeploy(model.facts(), { ...quiet, release: third })).slice(1, 6)).toEqual([
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1, " +
        "since the requests of slot green return to it",
      "Send all new requests to blue and none to green, since 1.2.0-00000002 in slot green was never verified",
      "Wait up to 30 s for the in-flight requests of green",
      "Stop 1.2.0-00000002 in slot green on web1 gracefully, since it was never verified, " +
        "and slot green is needed for 1.3.0-00000003",
      "Upload 1.3.0-00000003 to web1",
    ]);
  });

  test("lets an unverified release serve on where the verified one runs no more, and takes the dead slot", () => {
    const model = settled(1);
    expect(deployOn(model, { release: second }, 12)).toBe("crashed");
    model.now += leaseSeconds + 1;
    model.outside(() => {
      for (const host of model.hosts) if (host.slots["blue"] !== undefined) host.slots["blue"].process = null;
    });
    const made = planDeploy(model.facts(), { ...quiet, release: third });
    expect(made.says).toBe("Deploy 1.3.0-00000003 to production, blue-green, into slot blue.");
    expect(says(made).filter((one) => /^(Send|Stop|Start)/.test(one))).toEqual([
      "Start 1.3.0-00000003 in slot blue on web1, port 4000",
      "Send all new requests to blue and none to green",
      "Stop 1.2.0-00000002 in slot green on web1 gracefully, since it was never verified",
    ]);
  });

  test("closes an idle server that nobody closed before it starts anything there", () => {
    const fleet = settled(1).facts();
    const open = { ...fleet, router: { ...fleet.router, green: { state: "down" as const, weight: 100, sessions: 0 } } };
    expect(says(planDeploy(open, quiet))[1]).toBe(
      "Send all new requests to blue and none to green, since nobody drained slot green, and requests would reach " +
        "1.2.0-00000002 before it is verified",
    );
  });

  test("ends a half-started slot of another release at once", () => {
    const model = settled(1);
    // Lock 1, upload 1, unpack 2, migrate 2, start up to the script that is no VM yet.
    expect(deployOn(model, { release: second }, 9)).toBe("crashed");
    model.now += leaseSeconds + 1;
    expect(says(planDeploy(model.facts(), { ...quiet, release: third }))[1]).toBe(
      "Stop the process in slot green on web1 immediately, since an earlier run only began to start it, " +
        "and slot green is needed for 1.3.0-00000003",
    );
  });

  test("gives hosts that a crash left behind the record of the others before it goes on", () => {
    const model = settled(2);
    // Both locks 2, upload and unpack 6, migrate 2, starts 8, shift 4, confirmed 2, the first record 3.
    expect(deployOn(model, { release: second }, 27)).toBe("crashed");
    expect(model.hosts.map(({ active }) => active?.release)).toEqual([second, first]);
    model.now += leaseSeconds + 1;
    expect(says(planDeploy(model.facts(), { ...quiet, release: third }))[2]).toBe(
      "Record 1.2.0-00000002 in slot green on web2 as the verified release, since an earlier run ended before it " +
        "recorded this",
    );
  });

  test("brings a new host to the slot and release of the others", () => {
    const grown = new FleetModel(2, ["blue", "green"], true);
    const one = settled(1);
    const [old, added] = grown.hosts;
    if (old === undefined || added === undefined) throw new Error("no hosts");
    Object.assign(old, one.hosts[0]);
    for (const [name, open] of Object.entries(one.router ?? {}))
      if (grown.router !== null) grown.router[`web1-${name}`] = open;
    expect(
      says(planDeploy(grown.facts(), { ...quiet, release: first, smoke: false, watchMs: 0 })).slice(2, -2),
    ).toEqual([
      "Upload 1.1.0-00000001 to web2, since web2 has no verified release yet",
      "Verify the digest of 1.1.0-00000001 on web2 and unpack it, since web2 has no verified release yet",
      "Run the migrations of 1.1.0-00000001 on web1",
      "Start 1.1.0-00000001 in slot blue on web2, port 4000, since web2 has no verified release yet",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web2",
      "Send all new requests to web1-blue, web2-blue and none to web1-green, web2-green",
      "Record 1.1.0-00000001 in slot blue on web2 as the verified release",
    ]);
  });

  test("removes the oldest releases, but neither the previous one nor what a slot links to", () => {
    const model = settled(1);
    deployOn(model, { release: second });
    deployOn(model, { release: third });
    const made = planDeploy(model.facts(), { ...quiet, release: releaseNumber(4), keep: 1 });
    if (isRefusal(made)) throw new Error(made.says);
    expect(made.steps.find(({ type }) => type === "prune")).toMatchObject({
      keep: [third, releaseNumber(4)],
      remove: [first, second],
      says: "Remove 1.1.0-00000001, 1.2.0-00000002 from web1",
    });
  });
});

describe("a restart in place", () => {
  const restart: Wanted = { ...quiet, strategy: "restart" };

  test("goes from host to host, and says its gap", () => {
    const made = planDeploy(settled(2, "restart").facts(), { ...restart, migrate: false });
    expect(made).toMatchObject({
      says: "Deploy 1.2.0-00000002 to production, by a restart in place.",
      warnings: [
        "Requests fail from the stop until the new release answers, usually for 1.4 s or more. " +
          "A second slot behind a router avoids this: `strategy: {type: blue-green}`.",
      ],
    });
    expect(says(made).slice(6, -2)).toEqual([
      "Stop 1.1.0-00000001 in slot main on web1 gracefully",
      "Start 1.2.0-00000002 in slot main on web1, port 4000",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot main on web1",
      "Stop 1.1.0-00000001 in slot main on web2 gracefully",
      "Start 1.2.0-00000002 in slot main on web2, port 4000",
      "Wait up to 60 s until 1.2.0-00000002 is healthy in slot main on web2",
      "Run the smoke tests against 1.2.0-00000002 through its public URL",
      "Watch 1.2.0-00000002 for errors for 60 s",
      "Record 1.2.0-00000002 in slot main on web1 as the verified release",
      "Record 1.2.0-00000002 in slot main on web2 as the verified release",
    ]);
  });

  test("has no gap to warn of when nothing runs yet", () => {
    expect(planDeploy(new FleetModel(1, ["main"], false).facts(), restart)).toMatchObject({ warnings: [] });
  });
});
