import { type ReasonCode, reasonCodes } from "../../domain/evidence/reason.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { Fitness, ReleaseNeeds, Unfit } from "../../domain/fleet/fitness.ts";
import { whole } from "../../domain/fleet/host-record.ts";
import { compareGlibc } from "../../domain/release/glibc.ts";
import type { Environment } from "../../settings/settings.ts";
import { leftFault } from "../../strategies/refusals.ts";
import { failed, type Hosts } from "./context.ts";
import { readLeft } from "./facts.ts";
import { remedyOf } from "./remedies.ts";
import { type HostReport, valuesOf } from "./report.ts";
import { othersRemedy, othersServe, routerPlaces, serversAt } from "./router-places.ts";
import { releaseBytes } from "./upload.ts";
import { machinesOf } from "./ways.ts";

/** How far a host's clock may be from ours, milliseconds. Leases and holds go by the host's alone. */
const skewMs = 120_000;

/** Node's names of machines, by the kernel's. */
const machines: Readonly<Record<string, string>> = { x86_64: "x64", aarch64: "arm64", armv7l: "arm" };

/** What one host answered, and when by our clock, milliseconds since 1970. */
interface Answer {
  readonly host: string;
  /** False for a host that only has a router. */
  readonly runs: boolean;
  readonly report: HostReport;
  readonly sent: number;
  readonly received: number;
}

type Fault = Omit<Unfit, "host">;

/** Asks every host at once whether it is fit for the release; a host that cannot be asked is a fault of its own. */
export async function fitnessOf(hosts: Hosts): Promise<Fitness> {
  const { environment, release } = hosts.options;
  const needs = release?.needs ?? null;
  const size = release === null ? 0 : await releaseBytes(hosts, release);
  const found = await Promise.all(
    machinesOf(environment).map(async ({ name }) => {
      const answer = await ask(hosts, name);
      if ("verdict" in answer) {
        hosts.looks.keep(name, answer);
        const fault = unreachable(name, answer);
        // Whether enough of the others are there is for the plan to say.
        return mayBeAway(environment, name)
          ? { faults: [], seen: [`${name}: ${fault.says}`] }
          : { faults: [fault], seen: [] };
      }
      const faults = [
        ...reported(answer, environment),
        ...slotsLeft(answer),
        ...withoutRights(answer),
        ...wrongClock(answer),
        ...(answer.runs && needs !== null ? wrongMachine(answer, needs) : []),
        ...(answer.runs ? noRoom(answer, { size, path: environment.path }) : []),
        ...routerFaults(answer, environment),
      ];
      if (faults.length === 0) hosts.looks.keep(name, answer.report);
      if (faults.length === 0 && lacksFiles(answer)) hosts.packer.prepare();
      return { faults: faults.map((fault): Unfit => ({ host: name, ...fault })), seen: [sentence(answer)] };
    }),
  );
  return { faults: found.flatMap(({ faults }) => faults), seen: found.flatMap(({ seen }) => seen) };
}

/** The release will be put together there from files of others. */
function lacksFiles({ runs, report }: Answer): boolean {
  return runs && valuesOf(report, "kept")[0] !== "yes" && report.records.some(([key]) => key === "release");
}

/** A host that the settings let a deployment leave out. */
function mayBeAway({ hostsRequired, hosts, router }: Environment, name: string): boolean {
  const runs = hosts.some((host) => host.name === name);
  return hostsRequired !== undefined && runs && !(router.on?.includes(name) ?? false);
}

async function ask({ options, call }: Hosts, host: string): Promise<Answer | Judgement> {
  const { clock, environment, release } = options;
  const runs = environment.hosts.some(({ name }) => name === host);
  const sent = clock.now().getTime();
  const values = {
    PD_RELEASE: release?.id ?? "",
    PD_NEEDS: runs ? (release?.needs.environment.join(" ") ?? "") : "",
    PD_ADDRESSES: host === environment.hosts[0]?.name ? addressesOf(environment) : "",
    PD_ROLE: runs ? "app" : "router",
    PD_MANAGE: environment.systemd?.manage === true ? "yes" : "no",
  };
  const report = await call({ host, op: "fit", values, limitMs: 30_000 });
  return failed(report) ? report : { host, runs, report, sent, received: clock.now().getTime() };
}

/** `VARIABLE=setting` of each database address that settings name: the first host migrates, where it is there. */
function addressesOf({ migrations, backup }: Environment): string {
  if (migrations.migrate === null) return "";
  const dumped = backup?.by === "postgres" ? [`${backup.urlFrom}=backup.url-from`] : [];
  const migrated = migrations.urlFrom === undefined ? [] : [`${migrations.urlFrom}=migrations.url-from`];
  return [...migrated, ...dumped].join(" ");
}

function unreachable(host: string, { reason_code, says, remedy = "" }: Judgement): Unfit {
  const prefix = `${host}: `;
  return { host, reason_code, says: says.startsWith(prefix) ? says.slice(prefix.length) : says, remedy };
}

/** What the host found by itself. */
function reported({ report }: Answer, environment: Environment): readonly Fault[] {
  return report.records
    .filter(([key]) => key === "unfit")
    .map(([, code, ...words]) => {
      const reason_code: ReasonCode = reasonCodes.find((one) => one === code) ?? "host_unsuitable";
      return { reason_code, says: words.join(" "), remedy: remedyOf(reason_code, environment) };
    });
}

