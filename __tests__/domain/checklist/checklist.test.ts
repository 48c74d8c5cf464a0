import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { checklists, tickedChecklists } from "../../../src/domain/checklist/checklist.ts";
import type { ChecklistFacts } from "../../../src/domain/checklist/item.ts";
import { deploymentOf, type Stages } from "../../../src/domain/evidence/deployment.ts";
import type { WatchedMetric } from "../../../src/domain/watch/record.ts";
import { evidence, one, promote, smoke, staging, takenBack, validate, watched } from "../../render/story.ts";

const met = { met: true, restsOn: "Seen.", remedy: "" };

function facts(known: Partial<Stages> = {}, more: Partial<ChecklistFacts> = {}): ChecklistFacts {
  const stages = { validate, staging, smoke, promote, rollback: null, ...known };
  const deployment = deploymentOf({ ...stages, environment: "production", promoteLost: false, gaps: false });
  return { ...stages, deployment, notified: met, documented: met, notes: "- A basket", ...more };
}

/** The items of the document's checklists. */
const phase6 = [
  "`mix compile --warnings-as-errors` passes",
  "`mix format --check-formatted` passes",
  "`mix test` passes (all tests)",
  "`mix test --cover` ≥ 80%",
  "`mix credo --strict` passes",
  "`mix sobelow` passes",
  "`mix hex.audit` passes",
  "`MIX_ENV=prod mix release` builds successfully",
  "Migrations tested (`mix ecto.migrate`)",
  "Rollback tested (`mix ecto.rollback`)",
  "Backup verified",
  "CHANGELOG updated",
  "Version bumped in mix.exs",
  "Release notes prepared",
  "Rollback plan documented",
  "Release deployed to staging",
  "Migrations run successfully",
  "Health endpoint responds",
  "Smoke tests pass",
  "Release deployed to production",
  "Migrations run successfully",
  "Health endpoint responds",
  "Smoke tests pass",
  "Error rates normal",
  "Monitoring dashboards checked",
  "Error rates normal",
  "Performance within SLA",
  "Oban jobs processing",
  "Stakeholders notified",
  "Release documented",
];

/** The state of each item, by its id. */
function states(of: ChecklistFacts): Readonly<Record<string, string>> {
  return Object.fromEntries(tickedChecklists(of).flatMap(({ items }) => items.map(({ id, state }) => [id, state])));
}

const withResults = (...results: Parameters<typeof one>[]) => ({
  ...promote,
  results: [...results.map((it) => one(...it)), ...promote.results],
});

