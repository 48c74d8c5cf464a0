import { batches, batchText, type Plan } from "../../domain/fleet/plan.ts";
import type { EnvironmentProcedures, LastKnown, Procedures } from "../../domain/rollback/procedures.ts";
import type { Criteria, RollbackReason } from "../../domain/watch/criteria.ts";
import { handPart } from "../text/hand-part.ts";
import { block, link, plainText } from "../text/markdown.ts";
import { folded, items, readable } from "../text/readable.ts";
import { durationText, minute } from "../text/wording.ts";

/** Phase 6: Rollback Criteria, each with the word that the rollback is given as its reason. */
const criteria: Readonly<Record<Exclude<RollbackReason, "manual">, (settings: Criteria) => string>> = {
  "error-rate": ({ errorRate, watchMs }) => {
    const watch = `For ${durationText(watchMs)} after traffic moved, promote watches this and rolls back by itself.`;
    return `More than ${Math.round(errorRate * 1e6) / 1e4} % of requests fail.${watchMs > 0 ? ` ${watch}` : ""}`;
  },
  performance: ({ latencyIncrease, latencyMaxMs }) => {
    if (latencyIncrease === null) return "Performance is too bad. No watch looks at it: `criteria.latency` is off.";
    const limit = latencyMaxMs === null ? "" : `, or answers take longer than ${durationText(latencyMaxMs)}`;
    return `Performance is worse by more than ${Math.round(latencyIncrease * 100)} %${limit}.`;
  },
  "p1-bug": () => "A P1 bug is found.",
  security: () => "A security vulnerability is found.",
  "data-integrity": () => "The integrity of data is in doubt.",
};

/**
 * Phase 6: Rollback plan documented. When, who, how, and for each environment what the suite does and how a person does
 * it by hand.
 */
export function renderRollbackProcedures(document: Procedures): string {
  const parts = [
    `# Rollback procedures of ${plainText(document.app)} ${plainText(document.version)}`,
    origin(document),
    "## When",
    folded(readable("What is found, and the reason to give with it:")),
    items(Object.entries(criteria).map(([reason, says]) => readable(`\`${reason}\`: ${says(document.criteria)}`))),
    "## Who and how",
    ...who,
    "## The database",
    ...schema,
    items(document.environments.map(databaseItem)),
    ...document.environments.flatMap(environmentPart),
  ];
  return `${parts.join("\n\n")}\n`;
}

function origin({ sha, version }: Procedures): string {
  return paragraph(
    [
      `Generated from the settings of commit \`${sha.slice(0, 12)}\`, for a rollback from this release.`,
      "A rollback makes its own plan from what it finds on the target;",
      `its release ids also have the digest, such as \`${version}-1a2b3c4d\`.`,
    ].join(" "),
  );
}

const who: readonly string[] = [
  paragraph(
    [
      "Whoever may run the workflow with the action `rollback` (.github/workflows/rollback.yml, " +
        "from examples/workflows).",
      "Where the environment of its job has required reviewers, they have to approve. In a terminal:",
    ].join(" "),
  ),
  block("gh workflow run rollback.yml -f confirm=production -f reason=error-rate", "sh"),
  paragraph(
    [
      "`confirm` is the name of the environment. With `dry-run` it prints the plan and changes nothing; " +
        "with `drill` it",
      "rolls back and forward again, and marks nothing bad. The reason `manual` needs a detail.",
    ].join(" "),
  ),
  paragraph(
    [
      "Where GitHub is down: the commands of `By hand` below, on the hosts. They need nothing but a login there, and",
      "each block can be pasted as it is.",
    ].join(" "),
  ),
];

function paragraph(text: string): string {
  return folded(readable(text));
}

