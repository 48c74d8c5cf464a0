import { assets } from "../assets.ts";
import { programText, receiveFile, runProgram } from "../commands/host.ts";
import type { Answering } from "../domain/fleet.ts";
import type { DrainStep, HostStep, ServerWeights, ShiftStep } from "../domain/plan.ts";
import type { Fact, Judgement } from "../domain/result.ts";
import type { Clock, Files, Ran, Shell } from "../ports.ts";
import { differences, shiftWarnings } from "../routers/haproxy.ts";
import type { Environment } from "../settings/settings.ts";
import { openTransport } from "../transports/registry.ts";
import { behind } from "../transports/transport.ts";
import { type Renewal, startHeartbeat } from "./heartbeat.ts";
import { cookieOf, type HostReport, readAnswering, readFacts, readReport, readRouter } from "./host-report.ts";
import type { Observed, Target } from "./target.ts";

/** How long a lease lasts without renewal, seconds, unless a caller says otherwise. */
const defaultLeaseSeconds = 180;

/** Renewals in the length of a lease: several may fail before it expires. */
const beatsOfLease = 9;

/** The default way to read a schema's versions: every repository of the application, by Ecto itself. */
const ectoVersions = (app: string) =>
  `Application.load(:${app}); for repo <- Application.fetch_env!(:${app}, :ecto_repos) do {:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1); IO.puts(Enum.join(versions, " ")) end`;

/**
 * What an expression prints, on the one line that the host program looks for: what the application logs meanwhile is
 * left out.
 */
const printed = (expression: string) => `{:ok, pd_io} = StringIO.open("")
pd_leader = Process.group_leader()
Process.group_leader(self(), pd_io)
try do
  ${expression}
after
  Process.group_leader(self(), pd_leader)
end
{_, pd_text} = StringIO.contents(pd_io)
IO.puts("phoenix-deploy versions: " <> Enum.join(String.split(pd_text), " "))`;

/** The program of host/, in the order of its files' numbers. */
const program = Object.keys(assets)
  .filter((name) => name.startsWith("host/"))
  .sort()
  .map((name) => assets[name])
  .join("\n");

/** A release on its way to a host. */
export interface Upload {
  readonly id: string;
  readonly digest: string;
  readonly path: string;
  readonly bytes: number;
  /** Text of its manifest, which the host keeps: a rollback comes without one. */
  readonly manifest: string;
}

/** What the hosts target stands on. `release` is what would be uploaded; null where nothing is. */
export interface HostsOptions {
  readonly environment: Environment;
  readonly app: string;
  /** Name of the release in mix.exs: `bin/<name>`. */
  readonly releaseName: string;
  readonly owner: string;
  /** Address of the owner's workflow run, for whoever waits for its lock. */
  readonly runUrl?: string;
  readonly leaseSeconds?: number;
  readonly shell: Shell;
  readonly files: Files;
  readonly clock: Clock;
  readonly release: Upload | null;
}

