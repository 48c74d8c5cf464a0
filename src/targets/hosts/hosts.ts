import { startHeartbeat } from "../heartbeat.ts";
import type { ChangeStep, Target, TargetOptions } from "../target.ts";
import { callerOf } from "./call.ts";
import type { Hosts } from "./context.ts";
import { fitnessOf } from "./fit.ts";
import { beatMs } from "./lease.ts";
import { renew } from "./lock.ts";
import { answering, logErrors, logTail, observeHosts } from "./observe.ts";
import { performStep } from "./operations.ts";
import { packerOf } from "./packer.ts";
import { planningOf } from "./planning.ts";
import { drainOn, shiftOn } from "./traffic.ts";
import { withUnits } from "./units.ts";
import { uploadOn } from "./upload.ts";
import { waysTo } from "./ways.ts";

/** Hosts, each by its transport: the very same program on `/bin/sh -s`, whatever way leads there. */
export function hostsTarget(options: TargetOptions): Target {
  const { slots } = options.environment;
  const ways = waysTo(options);
  const hosts: Hosts = { options, ways, call: callerOf(options, ways), packer: packerOf(options) };

  async function perform(step: ChangeStep) {
    switch (step.type) {
      case "upload":
        return uploadOn(hosts, step);
      case "drain":
        return drainOn(hosts, step);
      case "shift":
        return shiftOn(hosts, step);
      default:
        return performStep(hosts, step);
    }
  }

  return {
    ...withUnits(planningOf(options.environment), options),
    observe: () => observeHosts(hosts),
    fitness: () => fitnessOf(hosts),
    perform,
    reach: (host, slot) => ways.to(host).reach(slots[slot]?.port ?? 0),
    answering: (host, slot) => answering(hosts, host, slot),
    async running(host, slot) {
      const seen = await answering(hosts, host, slot);
      return seen?.process ? { ...seen.process, served: seen.listener === "own" } : null;
    },
    logTail: (host, slot) => logTail(hosts, host, slot),
    logErrors: (host, slot) => logErrors(hosts, host, slot),
    renew: () => renew(hosts),
    keepLock: () => startHeartbeat(() => renew(hosts), beatMs(options), options.clock),
    close: () => ways.close(),
  };
}
