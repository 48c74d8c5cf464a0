import type { Refusal, Wanted } from "../domain/fleet/plan.ts";
import { blueGreen } from "./blue-green.ts";
import { canary } from "./canary.ts";
import { restart } from "./restart.ts";
import { rolling } from "./rolling.ts";
import type { Strategy } from "./strategy.ts";

/** Strategies by their type. */
export type Strategies = Readonly<Record<string, Strategy>>;

/** Every strategy, one line each. The first one is taken where the settings name none. */
export const strategies: Strategies = byType([blueGreen, canary, rolling, restart]);

/** The strategy that is wanted. The settings know no other: a refusal is a fault of whoever asks. */
export function strategyOf({ strategy }: Pick<Wanted, "strategy">, all: Strategies): Strategy | Refusal {
  // A name that every object has, such as `constructor`, is no strategy.
  const found = Object.hasOwn(all, strategy) ? all[strategy] : undefined;
  return (
    found ?? {
      refused: "invalid_settings",
      says: `There is no strategy \`${strategy}\`.`,
      remedy: `Set \`strategy.type\` to ${Object.keys(all)
        .map((type) => `\`${type}\``)
        .join(" or ")}.`,
    }
  );
}

function byType(list: readonly Strategy[]): Strategies {
  return Object.fromEntries(list.map((one) => [one.type, one]));
}
