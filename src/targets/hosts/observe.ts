import type { Judgement } from "../../domain/evidence/result.ts";
import { type Answering, type Away, type HostFacts, slotsOn } from "../../domain/fleet/fleet.ts";
import { whole } from "../../domain/fleet/host-record.ts";
import type { Environment } from "../../settings/settings.ts";
import type { LogErrors, Observed } from "../target.ts";
import { failed, type Hosts, unreadable } from "./context.ts";
import { readAnswering, readFacts } from "./facts.ts";
import { type HostReport, valuesOf } from "./report.ts";
import { mergeRouters, type RouterSeen, routerPlaces } from "./router-places.ts";
import { machinesOf } from "./ways.ts";

/** Everything that a plan needs, asked of all hosts at once: each host, and the routers as their hosts report them. */
export async function observeHosts({ options, call, looks }: Hosts): Promise<Observed> {
  const { environment } = options;
  const { hosts, router, groups } = environment;
  const reports = new Map<string, HostReport>();
  const facts = new Map<string, HostFacts>();
  const routing = new Set(router.routes ? environment.routerHosts.map((host) => host.name) : []);
  const answers = await Promise.all(
    machinesOf(environment).map(async ({ name }) => ({
      name,
      report: looks.take(name) ?? (await call({ host: name, op: "observe", limitMs: 60_000 })),
    })),
  );
  const silent = answers.flatMap(({ name, report }) => (failed(report) ? [{ name, report }] : []));
  const blind = unplannable(environment, silent);
  if (blind !== null) return { failed: blind };
  const away = silent.map(({ name, report: { reason_code, says, remedy = "" } }): Away => {
    return { host: name, reason_code, says, remedy };
  });
  for (const { name, report } of answers) {
    if (failed(report)) continue;
    const seen = readFacts(report, name, slotsOn(environment, name));
    if (typeof seen === "string") return { failed: unreadable(seen) };
    reports.set(name, report);
    facts.set(name, { ...seen, routes: routing.has(name) });
  }
  const seen: RouterSeen[] = [];
  for (const place of routerPlaces(environment)) {
    if (away.some(({ host }) => host === place.host)) continue;
    const servers = router.read(reports.get(place.host)?.records ?? []);
    if (typeof servers === "string") {
      const says = router.on === null && hosts.length === 1 ? servers : `${place.host}: ${servers}`;
      return { failed: { ...unreadable(says), reason_code: "router_failed", remedy: router.remedy } };
    }
    if (servers !== null) seen.push({ place, servers });
  }
  const named = hosts.map(({ name }) => name);
  const all = [...facts.values()];
  const others = all.filter(({ host }) => !named.includes(host));
  return {
    fleet: {
      hosts: all.filter(({ host }) => named.includes(host)),
      router: mergeRouters(seen),
      routing: { weights: router.weights, shared: router.on !== null },
      ...(groups === undefined ? {} : { groups }),
      ...(away.length === 0 ? {} : { away }),
      ...(others.length === 0 ? {} : { routerHosts: others }),
    },
  };
}

interface Silent {
  readonly name: string;
  readonly report: Judgement;
}

/**
 * Without a router of the fleet, or without any host, nothing can be planned: why, for all hosts; null where it can.
 */
function unplannable({ hosts, router }: Environment, silent: readonly Silent[]): Judgement | null {
  const [first, ...others] = silent;
  if (first === undefined) return null;
  const gone = new Set(silent.map(({ name }) => name));
  const runs = hosts.some(({ name }) => !gone.has(name));
  const routes = router.on === null ? true : !router.on.some((name) => gone.has(name));
  if (runs && routes) return null;
  if (others.length === 0) return first.report;
  const says = silent.map(({ name, report }) =>
    report.says.startsWith(name) ? report.says : `${name}: ${report.says}`,
  );
  const remedies = [...new Set(silent.map(({ report }) => report.remedy ?? ""))].filter((text) => text !== "");
  return { ...first.report, says: says.join(" "), remedy: remedies.join(" ") };
}

/** Who answers on a slot's port; null when the host cannot be asked. */
export async function answering({ call }: Hosts, host: string, slot: string): Promise<Answering | null> {
  const report = await call({ host, op: "running", values: { PD_SLOT: slot }, limitMs: 30_000 });
  return failed(report) ? null : readAnswering(report);
}

/** Text of the manifest that some host keeps of a release; null where none does, or none can be asked. */
export async function recordedManifest({ options, call }: Hosts, release: string): Promise<string | null> {
  for (const { name } of options.environment.hosts) {
    const report = await call({ host: name, op: "manifest", values: { PD_RELEASE: release }, limitMs: 30_000 });
    if (!failed(report)) return report.relayed;
  }
  return null;
}

/** The last lines that a slot's process printed. */
export async function logTail({ call }: Hosts, host: string, slot: string): Promise<string> {
  const report = await call({ host, op: "log", values: { PD_SLOT: slot }, limitMs: 30_000 });
  return failed(report) ? "" : report.relayed;
}

/** The errors that a slot's process logged since its start, by the patterns of the settings. */
export async function logErrors({ call, options }: Hosts, host: string, slot: string): Promise<LogErrors | null> {
  const { errors = [], allow = [] } = options.environment.logs ?? {};
  const values = { PD_SLOT: slot, PD_ERRORS: errors.join("\n"), PD_ALLOWED: allow.join("\n") };
  const report = await call({ host, op: "log-errors", values, limitMs: 60_000 });
  if (failed(report)) return null;
  const count = (key: string) => whole(valuesOf(report, key)[0]);
  const [lines, found] = [count("log_lines"), count("log_errors")];
  if (lines === null || found === null) return null;
  const [hiddenFrom] = valuesOf(report, "log_hidden");
  const quoted = report.relayed.split("\n").filter((line) => line !== "");
  return { lines, errors: found, quoted, ...(hiddenFrom === undefined ? {} : { hiddenFrom }) };
}
