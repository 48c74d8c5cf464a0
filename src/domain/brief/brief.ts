import { z } from "zod";
import { monitoredSchema } from "../gate/monitoring.ts";

/**
 * The promotion brief: what whoever approves a deployment should know beforehand. Evidence keeps it, so that a report
 * shows later what was approved. A part that could not be read says why, and no verdict hangs on any of it.
 */

const missing = z.object({ missing: z.string() });
const known = <Schema extends z.ZodObject>(schema: Schema) => z.union([missing, schema]);

/** What the environment runs, as far as a job before its gate can know it. */
const runsSchema = z.object({
  /**
   * `deployment`: GitHub's newest deployment that succeeded. `answer`: the version that its public URL answers, by its
   * tag. `tag`: the newest version tag before this release.
   */
  by: z.enum(["deployment", "answer", "tag", "none"]),
  commit: z.string().nullable(),
  /** As a tag of the commit names it, or as it answers; null where neither does. */
  version: z.string().nullable(),
  at: z.string().nullable(),
  /** Why it may run something else: a rollback since then. */
  doubts: z.array(z.string()),
  /** What could not be read. */
  notes: z.array(z.string()),
});

const commitSchema = z.object({
  sha: z.string(),
  subject: z.string(),
  author: z.string(),
  /** Number of the pull request that brought it; null where none is known. */
  pull: z.number().nullable(),
});

const pullSchema = z.object({ number: z.number(), title: z.string(), author: z.string(), url: z.string() });

const changedPathSchema = z.object({ path: z.string(), change: z.enum(["added", "removed", "changed"]) });
export type ChangedPath = z.infer<typeof changedPathSchema>;

const packageSchema = z.object({
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  how: z.enum(["added", "removed", "newer", "major", "older", "source", "other"]),
  /** First line of each advisory that the audits found for it. */
  advisories: z.array(z.string()),
});

/** What is between the commit that the environment runs and this one. Lists are cut; totals are whole. */
const changesSchema = z.object({
  commits: z.object({ total: z.int(), list: z.array(commitSchema) }),
  /** Commits that the environment runs and this release does not have. */
  undone: z.object({ total: z.int(), list: z.array(commitSchema) }),
  pulls: z.object({ total: z.int(), list: z.array(pullSchema), note: z.string() }),
  files: z.int(),
  configuration: z.object({ total: z.int(), list: z.array(changedPathSchema) }),
  migrations: z.object({ total: z.int(), list: z.array(changedPathSchema) }),
  packages: known(z.object({ total: z.int(), list: z.array(packageSchema) })),
  /** What the reader should know of all this: a history that is cut off. */
  note: z.string(),
});

const riskSchema = z.object({ place: z.string(), message: z.string() });

const migrationsSchema = z.object({
  /** False where the settings of the environment run none. */
  run: z.boolean(),
  /** What `validate` says of them: each check that looked at them. */
  checks: z.array(z.object({ title: z.string(), verdict: z.string(), says: z.string() })),
  risks: z.object({ total: z.int(), list: z.array(riskSchema) }),
  /** How they went where they ran already. */
  before: z.object({ environment: z.string(), says: z.string(), duration_ms: z.number() }).nullable(),
  backup: z.string(),
});

const stageSchema = z.object({
  stage: z.string(),
  environment: z.string().nullable(),
  status: z.string(),
  pinned: z.boolean().nullable(),
  counts: z.record(z.string(), z.int()),
  /** What did not pass, was switched off or saw too little: `title: verdict`. */
  gaps: z.array(z.string()),
});

const plannedSchema = z.object({
  /** `dry-run`: planned from the hosts themselves. `assumed`: from hosts as the settings name them. */
  from: z.enum(["dry-run", "assumed"]),
  says: z.string(),
  steps: z.array(z.string()),
  warnings: z.array(z.string()),
});

const sizeSchema = z.object({
  /** Bytes of the tarball: what a host is sent at most. */
  tarball: z.number(),
  /** Files of the release and their bytes unpacked; null where no list says. */
  files: z.number().nullable(),
  unpacked: z.number().nullable(),
  /** What hosts of the environment before were sent, which had another release; empty where none was. */
  sent: z.array(z.object({ host: z.string(), bytes: z.number() })),
  /** Their environment, and the release that they had before. */
  sent_to: z.string().nullable(),
  had: z.string().nullable(),
});

export const briefSchema = z.object({
  app: z.string(),
  environment: z.string(),
  version: z.string(),
  release: z.string(),
  commit: z.string(),
  /** Address of the repository on GitHub. */
  repository: z.string(),
  written_at: z.string(),
  runs: runsSchema,
  changes: known(changesSchema),
  /** Advisories that the audits found in `validate`, whether or not their package changed. */
  advisories: z.array(z.string()),
  /** Why it is not known whether there are more; empty where an audit says. */
  advisories_unknown: z.string(),
  /** Names of the variables of the servers without which the release does not load its configuration. */
  variables: z.array(z.string()),
  migrations: migrationsSchema,
  evidence: z.array(stageSchema),
  plan: known(plannedSchema),
  rollback: z.array(z.object({ when: z.string(), plan: known(plannedSchema) })),
  size: sizeSchema,
  /** Who is on call: a text or an address; null where the settings do not say. */
  on_call: z.string().nullable(),
  dashboards: z.array(z.object({ name: z.string(), url: z.string() })),
  /** What is there of the monitoring that the settings name; absent where they name none. */
  monitoring: z.array(monitoredSchema).optional(),
  /** The pull request whose merge is this commit; null where there is none. */
  pull_request: z.number().nullable(),
});
export type Brief = z.infer<typeof briefSchema>;
export type BriefRuns = Brief["runs"];
export type BriefChanges = z.infer<typeof changesSchema>;
export type BriefCommit = z.infer<typeof commitSchema>;
export type BriefPull = z.infer<typeof pullSchema>;
export type BriefStage = z.infer<typeof stageSchema>;
export type BriefPlan = z.infer<typeof plannedSchema>;

/** True where a part could not be read. */
export function isMissing(part: object): part is { readonly missing: string } {
  return "missing" in part;
}
