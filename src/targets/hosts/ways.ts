import type { Environment, Host } from "../../settings/settings.ts";
import { openTransports } from "../../transports/registry.ts";
import type { Transport } from "../../transports/transport.ts";
import type { TargetOptions } from "../target.ts";

/** How the hosts of an environment are reached, by name. */
export interface Ways {
  to(host: string): Transport;
  /** Begins to reach all. */
  connect(): void;
  close(): Promise<void>;
}

/** Every host that a change locks: those of the application, and those that only have a router. */
export function machinesOf({ hosts, routerHosts }: Pick<Environment, "hosts" | "routerHosts">): readonly Host[] {
  return [...hosts, ...routerHosts.filter(({ name }) => hosts.every((host) => host.name !== name))];
}

/** Nothing is set of ssh: its own configuration alone counts. */
const plainSsh = { knownHosts: [], knownHostsFrom: null, keyFrom: null, jump: null, options: {} };

/** One transport for each host, open until all are closed. */
export function waysTo({ environment, shell, clock, secret }: TargetOptions): Ways {
  const { account, ssh } = environment;
  const carrier = openTransports({
    ssh: ssh ?? plainSsh,
    user: account?.user ?? null,
    become: account?.become ?? null,
    ...{ shell, clock, secret: secret ?? (() => undefined) },
  });
  const transports = new Map(machinesOf(environment).map((host) => [host.name, carrier.to(host)]));
  return {
    to(host) {
      const transport = transports.get(host);
      if (transport === undefined) throw new Error(`${host} is not a host of ${environment.name}`);
      return transport;
    },
    connect() {
      for (const transport of transports.values()) transport.connect();
    },
    close: () => carrier.close(),
  };
}
