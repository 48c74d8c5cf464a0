import type { HandProcedure } from "../domain/procedures.ts";
import type { TargetType } from "../settings/settings.ts";
import { hostsByHand } from "./hosts/by-hand.ts";
import { hostsTarget } from "./hosts/hosts.ts";
import type { Target, TargetOptions } from "./target.ts";

/** What a person needs of a target to roll it back without the suite. */
type Rolled = Pick<TargetOptions, "app" | "environment">;

interface TargetKind {
  readonly open: (options: TargetOptions) => Target;
  readonly byHand: (of: Rolled) => Promise<HandProcedure>;
}

/** Every target, one line each, by the word for it in the settings. */
const targets: Readonly<Record<TargetType, TargetKind>> = {
  hosts: { open: hostsTarget, byHand: hostsByHand },
};

/** The target of an environment, as this run may change it. */
export function openTarget(options: TargetOptions): Target {
  return targets[options.environment.target].open(options);
}

/** How a person rolls the environment back by hand. */
export function byHandOf(of: Rolled): Promise<HandProcedure> {
  return targets[of.environment.target].byHand(of);
}
