import type { z } from "zod";
import { local } from "./local.ts";
import type { HostAddress, Transport, TransportKind } from "./transport.ts";

/** Every transport, one line each. The first one whose addresses fit is taken. */
const transports: readonly [TransportKind, ...TransportKind[]] = [local];

/** What `address` of a host may be in the settings file. */
export const hostAddress: z.ZodType<string, string> = transports
  .slice(1)
  .reduce((all, kind) => all.or(kind.address), transports[0].address);

/** The way to a host, by its address. */
export function openTransport(host: HostAddress): Transport {
  const kind = transports.find((one) => one.address.safeParse(host.address).success);
  // The settings file was read with these very addresses.
  if (kind === undefined) throw new Error(`No transport reaches ${host.name} at ${host.address}`);
  return kind.open(host);
}
