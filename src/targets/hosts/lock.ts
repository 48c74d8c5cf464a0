import type { Heartbeat, Renewal } from "../heartbeat.ts";
import { startHeartbeat } from "../heartbeat.ts";
import { failed, type Hosts } from "./context.ts";
import { machinesOf } from "./ways.ts";

/** Renews the lock on every host: lost where one names another owner, unknown where one does not answer. */
export async function renew(hosts: Hosts): Promise<Renewal> {
  const renewals = await Promise.all(machinesOf(hosts.options.environment).map(({ name }) => renewOn(hosts, name)));
  return (
    renewals.find((one) => typeof one === "object") ?? (renewals.every((one) => one === "kept") ? "kept" : "unknown")
  );
}

/** Renews the lock of each host all the time; one that does not answer delays no other. */
export function keepLocks(hosts: Hosts, everyMs: () => number): Heartbeat {
  const { environment, clock } = hosts.options;
  const beats = machinesOf(environment).map(({ name }) => startHeartbeat(() => renewOn(hosts, name), everyMs, clock));
  return {
    lost: () => beats.map((beat) => beat.lost()).find((why) => why !== null) ?? null,
    stop() {
      for (const beat of beats) beat.stop();
    },
  };
}

async function renewOn({ call }: Hosts, host: string): Promise<Renewal> {
  const report = await call({ host, op: "renew", limitMs: 30_000 });
  if (!failed(report)) return "kept";
  return report.reason_code === "lock_lost" ? { lost: report.says } : "unknown";
}