describe("the checklists of Phase 6", () => {
  test("are six, whose items have names of their own, and say what ticks them", () => {
    const items = checklists.flatMap((list) => list.items);
    expect(checklists.map(({ title }) => title)).toEqual([
      "Pre-Deployment Validation",
      "Database",
      "Documentation",
      "Staging Deployment",
      "Production Deployment",
      "Post-Deployment",
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.filter(({ by }) => by === "")).toEqual([]);
  });

  test("have each item of the document, in its order, and two that the document asks for in its text", () => {
    const texts = checklists.flatMap(({ items }) => items.map(({ text }) => text));
    expect(texts).toEqual([...phase6, "User feedback monitored", "Runbooks updated where needed"]);
  });

  test("ask for checks that there are", () => {
    const named = checklists
      .flatMap(({ items }) => items)
      .flatMap(({ by }) => /the check `([\w-]+)`/.exec(by)?.[1] ?? []);
    const registry = readFileSync(join(import.meta.dirname, "../../../src/checks/registry.ts"), "utf8");
    expect(named.filter((name) => !registry.includes(`./${name}.ts`))).toEqual([]);
  });
});

describe("a box is ticked by evidence alone", () => {
  test("by a check that passed, and not by one that is off or was not run", () => {
    expect(states(facts())).toMatchObject({ test: "ticked", sobelow: "not-ticked", "migrations-tested": "not-ticked" });
    const [list] = tickedChecklists(facts());
    expect(list?.items.at(-1)).toEqual({
      id: "release",
      text: "`MIX_ENV=prod mix release` builds successfully",
      state: "ticked",
      why: "release is as it should be.",
    });
  });

  test("by a check that shows what the item asks for: 80 % of coverage, and migrations that were rolled back", () => {
    const of = (...results: Parameters<typeof one>[]) =>
      states(facts({ validate: { ...validate, results: results.map((it) => one(...it)) } }));
    expect(of(["check", "coverage", { facts: { coverage: 80 } }])).toMatchObject({ coverage: "ticked" });
    expect(of(["check", "coverage", { facts: { coverage: 79.96 } }])).toMatchObject({ coverage: "not-ticked" });
    const rehearsed = (added: number) => of(["check", "migrations", { facts: { new: added } }]);
    expect(rehearsed(1)).toMatchObject({ "migrations-tested": "ticked", "rollback-tested": "ticked" });
    expect(rehearsed(0)).toMatchObject({ "migrations-tested": "ticked", "rollback-tested": "not-due" });
  });

  test("by nothing where there is no evidence", () => {
    const unmet = { met: false, restsOn: "Nobody is named.", remedy: "Name one." };
    const none = { validate: null, staging: null, smoke: null, promote: null };
    const left = states(facts(none, { notes: null, notified: unmet, documented: unmet }));
    expect(Object.values(left)).not.toContain("ticked");
    expect(states(facts(none))["stakeholders-notified"]).toBe("ticked");
  });

  test("of the notes by their criterion, which says what of the CHANGELOG is missing", () => {
    const documented = { met: false, restsOn: "The project has no CHANGELOG.", remedy: "Write one." };
    const items = tickedChecklists(facts({}, { notes: null, documented })).flatMap((list) => list.items);
    expect(items.find(({ id }) => id === "release-notes")).toMatchObject({
      state: "not-ticked",
      why: "The project has no CHANGELOG.",
    });
  });

  test("of production only where the release still serves", () => {
    expect(states(facts())).toMatchObject({ "production-deployed": "ticked", "production-errors": "ticked" });
    expect(states(facts({ promote: takenBack }))).toMatchObject({
      ...{ "production-deployed": "not-ticked", "production-errors": "not-ticked", "post-errors": "not-ticked" },
      "production-health": "ticked",
    });
  });

  test("of staging only where smoke-test looked as well", () => {
    expect(states(facts())).toMatchObject({ "staging-health": "ticked", "staging-smoke": "ticked" });
    expect(states(facts({ smoke: null }))).toMatchObject({ "staging-smoke": "not-ticked" });
    const failed = { ...smoke, results: [one("signal", "health", { verdict: "fail" }), one("signal", "smoke")] };
    expect(states(facts({ smoke: failed }))).toMatchObject({ "staging-health": "not-ticked" });
  });

  test("is not due where nothing was there to do", () => {
    const unmigrated = { ...promote, results: promote.results.filter(({ id }) => id !== "migrate") };
    expect(states(facts({ promote: unmigrated }))).toMatchObject({
      ...{ "production-migrated": "not-due", "backup-verified": "not-due" },
    });
    const none = { reason_code: "not_applicable", verdict: "not-run", says: "The project has no repo." } as const;
    const results = [...validate.results, one("check", "migrations", none)];
    expect(states(facts({ validate: { ...validate, results } }))).toMatchObject({ "rollback-tested": "not-due" });
  });
});

describe("a backup", () => {
  const state = (of: typeof promote) => states(facts({ promote: of }))["backup-verified"];

  test("is verified by the step that verified it", () => {
    expect(state(withResults(["step", "backup", { facts: { made: true, file: "/b/1" } }]))).toBe("ticked");
    expect(state(withResults(["step", "backup", { verdict: "fail" }]))).toBe("not-ticked");
    expect(state(withResults(["step", "backup", { facts: { made: false } }]))).toBe("not-due");
  });

  test("of a provider is for a person to look at, and one that nobody names is not ticked", () => {
    expect(state(withResults(["gate", "backup-named", {}]))).toBe("person");
    expect(state(withResults(["gate", "backup-named", { verdict: "off", reason_code: "backup_not_named" }]))).toBe(
      "not-ticked",
    );
  });
});

describe("what the watch shows", () => {
  const metric = (name: string, verdict: WatchedMetric["verdict"]): WatchedMetric => ({
    ...{ metric: name, signal: "x", unit: "ms", before: 1, after: 1, change: 0, compared_with: null, verdict },
  });
  const of = (...metrics: WatchedMetric[]) =>
    states(facts({ promote: { ...promote, watch: { ...watched, metrics } } }));

  test("ticks what it judged, and leaves to a person what nobody asked it for", () => {
    expect(of(metric("p99", "pass"), metric("p50", "pass"))).toMatchObject({ performance: "ticked" });
    expect(of(metric("p99", null))).toMatchObject({ performance: "person", "oban-jobs": "person" });
    expect(of(metric("jobs", "inconclusive"))).toMatchObject({ "oban-jobs": "not-ticked" });
  });

  test("ticks nothing where it could not decide and the settings accept that", () => {
    const watch = one("signal", "watch", { facts: { accepted: true } });
    const results = [...promote.results.filter(({ id }) => id !== "watch"), watch];
    expect(states(facts({ promote: { ...promote, results } }))).toMatchObject({ "post-errors": "not-ticked" });
  });

  test("is nothing without a watch", () => {
    const unwatched = evidence("promote", { results: [] });
    expect(states(facts({ promote: unwatched }))).toMatchObject({
      ...{ performance: "not-ticked", "post-errors": "not-ticked", dashboards: "person" },
    });
  });
});
