import type { Fact, Judgement } from "../../domain/evidence/result.ts";
import type { HostStep } from "../../domain/fleet/plan.ts";
import { levelText } from "../../domain/rollback/verified-level.ts";
import type { TargetOptions } from "../target.ts";
import { backedUp, backupValues } from "./backing-up.ts";
import { failed, type Hosts } from "./context.ts";
import { migrated, migrationValues } from "./migrating.ts";
import { type HostReport, valuesOf, warningsIn } from "./report.ts";
import { reverted } from "./reverting.ts";
import { downExpression } from "./schema-down.ts";
import { stockValues } from "./stock.ts";

/** Steps that are one run of the host program. */
type ProgramStep = Exclude<HostStep, { type: "upload" }>;

/** What a step hands to the program, and what its report says when it went well. */
interface Operation<Step> {
  readonly values: (step: Step, options: TargetOptions) => Readonly<Record<string, string>>;
  readonly done?: (report: HostReport) => Done;
}

export interface Done {
  readonly says: string;
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly warnings?: readonly string[];
}

const operations: { readonly [T in ProgramStep["type"]]: Operation<Extract<ProgramStep, { type: T }>> } = {
  "acquire-lock": {
    values: ({ host, take }, options) => ({ PD_TAKE: take === true ? "yes" : "no", ...uploadValues(options, host) }),
    done: lockTaken,
  },
  "install-units": {
    values: ({ unit }) => ({ PD_UNIT_TEXT: unit.trimEnd() }),
    done: () => ({ says: "Installed and loaded by systemd." }),
  },
  unpack: {
    values: (step, { release }) => ({
      PD_RELEASE: step.release,
      PD_DIGEST: release?.digest ?? "",
      PD_MANIFEST: release?.manifest.trim() ?? "",
    }),
  },
  backup: {
    values: (step, options) => ({ PD_RELEASE: step.release, ...migrationValues(options), ...backupValues(options) }),
    done: backedUp,
  },
  migrate: {
    values: (step, options) => ({ PD_RELEASE: step.release, ...migrationValues(options) }),
    done: migrated,
  },
  revert: {
    values: (step, options) => ({
      ...migrationValues(options),
      PD_RELEASE: step.release,
      PD_NOW: [...step.staying, ...step.going].join(" "),
      PD_STAYS: step.staying.join(" "),
      PD_DOWN: downExpression(options.app, options.environment.migrations, step),
    }),
    done: reverted,
  },
  start: {
    values: ({ release, slot }, { environment }) => ({
      PD_RELEASE: release,
      PD_SLOT: slot,
      PD_PORT: String(environment.slots[slot]?.port ?? ""),
    }),
    done: started,
  },
  stop: {
    // The program's own wait ends before ours: it still has to kill, and to say so.
    values: ({ slot, how, limitMs }) => ({
      PD_SLOT: slot,
      PD_HOW: how,
      PD_LIMIT: String(Math.max(1, Math.floor(limitMs / 1_000) - 15)),
    }),
    done: stopped,
  },
  activate: {
    values: ({ release, slot, back, level }) => ({
      PD_RELEASE: release,
      PD_SLOT: slot,
      PD_BACKWARD: back ? "yes" : "",
      PD_LEVEL: level === undefined ? "" : levelText(level),
    }),
    done: recorded,
  },
  confirm: { values: () => ({}), done: () => ({ says: "It stays as it was verified." }) },
  hold: {
    values: ({ slot, seconds }) => ({ PD_SLOT: slot, PD_SECONDS: String(seconds) }),
    done: () => ({ says: "Its open sessions live on until then." }),
  },
  "mark-bad": { values: ({ release }) => ({ PD_RELEASE: release }) },
  prune: { values: ({ remove }) => ({ PD_REMOVE: remove.join(" ") }) },
  "release-lock": { values: () => ({}) },
};

/** One step by one run of the program. */
export async function performStep(hosts: Hosts, step: ProgramStep): Promise<Judgement> {
  const { options, call, looks, stocks } = hosts;
  // What a host reports with one lock stays true while the others are taken, or given back.
  const locks = step.type === "acquire-lock" || step.type === "release-lock";
  if (!locks) for (const known of [looks, stocks]) known.forget();
  if (step.type === "unpack" && hosts.assembled.has(step.host))
    return { verdict: "pass", reason_code: "passed", says: "It was put together from its files, and verified." };
  // The table has the operation of this very type, which TypeScript cannot follow.
  const { values, done } = operations[step.type] as Operation<ProgramStep>;
  const { host, type, limitMs } = step;
  const more = step.type === "unpack" ? await filesOf(hosts) : {};
  const report = await call({ host, op: type, values: { ...values(step, options), ...more }, limitMs });
  if (failed(report)) return report;
  if (locks && valuesOf(report, "now").length > 0) looks.keep(host, report);
  if (valuesOf(report, "stock")[0] === "known") stocks.keep(host, report);
  const { says, facts = {}, warnings = [] } = done?.(report) ?? { says: "Done." };
  return {
    verdict: "pass",
    reason_code: "passed",
    says,
    facts,
    tail: report.relayed.slice(-4_000),
    warnings: [...warnings, ...warningsIn(report)],
  };
}

/**
 * The files of the release by their hashes, which the host would read for the next one else, and the most bytes that
 * they take as an archive: each has headers and is filled up.
 */
async function filesOf({ packer }: Hosts): Promise<Readonly<Record<string, string>>> {
  const files = await packer.files();
  if ("wrong" in files) return {};
  const lines = files.filter(({ type }) => type === "f").map(({ content, path }) => `${content}  ${path}`);
  const bytes = files.reduce((sum, one) => sum + one.bytes + 4_096, 1 << 20);
  return { PD_HASHES: lines.join("\n"), PD_BYTES: String(bytes) };
}

/** What an upload will ask where the release is going to run. */
function uploadValues(options: TargetOptions, host: string): Readonly<Record<string, string>> {
  const { release, environment } = options;
  return release !== null && environment.hosts.some(({ name }) => name === host)
    ? stockValues(options, release.id)
    : {};
}

function lockTaken(report: HostReport): Done {
  const [from, how, url] = valuesOf(report, "took_over");
  if (from === undefined) return { says: "Lock acquired." };
  const owner = url ? `${from} (${url})` : from;
  if (how !== "live") return { says: `The lock of ${owner} had expired and was taken over.` };
  const says = `The lock was taken from ${owner}, which still held it.`;
  return { says, warnings: [`${says} That run stops before its next change.`] };
}

function started(report: HostReport): Done {
  const [pid = "", when] = valuesOf(report, "started");
  const says = when === "already" ? `It runs already, as process ${pid}.` : `Started as process ${pid}.`;
  return { says, facts: { pid: Number(pid) } };
}

/** `elsewhere` where the slot is on other hosts. */
function recorded(report: HostReport): Done {
  const [where] = valuesOf(report, "recorded");
  if (where !== "elsewhere") return { says: "Done." };
  return { says: "It serves from the other group of hosts.", facts: { serves: false } };
}

function stopped(report: HostReport): Done {
  const [how = "killed"] = valuesOf(report, "stopped");
  const words: Readonly<Record<string, string>> = {
    already: "Nothing was running there.",
    ended: "It stopped by itself.",
  };
  return { says: words[how] ?? "It was killed.", facts: { how } };
}
