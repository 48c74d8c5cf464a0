import type { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Clock } from "../ports/clock.ts";
import type { Command, Ran, Shell } from "../ports/shell.ts";

/** How a command on a host ended. */
export interface RanThere extends Ran {
  /** Why it did not begin there; absent where it began, or where nobody knows. `again`: it may be different soon. */
  readonly unreached?: Judgement & { readonly again?: boolean };
  /** The connection was lost: whether it began, and how far it came, is unknown. */
  readonly lost?: boolean;
}

/** How one host is reached: the way for its commands, and for requests to its ports. */
export interface Transport {
  /** Begins to connect, so that the first command waits less. A fault is for that command to report. */
  connect(): void;
  /** Runs a constant command on the host; values travel on its standard input. */
  run(command: Command): Promise<RanThere>;
  /** Base address at which the runner reaches a port of the host, without any router. */
  reach(port: number): Promise<string>;
  /** Who logs in where, such as `deploy@web1`; null where no login shell is before the command. */
  readonly login: string | null;
}

/** A host as the settings name it. */
export interface HostAddress {
  readonly name: string;
  readonly address: string;
  readonly port?: number;
}

/** What an environment sets for OpenSSH. */
export interface SshOptions {
  /** Lines as in a known_hosts file. */
  readonly knownHosts: readonly string[];
  /** Name of the environment variable that holds such lines; null for none. */
  readonly knownHostsFrom: string | null;
  /** Name of the environment variable that holds the private key; null leaves keys to ssh. */
  readonly keyFrom: string | null;
  /** `user@host` or `user@host:port` between the runner and all hosts; null for none. */
  readonly jump: string | null;
  /** Options of ssh_config, by name. */
  readonly options: Readonly<Record<string, string>>;
}

/** What the hosts of one environment are reached with. */
export interface Reaching {
  readonly ssh: SshOptions;
  /** Who logs in where an address names nobody; null leaves it to ssh. */
  readonly user: string | null;
  /** Who runs the program on the hosts, by sudo; null for who logs in. */
  readonly become: string | null;
  readonly shell: Shell;
  readonly clock: Clock;
  /** The environment variable that a setting names; undefined when unset or empty. */
  readonly secret: (name: string) => string | undefined;
}

/** The ways of one kind, and what they share. */
export interface Carrier {
  to(host: HostAddress): Transport;
  /** Ends what was opened to reach the hosts, such as connections. */
  close(): Promise<void>;
}

/** A kind of transport, known by the addresses that it serves. */
export interface TransportKind {
  readonly type: string;
  /** What `address` of a host is in the settings. */
  readonly address: z.ZodType<string, string>;
  open(reaching: Reaching): Carrier;
}
