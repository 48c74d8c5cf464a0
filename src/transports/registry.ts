import type { z } from "zod";
import { local } from "./local.ts";
import type { Transport, TransportKind } from "./transport.ts";

/** Every transport, one line each. The first one whose addresses fit is taken. */
const transports: readonly [TransportKind, ...TransportKind[]] = [local];

/** What `address` of a host may be in the settings file. */
export const hostAddress: z.ZodType<string, string> = transports
  .slice(1)
  .reduce((all, kind) => all.or(kind.address), transports[0].address);

/** The way to the host with this address. */
export function openTransport(address: string): Transport {
  const kind = transports.find((one) => one.address.safeParse(address).success);
  // The settings file was read with these very addresses.
  if (kind === undefined) throw new Error(`No transport reaches the address ${address}`);
  return kind.open(address);
}