/** Hosts, each by its transport: the very same program on `/bin/sh -s`, whatever way leads there. */
export function hostsTarget(options: HostsOptions): Target {
  const { environment, shell, clock, release } = options;
  const { hosts, router, slots, migrations, path } = environment;
  const routerHost = hosts[0]?.name ?? "";
  const leaseSeconds = options.leaseSeconds ?? defaultLeaseSeconds;
  const transports = new Map(hosts.map(({ name, address }) => [name, openTransport(address)]));

  function transportOf(host: string) {
    const transport = transports.get(host);
    if (transport === undefined) throw new Error(`${host} is not a host of ${environment.name}`);
    return transport;
  }

  /** One run of the program on a host. */
  async function call(
    host: string,
    op: string,
    values: Readonly<Record<string, string>>,
    limitMs: number,
  ): Promise<HostReport | Judgement> {
    const haproxy = router.type === "haproxy" && host === routerHost ? router : null;
    const text = programText(
      {
        PD_OP: op,
        PD_OWNER: options.owner,
        PD_URL: /^https?:\/\/\S+$/.test(options.runUrl ?? "") ? (options.runUrl ?? "") : "",
        PD_PATH: path,
        PD_APP: options.app,
        PD_NAME: options.releaseName,
        PD_TTL: String(leaseSeconds),
        PD_SLOTS: Object.entries(slots)
          .map(([name, { port }]) => `${name}=${port}`)
          .join(" "),
        PD_SOCKET: haproxy?.socket ?? "",
        PD_BACKEND: haproxy?.backend ?? "",
        PD_STATE_FILE: haproxy?.stateFile ?? "",
        PD_MANIFEST: "",
        ...values,
      },
      program,
    );
    const ran = await shell.run({
      argv: behind(transportOf(host), runProgram),
      stdin: { text },
      limitMs,
      onCancel: "finish",
      evenAfterCancel: op === "release-lock",
    });
    const report = readReport(ran.stdout);
    if (report.exit === 0 && report.failure === null) return report;
    return failed(host, op, report, ran);
  }

  async function perform(step: HostStep | ShiftStep | DrainStep): Promise<Judgement> {
    switch (step.type) {
      case "upload":
        return upload(step.host, step.release, step.limitMs);
      case "drain":
        return drain(step);
      case "shift":
        return shift(step);
      default: {
        const report = await call(step.host, step.type, valuesOf(step), step.limitMs);
        return "verdict" in report ? report : done(step, report);
      }
    }
  }

  function valuesOf(step: Exclude<HostStep, { type: "upload" }>): Record<string, string> {
    switch (step.type) {
      case "acquire-lock":
        return { PD_TAKE: step.take === true ? "yes" : "no" };
      case "unpack":
        return {
          PD_RELEASE: step.release,
          PD_DIGEST: release?.digest ?? "",
          PD_MANIFEST: release?.manifest.trim() ?? "",
        };
      case "migrate":
        return {
          PD_RELEASE: step.release,
          PD_MIGRATE: migrations.migrate ?? "",
          PD_VERSIONS: printed(migrations.versions ?? ectoVersions(options.app)),
        };
      case "start":
        return { PD_RELEASE: step.release, PD_SLOT: step.slot, PD_PORT: String(slots[step.slot]?.port ?? "") };
      case "stop":
        // The program's own wait ends before ours: it still has to kill, and to say so.
        return {
          PD_SLOT: step.slot,
          PD_HOW: step.how,
          PD_LIMIT: String(Math.max(1, Math.floor(step.limitMs / 1_000) - 15)),
        };
      case "activate":
        return { PD_RELEASE: step.release, PD_SLOT: step.slot };
      case "hold":
        return { PD_SLOT: step.slot, PD_SECONDS: String(step.seconds) };
      case "mark-bad":
        return { PD_RELEASE: step.release };
      case "prune":
        return { PD_REMOVE: step.remove.join(" ") };
      default:
        return {};
    }
  }

  async function upload(host: string, id: string, limitMs: number): Promise<Judgement> {
    if (release === null || release.id !== id)
      return { verdict: "error", reason_code: "release_missing", says: `The bytes of ${id} are not here.` };
    const crowded = await refuseWithoutRoom(host, release);
    if (crowded !== null) return crowded;
    const to = `${path}/incoming/${id}.tar.gz`;
    const ran = await shell.run({
      argv: behind(transportOf(host), receiveFile),
      stdin: { text: `${to}\n`, file: release.path },
      limitMs,
      onCancel: "finish",
    });
    if (ran.ended === "exited" && ran.code === 0) {
      // That all bytes arrived is proved by the digest when it is unpacked.
      return {
        verdict: "pass",
        reason_code: "passed",
        says: `${release.bytes} bytes sent to ${host}.`,
        facts: { bytes: release.bytes },
      };
    }
    const full = /No space left|Disk quota exceeded/.test(ran.stderr);
    return {
      verdict: "fail",
      reason_code: full ? "disk_full" : "upload_failed",
      says: `The upload to ${host} failed: ${ran.why || ran.stderr.trim() || `exit code ${ran.code}`}.`,
      remedy: `Look at the disk space below ${path}.`,
    };
  }

  /** The upload and what it unpacks to lie beside each other for a moment. Null where both have room. */
  async function refuseWithoutRoom(host: string, { id, path: tarball, bytes }: Upload): Promise<Judgement | null> {
    const report = await call(host, "space", {}, 30_000);
    if ("verdict" in report) return report;
    const free = Number(report.records.find(([key]) => key === "disk")?.[1] ?? Number.NaN);
    const listed = await shell.run({ argv: ["gzip", "--list", tarball], limitMs: 30_000, onCancel: "end" });
    const [, packed = "", unpacked = ""] = /^\s*(\d+)\s+(\d+)/m.exec(listed.stdout) ?? [];
    // gzip keeps the size in 32 bits: where that cannot be, three times the upload is an estimate.
    const size = Number(packed) === bytes && Number(unpacked) >= bytes ? Number(unpacked) : bytes * 3;
    if (!(free < bytes + size)) return null;
    return {
      verdict: "fail",
      reason_code: "disk_full",
      says: `No space left on ${host}: ${id} needs about ${bytes + size} bytes below ${path} (${bytes} uploaded, ${size} unpacked), ${free} are free.`,
      remedy: remedies.disk_full ?? "",
      facts: { free, needed: bytes + size },
    };
  }

  async function shift(step: ShiftStep): Promise<Judgement> {
    const weights = Object.entries(step.weights);
    const report = await call(
      routerHost,
      "shift",
      { PD_WEIGHTS: weights.map(([name, weight]) => `${name}=${weight}`).join(" ") },
      step.limitMs,
    );
    if ("verdict" in report) return report;
    const seen = readRouter(report);
    if (typeof seen === "string") return unknown(seen);
    const wrong = differences(seen, step.weights);
    if (wrong.length > 0)
      return { verdict: "fail", reason_code: "router_failed", says: `The router did not do it: ${wrong.join("; ")}.` };
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `New requests go to ${shares(step.weights)}, as read back.`,
      facts: { servers: stateFacts(seen) },
      warnings: [
        ...warningsIn(report),
        ...shiftWarnings({ router, weights: step.weights, servers: seen, cookie: cookieOf(report) }),
      ],
    };
  }

  async function drain(step: DrainStep): Promise<Judgement> {
    const began = clock.ticks();
    let left: number | null = null;
    while (clock.ticks() - began < step.limitMs) {
      const report = await call(routerHost, "router", {}, 30_000);
      if ("verdict" in report) return report;
      const seen = readRouter(report);
      if (typeof seen === "string") return unknown(seen);
      left = step.servers.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
      if (left === 0)
        return {
          verdict: "pass",
          reason_code: "passed",
          says: `No requests are left on ${step.servers.join(", ")}.`,
          facts: { sessions: 0 },
        };
      await clock.sleep(200);
    }
    // Long connections never end by themselves: the limit was the user's choice, and is said.
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `${left ?? "An unknown number of"} connections were left on ${step.servers.join(", ")} after ${Math.round(step.limitMs / 1_000)} s; they are cut.`,
      facts: { sessions: left },
    };
  }

  async function observe(): Promise<Observed> {
    const facts = [];
    let routerFacts = null;
    for (const { name } of hosts) {
      const report = await call(name, "observe", {}, 60_000);
      if ("verdict" in report) return { failed: report };
      const seen = readFacts(report, name, slots);
      if (typeof seen === "string") return { failed: unknown(seen) };
      facts.push(seen);
      if (router.type === "haproxy" && name === routerHost) {
        const servers = readRouter(report);
        if (typeof servers === "string") return { failed: { ...unknown(servers), reason_code: "router_failed" } };
        routerFacts = servers;
      }
    }
    return { fleet: { hosts: facts, router: routerFacts } };
  }

  async function renew(): Promise<Renewal> {
    const reports = await Promise.all(hosts.map(({ name }) => call(name, "renew", {}, 30_000)));
    const failures = reports.flatMap((report) => ("verdict" in report ? [report] : []));
    const lost = failures.find(({ reason_code }) => reason_code === "lock_lost");
    if (lost !== undefined) return { lost: lost.says };
    return failures.length === 0 ? "kept" : "unknown";
  }

  async function answering(host: string, slot: string): Promise<Answering | null> {
    const report = await call(host, "running", { PD_SLOT: slot }, 30_000);
    return "verdict" in report ? null : readAnswering(report);
  }

  return {
    observe,
    perform,
    reach: (host, slot) => transportOf(host).reach(slots[slot]?.port ?? 0),
    answering,
    async running(host, slot) {
      const seen = await answering(host, slot);
      return seen?.process ? { ...seen.process, served: seen.listener === "own" } : null;
    },
    async logTail(host, slot) {
      const report = await call(host, "log", { PD_SLOT: slot }, 30_000);
      return "verdict" in report ? "" : report.relayed;
    },
    renew,
    keepLock: () => startHeartbeat(renew, (leaseSeconds * 1_000) / beatsOfLease, clock),
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}

