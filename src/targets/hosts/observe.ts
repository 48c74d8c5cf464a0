import type { Answering, HostFacts, RouterFacts } from "../../domain/fleet.ts";
import type { Observed } from "../target.ts";
import { failed, type Hosts, unreadable } from "./context.ts";
import { readAnswering, readFacts } from "./facts.ts";

/** Everything that a plan needs: each host, and the router as reported by the host on which it is changed. */
export async function observeHosts({ options, call }: Hosts): Promise<Observed> {
  const { hosts, slots, router, routerHost } = options.environment;
  const facts: HostFacts[] = [];
  let routerFacts: RouterFacts | null = null;
  for (const { name } of hosts) {
    const report = await call({ host: name, op: "observe", limitMs: 60_000 });
    if (failed(report)) return { failed: report };
    const seen = readFacts(report, name, slots);
    if (typeof seen === "string") return { failed: unreadable(seen) };
    facts.push(seen);
    if (name !== routerHost) continue;
    const servers = router.read(report.records);
    if (typeof servers === "string") return { failed: { ...unreadable(servers), reason_code: "router_failed" } };
    routerFacts = servers;
  }
  return { fleet: { hosts: facts, router: routerFacts } };
}

/** Who answers on a slot's port; null when the host cannot be asked. */
export async function answering({ call }: Hosts, host: string, slot: string): Promise<Answering | null> {
  const report = await call({ host, op: "running", values: { PD_SLOT: slot }, limitMs: 30_000 });
  return failed(report) ? null : readAnswering(report);
}

/** The last lines that a slot's process printed. */
export async function logTail({ call }: Hosts, host: string, slot: string): Promise<string> {
  const report = await call({ host, op: "log", values: { PD_SLOT: slot }, limitMs: 30_000 });
  return failed(report) ? "" : report.relayed;
}
