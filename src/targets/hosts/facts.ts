import type { Answering, HostFacts, LeftSlot, SlotFacts, UnitEnd, Verified } from "../../domain/fleet/fleet.ts";
import { whole } from "../../domain/fleet/host-record.ts";
import { readLevel } from "../../domain/rollback/verified-level.ts";
import { type HostReport, valuesOf } from "./report.ts";

/** The facts of one host; a sentence when a record is missing or unreadable, since an incomplete view is no view. */
export function readFacts(
  report: HostReport,
  host: string,
  slots: Readonly<Record<string, { readonly port: number }>>,
): HostFacts | string {
  const all = (key: string) => report.records.filter((record) => record[0] === key).map((record) => record.slice(1));
  const one = (key: string) => all(key)[0];
  const now = whole(one("now")?.[0]);
  const disk = whole(one("disk")?.[0]);
  const step = one("step")?.[0];
  if (now === null || disk === null || (step !== "running" && step !== "idle"))
    return `The report of ${host} is incomplete.`;

  const facts: [string, SlotFacts][] = [];
  for (const [name, { port }] of Object.entries(slots)) {
    const seen = all("slot").find((record) => record[0] === name);
    if (seen === undefined) return `The report of ${host} does not name slot ${name}.`;
    const pid = whole(seen[2]);
    const running = pid === null ? null : { pid, release: seen[3] || null };
    const stranger = seen[4] === "foreign" ? { stranger: seen[6] || "another process" } : {};
    const listens = running !== null && seen[4] === "own" ? { listens: true as const } : {};
    const changed = all("stale").find((record) => record[0] === name)?.[1];
    const stale = changed === undefined ? {} : { stale: changed };
    facts.push([name, { port, link: seen[1] || null, running, ...stranger, ...listens, ...stale }]);
  }
  const [user = "", path = ""] = one("unit") ?? [];
  const lines = all("unit_line").map((record) => record.join(" "));
  const installed = lines.length === 0 ? null : lines;
  const unit = user === "" ? {} : { unit: { user, path, installed } };
  const left = all("left").map(readLeft);
  const faults = all("env_fault").map((record) => record[0] ?? "");
  const [owner, expires, since, url] = one("lease") ?? [];
  const [release, slot, before] = one("active") ?? [];
  const verified = all("verified").map(readVerified);
  const [at, by, silent] = one("reversed") ?? [];
  const [intentOwner, intentRelease, intentSlot] = one("intent") ?? [];
  return {
    host,
    now,
    releases: all("release").map((record) => record[0] ?? ""),
    bad: all("bad").map((record) => record[0] ?? ""),
    current: one("current")?.[0] || null,
    slots: Object.fromEntries(facts),
    ...(left.length === 0 ? {} : { left }),
    active: release && slot ? { release, slot, before: before || null } : null,
    ...(verified.length === 0 ? {} : { verified }),
    intent:
      intentOwner && intentRelease && intentSlot
        ? { owner: intentOwner, release: intentRelease, slot: intentSlot }
        : null,
    holdUntil: whole(one("hold")?.[0]),
    lease: owner ? { owner, expires: whole(expires) ?? 0, since: whole(since) ?? 0, ...(url ? { url } : {}) } : null,
    stepRunning: step === "running",
    diskFreeBytes: disk,
    guarded: one("guard") !== undefined,
    ...(by ? { reversed: { at: whole(at) ?? 0, owner: by, seconds: whole(silent) ?? 0 } } : {}),
    ...(faults.length === 0 ? {} : { environmentFaults: faults }),
    ...unit,
  };
}

/** What runs in a slot that the settings do not name. */
export function readLeft([slot = "", release = "", port]: readonly string[]): LeftSlot {
  return { slot, release: release || null, port: whole(port) };
}

/** A line of what was verified: the release, who recorded it, and words of which each may be missing. */
function readVerified([release = "", by = "", more = ""]: readonly string[]): Verified {
  const words = more.split(" ");
  const level = words.map(readLevel).find((one) => one !== null);
  return {
    release,
    ...(by === "" ? {} : { by }),
    ...(words.includes("back") ? { back: true } : {}),
    ...(level === undefined ? {} : { level }),
  };
}

/** Who answers on a slot's port; null when the report does not say. */
export function readAnswering(report: HostReport): Answering | null {
  const record = report.records.find(([key]) => key === "running");
  const [, pid = "", release = "", listener, , stranger = ""] = record ?? [];
  if (listener !== "none" && listener !== "own" && listener !== "foreign") return null;
  const number = whole(pid);
  const process = number === null ? null : { pid: number, release: release || null };
  const unit = unitEnd(valuesOf(report, "unit_end"));
  const [loopback = ""] = valuesOf(report, "loopback");
  return {
    ...{ process, listener, stranger },
    ...(loopback === "" ? {} : { loopback }),
    ...(unit === null ? {} : { unit }),
  };
}

function unitEnd([restarts, result = "", status, memoryMax]: readonly string[]): UnitEnd | null {
  const [count, code] = [whole(restarts), whole(status)];
  return count === null || code === null
    ? null
    : { restarts: count, result, status: code, memoryMax: whole(memoryMax) };
}
