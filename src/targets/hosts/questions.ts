import type { ServerCounts, TargetQuestions } from "../../domain/fleet/asked-target.ts";
import { whole } from "../../domain/fleet/host-record.ts";
import { applicationsExpression } from "./applications.ts";
import { type Calling, failed, type Hosts } from "./context.ts";
import { logErrors } from "./observe.ts";
import { type HostReport, valuesOf } from "./report.ts";
import { type RouterPlace, routerPlaces } from "./router-places.ts";

const askMs = 20_000;
/** A virtual machine is started for it. */
const evaluateMs = 60_000;

/** What signals ask of hosts while a release is watched. */
export function questionsOf(hosts: Hosts): TargetQuestions {
  const { environment, app } = hosts.options;
  const ask = async (calling: Calling): Promise<HostReport> => {
    const report = await hosts.call(calling);
    if (failed(report)) throw new Error(report.says);
    return report;
  };
  return {
    async routerCounts() {
      const all = await Promise.all(
        routerPlaces(environment).map(async (place) =>
          countsOf(place, await ask({ host: place.host, op: "router-counts", limitMs: askMs })),
        ),
      );
      return summed(all.flat());
    },
    async memory(host, slot) {
      const report = await ask({ host, op: "memory", values: { PD_SLOT: slot }, limitMs: askMs });
      const kilobytes = whole(valuesOf(report, "memory")[0]);
      if (kilobytes === null) throw new Error(`${host} does not show the memory of slot ${slot}`);
      return kilobytes * 1_024;
    },
    async logCounts(host, slot) {
      const seen = await logErrors(hosts, host, slot);
      if (seen === null) throw new Error(`the log of slot ${slot} of ${host} cannot be read`);
      return seen;
    },
    async evaluate(host, slot, expression) {
      const values = { PD_SLOT: slot, PD_EXPRESSION: `${applicationsExpression(app)}\n${expression}` };
      return (await ask({ host, op: "evaluate", values, limitMs: evaluateMs })).relayed;
    },
  };
}

/** The servers of one router by the fleet's names; servers of others stay as they are. */
function countsOf({ own, host }: RouterPlace, { records }: HostReport): readonly ServerCounts[] {
  const names = new Map([...(own ?? [])].map(([name, here]) => [here, name]));
  return records
    .filter(([key]) => key === "counts")
    .map(([, name = "", ...numbers]) => {
      const [good, failed] = numbers.map(whole);
      if (good == null || failed == null)
        throw new Error(`the router on ${host} does not count requests of ${name}: its mode may be \`tcp\``);
      return { server: names.get(name) ?? name, requests: good + failed, failed };
    });
}

/** Several routers in front of one server count its requests together. */
function summed(all: readonly ServerCounts[]): readonly ServerCounts[] {
  const sums = new Map<string, ServerCounts>();
  for (const { server, requests, failed } of all) {
    const before = sums.get(server) ?? { requests: 0, failed: 0 };
    sums.set(server, { server, requests: before.requests + requests, failed: before.failed + failed });
  }
  return [...sums.values()];
}
