import type { Environment } from "../../settings/settings.ts";
import { openTransport } from "../../transports/registry.ts";
import type { Transport } from "../../transports/transport.ts";

/** How the hosts of an environment are reached, by name. */
export interface Ways {
  to(host: string): Transport;
  close(): Promise<void>;
}

/** One transport for each host, open until all are closed. */
export function waysTo({ name: environment, hosts }: Environment): Ways {
  const transports = new Map(hosts.map(({ name, address }) => [name, openTransport(address)]));
  return {
    to(host) {
      const transport = transports.get(host);
      if (transport === undefined) throw new Error(`${host} is not a host of ${environment}`);
      return transport;
    },
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
