import { z } from "zod";
import { rollbackReasons } from "../watch/criteria.ts";

/** How long one direction of a drill took, milliseconds. */
const directionSchema = z.object({
  /** From its first step until all traffic was where it was to go. */
  traffic_ms: z.number().nonnegative(),
  /** With everything that was verified after that. */
  whole_ms: z.number().nonnegative(),
});

/** What a person asked a rollback for, and what came of a drill. */
export const rollbackRecordSchema = z.object({
  /** Null for a drill without one. */
  reason: z.enum(rollbackReasons).nullable(),
  detail: z.string(),
  /** `previous`, or the release as it was named. */
  asked_to: z.string(),
  drill: z.boolean(),
  /** Hosts that were left out because they could not be reached; absent where there was none. */
  behind: z.array(z.string()).optional().catch(undefined),
  /** Of a drill, as far as it came. */
  back: directionSchema.optional(),
  forward: directionSchema.optional(),
  /** The run that built a release whose files are not on the hosts any more, and its artifact. */
  built_by: z
    .object({ run_id: z.string(), url: z.string(), artifact: z.string(), digest: z.string(), sha: z.string() })
    .optional(),
});
