import { z } from "zod";
import { verdicts } from "../evidence/result.ts";

/** One metric of a watch, of the release before and of the new one. */
const metricSchema = z.object({
  /** `error rate`, `p50`, `p99`, or what a state or a level is of. */
  metric: z.string(),
  /** The signal that measured it. */
  signal: z.string(),
  /** `fraction` and `held` (how often a state held) are between 0 and 1; `level` has its unit in the metric's name. */
  unit: z.enum(["fraction", "held", "ms", "level"]),
  /** Null where nothing was measured. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** The difference of fractions, else the relative change; null where one of both is missing. */
  change: z.number().nullable(),
  /** Whether `before` was measured at the same moments (`control`), or before the switch. */
  compared_with: z.enum(["control", "history"]).nullable(),
  /** Null where no test judges it. */
  verdict: z.enum(verdicts).nullable(),
});
export type WatchedMetric = z.infer<typeof metricSchema>;

/** A point for each window of the watch; null where there was no request. */
const lineSchema = z.object({
  error_rate: z.array(z.number().nullable()),
  /** The median of the window, milliseconds. */
  ms: z.array(z.number().nullable()),
});
export type ChartLine = z.infer<typeof lineSchema>;

/** What a watch saw, for a table and a chart. */
export const watchRecordSchema = z.object({
  release: z.string(),
  /** The release that it was compared with while both ran; null where none did. */
  previous: z.string().nullable(),
  seconds: z.number().nonnegative(),
  metrics: z.array(metricSchema),
  chart: z.object({
    signal: z.string(),
    seconds_per_point: z.number().positive(),
    before: lineSchema.nullable(),
    after: lineSchema,
  }),
});
export type WatchRecord = z.infer<typeof watchRecordSchema>;
