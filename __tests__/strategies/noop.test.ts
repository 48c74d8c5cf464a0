import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { loadChecks } from "../../src/checks/registry.ts";
import { renderRollbackProcedures } from "../../src/render/documents/rollback-procedures.ts";
import { readFile } from "../../src/settings/file.ts";
import { settingsJsonSchema } from "../../src/settings/schema.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { expectedRollbacks } from "../../src/strategies/expected-rollback.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { Bent, first, second } from "../support/bent.ts";
import { settingsFrom } from "../support/settings.ts";
import { FleetModel, modelWanted, releaseNumber } from "./fleet-model.ts";
import { testStrategies } from "./registry.ts";

const wanted = { ...modelWanted, strategy: "noop", own: { why: "a freeze" }, release: releaseNumber(2) };

const file = (strategy: string, hosts = "{name: web1, address: local}") => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [${hosts}]
    path: /opt/shop
    slots: {main: {port: 4000}}
    strategy: ${strategy}
`;

/** Every fault of a settings file, with its place. */
async function faults(text: string): Promise<readonly string[]> {
  const read = await readFile(text, "settings.yml", { checks: loadChecks, strategies: testStrategies });
  return read.ok ? [] : read.faults.map(({ place, says, remedy }) => `${place} ${says} ${remedy}`);
}

/** A fleet on which blue-green deployed two releases. */
function deployed(): FleetModel {
  const model = new FleetModel(1, ["blue", "green"], true);
  for (const release of [releaseNumber(1), releaseNumber(2)]) {
    const before = { ...modelWanted, release };
    expect(model.run(before, (fleet) => planDeploy(fleet, before))).toBe("passed");
  }
  return model;
}

describe("a strategy that only tests have", () => {
  test("is read from the settings with its own keys beside the common ones", async () => {
    const { environments } = await settingsFrom(file("{type: noop, why: a freeze, keep: 3}"));
    expect(environments["production"]?.strategy).toEqual({
      ...{ type: "noop", holdSeconds: 900, drainMs: 30_000, keep: 3 },
      own: { why: "a freeze" },
    });
    const other = await settingsFrom(file("{type: noop}"));
    expect(other.environments["production"]?.strategy.own).toEqual({ why: "nobody asked" });
  });

  test.each([
    ["{type: noop, why: 5}", "`environments.production.strategy.why` is `5`; it is not accepted"],
    ["{type: noop, who: me}", "`who` is not a setting of `environments.production.strategy`."],
    ["{type: restart, why: a freeze}", "`why` is not a setting of `environments.production.strategy`."],
    ["{type: noob}", "`environments.production.strategy.type` is `noob`. Did you mean `noop`?"],
    ["{type: kubernetes}", "which is not available yet. Use `blue-green` or `canary` or `rolling` or `restart`"],
  ])("has its faults named like all others: %s", async (strategy, says) => {
    expect(await faults(file(strategy))).toEqual([expect.stringContaining(says)]);
  });

  test("is offered by the JSON Schema for editors, and no strategy has the keys of another", async () => {
    const valid = new Ajv({ strict: false }).compile(settingsJsonSchema(await loadChecks(), testStrategies));
    const settings = ["{type: noop, why: a freeze}", "{hold: 5m}", "{type: restart, why: a freeze}", "{type: noob}"];
    expect(settings.map((strategy) => valid(parse(file(strategy))))).toEqual([true, true, false, false]);
  });

  test("is unknown to the suite itself", () => {
    expect(planDeploy(deployed().facts(), wanted)).toMatchObject({ refused: "invalid_settings" });
  });

  test("is planned between locks, with its own settings and warnings", () => {
    const facts = deployed().facts();
    expect(planDeploy(facts, wanted, testStrategies)).toMatchObject({
      says: "Leave production as it is: a freeze.",
      warnings: ["Nothing is deployed."],
      steps: [{ type: "acquire-lock" }, { type: "release-lock" }],
    });
    expect(planRecovery(facts, { ...wanted, markBad: false }, testStrategies)).toMatchObject({
      steps: [{ type: "acquire-lock" }, { type: "release-lock" }],
    });
    expect(planRollback(facts, { ...wanted, markBad: true }, testStrategies)).toMatchObject({
      says: expect.stringMatching(/^Roll production back from 1\.2\.0-\d+ to 1\.1\.0-\d+/),
      steps: [{ type: "acquire-lock" }, { type: "mark-bad" }, { type: "release-lock" }],
    });
  });

  test("is refused where it does not suit the hosts", () => {
    expect(planDeploy(new FleetModel(2, ["main"], false).facts(), wanted, testStrategies)).toMatchObject({
      refused: "invalid_settings",
      says: "noop needs one host.",
    });
  });

  test("has its rollback on the page of the rollback procedures", () => {
    const layout = { hosts: ["web1"], slots: { main: { port: 4000 } }, routed: false };
    const releases = { now: "1.2.0", before: "1.1.0" };
    const plans = expectedRollbacks({ layout, releases, wanted: { ...wanted, markBad: true } }, testStrategies);
    const page = renderRollbackProcedures({
      ...{ app: "shop", version: "1.2.0", sha: "0".repeat(40) },
      criteria: {
        errorRate: 0.05,
        watchMs: 0,
        probesPerSecond: 1,
        latencyIncrease: 0.5,
        latencyMaxMs: null,
        inconclusive: "hold",
      },
      environments: [
        {
          ...{ name: "production", url: "https://example.com", migrate: null, backup: null },
          ...{ assumed: null, lastKnown: null, byHand: { facts: [], parts: [] } },
          plans: plans.map(({ when, made }) => {
            if ("refused" in made) throw new Error(made.says);
            return { when: `${when}:`, plan: made };
          }),
        },
      ],
    });
    expect(page).toContain("always: Roll production back from 1.2.0 to 1.1.0");
    expect(page).toContain("2. Mark 1.2.0 as bad on web1");
  });

  test.each(["deploy", "rollback"] as const)("is shown and performed by a stage: %s", async (kind) => {
    const bent = new Bent().deployed(first).deployed(second);
    const { conclusion, evidence, host } = await bent.change(kind, {
      strategy: "strategy: {type: noop, why: a freeze}",
    });
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(evidence.plan).toHaveLength(kind === "deploy" ? 2 : 3);
    expect(bent.sent.filter((type) => !type.endsWith("-lock"))).toEqual(kind === "deploy" ? [] : ["mark-bad"]);
    expect(host).toMatchObject({ active: { release: second }, lease: null });
  });
});
