import type { RouterFacts } from "../../domain/fleet.ts";
import type { DrainStep, ServerWeights, ShiftStep } from "../../domain/plan.ts";
import type { Fact, Judgement } from "../../domain/result.ts";
import { type Calling, failed, type Hosts, unreadable } from "./context.ts";
import { type HostReport, warningsIn } from "./report.ts";

const askMs = 30_000;
const pauseMs = 200;

/** Moves traffic, and passes only where the router reads back as it was ordered. */
export async function shiftOn(hosts: Hosts, step: ShiftStep): Promise<Judgement> {
  const { router } = hosts.options.environment;
  const ordered = Object.entries(step.weights).map(([name, weight]) => `${name}=${weight}`);
  const values = { PD_WEIGHTS: ordered.join(" ") };
  const report = await atRouter(hosts, { op: "shift", values, limitMs: step.limitMs });
  if (failed(report)) return report;
  const seen = serversIn(hosts, report);
  if (typeof seen === "string") return unreadable(seen);
  const wrong = router.differences(step.weights, seen);
  if (wrong.length > 0)
    return {
      verdict: "fail",
      reason_code: "router_failed",
      says: `${router.name} did not apply the change: ${wrong.join("; ")}.`,
      remedy: router.remedy,
    };
  const { records } = report;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `New requests go to ${shares(step.weights)}, as read back.`,
    facts: { servers: stateFacts(seen) },
    warnings: [...warningsIn(report), ...router.warnings({ wanted: step.weights, seen, records })],
  };
}

/** Waits until the router has no more sessions on these servers, at most until the limit. */
export async function drainOn(hosts: Hosts, step: DrainStep): Promise<Judgement> {
  const { clock } = hosts.options;
  const servers = step.servers.join(", ");
  const began = clock.ticks();
  let left: number | null = null;
  while (clock.ticks() - began < step.limitMs) {
    const report = await atRouter(hosts, { op: "router", limitMs: askMs });
    if (failed(report)) return report;
    const seen = serversIn(hosts, report);
    if (typeof seen === "string") return unreadable(seen);
    left = step.servers.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
    if (left === 0) return drained(`No requests are left on ${servers}.`, left);
    await clock.sleep(pauseMs);
  }
  // Long connections never end by themselves: the limit was the user's choice, and is said.
  const after = `after ${Math.round(step.limitMs / 1_000)} s; they are cut`;
  return drained(`${left ?? "An unknown number of"} connections were left on ${servers} ${after}.`, left);
}

function drained(says: string, sessions: number | null): Judgement {
  return { verdict: "pass", reason_code: "passed", says, facts: { sessions } };
}

function atRouter({ options, call }: Hosts, calling: Omit<Calling, "host">) {
  return call({ ...calling, host: options.environment.routerHost });
}

function serversIn({ options }: Hosts, { records }: HostReport): RouterFacts | string {
  return options.environment.router.read(records) ?? "The settings name no router.";
}

function shares(weights: ServerWeights): string {
  const open = Object.entries(weights).filter(([, weight]) => weight > 0);
  return open.map(([name, weight]) => (weight === 100 ? name : `${name} (${weight} %)`)).join(", ");
}

function stateFacts(servers: RouterFacts): Fact {
  return Object.fromEntries(
    Object.entries(servers).map(([name, seen]) => [name, `${seen.state}, weight ${seen.weight} %`]),
  );
}