/** What a step that went well says, with what was read back. */
function done(step: HostStep, report: HostReport): Judgement {
  const record = (key: string) => report.records.find((one) => one[0] === key)?.slice(1);
  const facts: Record<string, Fact> = {};
  let says = "Done.";
  if (step.type === "migrate") {
    const before = words(record("versions_before")?.[0]);
    const after = words(record("versions_after")?.[0]);
    const added = after.filter((version) => !before.includes(version));
    Object.assign(facts, { versions_before: before, versions_after: after, added });
    says =
      added.length === 0
        ? `The schema was up to date: ${after.at(-1) ?? "no version"}.`
        : `The schema went up by ${added.join(", ")}.`;
  } else if (step.type === "start") {
    const [pid, when] = record("started") ?? [];
    facts["pid"] = Number(pid);
    says = when === "already" ? `Process ${pid} runs it already.` : `Started as process ${pid}.`;
  } else if (step.type === "stop") {
    const [how] = record("stopped") ?? [];
    facts["how"] = how ?? null;
    says = how === "already" ? "Nothing ran there." : how === "ended" ? "It ended by itself." : "It was killed.";
  } else if (step.type === "acquire-lock") {
    const [from, how, url] = record("took_over") ?? [];
    const owner = url ? `${from} (${url})` : from;
    says =
      from === undefined
        ? "The lock is ours."
        : how === "live"
          ? `The lock was taken from ${owner}, which still held it.`
          : `The lock of ${owner} had expired and was taken over.`;
    const taken = how === "live" ? [`${says} That run stops before its next change.`] : [];
    return { verdict: "pass", reason_code: "passed", says, facts, warnings: [...taken, ...warningsIn(report)] };
  }
  return {
    verdict: "pass",
    reason_code: "passed",
    says,
    facts,
    tail: report.relayed.slice(-4_000),
    warnings: warningsIn(report),
  };
}

