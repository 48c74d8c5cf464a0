import { z } from "zod";
import { reasonCodes } from "../evidence/reason.ts";
import { verdicts } from "../evidence/result.ts";

/** One line of a section: what was looked at, and how it ended. */
export const rowSchema = z.object({
  /** Unique in its section, such as `coverage` or `health`. */
  id: z.string(),
  title: z.string(),
  required: z.boolean(),
  verdict: z.enum([...verdicts, "does-not-apply"]),
  /** Null where the line sums several results up. */
  reason_code: z.enum(reasonCodes).nullable(),
  /** Counts and percentages, who approved, or in which way it ended; empty where there is nothing to add. */
  note: z.string(),
  /** What was seen, in one sentence; empty where nothing was. */
  says: z.string(),
  /** The earlier run whose pass still holds; null where it is of this run. */
  as_in: z.object({ run: z.string(), url: z.string() }).nullable(),
});
export type ReportRow = z.infer<typeof rowSchema>;
