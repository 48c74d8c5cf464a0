import type { ReasonCode } from "../domain/evidence/reason.ts";
import type { Fleet } from "../domain/fleet/fleet.ts";
import type { Plan, Refusal, Step, Wanted } from "../domain/fleet/plan.ts";
import type { SchemaReturn } from "../domain/fleet/schema.ts";
import { activeOf, mayTakeTraffic, runs, slotNames } from "./facts.ts";
import { drainAndStop } from "./phases.ts";
import * as step from "./steps.ts";
import { underLock } from "./under-lock.ts";

/**
 * The end of a rollback that takes the schema back too: last of all, when the release that is left neither takes
 * traffic nor runs any more, once for the fleet, from the code of that release.
 */

/** The release that a rollback of the schema leaves, and the one that serves then. */
interface Between {
  readonly left: string;
  readonly to: string;
}

type Wish = Omit<Wanted, "release" | "migrate"> & {
  readonly schema?: SchemaReturn | null;
};

/**
 * Where traffic is back already, after a rollback that kept the schema or that failed at it: the release that serves,
 * and the one that was left, which is marked bad. `choice` says why traffic goes nowhere; null where that is not so.
 */
export function leftAlready(fleet: Fleet, { refused }: Pick<Refusal, "refused">): Between | null {
  const active = activeOf(fleet);
  const left = active?.before ?? null;
  if (active === null || left === null || !fleet.hosts.some(({ bad }) => bad.includes(left))) return null;
  const back: readonly ReasonCode[] = ["already_active", "release_marked_bad", "no_previous_release"];
  return back.includes(refused) ? { left, to: active.release } : null;
}

/** Why the schema must not be rolled back from these facts; null where it may, or is not to be. */
export function schemaRefused(fleet: Fleet, { schema = null }: Wish, { left, to }: Between): Refusal | null {
  if (schema === null) return null;
  if (schema.from !== left || schema.to !== to) {
    return {
      refused: "migration_out_of_order",
      says:
        `The schema was looked at for a rollback from ${schema.from} to ${schema.to}, ` +
        `and it would be from ${left} to ${to} now.`,
      remedy: "Another run changed the environment meanwhile: run again.",
    };
  }
  const [away] = fleet.away ?? [];
  if (away === undefined) return null;
  return {
    refused: away.reason_code,
    says: `${away.host} cannot be observed, and may run ${left}, which needs the schema: ${away.says}`,
    remedy: `${away.remedy} Or go back with \`migrations: keep\`.`.trim(),
  };
}

/** The last step; none where no version goes. */
export function revertLast({ schema = null }: Wish): readonly Step[] {
  return schema === null || schema.going.length === 0 ? [] : [step.revert(schema)];
}

/** The data that goes with it, for whoever allowed that. */
export function revertWarnings({ schema = null }: Wish): readonly string[] {
  if (schema === null) return [];
  if (schema.going.length === 0)
    return [`The schema has nothing of ${schema.from} that would have to be rolled back: it stays as it is.`];
  return schema.losses.map((one) => `Lost with the schema, as \`allow-data-loss\` allows: ${one}.`);
}

/** What an interrupted run left to be recorded, the facts after it, and why traffic goes nowhere. */
interface Returned {
  readonly completing: readonly Step[];
  readonly fleet: Fleet;
  readonly choice: Refusal;
}

/** Traffic is back already: only the schema is rolled back. Null where that is not asked for. */
export function revertAlone({ completing, fleet, choice }: Returned, wish: Wish): Plan | Refusal | null {
  const { schema = null } = wish;
  const between = leftAlready(fleet, choice);
  if (schema === null || between === null) return null;
  const refused = schemaRefused(fleet, wish, between) ?? stillServes(fleet, between.left);
  if (refused !== null) return refused;
  const ends = slotNames(fleet).flatMap((slot) => {
    const running = fleet.hosts.filter((host) => runs(host, slot, between.left));
    const wanted: Wanted = { ...wish, release: between.to, migrate: false };
    const why = () => "it needs the schema that is rolled back";
    return running.length === 0 ? [] : drainAndStop({ fleet, wanted, slot }, running, why);
  });
  return underLock(fleet, wish, {
    says: `Roll the schema of ${wish.environment} back: ${between.to} serves already, and ${between.left} was left.`,
    leaves: between.left,
    warnings: revertWarnings(wish),
    steps: [...completing, ...ends, ...revertLast(wish)],
  });
}

function stillServes(fleet: Fleet, left: string): Refusal | null {
  const behind = fleet.hosts.find(({ active }) => active?.release === left);
  if (behind !== undefined) {
    return {
      refused: "schema_in_use",
      says: `${behind.host} still has ${left} on record as what serves, and needs the schema.`,
      remedy: "Deploy the release that serves again, which brings every host to it; then run `rollback` again.",
    };
  }
  const slot = slotNames(fleet).find((name) =>
    fleet.hosts.some((host) => runs(host, name, left) && mayTakeTraffic(fleet, host, name)),
  );
  if (slot === undefined) return null;
  return {
    refused: "schema_in_use",
    says: `${left} in slot ${slot} still takes requests, and needs the schema.`,
    remedy: "Send them to the release that serves, and run again.",
  };
}
