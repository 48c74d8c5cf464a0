import { type ReasonCode, reasonCodes } from "../../domain/evidence/reason.ts";
import type { HostRecord } from "../../domain/fleet/host-record.ts";

/** What the host program printed: its records, what tools printed, and how it ended. */
export interface HostReport {
  readonly records: readonly HostRecord[];
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

/** The values of the first record with this key; none where the program printed no such record. */
export function valuesOf({ records }: HostReport, key: string): readonly string[] {
  return records.find((record) => record[0] === key)?.slice(1) ?? [];
}

/** What the host program warned of although it did what it was asked. */
export function warningsIn({ records }: HostReport): readonly string[] {
  return records.filter(([key]) => key === "warning").map((record) => record.slice(1).join(" "));
}
