import type { Renewal } from "../heartbeat.ts";
import { failed, type Hosts } from "./context.ts";
import { machinesOf } from "./ways.ts";

/** Renews the lock on every host: lost where one names another owner, unknown where one does not answer. */
export async function renew({ options, call }: Hosts): Promise<Renewal> {
  const reports = await Promise.all(
    machinesOf(options.environment).map(({ name }) => call({ host: name, op: "renew", limitMs: 30_000 })),
  );
  const failures = reports.filter(failed);
  const lost = failures.find(({ reason_code }) => reason_code === "lock_lost");
  if (lost !== undefined) return { lost: lost.says };
  return failures.length === 0 ? "kept" : "unknown";
}
