import type { ChangeStep, Target, TargetOptions } from "../target.ts";
import { callerOf } from "./call.ts";
import { openHosts } from "./context.ts";
import { fitnessOf } from "./fit.ts";
import { beatMs, beatsOfGuard } from "./lease.ts";
import { keepLocks, renew } from "./lock.ts";
import { answering, logErrors, logTail, observeHosts, recordedManifest } from "./observe.ts";
import { performStep } from "./operations.ts";
import { planningOf } from "./planning.ts";
import { questionsOf } from "./questions.ts";
import { schemaReturnOn } from "./reverting.ts";
import { drainOn, shiftOn } from "./traffic.ts";
import { withUnits } from "./units.ts";
import { uploadOn } from "./upload.ts";
import { waysTo } from "./ways.ts";

/** Hosts, each by its transport: the very same program on `/bin/sh`, whatever way leads there. */
export function hostsTarget(options: TargetOptions): Target {
  const { slots } = options.environment;
  const ways = waysTo(options);
  const hosts = openHosts({ options, ways, call: callerOf(options, ways) });

  // From a guarded shift on, the hosts have to see that this run lives before their guards act.
  let everyMs = beatMs(options);

  const reach = (host: string, slot: string) => ways.to(host).reach(slots[slot]?.port ?? 0);

  async function perform(step: ChangeStep) {
    switch (step.type) {
      case "upload":
        return uploadOn(hosts, step);
      case "drain":
        return drainOn(hosts, step);
      case "shift":
        if (step.guard !== undefined) everyMs = Math.min(everyMs, (step.guard.seconds * 1_000) / beatsOfGuard);
        return shiftOn(hosts, step);
      case "start": {
        // What starts is asked next whether it is healthy, through a forward that can be opened meanwhile.
        const [judgement] = await Promise.all([performStep(hosts, step), reach(step.host, step.slot).catch(() => "")]);
        return judgement;
      }
      default:
        return performStep(hosts, step);
    }
  }

  return {
    ...withUnits(planningOf(options.environment), options),
    connect: () => ways.connect(),
    observe: () => observeHosts(hosts),
    fitness: () => fitnessOf(hosts),
    perform,
    reach,
    recorded: (release) => recordedManifest(hosts, release),
    answering: (host, slot) => answering(hosts, host, slot),
    async running(host, slot) {
      const seen = await answering(hosts, host, slot);
      return seen?.process ? { ...seen.process, served: seen.listener === "own" } : null;
    },
    logTail: (host, slot) => logTail(hosts, host, slot),
    logErrors: (host, slot) => logErrors(hosts, host, slot),
    questions: questionsOf(hosts),
    schemaReturn: (fleet, wish) => schemaReturnOn(hosts, fleet, wish),
    renew: () => renew(hosts),
    keepLock: () => keepLocks(hosts, () => everyMs),
    close: () => ways.close(),
  };
}