/** A slot that the settings named once: what runs there would go on beside the release. */
function slotsLeft({ report }: Answer): readonly Fault[] {
  return report.records
    .filter(([key]) => key === "left")
    .map(([, ...words]) => ({ reason_code: "settings_mismatch", ...leftFault(readLeft(words)) }));
}

/** An order to systemd that the user's rules for sudo do not allow. */
function withoutRights({ report }: Answer): readonly Fault[] {
  const [user = "", order] = valuesOf(report, "unit_forbidden");
  if (order === undefined) return [];
  const says = `sudo does not let ${user} run \`${order}\`.`;
  const manages = /^install |daemon-reload$/.test(order)
    ? " and with `--manage-units`, which `systemd.manage` needs"
    : "";
  const remedy = `Run examples/hosts/prepare.sh there again, with the slots and the unit of the settings${manages}.`;
  return [{ reason_code: "host_unsuitable", says, remedy }];
}

/** What the host did not say is no reason to go on. */
function unknown(what: string): Fault {
  const says = `This host did not report its ${what}.`;
  return { reason_code: "host_unsuitable", says, remedy: "Log in there, and try `date` and `df`." };
}

/** The host looked at its clock between our sending and our receiving. */
function wrongClock({ report, sent, received }: Answer): readonly Fault[] {
  const seconds = whole(valuesOf(report, "now")[0]);
  if (seconds === null) return [unknown("time")];
  const early = sent - (seconds + 1) * 1_000;
  const late = seconds * 1_000 - received;
  const away = Math.max(early, late);
  if (away <= skewMs) return [];
  const says = `The clock of this host is ${Math.round(away / 1_000)} s ${early > late ? "behind" : "ahead of"} ours.`;
  return [{ reason_code: "clock_wrong", says, remedy: "Set it, such as with `timedatectl set-ntp true`." }];
}

/** A release brings the runtime that was built with it: it starts on the same kind of machine alone. */
function wrongMachine({ report }: Answer, { arch, libc, glibc, openssl }: ReleaseNeeds): readonly Fault[] {
  const [machine = ""] = valuesOf(report, "machine");
  const known = machines[machine] ?? machine;
  const [name = "", version = ""] = (valuesOf(report, "libc")[0] ?? "").split(" ");
  const there = (valuesOf(report, "openssl")[0] ?? "").split(" ");
  const missing = openssl.filter((library) => !there.includes(library));
  const says = [
    ...(known === arch ? [] : [`The release was built for ${arch}, and this host is ${known || "unknown"}.`]),
    ...(libc === null || name === libc
      ? []
      : [`The release was built for ${libc}, and this host has ${name || "an unknown C library"}.`]),
    ...(libc !== "glibc" || name !== "glibc" || glibc === null || compareGlibc(version, glibc) >= 0
      ? []
      : [`The release needs glibc ${glibc}, and this host has glibc ${version}.`]),
    ...(missing.length === 0
      ? []
      : [`The release needs ${missing.join(", ")} of OpenSSL, which this host does not have.`]),
  ];
  return says.map((one) => ({ reason_code: "host_unsuitable", says: one, remedy: buildThere(version) }));
}

/** Distributions by their glibc, the newest first. */
const distributions = [
  ["2.41", "debian:13"],
  ["2.39", "ubuntu:24.04"],
  ["2.36", "debian:12"],
  ["2.35", "ubuntu:22.04"],
  ["2.31", "debian:11"],
] as const;

function buildThere(glibc: string): string {
  const [, image = null] = distributions.find(([least]) => compareGlibc(glibc, least) >= 0) ?? [];
  const such = image === null ? "" : `, such as in a job with \`container: ${image}\``;
  return `Run \`validate\` on the machine and distribution of the hosts${such}.`;
}

/** The release has to lie there twice for a moment: as an upload, and unpacked. */
function noRoom(
  { report }: Answer,
  { size, path }: { readonly size: number; readonly path: string },
): readonly Fault[] {
  const free = whole(valuesOf(report, "disk")[0]);
  if (free === null) return [unknown("free disk space")];
  if (valuesOf(report, "kept")[0] === "yes" || free >= size * 2) return [];
  return [
    {
      reason_code: "disk_full",
      says: `No space left: the release needs ${size * 2} bytes below ${path} (unpacked, twice), ${free} are free.`,
      remedy: "Free space there, or keep fewer releases (`strategy.keep`).",
    },
  ];
}

/** The router there has to know the servers that it is to send requests to. */
function routerFaults({ host, report }: Answer, environment: Environment): readonly Fault[] {
  const { router } = environment;
  const place = routerPlaces(environment).find((one) => one.host === host);
  if (place === undefined || report.records.some(([key, code]) => key === "unfit" && code === "router_failed"))
    return [];
  const seen = router.read(report.records);
  if (seen === null) return [];
  const fault = (says: string): readonly Fault[] => [{ reason_code: "router_failed", says, remedy: router.remedy }];
  if (typeof seen === "string") return fault(seen);
  const missing = serversAt(environment, place).filter((name) => seen[name] === undefined);
  if (missing.length > 0) return fault(`${router.name} has no server ${missing.join(", ")}.`);
  const says = othersServe(environment, { place, servers: seen });
  return says === null ? [] : [{ reason_code: "router_failed", says, remedy: othersRemedy }];
}

function sentence({ host, report }: Answer): string {
  const one = (key: string) => valuesOf(report, key)[0] || "unknown";
  const unasked = valuesOf(report, "unasked")
    .map((says) => `; ${says}`)
    .join("");
  return `${host}: ${one("machine")}, ${one("libc")}, ${one("openssl")}, ${one("disk")} bytes free${unasked}.`;
}
