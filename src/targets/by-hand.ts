import type { HandProcedure } from "../domain/rollback/procedures.ts";
import type { TargetType } from "../settings/settings.ts";
import { hostsByHand } from "./hosts/by-hand.ts";
import type { TargetOptions } from "./target.ts";

/** What a person needs of a target to roll it back without the suite. */
type Rolled = Pick<TargetOptions, "app" | "environment">;

/** The commands by hand of every target, one line each: who only writes them down does not load the targets. */
const targets: Readonly<Record<TargetType, (of: Rolled) => Promise<HandProcedure>>> = {
  hosts: hostsByHand,
};

/** How a person rolls the environment back by hand. */
export function byHandOf(of: Rolled): Promise<HandProcedure> {
  return targets[of.environment.target](of);
}
