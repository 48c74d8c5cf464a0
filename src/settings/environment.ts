import { approvalRuleOf, gateRulesOf } from "./gates.ts";
import { accountOf, groupsOf, sshOptionsOf } from "./hosts.ts";
import { monitoringOf } from "./monitoring.ts";
import type { SettingsFile } from "./schema.ts";
import type { Backup, Environment, Host, Migrations, Systemd, Work } from "./settings.ts";

type Given = SettingsFile["environments"][string];

/** One environment of the settings file as the stages have it. */
export function readEnvironment(name: string, one: Given): Environment {
  const { hosts, router, strategy, health, probe, backup } = one;
  const migrations = migrationsOf(one.migrations);
  const groups = groupsOf(hosts);
  return {
    name,
    url: one.url,
    target: one.target,
    hosts: hosts.filter(({ role }) => role === "app").map(hostOf),
    account: accountOf(one),
    ssh: sshOptionsOf(one),
    ...(one["hosts-required"] === "all" ? {} : { hostsRequired: one["hosts-required"] }),
    path: one.path,
    slots: one.slots,
    ...(groups === undefined ? {} : { groups }),
    router,
    routerHosts: hosts.filter(({ name, role }) => router.on?.includes(name) ?? role === "app").map(hostOf),
    strategy: {
      type: strategy.type,
      holdSeconds: Math.round(strategy.hold / 1_000),
      drainMs: strategy.drain,
      keep: strategy.keep,
      own: strategy.own,
    },
    ...(one.systemd === undefined ? {} : { systemd: systemdOf(one.systemd) }),
    health: {
      path: health.path,
      ready: pathOf(health.ready),
      version: pathOf(health.version),
      withinMs: health.within,
      successes: health.successes,
    },
    probe: { headersFrom: probe["headers-from"] ?? null },
    migrations,
    backup: typeof backup === "object" ? backupOf(backup, one.path, migrations.urlFrom) : null,
    logs: typeof one.logs === "object" ? one.logs : null,
    signals: one.signals,
    lockWaitMs: one["lock-wait"],
    approval: approvalRuleOf(one, name),
    gates: gateRulesOf(one),
    ...(one["on-call"] === undefined ? {} : { onCall: one["on-call"] }),
    dashboards: Object.entries(one.dashboards).map(([name, url]) => ({ name, url })),
    monitoring: monitoringOf(one),
    deploymentRecord: one["deployment-record"] === "auto" ? "auto" : "off",
    ...(typeof one.issue === "object" ? { issue: one.issue } : {}),
  };
}

function systemdOf(given: NonNullable<Given["systemd"]>): Systemd {
  const written = (value: number | undefined) => (value === undefined ? null : String(value));
  return {
    manage: given.manage,
    name: given.name ?? null,
    memoryMax: given["memory-max"] ?? null,
    tasksMax: written(given["tasks-max"]),
    limitNofile: written(given["limit-nofile"]),
  };
}

function hostOf({ name, address, port }: Given["hosts"][number]): Host {
  return { name, address, ...(port === undefined ? {} : { port }) };
}

/** A path, or null where it is off. */
function pathOf(given: string | false): string | null {
  return given === false || given === "off" ? null : given;
}

/** Without migrations nothing is limited, and nothing has to settle. */
function migrationsOf(given: Given["migrations"]): Migrations {
  if (typeof given !== "object")
    return {
      ...{ migrate: null, versions: null, pending: null },
      ...{ lockTimeoutMs: 0, statementTimeoutMs: 0, outOfOrder: "refuse", settleMs: 0 },
    };
  return {
    migrate: given.migrate,
    versions: given.versions === "default" ? null : given.versions,
    pending: given.pending ?? null,
    ...(given["url-from"] === undefined ? {} : { urlFrom: given["url-from"] }),
    ...(given.down === undefined ? {} : { down: given.down }),
    lockTimeoutMs: given["lock-timeout"],
    statementTimeoutMs: given["statement-timeout"],
    outOfOrder: given["out-of-order"],
    settleMs: given.settle,
  };
}

/** A dump needs the same address as migrations do, where the settings name none for it. */
function backupOf(given: Extract<Given["backup"], object>, home: string, urlFrom = "DATABASE_URL"): Backup {
  if (given.by === "provider") return given;
  const maxAgeMs = given["max-age"];
  if (given.by === "postgres") {
    const { keep, restore, path = `${home}/shared/backups` } = given;
    return { by: "postgres", urlFrom: given["url-from"] ?? urlFrom, folder: path, keep, restore, maxAgeMs };
  }
  const work = (one: typeof given.verify): Work => (typeof one === "string" ? { eval: one } : { run: one });
  const make = given.make === undefined ? null : work(given.make);
  return { by: "command", make, verify: work(given.verify), maxAgeMs };
}