/** What the host program warned of although it did what it was asked. */
function warningsIn(report: HostReport): readonly string[] {
  return report.records.filter(([key]) => key === "warning").map((record) => record.slice(1).join(" "));
}

/** Why a call did not pass. Without the sentinel the state is unknown, whatever the exit code was. */
function failed(host: string, op: string, report: HostReport, ran: Ran): Judgement {
  const tail = [report.relayed, ran.stderr.trim()]
    .filter((text) => text !== "")
    .join("\n")
    .slice(-4_000);
  if (report.failure !== null) {
    return {
      verdict: "fail",
      reason_code: report.failure.reason_code,
      says: `${host}: ${report.failure.says}`,
      remedy: remedies[report.failure.reason_code] ?? "",
      tail,
    };
  }
  const how =
    ran.ended === "timed-out"
      ? "did not end within its time limit"
      : ran.ended === "exited"
        ? `exited with code ${report.exit ?? ran.code} and gave no reason`
        : `${ran.ended}: ${ran.why}`;
  return {
    verdict: "error",
    reason_code: ran.ended === "cancelled" ? "cancelled" : "state_unknown",
    says: `${op} on ${host} ${how}: what it did is unknown.`,
    remedy: "Run the job again: it looks at what is there first.",
    tail,
  };
}

const remedies: Partial<Record<Judgement["reason_code"], string>> = {
  lock_held: "Wait for that run to end, or for its lock to expire; then run again.",
  lock_lost: "That run decides now what serves. When it has ended, run this job again.",
  step_running: "It ends by itself within its time limit. Run again then.",
  digest_mismatch: "The bytes changed on their way. Run again; if it happens again, find out who changes them.",
  migration_failed:
    "Traffic was not moved. Fix what the output names and run the job again; the schema's versions before and after are in the facts.",
  environment_file_invalid:
    "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
  port_taken: "Stop that process, or give the slot another port in the settings and in the router.",
  unsafe_release: "Find out how that came into the release, and build it anew without it.",
  disk_full: "Free space there, or keep fewer releases (`strategy.keep`), and run again.",
  router_failed: "Look at HAProxy's socket, backend and server names in the settings.",
};

function unknown(says: string): Judgement {
  return {
    verdict: "error",
    reason_code: "state_unknown",
    says,
    remedy: "Run the job again; if it stays, report the log as a fault of phoenix-deploy.",
  };
}

function words(text: string | undefined): string[] {
  return (text ?? "").split(" ").filter((word) => word !== "");
}

/** The servers that take new requests, with their weight where it is not the full one. */
function shares(weights: ServerWeights): string {
  const open = Object.entries(weights).filter(([, weight]) => weight > 0);
  return open.map(([name, weight]) => (weight === 100 ? name : `${name} (${weight} %)`)).join(", ");
}

function stateFacts(servers: Readonly<Record<string, { readonly state: string; readonly weight: number }>>): Fact {
  return Object.fromEntries(
    Object.entries(servers).map(([name, seen]) => [name, `${seen.state}, weight ${seen.weight} %`]),
  );
}
