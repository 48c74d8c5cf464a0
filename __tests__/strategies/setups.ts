import { z } from "zod";
import type { Strategy } from "../../src/strategies/strategy.ts";
import { testStrategies } from "./registry.ts";

/** Slots, routers and least hosts of environments; each strategy is tried on the first one that it suits. */
const setups = [
  { slots: ["blue", "green"], routed: true, least: 1 },
  { slots: ["main"], routed: false, least: 1 },
  { slots: ["main"], routed: true, least: 2 },
] as const;

export type Setup = (typeof setups)[number];

/** The settings of each strategy alone, as a file that names none leaves them. */
const owns = new Map(
  Object.values(testStrategies).map(({ type, settings }) => [type, z.strictObject(settings).parse({})]),
);

/** What planners get as `own`. */
export const ownOf = ({ type }: Strategy): object => owns.get(type) ?? {};

/** The slots and the router of an environment that the strategy suits. */
export function setupOf({ type, suits }: Strategy): Setup {
  const setup = setups.find(({ slots, routed, least }) => {
    const hosts = ["web1", "web2"].slice(0, least);
    const layout = { hosts, slots: Object.fromEntries(slots.map((name) => [name, { port: 4000 }])), routed };
    return suits(layout).length === 0;
  });
  if (setup === undefined) throw new Error(`${type} suits none of the environments of these tests: add one`);
  return setup;
}
