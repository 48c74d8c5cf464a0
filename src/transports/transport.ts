import type { z } from "zod";
import type { Shell } from "../ports.ts";

/** How one host is reached: the way for its commands, and for requests to its ports. */
export interface Transport {
  /** The words before each command; none on this machine. No value is ever among them. */
  readonly prefix: readonly string[];
  /** Base address at which the runner reaches a port of the host, without any router. */
  reach(port: number): Promise<string>;
  /** Ends what was opened to reach the host, such as connections. */
  close(): Promise<void>;
}

/** A command as it is started here to run on the host. */
export function behind({ prefix }: Transport, command: readonly [string, ...string[]]): [string, ...string[]] {
  const [first = command[0], ...rest] = [...prefix, ...command];
  return [first, ...rest];
}

/** A host as the settings name it, and what connections to it are made with. */
export interface HostAddress {
  readonly name: string;
  readonly address: string;
  readonly shell: Shell;
}

/** A kind of transport, known by the addresses that it serves. */
export interface TransportKind {
  readonly type: string;
  /** What `address` of a host is in the settings. */
  readonly address: z.ZodType<string, string>;
  open(host: HostAddress): Transport;
}
