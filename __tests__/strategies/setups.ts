import { z } from "zod";
import type { Strategies } from "../../src/strategies/registry.ts";
import { type Strategy, unsuitedOf } from "../../src/strategies/strategy.ts";
import { FleetModel } from "./fleet-model.ts";
import { testStrategies } from "./registry.ts";

/** Slots, routers and least hosts of environments; each strategy is tried on those that it suits. */
const setups = [
  { name: "and two slots a host", slots: ["blue", "green"], routed: true, least: 1 },
  { name: "and two groups of hosts", slots: ["blue", "green"], routed: "in groups", least: 2 },
  { name: "and one slot", slots: ["main"], routed: false, least: 1 },
  { name: "and one slot behind a router", slots: ["main"], routed: true, least: 2 },
] as const;

export type Setup = (typeof setups)[number];

/** The settings of each strategy alone, as a file that names none leaves them. */
const owns = new Map(
  Object.values(testStrategies).map(({ type, settings }) => [type, z.strictObject(settings).parse({})]),
);

/** What planners get as `own`. */
export const ownOf = ({ type }: Strategy): object => owns.get(type) ?? {};

/** The environments that the strategy suits: of those without groups the first, and groups where it knows them. */
function setupsOf(strategy: Strategy): readonly [Setup, ...Setup[]] {
  const suited = setups.filter(({ slots, routed, least }) => {
    const { groups } = new FleetModel(least, slots, routed).facts();
    const hosts = ["web1", "web2"].slice(0, least);
    const layout = { hosts, slots: Object.fromEntries(slots.map((name) => [name, { port: 4000 }])), routed: !!routed };
    return unsuitedOf(strategy, groups === undefined ? layout : { ...layout, groups }).length === 0;
  });
  const first = suited.find(({ routed }) => routed !== "in groups");
  if (first === undefined) throw new Error(`${strategy.type} suits none of the environments of these tests: add one`);
  return [first, ...suited.filter(({ routed }) => routed === "in groups")];
}

/** A strategy on an environment that it suits. */
export interface Tried {
  readonly strategy: Strategy;
  readonly setup: Setup;
}

/** Each strategy on each of its environments, with words for the title of a test. */
export const triedOf = (strategies: Strategies) =>
  Object.values(strategies).flatMap((strategy) =>
    setupsOf(strategy).map((setup) => ({ type: strategy.type, where: setup.name, strategy, setup })),
  );
