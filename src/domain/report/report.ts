import { z } from "zod";
import { briefSchema } from "../brief/brief.ts";
import { itemStates } from "../checklist/item.ts";
import { deliverySchema } from "../delivery/delivery.ts";
import { deploymentStatuses } from "../evidence/deployment.ts";
import { measurementSchema, stageNames, stageStatuses } from "../evidence/evidence.ts";
import { resultSchema, verdicts } from "../evidence/result.ts";
import { digestSchema } from "../release/release.ts";
import { watchRecordSchema } from "../watch/record.ts";
import { exitCriterionIds } from "./exit-gate.ts";
import { rollbackSchema } from "./rollback-form.ts";
import { rowSchema } from "./row-form.ts";

/**
 * The Deployment Validation Report as one plain value: Markdown, HTML and JSON are made from it and from nothing else.
 * Sentences have code between backticks; what others wrote is in it as it was, and is escaped where it is shown.
 */

/** A release as a report names it. */
const shippedSchema = z.object({
  id: z.string(),
  app: z.string(),
  version: z.string(),
  commit: z.string(),
  digest: digestSchema,
  bytes: z.int(),
  /** Null where no list of its files says. */
  files: z.int().nullable(),
  elixir: z.string(),
  otp: z.string(),
  built_by: z.object({ run_id: z.string(), run_attempt: z.string(), url: z.string() }),
});

/** What was measured before and after the switch of traffic. */
const metricsSchema = z.object({
  /** Of the last watch; `not-run` where there was none. */
  verdict: z.enum(verdicts),
  says: z.string(),
  before: measurementSchema.nullable(),
  after: measurementSchema.nullable(),
  /** Null where no record of the watch was kept. */
  watch: watchRecordSchema.nullable(),
});
export type ReportMetrics = z.infer<typeof metricsSchema>;

/** What had to hold before the environment was changed. */
const gateSchema = z.object({
  /** Who approved, as GitHub names them; null where that is not known. */
  approvers: z.string().nullable(),
  self_approved: z.boolean(),
  rows: z.array(rowSchema),
  /** What could not be verified, in one sentence each. */
  unverified: z.array(z.string()),
});

/** A host that a stage changed. */
const hostSchema = z.object({
  host: z.string(),
  before: z.string().nullable(),
  /** What it serves now; null for nothing. */
  after: z.string().nullable(),
  state: z.enum(["verified", "takes-no-traffic", "not-changed", "failed"]),
  /** The step or look that failed; null where none did. */
  failed: z.string().nullable(),
  /** The sum of its steps. */
  ms: z.number(),
});
export type ReportHost = z.infer<typeof hostSchema>;

const taskSchema = z.object({
  id: z.string(),
  /** Null for a step of no one host. */
  host: z.string().nullable(),
  /** Since the first step. */
  start_ms: z.number(),
  ms: z.number(),
  passed: z.boolean(),
});
export type ReportTask = z.infer<typeof taskSchema>;

/** The plan of a stage that changes something, and when each step was done. Lists are cut; totals are whole. */
const changeSchema = z.object({
  stage: z.enum(stageNames),
  environment: z.string().nullable(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  plan: z.object({ total: z.int(), list: z.array(z.string()) }),
  hosts: z.object({ total: z.int(), list: z.array(hostSchema) }),
  tasks: z.object({ total: z.int(), list: z.array(taskSchema) }),
});
export type ReportChange = z.infer<typeof changeSchema>;

/** What a person should look at although it did not decide the outcome. */
const issueSchema = z.object({
  stage: z.enum(stageNames),
  kind: z.enum(["warning", "inconclusive", "optional"]),
  /** Of the result; empty for a warning. */
  title: z.string(),
  says: z.string(),
  remedy: z.string(),
});
export type ReportIssue = z.infer<typeof issueSchema>;

const criterionSchema = z.object({
  id: z.enum(exitCriterionIds),
  title: z.string(),
  met: z.boolean(),
  /** What it rests on, or why it is not met. */
  rests_on: z.string(),
  remedy: z.string(),
  /** It rests on a person's word alone. */
  word: z.literal(true).optional(),
});

const checklistSchema = z.object({
  id: z.string(),
  title: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      /** `person` is a task for a person: no evidence can show it. */
      state: z.enum(itemStates),
      why: z.string(),
    }),
  ),
});

/** A file of evidence that the report rests on. */
const sourceSchema = z.object({
  stage: z.enum(stageNames),
  environment: z.string().nullable(),
  status: z.enum(stageStatuses),
  run_id: z.string(),
  run_attempt: z.string(),
  run_url: z.string(),
  actor: z.string(),
  /** A job output pins the file by its digest. */
  pinned: z.boolean(),
  sha256: z.string(),
  release_sha256: digestSchema.nullable(),
});
export type ReportSource = z.infer<typeof sourceSchema>;

export const reportSchema = z.object({
  schema_version: z.literal(1),
  title: z.literal("Deployment Validation Report"),
  app: z.string().nullable(),
  /** Without the `v`; null where no evidence names one. */
  version: z.string().nullable(),
  /** When the report was made, in UTC. */
  date: z.iso.datetime(),
  environment: z.string(),
  /** The environment that was deployed to before. */
  from: z.string(),
  status: z.enum(deploymentStatuses),
  says: z.string(),
  remedy: z.string(),
  /** What is wrong with the evidence itself. */
  faults: z.array(z.object({ says: z.string(), remedy: z.string() })),
  /** What did not pass, with its first findings. */
  failures: z.array(resultSchema),
  validation: z.array(rowSchema),
  database: z.array(rowSchema),
  release: shippedSchema.nullable(),
  release_checks: z.array(rowSchema),
  staging: z.array(rowSchema),
  production: z.array(rowSchema),
  metrics: metricsSchema,
  gate: gateSchema,
  changes: z.array(changeSchema),
  rollback: rollbackSchema.nullable(),
  issues: z.array(issueSchema),
  /** Of all stages: `PASSED`, `FAILED` or `INCOMPLETE`, and what belongs to the word. */
  validations: z.object({ state: z.enum(["PASSED", "FAILED", "INCOMPLETE"]), notes: z.array(z.string()) }),
  exit_gate: z.object({ met: z.boolean(), criteria: z.array(criterionSchema) }),
  checklists: z.array(checklistSchema),
  /** How the environment is delivered to, by its record of deployments. */
  delivery: deliverySchema.optional(),
  /** Files that were made for this deployment, by their paths in the checkout. */
  documents: z.array(z.object({ file: z.string(), says: z.string() })).optional(),
  /** What whoever approved was shown; null where nobody was asked. */
  brief: briefSchema.nullable(),
  /** The CHANGELOG's section of the version; null where there is none. */
  notes: z.string().nullable(),
  sources: z.array(sourceSchema),
});
export type Report = z.infer<typeof reportSchema>;
