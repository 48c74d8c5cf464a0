import { z } from "zod";
import type { Strategy } from "../../src/strategies/strategy.ts";

/** Leaves everything as it is, and says why. The shortest strategy there can be. */
export const noop: Strategy<{ readonly why: string }> = {
  type: "noop",
  settings: { why: z.string().max(100).prefault("nobody asked") },
  holds: false,
  suits: ({ hosts }) =>
    hosts.length === 1 ? [] : [{ key: "hosts", says: "noop needs one host.", remedy: "Name one under `hosts`." }],
  deploy: (_fleet, { environment, own }) => ({ says: `Leave ${environment} as it is: ${own.why}.`, steps: [] }),
  recover: () => [],
  rollback: (_fleet, { mark }) => mark,
  warnings: (steps) => (steps.length === 0 ? ["Nothing is deployed."] : []),
};
