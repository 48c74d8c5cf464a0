import { commandSamples } from "./command.ts";
import { healthKept } from "./health-kept.ts";
import { issues } from "./issues.ts";
import { jobs } from "./jobs.ts";
import { jsonCounts } from "./json-counts.ts";
import { logRate } from "./log-rate.ts";
import { slotMemory } from "./memory.ts";
import { prober } from "./prober.ts";
import { prometheus } from "./prometheus.ts";
import { readinessKept } from "./readiness-kept.ts";
import { routerStatistics } from "./router-statistics.ts";
import { runQueue } from "./run-queue.ts";
import { scrape } from "./scrape.ts";
import type { Signal } from "./signal.ts";
import { slotRequests } from "./slot-requests.ts";

/** Every signal that a watch listens to. The measurements before and after the shift are those of the first. */
export const signals: readonly [Signal, ...Signal[]] = [
  prober,
  slotRequests,
  healthKept,
  readinessKept,
  prometheus,
  scrape,
  routerStatistics,
  jsonCounts,
  commandSamples,
  issues,
  jobs,
  slotMemory,
  runQueue,
  logRate,
];
