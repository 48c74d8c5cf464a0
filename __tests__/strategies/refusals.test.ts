import { describe, expect, test } from "@jest/globals";
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { FleetModel, releaseNumber } from "./fleet-model.ts";
import { change, deployOn, quiet, settled } from "./fleets.ts";

const second = quiet.release;

describe("a deployment is refused", () => {
  const fleet = settled(2).facts();
  const now = fleet.hosts[0]?.now ?? 0;
  const { "web2-green": _gone, ...router } = fleet.router ?? {};

  test.each<{ why: string; seen: Fleet; wish?: Partial<Wanted>; refused: string; says: string }>([
    {
      why: "somebody else holds a lock",
      seen: change(fleet, { lease: { owner: "run-7-2", expires: now + 95, since: now - 5 } }, 1),
      refused: "lock_held",
      says: "web2 is locked by run-7-2 for another 95 s.",
    },
    {
      why: "an earlier step still works",
      seen: change(fleet, { stepRunning: true, lease: { owner: "run-7-2", expires: now - 1, since: 0 } }),
      refused: "step_running",
      says: "A step of run-7-2 is still running on web1.",
    },
    {
      why: "a step of nobody known still works",
      seen: change(fleet, { stepRunning: true }),
      refused: "step_running",
      says: "A step of an earlier run is still running on web1.",
    },
    {
      why: "a step of the run that lost its lock to this one still works",
      seen: change(fleet, { stepRunning: true, lease: { owner: "run-8-1", expires: now + 95, since: 0 } }),
      wish: { owner: "run-8-1" },
      refused: "step_running",
      says: "A step of an earlier run is still running on web1.",
    },
    {
      why: "the release was rolled back for a fault",
      seen: change(fleet, { bad: [second] }, 1),
      refused: "release_marked_bad",
      says: "1.2.0-00000002 was rolled back on web2 for a fault and is marked bad.",
    },
    {
      why: "there is no router",
      seen: { ...fleet, router: null },
      refused: "invalid_settings",
      says: "Strategy `blue-green` needs a router.",
    },
    {
      why: "there is one slot for blue-green",
      seen: new FleetModel(1, ["main"], true).facts(),
      refused: "invalid_settings",
      says: "Strategy `blue-green` needs two slots; this environment has 1.",
    },
    {
      why: "there are two slots for a restart",
      seen: fleet,
      wish: { strategy: "restart" },
      refused: "invalid_settings",
      says: "Strategy `restart` needs exactly one slot; this environment has 2.",
    },
    {
      why: "there is one slot and no router for blue-green",
      seen: new FleetModel(1, ["main"], false).facts(),
      refused: "invalid_settings",
      says: "Strategy `blue-green` needs two slots; this environment has 1. Strategy `blue-green` needs a router.",
    },
    {
      why: "the strategy is none that is registered",
      seen: fleet,
      wish: { strategy: "constructor" },
      refused: "invalid_settings",
      says: "There is no strategy `constructor`.",
    },
    {
      why: "there is no host",
      seen: { ...fleet, hosts: [] },
      refused: "invalid_settings",
      says: "The environment names no host.",
    },
    {
      why: "the router lacks a server",
      seen: { ...fleet, router },
      refused: "router_failed",
      says: "The router has no server web2-green.",
    },
    {
      why: "the router lacks the server of the only slot",
      seen: { ...new FleetModel(1, ["main"], true).facts(), router: {} },
      wish: { strategy: "restart" },
      refused: "router_failed",
      says: "The router has no server main.",
    },
  ])("when $why", ({ seen, wish, refused, says: sentence }) => {
    const made = planDeploy(seen, { ...quiet, ...wish });
    expect(made).toMatchObject({ refused, says: sentence });
    expect(isRefusal(made) ? made.remedy : "").toMatch(/\.$/);
  });

  test("but not for a lock that ran out or is ours", () => {
    const ranOut = change(fleet, { lease: { owner: "run-7-2", expires: now, since: 0 } });
    const ours = change(fleet, { lease: { owner: quiet.owner, expires: now + 95, since: 0 } });
    expect([ranOut, ours].map((seen) => isRefusal(planDeploy(seen, quiet)))).toEqual([false, false]);
  });
});

describe("what a host says of its ports and files", () => {
  const facts = settled(1).facts();
  const [host] = facts.hosts;
  const [name = "", slot] = Object.entries(host?.slots ?? {})[0] ?? [];

  test("a port that somebody else answers on stops a deployment before anything changes, and names who", () => {
    if (host === undefined || slot === undefined) throw new Error("the model has no slot");
    const hosts = [{ ...host, slots: { ...host.slots, [name]: { ...slot, stranger: "process 77 (beam.smp)" } } }];
    expect(planDeploy({ ...facts, hosts }, quiet)).toMatchObject({
      refused: "port_taken",
      says:
        `Port 4000 of slot ${name} on web1 is answered by process 77 (beam.smp), ` +
        "which was not started for this slot.",
    });
  });

  test("variables that were changed since a start are warned of where the plan keeps what has the old ones", () => {
    const model = settled(1);
    deployOn(model, { holdSeconds: 600 });
    const seen = model.facts();
    const stale = change(seen, {
      slots: Object.fromEntries(
        Object.entries(seen.hosts[0]?.slots ?? {}).map(([at, one]) => [at, { ...one, stale: "/opt/app/shared/env" }]),
      ),
    });
    const warning = (release: string, at: string) =>
      `/opt/app/shared/env on web1 was changed since ${release} was started in slot ${at}, which has the variables ` +
      `from before until it is started again: \`systemctl restart <unit>@${at}\` does that.`;
    const warned = (made: Plan | Refusal) => (isRefusal(made) ? made.says : made.warnings);
    expect(warned(planDeploy(stale, quiet))).toContain(warning(second, "green"));
    expect(warned(planRollback(stale, { ...quiet, markBad: true }))).toEqual([warning(releaseNumber(1), "blue")]);
    expect(warned(planDeploy(stale, { ...quiet, release: releaseNumber(3) }))).toEqual([]);
    expect(warned(planDeploy(seen, quiet))).toEqual([]);
  });

  test("a slot that the settings name no more stops any change, and says what keeps it and what ends it", () => {
    const left = [{ slot: "main", release: releaseNumber(1), port: 4000 }];
    const seen = change(facts, { left });
    const refused = {
      refused: "settings_mismatch",
      says: expect.stringContaining(
        "web1: Slot main runs 1.1.0-00000001, and `slots` does not name that slot any more",
      ),
      remedy: expect.stringMatching(/`main: \{port: 4000\}`.*`systemctl disable --now <unit>@main`/),
    };
    expect(planDeploy(seen, quiet)).toMatchObject(refused);
    expect(planRollback(seen, { ...quiet, markBad: true })).toMatchObject(refused);
    // A port is not always known, nor is what has it.
    const unknown = change(facts, { left: [{ slot: "main", release: null, port: null }] });
    expect(planDeploy(unknown, quiet)).toMatchObject({ says: expect.stringContaining("Slot main runs a process,") });
  });

  test("a line of the servers' variables that cannot be read does so too", () => {
    if (host === undefined) throw new Error("the model has no host");
    const hosts = [{ ...host, environmentFaults: ["/opt/app/shared/env:3: there is a NUL byte"] }];
    expect(planDeploy({ ...facts, hosts }, quiet)).toMatchObject({
      refused: "environment_file_invalid",
      says: expect.stringContaining("shared/env:3: there is a NUL byte"),
    });
  });
});
