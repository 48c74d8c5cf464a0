import type { Criteria, RollbackReason } from "../domain/criteria.ts";
import type { Plan } from "../domain/plan.ts";
import { cell, code, plain, sentence, table } from "./markdown.ts";
import { duration } from "./wording.ts";

/** What a rollback plan is written from. */
export interface RollbackDocument {
  readonly app: string;
  readonly version: string;
  readonly sha: string;
  readonly criteria: Criteria;
  readonly environments: readonly RehearsedEnvironment[];
}

export interface RehearsedEnvironment {
  readonly name: string;
  /** The Elixir expression that migrates its schema; null where none does. */
  readonly migrate: string | null;
  /** How its database is backed up; null where the settings do not say. */
  readonly backup: string | null;
  /** What would be done, by when it holds. */
  readonly plans: readonly { readonly when: string; readonly plan: Plan }[];
}

/** Phase 6: Rollback Criteria, each with the word that the rollback is given as its reason. */
const criteria: Readonly<Record<Exclude<RollbackReason, "manual" | "drill">, (settings: Criteria) => string>> = {
  "error-rate": ({ errorRate, watchMs }) =>
    `More than ${Math.round(errorRate * 1e6) / 1e4} % of requests fail${watchMs > 0 ? `. For ${duration(watchMs)} after the shift promote watches this, and rolls back by itself` : ""}.`,
  performance: () => "Performance is worse by more than 50 %.",
  "p1-bug": () => "A P1 bug is discovered.",
  security: () => "A security vulnerability is found.",
  "data-integrity": () => "The integrity of data is in doubt.",
};

/** Phase 6: Rollback plan documented. When, who, how, and step by step for each environment. */
export function renderRollbackPlan(document: RollbackDocument): string {
  const parts = [
    `# Rollback plan of ${plain(document.app)} ${plain(document.version)}`,
    sentence(
      `Made by validate from the settings of commit \`${document.sha.slice(0, 12)}\`, for the case that this release serves. A rollback makes its own plan from what it finds on the target; the ids of releases then carry their digest too, such as \`${document.version}-1a2b3c4d\`.`,
    ),
    "## When",
    table(
      ["Criterion", "Reason to give"],
      Object.entries(criteria).map(([reason, says]) => [cell(says(document.criteria)), code(reason)]),
    ),
    "## Who and how",
    sentence(
      "Whoever may run the workflow with the action `rollback` (examples/workflows/rollback.yml); where the environment has required reviewers, they are asked. In a terminal:",
    ),
    code("gh workflow run rollback.yml -f reason=error-rate"),
    sentence(
      "With `dry-run` it prints the plan and changes nothing. The reason `drill` rehearses it without marking the release as bad; `manual` wants a detail.",
    ),
    "## The database",
    sentence(
      "The schema stays: it was expanded before the release took traffic, and the release before works with it. Nothing is migrated down by itself.",
    ),
    document.environments.map(databaseLine).join("\n"),
    ...document.environments.flatMap(environmentPart),
  ];
  return `${parts.join("\n\n")}\n`;
}

function databaseLine({ name, migrate, backup }: RehearsedEnvironment): string {
  if (migrate === null) return `- ${plain(name)}: runs no migrations.`;
  return `- ${plain(name)}: ${code(migrate)} ran before the release took traffic. Its backup: ${backup === null ? "the settings name none" : `configured as ${sentence(backup)}, not run or checked by phoenix-deploy`}.`;
}

function environmentPart({ name, plans }: RehearsedEnvironment): readonly string[] {
  return [
    `## ${plain(name)}`,
    ...plans.flatMap(({ when, plan }) => [
      `${plain(when)} ${sentence(plan.says)}`,
      plan.steps.map((step, index) => `${index + 1}. ${sentence(step.says)}`).join("\n"),
      ...plan.warnings.map((warning) => `> **Note:** ${sentence(warning)}`),
    ]),
  ];
}
