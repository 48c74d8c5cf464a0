import { describe, expect, test } from "@jest/globals";
import type { Plan } from "../../src/domain/plan.ts";
import { type RollbackDocument, renderRollbackPlan } from "../../src/render/rollback-plan.ts";

const plan: Plan = {
  says: "Roll production back from 1.1.0 to 1.0.0.",
  warnings: ["Requests fail for 1.4 s."],
  steps: [{ type: "acquire-lock", host: "web1", limitMs: 1, says: "Take the lock on web1" }],
};
const document: RollbackDocument = {
  app: "shop",
  version: "1.1.0",
  sha: "a".repeat(40),
  criteria: {
    errorRate: 0.05,
    watchMs: 600_000,
    probesPerSecond: 10,
    latencyIncrease: 0.5,
    latencyMaxMs: null,
    inconclusive: "hold",
  },
  environments: [
    { name: "staging", migrate: null, backup: null, plans: [] },
    {
      name: "production",
      migrate: "Shop.Release.migrate()",
      backup: "its provider",
      plans: [{ when: "At any time:", plan }],
    },
  ],
};

describe("the rollback plan", () => {
  const page = renderRollbackPlan(document);

  test("names the criteria of Phase 6, each with the reason to give", () => {
    expect(page).toContain(
      "| More than 5 % of requests fail. For 10 min 0 s after traffic moved, promote watches this",
    );
    for (const reason of ["error-rate", "performance", "p1-bug", "security", "data-integrity"])
      expect(page).toContain(`<code>${reason}</code>`);
  });

  test("says who rolls back and how, and that the schema stays", () => {
    expect(page).toContain("gh workflow run rollback.yml -f confirm=production -f reason=error-rate");
    expect(page).toContain("The schema stays");
    expect(page).toContain("- staging: runs no migrations.");
    expect(page).toContain(
      "- production: <code>Shop.Release.migrate()</code> ran before the release took traffic. Its " +
        "backup: configured as its provider, not run or checked by phoenix-deploy.",
    );
  });

  test("has the steps of every environment, with what an approver should know", () => {
    expect(page).toContain(
      "## production\n\nAt any time: Roll production back from 1.1.0 to 1.0.0.\n\n1. Take the lock on " +
        "web1\n\n> **Note:** Requests fail for 1.4 s.",
    );
  });

  test("shows names from outside letter by letter", () => {
    const hostile = "<img src=x onerror=alert(1)>](javascript:x) | `\n# x";
    const shown = renderRollbackPlan({
      ...document,
      app: hostile,
      version: hostile,
      environments: [
        {
          name: hostile,
          migrate: hostile,
          backup: hostile,
          plans: [{ when: hostile, plan: { ...plan, says: hostile } }],
        },
      ],
    });
    expect(shown).not.toContain("<img");
    expect(shown).not.toMatch(/^# x/m);
  });
});
