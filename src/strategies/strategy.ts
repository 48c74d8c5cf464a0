import type { z } from "zod";
import type { Active, Fleet, HostFacts, Layout } from "../domain/fleet/fleet.ts";
import type { Step, Wanted } from "../domain/fleet/plan.ts";

/**
 * How a release replaces another one. A value for each strategy, registered in `registry.ts`: settings, plans and pages
 * know strategies by this interface alone. What holds for all of them, such as locks, marks and which release a
 * rollback goes to, is planned around it (`deploy.ts`, `recover.ts`, `rollback.ts`).
 */
export interface Strategy<Own extends object = object> {
  /** Its name in the settings: `strategy: {type: …}`. */
  readonly type: string;
  /** Each slot may be on a group of hosts of its own. Absent where every host needs every slot. */
  readonly groups?: true;
  /** Keys of `strategy` in the settings that only this one has. Its planners get them as `wanted.own`. */
  readonly settings: { readonly [Key in keyof Own]: z.ZodType<Own[Key]> };
  /** True where the previous release goes on running after a deployment, until its hold is over. */
  readonly holds: boolean;
  /** What of these hosts, slots and router it cannot work with; empty where it can. */
  suits(layout: Layout): readonly Unsuited[];
  /** From what is there now to the wanted release, verified and recorded. */
  deploy(fleet: Fleet, wanted: Wanted<Own>): Draft;
  /** From what a failed deployment left back to the active release, verified and recorded. */
  recover(fleet: Fleet, recovery: Recovery<Own>): readonly Step[];
  /** From the release that is left to the one that a person goes back to, verified and recorded. */
  rollback(fleet: Fleet, rollback: Rollback<Own>): readonly Step[];
  /** What the approver should know of these steps beforehand. */
  warnings(steps: readonly Step[]): readonly string[];
}

/** Why a strategy cannot work in an environment, and the key of the settings that says so. */
export interface Unsuited {
  readonly key: "slots" | "router" | "hosts";
  readonly says: string;
  readonly remedy: string;
}

/** What is done between taking the locks and giving them back, and a sentence about it. */
export interface Draft {
  readonly says: string;
  readonly steps: readonly Step[];
}

/** A deployment that failed, and what is there to go back to. */
export interface Recovery<Own extends object = object> {
  /** What was asked for; its release is the one that failed. */
  readonly failed: Wanted<Own>;
  /** What was verified last: where traffic goes. */
  readonly active: Active;
  /** The hosts that keep the active release. */
  readonly able: readonly HostFacts[];
  /** Marks the failed release as bad, if it is to be: done once the active release is recorded. */
  readonly mark: readonly Step[];
}

/** A rollback that a person asked for. */
export interface Rollback<Own extends object = object> {
  /** Its release is the one that the rollback goes to. */
  readonly wanted: Wanted<Own>;
  /** True where that release is the last one that was verified. */
  readonly verified: boolean;
  /** Marks the release that is left as bad, if it is to be: done before the record. */
  readonly mark: readonly Step[];
}

/** What of these hosts, slots and router a strategy cannot work with, also where hosts are in groups. */
export function unsuitedOf({ type, groups, suits }: Pick<Strategy, "type" | "groups" | "suits">, layout: Layout) {
  if (layout.groups === undefined || groups === true) return suits(layout);
  const unsuited: Unsuited = {
    key: "hosts",
    says: `Hosts have a \`group\`, and strategy \`${type}\` needs every slot on every host.`,
    remedy: "Set `strategy: {type: blue-green}`, or remove `group` from every host.",
  };
  return [unsuited];
}
