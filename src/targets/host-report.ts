import type { Answering, HostFacts, RouterFacts, SlotFacts } from "../domain/fleet.ts";
import { type ReasonCode, reasonCodes } from "../domain/reason.ts";
import { type ServerLine, serverFacts } from "../routers/haproxy.ts";

/** What the host program printed: its records, what tools printed, and how it ended. */
export interface HostReport {
  readonly records: readonly (readonly string[])[];
  /** Lines of tools, without their mark. */
  readonly relayed: string;
  /** Exit code of the sentinel; null when there is none, which leaves the state unknown. */
  readonly exit: number | null;
  readonly failure: { readonly reason_code: ReasonCode; readonly says: string } | null;
}

/** Reads the records that the host program prints: `pd <TAB> key <TAB> values`. Everything else is a tool's print. */
export function readReport(stdout: string): HostReport {
  const records: string[][] = [];
  const relayed: string[] = [];
  let exit: number | null = null;
  let failure: HostReport["failure"] = null;
  for (const line of stdout.split("\n")) {
    const [mark, key = "", ...values] = line.split("\t");
    if (mark !== "pd") {
      if (line !== "") relayed.push(line.replace(/^\| /, ""));
    } else if (key === "exit") exit = /^\d+$/.test(values[0] ?? "") ? Number(values[0]) : null;
    else if (key === "fail") failure = { reason_code: reasonOf(values[0] ?? ""), says: values.slice(1).join(" ") };
    else records.push([key, ...values]);
  }
  return { records, relayed: relayed.join("\n"), exit, failure };
}

function reasonOf(word: string): ReasonCode {
  return reasonCodes.find((code) => code === word) ?? "unexpected_error";
}

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
    facts.push([name, { port, link: seen[1] || null, running, ...stranger }]);
  }
  const faults = all("env_fault").map((record) => record[0] ?? "");
  const [owner, expires, since, url] = one("lease") ?? [];
  const [release, slot, before] = one("active") ?? [];
  const [intentOwner, intentRelease, intentSlot] = one("intent") ?? [];
  return {
    host,
    now,
    releases: all("release").map((record) => record[0] ?? ""),
    bad: all("bad").map((record) => record[0] ?? ""),
    current: one("current")?.[0] || null,
    slots: Object.fromEntries(facts),
    active: release && slot ? { release, slot, before: before || null } : null,
    intent:
      intentOwner && intentRelease && intentSlot
        ? { owner: intentOwner, release: intentRelease, slot: intentSlot }
        : null,
    holdUntil: whole(one("hold")?.[0]),
    lease: owner ? { owner, expires: whole(expires) ?? 0, since: whole(since) ?? 0, ...(url ? { url } : {}) } : null,
    stepRunning: step === "running",
    diskFreeBytes: disk,
    ...(faults.length === 0 ? {} : { environmentFaults: faults }),
  };
}

/** Who answers on a slot's port; null when the report does not say. */
export function readAnswering(report: HostReport): Answering | null {
  const record = report.records.find(([key]) => key === "running");
  const [, pid = "", release = "", listener, , stranger = ""] = record ?? [];
  if (listener !== "none" && listener !== "own" && listener !== "foreign") return null;
  const number = whole(pid);
  return { process: number === null ? null : { pid: number, release: release || null }, listener, stranger };
}

/** The router as the report describes it; a sentence when a number cannot be read or there is no server. */
export function readRouter(report: HostReport): RouterFacts | string {
  // Names are the router's own: assigned one by one, a server `__proto__` would be lost.
  const facts = new Map<string, RouterFacts[string]>();
  const sessions = new Map(
    report.records.filter((record) => record[0] === "sessions").map((record) => [record[1], whole(record[2])]),
  );
  for (const [key, name = "", operational, administrative, weight, fullWeight] of report.records) {
    if (key !== "server") continue;
    const line = {
      name,
      operational: whole(operational),
      administrative: whole(administrative),
      weight: whole(weight),
      fullWeight: whole(fullWeight),
    };
    const seen = sessions.get(name);
    if (
      line.operational === null ||
      line.administrative === null ||
      line.weight === null ||
      line.fullWeight === null ||
      seen === null ||
      seen === undefined
    ) {
      return `The router's answer for ${name} cannot be read.`;
    }
    facts.set(name, serverFacts(line as ServerLine, seen));
  }
  return facts.size === 0 ? "The router named no server of this backend." : Object.fromEntries(facts);
}

/** The cookie by which the router keeps a client on the server that it had; null where it has none. */
export function cookieOf(report: HostReport): string | null {
  return report.records.find(([key]) => key === "cookie")?.[1] ?? null;
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
