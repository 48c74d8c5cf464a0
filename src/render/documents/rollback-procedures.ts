import { batches, batchText, type Plan } from "../../domain/fleet/plan.ts";
import type { EnvironmentProcedures, HandPart, LastKnown, Procedures } from "../../domain/rollback/procedures.ts";
import type { Criteria, RollbackReason } from "../../domain/watch/criteria.ts";
import { block, bold, cell, code, details, link, plainText, sentence, table } from "../text/markdown.ts";
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
    table(
      ["Criterion", "Reason to give"],
      Object.entries(criteria).map(([reason, says]) => [cell(says(document.criteria)), code(reason)]),
    ),
    "## Who and how",
    ...who,
    "## The database",
    ...schema,
    document.environments.map(databaseLine).join("\n"),
    ...document.environments.flatMap(environmentPart),
  ];
  return `${parts.join("\n\n")}\n`;
}

function origin({ sha, version }: Procedures): string {
  return sentence(
    [
      `Generated from the settings of commit \`${sha.slice(0, 12)}\`, for a rollback from this release.`,
      "A rollback makes its own plan from what it finds on the target;",
      `its release ids also have the digest, such as \`${version}-1a2b3c4d\`.`,
    ].join(" "),
  );
}

const who: readonly string[] = [
  sentence(
    [
      "Whoever may run the workflow with the action `rollback` (.github/workflows/rollback.yml, from examples/workflows).",
      "Where the environment of its job has required reviewers, they have to approve. In a terminal:",
    ].join(" "),
  ),
  block("gh workflow run rollback.yml -f confirm=production -f reason=error-rate", "sh"),
  sentence(
    [
      "`confirm` is the name of the environment. With `dry-run` it prints the plan and changes nothing; with `drill` it",
      "rolls back and forward again, and marks nothing bad. The reason `manual` needs a detail.",
    ].join(" "),
  ),
  sentence(
    [
      "Where GitHub is down: the commands of `By hand` below, on the hosts. They need nothing but a login there, and",
      "each block can be pasted as it is.",
    ].join(" "),
  ),
];

/** Three ways, from the one that is nearly always right to the last resort. */
const schema: readonly string[] = [
  sentence("No migration is rolled back automatically. Decide by what the release before meets on the schema of now:"),
  table(
    ["The release before", "The schema", "How"],
    [
      ["works with it, as it was expanded before the release took traffic", "stays", "`migrations: keep`, the default"],
      [
        "fails on it, or jobs of another application do, and what was migrated can be reversed",
        "is rolled back, last of all",
        "`migrations: down`, with the commands below",
      ],
      [
        "serves, but data are damaged; or the schema has to go back, and a migration cannot be reversed",
        "is that of a backup",
        "by hand: what was written since the backup is missing afterwards",
      ],
    ].map((row) => row.map(cell)),
  ),
  sentence(
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

function databaseLine({ name, migrate, backup }: EnvironmentProcedures): string {
  if (migrate === null) return `- ${plainText(name)}: runs no migrations.`;
  const how =
    backup === null
      ? "the settings name none"
      : `configured as ${sentence(backup)}, not run or checked by phoenix-deploy`;
  return `- ${plainText(name)}: ${code(migrate)} ran before the release took traffic. Its backup: ${how}.`;
}

function environmentPart({ name, url, plans, lastKnown, byHand }: EnvironmentProcedures): readonly string[] {
  const facts = [["Users reach it at", url] as const, ...byHand.facts, ...knownRows(lastKnown)];
  return [
    `## ${plainText(name)}`,
    table(
      ["", ""],
      facts.map(([what, value]) => [cell(what), cell(value)]),
    ),
    lastKnown === null
      ? sentence("Which releases are there is not known yet: no deployment has left evidence here.")
      : `The releases are those of ${lastKnown.by.stage} in ${link(`run ${lastKnown.by.run_id}`, lastKnown.by.run_url)}, at ${minute(lastKnown.at)}.`,
    ...plans.flatMap(({ when, plan }) => planPart(when, plan)),
    "### By hand",
    ...byHand.parts.flatMap(handPart),
  ];
}

function planPart(when: string, plan: Plan): readonly string[] {
  return [
    `${plainText(when)} ${sentence(plan.says)}`,
    batches(plan.steps)
      .map((batch, index) => `${index + 1}. ${sentence(batchText(batch))}`)
      .join("\n"),
    ...plan.warnings.map((warning) => `> **Note:** ${sentence(warning)}`),
  ];
}

function knownRows(known: LastKnown | null): readonly (readonly [string, string])[] {
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

function handPart({ title, hosts, says, blocks }: HandPart, index: number): readonly string[] {
  const on = hosts.length === 0 ? "" : `On ${hosts.map(plainText).join(", ")}. `;
  return [
    `#### ${index + 1}. ${plainText(title)}`,
    `${on}${sentence(says)}`,
    ...blocks.flatMap(({ when, text }) => [...(when === "" ? [] : [bold(`${sentence(when)}:`)]), ...fenced(text)]),
  ];
}

/** Lines of a block that a reader is shown; of a longer one the reader opens. */
const maxLines = 40;

function fenced(text: string): readonly string[] {
  const shown = block(text, "sh");
  return text.split("\n").length <= maxLines ? [shown] : [details("Commands", shown)];
}
