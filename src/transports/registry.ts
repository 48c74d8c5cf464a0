import type { z } from "zod";
import { local } from "./local.ts";
import { ssh } from "./ssh.ts";
import type { Carrier, Reaching, TransportKind } from "./transport.ts";

/** Every transport, one line each. The first one whose addresses fit is taken. */
const transports: readonly [TransportKind, ...TransportKind[]] = [local, ssh];

/** What `address` of a host may be in the settings file. */
export const hostAddress: z.ZodType<string, string> = transports
  .slice(1)
  .reduce((all, kind) => all.or(kind.address), transports[0].address);

/** The ways to the hosts of an environment, each by its address. */
export function openTransports(reaching: Reaching): Carrier {
  const open = new Map<TransportKind, Carrier>();
  return {
    to(host) {
      const kind = transports.find((one) => one.address.safeParse(host.address).success);
      // The settings file was read with these very addresses.
      if (kind === undefined) throw new Error(`No transport reaches ${host.name} at ${host.address}`);
      const carrier = open.get(kind) ?? kind.open(reaching);
      open.set(kind, carrier);
      return carrier.to(host);
    },
    async close() {
      await Promise.all([...open.values()].map((carrier) => carrier.close()));
    },
  };
}
