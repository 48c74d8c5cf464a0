import { z } from "zod";
import { briefSchema } from "../brief/brief.ts";
import { digestSchema, manifestDigest, nameSchema, releaseSchema } from "../release/release.ts";
import { rollbackRecordSchema } from "../rollback/record.ts";
import { watchRecordSchema } from "../watch/record.ts";
import { reasonCodes } from "./reason.ts";
import { resultSchema } from "./result.ts";

/** The six stages; `report` is the root action. */
export const stageNames = ["validate", "deploy-staging", "smoke-test", "promote", "rollback", "report"] as const;
export type StageName = (typeof stageNames)[number];

/** The run of what a person does in a terminal: there is none, and GitHub numbers runs from 1. */
export const terminalRun = "0";

/** `planned` is a dry run and never counts; `running` is what a killed stage leaves behind. */
export const stageStatuses = ["running", "passed", "failed", "cancelled", "planned"] as const;

/**
 * `continue`: the next stage may run. `complete`: the release serves and was verified. `stop`: nothing that serves was
 * changed. `taken-back`: the release was rolled back. `rollback-failed`: a person must look now. `held`: the release
 * keeps the traffic that it has, unverified, until a person decides. `pending`: not decided yet. The words are
 * published: they do not change.
 */
export const decisions = ["pending", "continue", "complete", "stop", "taken-back", "rollback-failed", "held"] as const;

/** What was measured of requests over a window: counts, and latency in milliseconds; null where nothing was seen. */
export const measurementSchema = z.object({
  requests: z.int().nonnegative(),
  errors: z.int().nonnegative(),
  p50_ms: z.number().nonnegative().nullable(),
  p99_ms: z.number().nonnegative().nullable(),
  seconds: z.number().nonnegative(),
});
export type Measurement = z.infer<typeof measurementSchema>;

/**
 * What a stage verified and passes on. Rewritten after every result with status `running`, so that a cancel has nothing
 * left to save.
 */
export const evidenceSchema = z.object({
  schema_version: z.literal(1),
  app: nameSchema,
  stage: z.enum(stageNames),
  environment: z.string().nullable(),
  status: z.enum(stageStatuses),
  decision: z.enum(decisions),
  reason_code: z.enum(reasonCodes),
  /** One sentence: the verdict as a person reads it. */
  says: z.string(),
  remedy: z.string(),
  release: releaseSchema.nullable(),
  /** Release ids before and after, for stages that change a target. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  sha: z.string(),
  run_id: z.string(),
  run_attempt: z.string(),
  run_url: z.string(),
  actor: z.string(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  url: z.string().nullable(),
  /**
   * The hosts of a change with the release that each served before it, and the releases that it kept then; absent where
   * nothing is changed.
   */
  hosts: z
    .array(
      z.object({
        host: z.string(),
        before: z.string().nullable(),
        kept: z.array(z.string()).optional().catch(undefined),
      }),
    )
    .optional(),
  /** The plan that was made, one sentence a step; empty for stages that change nothing. */
  plan: z.array(z.string()),
  /** What the reader should know although nothing failed: switched-off checks, approvals not asked for. */
  warnings: z.array(z.string()),
  results: z.array(resultSchema),
  /** The watch's own probes before and after the shift. */
  before: measurementSchema.nullable(),
  after: measurementSchema.nullable(),
  /**
   * What whoever approves the next environment was shown; absent where nobody is asked. One of another version's form
   * is left out: it is no reason to refuse the evidence.
   */
  brief: briefSchema.optional().catch(undefined),
  /** The last watch of the release; absent where it was not watched. */
  watch: watchRecordSchema.optional(),
  /** Why a person rolled back, and what came of a drill; absent for other stages. */
  rollback: rollbackRecordSchema.optional().catch(undefined),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * The compact form that an action emits as its `evidence` output: pins the file by its digest. At most 8 KiB, no log
 * text.
 */
export const pinSchema = z.object({
  schema_version: z.literal(1),
  stage: z.enum(stageNames),
  environment: z.string().nullable(),
  status: z.enum(stageStatuses),
  decision: z.enum(decisions),
  reason_code: z.enum(reasonCodes),
  sha: z.string(),
  run_id: z.string(),
  run_attempt: z.string(),
  counts: z.record(z.string(), z.int().nonnegative()),
  /** File name in `.phoenix-deploy/evidence`. */
  file: z.string(),
  file_sha256: digestSchema,
  release_sha256: digestSchema.nullable(),
  /** Of the release's whole manifest. */
  manifest_sha256: digestSchema.nullable(),
});
export type Pin = z.infer<typeof pinSchema>;

/**
 * File name of an evidence: `<app>.<stage>.<environment or none>.<run>-<attempt>.json`, names percent-encoded, so that
 * no name can leave the folder.
 */
export function evidenceFileName(
  of: Pick<Evidence, "app" | "stage" | "environment" | "run_id" | "run_attempt">,
): string {
  const encode = (name: string) => encodeURIComponent(name).replaceAll(".", "%2E").replaceAll("*", "%2A").slice(0, 120);
  return `${[of.app, of.stage, of.environment ?? "none", `${of.run_id}-${of.run_attempt}`].map(encode).join(".")}.json`;
}

/** The pin of an evidence whose file has this sha256. */
export function pinOf(evidence: Evidence, fileSha256: string): Pin {
  const counts: Record<string, number> = {};
  for (const { verdict } of evidence.results) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return {
    schema_version: 1,
    stage: evidence.stage,
    environment: evidence.environment,
    status: evidence.status,
    decision: evidence.decision,
    reason_code: evidence.reason_code,
    sha: evidence.sha,
    run_id: evidence.run_id,
    run_attempt: evidence.run_attempt,
    counts,
    file: evidenceFileName(evidence),
    file_sha256: fileSha256,
    release_sha256: evidence.release?.digest ?? null,
    manifest_sha256: evidence.release === null ? null : manifestDigest(evidence.release),
  };
}
