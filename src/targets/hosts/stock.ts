import type { Judgement } from "../../domain/evidence/result.ts";
import type { ListedFile } from "../../domain/release/files.ts";
import type { TargetOptions } from "../target.ts";
import { failed, type Hosts } from "./context.ts";
import { valuesOf } from "./report.ts";

/** What a host has of a release before it is sent there. */
export interface Stock {
  /** Bytes free below the application's path; NaN where the host did not say. */
  readonly free: number;
  /** The release is there, whole. */
  readonly there: boolean;
  /** What arrived in an earlier try, by file name. */
  readonly received: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;
  /** The files of the releases that it keeps, by the first 16 digits of their sha256. */
  readonly has: ReadonlySet<string>;
}

/** What a host is asked with. */
export function stockValues({ release }: Pick<TargetOptions, "release">, id: string) {
  return { PD_RELEASE: id, PD_LIST: release?.list ? "yes" : "no" };
}

/** Asks a host what it has, unless it said so with its lock. */
export async function stockOf(hosts: Hosts, host: string, release: string): Promise<Stock | Judgement> {
  const values = stockValues(hosts.options, release);
  const report = hosts.stocks.take(host) ?? (await hosts.call({ host, op: "stock", values, limitMs: 120_000 }));
  if (failed(report)) return report;
  const records = (key: string) => report.records.filter(([first]) => first === key).map(([, ...values]) => values);
  return {
    free: Number(valuesOf(report, "disk")[0] ?? Number.NaN),
    there: records("there").length > 0,
    received: new Map(
      records("received").map(([name = "", bytes = "", sha256 = ""]) => [name, { bytes: Number(bytes), sha256 }]),
    ),
    has: new Set(records("has").flatMap(([digests = ""]) => digests.split(" "))),
  };
}

/** What a host lacks: each content once, under the first path that has it. */
export function lacking(files: readonly ListedFile[], { has }: Stock): readonly ListedFile[] {
  const seen = new Set<string>();
  return files.filter(({ type, content }) => {
    if (type !== "f" || has.has(content.slice(0, 16)) || seen.has(content)) return false;
    seen.add(content);
    return true;
  });
}