/** Three ways, from the one that is nearly always right to the last resort. */
const schema: readonly string[] = [
  paragraph("No migration is rolled back automatically. Decide by what the release before meets on the schema of now:"),
  items([
    readable(
      "It works with it, as it was expanded before the release took traffic: the schema stays. This is " +
        "`migrations: keep`, the default.",
    ),
    readable(
      "It fails on it, or jobs of another application do, and what was migrated can be reversed: the schema is " +
        "rolled back, last of all. This is `migrations: down`, with the commands below.",
    ),
    readable(
      "It serves, but data are damaged; or the schema has to go back, and a migration cannot be reversed: the backup " +
        "is restored, by hand. What was written since is missing afterwards.",
    ),
  ]),
  paragraph(
    [
      "`migrations: down` refuses, before it touches anything, what cannot be reversed, what would lose data, and what",
      "other migrations came after; the dry run shows which versions would go:",
    ].join(" "),
  ),
  block(
    [
      "gh workflow run rollback.yml -f confirm=production -f reason=data-integrity -f migrations=down -f dry-run=true",
      "gh workflow run rollback.yml -f confirm=production -f reason=data-integrity -f migrations=down",
    ].join("\n"),
    "sh",
  ),
];

function databaseItem({ name, migrate, backup }: EnvironmentProcedures): string {
  if (migrate === null) return `${plainText(name)}: runs no migrations.`;
  const how = backup === null ? "the settings name none" : readable(backup);
  return `${plainText(name)}: ${readable(`\`${migrate}\``)} ran before the release took traffic. Its backup: ${how}.`;
}

function environmentPart({ name, url, plans, assumed, lastKnown, byHand }: EnvironmentProcedures): readonly string[] {
  const facts = [["Users reach it at", `\`${url}\``] as const, ...byHand.facts, ...knownFacts(lastKnown)];
  return [
    `## ${plainText(name)}`,
    items(facts.map(([what, value]) => `${readable(what)}: ${readable(value)}`)),
    lastKnown === null
      ? paragraph("Which releases are there is not known yet: no deployment has left evidence here.")
      : folded(
          `The releases are those of ${lastKnown.by.stage} in ` +
            `${link(`run ${lastKnown.by.run_id}`, lastKnown.by.run_url)}, at ${minute(lastKnown.at)}.`,
        ),
    ...(plans.length === 0 || assumed === null ? [] : [paragraph(otherSlots(assumed))]),
    ...plans.flatMap(({ when, plan }) => planPart(when, plan)),
    "### By hand",
    ...byHand.parts.flatMap(handPart),
  ];
}

/** The plans are made before anybody knows where the release before will be. */
const otherSlots = (slot: string) =>
  `The plans here have the release before in slot ${slot}. Where \`See what serves\` below shows it in the other ` +
  "slot, read the two slots the other way round.";

function planPart(when: string, plan: Plan): readonly string[] {
  return [
    folded(`${plainText(when)} ${readable(plan.says)}`),
    items(
      batches(plan.steps).map((batch) => readable(batchText(batch))),
      (index) => `${index + 1}. `,
    ),
    ...plan.warnings.map((warning) => folded(`**Note:** ${readable(warning)}`, "> ")),
  ];
}

function knownFacts(known: LastKnown | null): readonly (readonly [string, string])[] {
  if (known === null) return [];
  const { serves, before, kept, schema, added, backup } = known;
  const code = (text: string) => `\`${text}\``;
  const releases = [...new Set(kept.map(({ releases }) => releases.join(", ")))];
  const everywhere =
    releases.length === 1 ? releases : kept.map(({ host, releases }) => `${host}: ${releases.join(", ")}`);
  const migrated = added.length === 0 ? "" : `; the last deployment added ${added.map(code).join(", ")}`;
  return [
    ["Serves", serves === null ? "not known: look at the hosts" : code(serves)],
    ...(before === null ? [] : [["Before it", code(before)] as const]),
    ...(kept.length === 0 ? [] : [["Kept before this deployment", everywhere.join("; ") || "none"] as const]),
    ...(schema === null ? [] : [["Schema", `${code(schema)}${migrated}`] as const]),
    ...(backup === null ? [] : [["Last backup", code(backup)] as const]),
  ];
}
