import type { UnitEnd } from "../../domain/fleet/fleet.ts";
import { counted } from "../../domain/values/plural.ts";

/** Why systemd ended a slot's process or started it again, and what to do. */
interface Ending {
  readonly says: string;
  readonly remedy?: string;
}

const kill = 9;

/** How a slot's process ended by what systemd has of it; null where it shows nothing. */
export function unitEnding({ restarts, result, status, memoryMax }: UnitEnd): Ending | null {
  const again = restarts === 0 ? "" : ` It was started again ${counted(restarts, "time")} before.`;
  const limit = memoryMax === null ? "" : `${Math.round(memoryMax / 2 ** 20)} MiB of memory`;
  const remedy = "Raise `systemd.memory-max` in the settings, or find out what takes the memory.";
  if (result === "oom-kill")
    return {
      says: `systemd reports that it was killed for its use of memory${limit && `; its unit allows ${limit}`}.${again}`,
      remedy,
    };
  // Kernels with the older control groups do not report to systemd that it was the limit.
  if (result === "signal" && status === kill && memoryMax !== null)
    return {
      says: `systemd reports that it was killed by signal 9 (SIGKILL); its unit allows ${limit}.${again}`,
      remedy,
    };
  const why: Readonly<Record<string, string>> = {
    "exit-code": `it exited with code ${status}`,
    signal: `it was ended by signal ${status}`,
    "core-dump": `it was ended by signal ${status}`,
    timeout: "it did not start or stop in the time of its unit",
    "start-limit-hit": "it ended too often, so that it is not started again",
    resources: "it had no resources to start it",
  };
  const seen = why[result];
  if (seen !== undefined) return { says: `systemd reports that ${seen}.${again}` };
  return restarts === 0 ? null : { says: `systemd started it again ${counted(restarts, "time")} since its start.` };
}
