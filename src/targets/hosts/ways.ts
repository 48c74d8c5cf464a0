import type { Environment, Host } from "../../settings/settings.ts";
import { openTransport } from "../../transports/registry.ts";
import type { Transport } from "../../transports/transport.ts";
import type { TargetOptions } from "../target.ts";

/** How the hosts of an environment are reached, by name. */
export interface Ways {
  to(host: string): Transport;
  close(): Promise<void>;
}

/** Every host that a change locks: those of the application, and those that only have a router. */
export function machinesOf({ hosts, routerHosts }: Pick<Environment, "hosts" | "routerHosts">): readonly Host[] {
  return [...hosts, ...routerHosts.filter(({ name }) => hosts.every((host) => host.name !== name))];
}

/** One transport for each host, open until all are closed. */
export function waysTo({ environment, shell }: Pick<TargetOptions, "environment" | "shell">): Ways {
  const transports = new Map(
    machinesOf(environment).map(({ name, address }) => [name, openTransport({ name, address, shell })]),
  );
  return {
    to(host) {
      const transport = transports.get(host);
      if (transport === undefined) throw new Error(`${host} is not a host of ${environment.name}`);
      return transport;
    },
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
