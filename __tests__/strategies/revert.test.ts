// A rollback that takes the schema back too: planned last, once, and only when nothing of the release that is left
// runs.
import { describe, expect, test } from "@jest/globals";
import { type Fleet, recordedPlaces } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal } from "../../src/domain/fleet/plan.ts";
import type { SchemaReturn } from "../../src/domain/fleet/schema.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import { revertAlone } from "../../src/strategies/revert.ts";
import { planRollback, type RollbackWanted } from "../../src/strategies/rollback.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";

const [first, second] = [releaseNumber(1), releaseNumber(2)];
const schema: SchemaReturn = {
  ...{ host: "web1", from: second, to: first, losses: [] },
  ...{ going: ["Shop.Repo/20260301", "Shop.Repo/20260201"], staying: ["Shop.Repo/20260101"] },
};
const back: RollbackWanted = { ...modelWanted, owner: "run-9-1", watchMs: 0, markBad: true, holdSeconds: 900, schema };
const wish = { ...back, release: "" };

function deployed(hosts = 1): FleetModel {
  const model = new FleetModel(hosts, ["blue", "green"], true);
  for (const release of [first, second]) {
    const wanted = { ...modelWanted, release, holdSeconds: 9_000 };
    model.run(wanted, (fleet) => planDeploy(fleet, wanted));
    model.now += leaseSeconds + 1;
  }
  return model;
}

function says(made: Plan | Refusal): readonly string[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.map((step) => step.says);
}

describe("the schema is rolled back", () => {
  test("last of all, when traffic has moved and the release that needs it is stopped, though it would be held", () => {
    expect(says(planRollback(deployed().facts(), { ...back, markBad: false })).slice(-4)).toEqual([
      "Wait up to 30 s for the in-flight requests of green",
      "Stop 1.2.0-00000002 in slot green on web1 gracefully",
      "Roll the schema back on web1 with the code of 1.2.0-00000002, by 20260301, 20260201; 20260101 stays",
      "Release the lock on web1",
    ]);
  });

  test("from one host, whatever their number", () => {
    const made = planRollback(deployed(3).facts(), back);
    expect(says(made).filter((one) => one.startsWith("Roll the schema"))).toHaveLength(1);
  });

  test("not at all where nothing of it is the release's, which is said", () => {
    const made = planRollback(deployed().facts(), { ...back, schema: { ...schema, going: [] } });
    expect(says(made).join()).not.toContain("Roll the schema");
    expect(made).toMatchObject({
      warnings: [`The schema has nothing of ${second} that would have to be rolled back: it stays as it is.`],
    });
  });

  test("with a warning for each loss that was allowed", () => {
    const losses = ["20260201, line 3: drops table items, which has rows"];
    expect(planRollback(deployed().facts(), { ...back, schema: { ...schema, losses } })).toMatchObject({
      warnings: [
        "Lost with the schema, as `allow-data-loss` allows: 20260201, line 3: drops table items, which has rows.",
      ],
    });
  });

  test("by itself where traffic is back already, because an earlier rollback kept it or was cut", () => {
    const model = deployed();
    const kept = { ...wish, schema: null };
    expect(model.run(kept, (fleet) => planRollback(fleet, kept))).toBe("passed");
    const alone = planRollback(model.facts(), { ...back, to: first });
    expect(alone).toMatchObject({
      says: "Roll the schema of production back: 1.1.0-00000001 serves already, and 1.2.0-00000002 was left.",
    });
    expect(says(alone)).toEqual([
      "Take the lock on web1",
      "Roll the schema back on web1 with the code of 1.2.0-00000002, by 20260301, 20260201; 20260101 stays",
      "Release the lock on web1",
    ]);
  });

  test("never while the release runs or may take requests, wherever the rollback is cut and run again", () => {
    for (let changes = 1, ended = "crashed"; ended === "crashed"; changes += 1) {
      const model = deployed(2);
      ended = model.run(wish, (fleet) => planRollback(fleet, wish), { crashAfter: changes });
      model.now += leaseSeconds + 1;
      const again = {
        ...wish,
        to: recordedPlaces(model.facts().hosts).every(({ release }) => release === first) ? first : null,
      };
      model.run(again, (fleet) => planRollback(fleet, again));
      expect({ changes, broken: model.broken }).toEqual({ changes, broken: [] });
      expect(model.migrations.has(second)).toBe(false);
    }
  });
});

describe("no plan is made for the schema", () => {
  const refused = (fleet: Fleet, more: Partial<RollbackWanted> = {}) => planRollback(fleet, { ...back, ...more });

  test("of another release than the one that is left now", () => {
    expect(refused(deployed().facts(), { schema: { ...schema, from: releaseNumber(7) } })).toMatchObject({
      refused: "migration_out_of_order",
      says: expect.stringContaining("and it would be from 1.2.0-00000002 to 1.1.0-00000001 now."),
    });
  });

  test("while a host still has the release on record", () => {
    const model = deployed(2);
    const served = model.facts().hosts.map(({ active }) => active);
    const kept = { ...wish, schema: null };
    expect(model.run(kept, (fleet) => planRollback(fleet, kept))).toBe("passed");
    const { hosts, ...others } = model.facts();
    // As after a rollback that left web2 out.
    const fleet = {
      ...others,
      hosts: hosts.map((one, at) => ({ ...one, active: served[at === 0 ? -1 : at] ?? one.active })),
    };
    const choice = { refused: "already_active", says: "It serves.", remedy: "" } as const;
    expect(revertAlone({ completing: [], fleet, choice }, back)).toMatchObject({
      refused: "schema_in_use",
      says: `web2 still has ${second} on record as what serves, and needs the schema.`,
    });
  });

  test("while a host that is away may run the release", () => {
    const away = [{ host: "web2", reason_code: "host_unreachable" as const, says: "No route.", remedy: "Look." }];
    expect(refused(leaveOut(deployed(2).facts(), away), { hostsRequired: 1 })).toEqual({
      refused: "host_unreachable",
      says: "web2 cannot be observed, and may run 1.2.0-00000002, which needs the schema: No route.",
      remedy: "Look. Or go back with `migrations: keep`.",
    });
  });
});
