import { firstOf } from "../brief/facts.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { notPassed, type Result } from "../evidence/result.ts";
import type { ReportChange, ReportHost, ReportTask } from "./report.ts";

/** What a report keeps of a plan, of its hosts, and of its steps. */
const maxSteps = 1_000;
const maxHosts = 200;
const maxTasks = 2_000;

/** The plan of a stage, what became of each host, and when each step was done; null where the stage planned nothing. */
export function changeIn(evidence: Evidence): ReportChange | null {
  const { stage, environment, plan, hosts = [], results, started_at, finished_at } = evidence;
  const done = results.filter(({ kind, started_at }) => (kind === "step" || kind === "signal") && started_at);
  if (plan.length === 0 && (hosts.length === 0 || done.length === 0)) return null;
  const own = Map.groupBy(results, ({ host }) => host);
  return {
    ...{ stage, environment, started_at, finished_at },
    plan: firstOf(plan, maxSteps),
    hosts: firstOf(
      hosts.map(({ host, before }) => hostOf({ host, before, to: evidence.to, own: own.get(host) ?? [] })),
      maxHosts,
    ),
    tasks: firstOf(tasksOf(done), maxTasks),
  };
}

/** A host before its change, and everything that was done there. */
interface Changed {
  readonly host: string;
  readonly before: string | null;
  readonly to: string | null;
  readonly own: readonly Result[];
}

/**
 * What was last seen of a host. A release is recorded by the first `activate` that passed with nothing failed before:
 * one after a failure records the release that was rolled back to.
 */
function hostOf({ host, before, to, own }: Changed): ReportHost {
  const ms = own.reduce((sum, one) => sum + one.duration_ms, 0);
  const failed = own.find((one) => one.required && notPassed(one));
  if (failed !== undefined) return { host, before, after: before, state: "failed", failed: failed.id, ms };
  const recorded = own.find(({ id }) => id === "activate");
  if (recorded === undefined) return { host, before, after: before, state: "not-changed", failed: null, ms };
  // Where hosts are in groups, those of the other one serve.
  return recorded.facts["serves"] === false
    ? { host, before, after: null, state: "takes-no-traffic", failed: null, ms }
    : { host, before, after: to, state: "verified", failed: null, ms };
}

function tasksOf(done: readonly Result[]): readonly ReportTask[] {
  const at = ({ started_at = "" }: Result) => Date.parse(started_at);
  const zero = done.reduce((first, one) => Math.min(first, at(one)), Number.POSITIVE_INFINITY);
  return done.map((one) => ({
    ...{ id: one.id, host: one.host ?? null, start_ms: at(one) - zero, ms: one.duration_ms },
    passed: !notPassed(one),
  }));
}
