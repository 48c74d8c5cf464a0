import {
  backupVerified,
  belowCoverage,
  type ChecklistFacts,
  type ChecklistItem,
  checkItem,
  deployedItem,
  migratedItem,
  nothingNew,
  personItem,
  proofItem,
  signalItem,
  type Tick,
  watchItem,
} from "./item.ts";

/** One of the lists of Phase 6. */
export interface Checklist {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}

/** All lists, in the order of Phase 6. */
export const checklists: readonly Checklist[] = [
  {
    id: "pre-deployment",
    title: "Pre-Deployment Validation",
    items: [
      checkItem("compile", "`mix compile --warnings-as-errors` passes"),
      checkItem("format", "`mix format --check-formatted` passes"),
      checkItem("test", "`mix test` passes (all tests)"),
      checkItem("coverage", "`mix test --cover` ≥ 80%", { unless: belowCoverage }),
      checkItem("credo", "`mix credo --strict` passes"),
      checkItem("sobelow", "`mix sobelow` passes"),
      checkItem("hex-audit", "`mix hex.audit` passes"),
      checkItem("release", "`MIX_ENV=prod mix release` builds successfully"),
    ],
  },
  {
    id: "database",
    title: "Database",
    items: [
      checkItem("migrations", "Migrations tested (`mix ecto.migrate`)", { id: "migrations-tested" }),
      checkItem("migrations", "Rollback tested (`mix ecto.rollback`)", { id: "rollback-tested", unless: nothingNew }),
      {
        id: "backup-verified",
        text: "Backup verified",
        by: "the step `backup` of promote, which makes the backup and verifies it",
        tick: backupVerified,
      },
    ],
  },
  {
    id: "documentation",
    title: "Documentation",
    items: [
      checkItem("changelog", "CHANGELOG updated", { id: "changelog-updated" }),
      checkItem("version", "Version bumped in mix.exs", { id: "version-bumped" }),
      {
        id: "release-notes",
        text: "Release notes prepared",
        by: "the CHANGELOG's section of the version",
        // The criterion says what is missing: the file, its section, or what a section says.
        tick: ({ notes, documented }) =>
          notes === null
            ? { state: "not-ticked", why: documented.restsOn }
            : { state: "ticked", why: "The CHANGELOG's section of this version is in the report." },
      },
      checkItem("rollback-plan", "Rollback plan documented"),
    ],
  },
  {
    id: "staging",
    title: "Staging Deployment",
    items: [
      deployedItem("staging", "Release deployed to staging"),
      migratedItem("staging"),
      signalItem("staging", "health", "Health endpoint responds"),
      signalItem("staging", "smoke", "Smoke tests pass"),
    ],
  },
  {
    id: "production",
    title: "Production Deployment",
    items: [
      deployedItem("production", "Release deployed to production"),
      migratedItem("production"),
      signalItem("production", "health", "Health endpoint responds"),
      signalItem("production", "smoke", "Smoke tests pass"),
      watchItem("production-errors", "Error rates normal", ["error rate"]),
    ],
  },
  {
    id: "post-deployment",
    title: "Post-Deployment",
    items: [
      personItem("dashboards", "Monitoring dashboards checked", "Look at your dashboards after the watch."),
      watchItem("post-errors", "Error rates normal", ["error rate"]),
      watchItem("performance", "Performance within SLA", ["p50", "p99"]),
      watchItem("oban-jobs", "Oban jobs processing", ["jobs"]),
      proofItem("stakeholders-notified", "Stakeholders notified", "notified"),
      proofItem("release-documented", "Release documented", "documented"),
      personItem("user-feedback", "User feedback monitored", "Read what users report."),
      personItem("runbooks", "Runbooks updated where needed", "Compare your runbooks with what changed."),
    ],
  },
];

/** An item with its state, as a report keeps it. */
export interface TickedItem extends Tick {
  readonly id: string;
  readonly text: string;
}

/** The state of an item by this evidence; where that leaves it to a person, by what a person says. */
export function tickOf({ id, tick, by }: ChecklistItem, facts: ChecklistFacts): Tick {
  const seen = tick?.(facts) ?? { state: "person", why: by };
  const said = seen.state === "person" ? facts.said?.get(id) : undefined;
  return said === undefined ? seen : { state: "said", why: said };
}

/** Items of which a person's word was not used, since evidence decides them, by their ids. */
export function unusedWords(facts: ChecklistFacts): readonly string[] {
  const used = new Set(checklists.flatMap((list) => list.items).filter((item) => tickOf(item, facts).state === "said"));
  const ids = new Set([...used].map(({ id }) => id));
  return [...(facts.said?.keys() ?? [])].filter((id) => !ids.has(id));
}

/** Every list with the state of its items, by this evidence, and people's words where it leaves them open. */
export function tickedChecklists(
  facts: ChecklistFacts,
): readonly { readonly id: string; readonly title: string; readonly items: readonly TickedItem[] }[] {
  return checklists.map(({ id, title, items }) => ({
    ...{ id, title },
    items: items.map((item) => ({ id: item.id, text: item.text, ...tickOf(item, facts) })),
  }));
}
