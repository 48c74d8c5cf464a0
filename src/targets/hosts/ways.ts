import { openTransport } from "../../transports/registry.ts";
import type { Transport } from "../../transports/transport.ts";
import type { TargetOptions } from "../target.ts";

/** How the hosts of an environment are reached, by name. */
export interface Ways {
  to(host: string): Transport;
  close(): Promise<void>;
}

/** One transport for each host, open until all are closed. */
export function waysTo({ environment, shell }: Pick<TargetOptions, "environment" | "shell">): Ways {
  const { hosts } = environment;
  const transports = new Map(hosts.map(({ name, address }) => [name, openTransport({ name, address, shell })]));
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
