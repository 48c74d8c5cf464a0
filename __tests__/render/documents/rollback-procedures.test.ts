import { describe, expect, test } from "@jest/globals";
import type { Plan } from "../../../src/domain/fleet/plan.ts";
import type { LastKnown, Procedures } from "../../../src/domain/rollback/procedures.ts";
import { renderRollbackProcedures } from "../../../src/render/documents/rollback-procedures.ts";

const plan: Plan = {
  says: "Roll production back from 1.1.0 to 1.0.0.",
  warnings: ["Requests fail for 1.4 s."],
  steps: [{ type: "acquire-lock", host: "web1", limitMs: 1, says: "Take the lock on web1" }],
};
const known: LastKnown = {
  by: { stage: "promote", run_id: "17", run_url: "https://github.com/acme/shop/actions/runs/17" },
  at: "2026-11-24T09:41:00Z",
  ...{ serves: "1.1.0-1a2b3c4d", before: "1.0.0-99999999", schema: "20260102", added: ["20260102"], backup: null },
  kept: [{ host: "web1", releases: ["0.9.0-11111111", "1.0.0-99999999"] }],
};
const document: Procedures = {
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
    {
      ...{ name: "staging", url: "https://staging.example.com", migrate: null, backup: null, plans: [], assumed: null },
      ...{ lastKnown: null, byHand: { facts: [], parts: [] } },
    },
    {
      name: "production",
      migrate: "Shop.Release.migrate()",
      backup: "its provider",
      url: "https://example.com",
      lastKnown: known,
      byHand: {
        facts: [["Folder", "`/opt/shop`"]],
        parts: [
          {
            ...{ title: "Send traffic back", hosts: ["lb1", "lb2"], says: "New requests go to `blue`." },
            blocks: [{ when: "To blue", text: "set blue" }],
          },
        ],
      },
      plans: [{ when: "At any time:", plan }],
      assumed: "blue",
    },
  ],
};

describe("the rollback procedures", () => {
  const page = renderRollbackProcedures(document);
  const flat = page.replaceAll(/\n +/g, " ");

  test("is read in a terminal as it is: no tables, no HTML, no reference, and lines that fit", () => {
    expect(page).not.toMatch(/^\||<\w|&#/m);
    for (const line of page.split("\n").filter((one) => !one.startsWith("gh ")))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  test("says which slot the plans have the release before in, since nobody knows yet where it will be", () => {
    expect(flat.replaceAll("\n", " ")).toContain(
      "The plans here have the release before in slot blue. Where `See what",
    );
  });

  test("names the criteria of Phase 6, each with the reason to give", () => {
    expect(flat).toContain(
      "\n- `error-rate`: More than 5 % of requests fail. For 10 min 0 s after traffic moved, promote watches this",
    );
    for (const reason of ["performance", "p1-bug", "security", "data-integrity"])
      expect(page).toContain(`\n- \`${reason}\`: `);
  });

  test("says when the schema stays, when it is rolled back, and when a backup is the way", () => {
    const at = [
      "works with it, as it was expanded",
      "can be reversed: the schema is rolled back, last",
      "is restored, by hand",
    ];
    const places = at.map((words) => flat.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(page).toContain("-f migrations=down -f dry-run=true\n");
  });

  test("says who rolls back and how, and how it is backed up", () => {
    expect(page).toContain("gh workflow run rollback.yml -f confirm=production -f reason=error-rate");
    expect(page).toContain("- staging: runs no migrations.");
    expect(page).toContain(
      "- production: `Shop.Release.migrate()` ran before the release took traffic. Its backup: its\n  provider.",
    );
  });

  test("has the steps of every environment, with what an approver should know", () => {
    expect(page).toContain(
      "At any time: Roll production back from 1.1.0 to 1.0.0.\n\n1. Take the lock on web1\n\n" +
        "> **Note:** Requests fail for 1.4 s.",
    );
  });

  test("has what the last evidence says of releases and schema, and the commands of each part", () => {
    expect(flat.replaceAll("\n", " ")).toContain("at 2026-11-24 09:41 UTC");
    for (const said of ["Serves: `1.1.0-1a2b3c4d`", "Before it: `1.0.0-99999999`", "Schema: `20260102`"])
      expect(page).toContain(`\n- ${said}`);
    expect(page).toContain(
      "#### 1. Send traffic back\n\nOn lb1, lb2. New requests go to `blue`.\n\n**To blue:**\n\n" +
        "```sh\nset blue\n```",
    );
    expect(page).toContain("Which releases are there is not known yet");
  });

  test("shows names from outside letter by letter", () => {
    const hostile = "<img src=x onerror=alert(1)>](javascript:x) | `\n# x";
    const shown = renderRollbackProcedures({
      ...document,
      app: hostile,
      version: hostile,
      environments: [
        {
          name: hostile,
          url: hostile,
          migrate: hostile,
          backup: hostile,
          lastKnown: { ...known, serves: hostile, schema: hostile, kept: [{ host: hostile, releases: [hostile] }] },
          byHand: {
            facts: [[hostile, hostile]],
            parts: [{ title: hostile, hosts: [hostile], says: hostile, blocks: [{ when: hostile, text: "true" }] }],
          },
          plans: [{ when: hostile, plan: { ...plan, says: hostile } }],
          assumed: hostile,
        },
      ],
    });
    expect(shown).not.toContain("<img");
    expect(shown).not.toMatch(/^# x/m);
  });
});
