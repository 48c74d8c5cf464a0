// A plan says why a step is there, where that is not what every deployment has it for.
import { describe, expect, test } from "@jest/globals";
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import type { Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { FleetModel, leaseSeconds, releaseNumber } from "./fleet-model.ts";
import { change, deployOn, quiet, says, settled } from "./fleets.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];
const away = { host: "web3", reason_code: "target_unreachable", says: "Connection timed out.", remedy: "" } as const;

const reasons = (lines: readonly string[]) => lines.filter((line) => line.includes(", since "));
const planned = (fleet: Fleet, wanted: Partial<Wanted> = {}) =>
  reasons(says(planDeploy(fleet, { ...quiet, ...wanted })));

/** One slot on each of three hosts, behind a router. */
function rolled(): FleetModel {
  const model = new FleetModel(3, ["main"], true);
  expect(deployOn(model, { release: first, ...rolling })).toBe("passed");
  return model;
}

const rolling: Partial<Wanted> = { strategy: "rolling", own: { batch: 1 } };

describe("the plan", () => {
  test("of an ordinary deployment needs no reason, nor does the one after it, nor the one that only verifies", () => {
    const model = settled(2);
    expect(planned(model.facts())).toEqual([]);
    expect(planned(rolled().facts(), rolling)).toEqual([]);
    expect(planned(settled(1, "restart").facts(), { strategy: "restart", own: {} })).toEqual([]);
    deployOn(model, { release: second, holdSeconds: 900 });
    expect(planned(model.facts(), { release: third })).toEqual([]);
    expect(planned(model.facts(), { release: second })).toEqual([]);
  });

  test("says that a host lags", () => {
    const model = settled(3);
    const wish = { ...quiet, hostsRequired: 2 };
    model.now += leaseSeconds + 1;
    expect(model.run(wish, (fleet) => planDeploy(leaveOut(fleet, [away]), wish))).toBe("passed");
    expect(planned(model.facts())).toEqual([
      `Upload ${second} to web3, since web3 is behind, with ${first} on record`,
      `Verify the digest of ${second} on web3 and unpack it, since web3 is behind, with ${first} on record`,
      `Start ${second} in slot green on web3, port 4001, since web3 is behind, with ${first} on record`,
    ]);
    // Another release takes the slot where it still runs.
    expect(planned(model.facts(), { release: third })).toEqual([
      `Stop ${first} in slot blue on web3 gracefully, since slot blue is needed for ${third}`,
    ]);
  });

  test("says that the verified release runs there no more", () => {
    const model = settled(2);
    model.outside(() => {
      for (const host of model.hosts.slice(1)) for (const slot of Object.values(host.slots)) slot.process = null;
    });
    expect(planned(model.facts(), { release: first })).toContain(
      `Start ${first} in slot blue on web2, port 4000, since it does not run there any more`,
    );
  });

  test("says why a stray third release is stopped", () => {
    const model = settled(1);
    deployOn(model, { release: second, holdSeconds: 900 });
    const fleet = model.facts();
    const blue = { port: 4_000, link: third, running: { pid: 7, release: third } };
    const stray = change(fleet, { slots: { ...fleet.hosts[0]?.slots, blue }, releases: [first, second, third] });
    expect(planned(stray, { release: second, holdSeconds: 900 })).toEqual([
      `Stop ${third} in slot blue on web1 gracefully, since it was never verified`,
    ]);
    expect(planned(stray, { release: releaseNumber(4) })).toEqual([
      `Stop ${third} in slot blue on web1 gracefully, since it was never verified, ` +
        `and slot blue is needed for ${releaseNumber(4)}`,
    ]);
  });

  test("says why traffic is moved although the release has it", () => {
    const fleet = settled(1).facts();
    const both = { ...fleet, router: { ...fleet.router, green: { state: "down" as const, weight: 100, sessions: 0 } } };
    expect(planned(both, { release: first })).toEqual([
      `Send all new requests to blue and none to green, since ${first} is to have them all`,
    ]);
    const without = leaveOut(rolled().facts(), [away]);
    expect(planned(without, { ...rolling, hostsRequired: 2 })[0]).toBe(
      "Send no new requests to web3, since a host that is away would come back with an old release",
    );
  });

  test("says why the guard of an earlier run is ended", () => {
    const model = settled(1);
    expect(deployOn(model, { release: second }, 12)).toBe("crashed");
    const guarded = change(model.facts(), { routes: true, guarded: true });
    const back = planRecovery(guarded, { ...quiet, owner: model.hosts[0]?.lease?.owner ?? "", markBad: false });
    expect(reasons(says(back))).toEqual([
      "End the guard of an earlier shift on web1, since this run decides where traffic goes",
    ]);
  });
});
