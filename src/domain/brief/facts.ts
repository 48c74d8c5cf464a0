import type { Evidence } from "../evidence/evidence.ts";
import type { Finding, Result } from "../evidence/result.ts";
import type { Release } from "../release/release.ts";
import type { Brief, BriefStage } from "./brief.ts";

/** What of a brief is read from evidence and paths alone. */

/** A list as a brief keeps it: the first of them, and how many there are. */
export function firstOf<T>(all: readonly T[], max: number): { readonly total: number; readonly list: T[] } {
  return { total: all.length, list: all.slice(0, max) };
}

/** The checks that compare packages with advisories. */
const audits = ["hex-audit", "deps-audit"];

/** An advisory, and the package that it is of. */
export interface Advisory {
  readonly package: string;
  readonly says: string;
}

/** The advisories that `validate` found: the first line of each, `plug 1.19.2 - EEF-… (HIGH)`. */
export function advisoriesIn(validate: Evidence | null): readonly Advisory[] {
  const findings = resultsOf(validate, audits).flatMap((one) => one.findings);
  const found = findings.flatMap(({ message }) => {
    const says = message.split("\n")[0] ?? "";
    const [, name] = /^(\S+) \S+ - /.exec(says) ?? [];
    return name === undefined ? [] : [{ package: name, says }];
  });
  return [...new Map(found.map((one) => [one.says, one])).values()];
}

/** Why it is not known whether there are advisories; empty where an audit says. */
export function auditGap(validate: Evidence | null): string {
  const audited = resultsOf(validate, audits);
  const none = audited.some(({ id, reason_code }) => id === "hex-audit" && reason_code === "not_applicable");
  if (none || audited.some(({ verdict }) => verdict === "pass" || verdict === "fail")) return "";
  return audited.map(({ title, verdict }) => `${title}: ${verdict}`).join(", ") || "no audit ran";
}

/** Is this a file of a migration of Ecto: below a folder `migrations` of some `priv`? */
export function isMigration(path: string): boolean {
  return /(^|\/)priv\/([^/]+\/)*[^/]*migrations\/([^/]+\/)*\d[^/]*\.exs$/.test(path);
}

/** Is this configuration of an application or of its release? The path is from the project's folder. */
export function isConfiguration(path: string): boolean {
  return /^(apps\/[^/]+\/)?((config|rel)\/|mix\.exs$)/.test(path);
}

const migrationChecks = ["migrations", "migration-safety"];

/** What is known of the migrations before they run on this environment. */
export function migrationsOf(
  evidence: { readonly validate: Evidence | null; readonly staging: Evidence | null },
  environment: { readonly migrates: boolean; readonly backup: string },
): Brief["migrations"] {
  const checks = resultsOf(evidence.validate, migrationChecks);
  const risks = checks.flatMap((one) => one.findings).filter(({ severity }) => severity !== "notice");
  const ran = evidence.staging?.results.findLast((one) => one.kind === "step" && one.id === "migrate");
  return {
    run: environment.migrates,
    checks: checks.map(({ title, verdict, says }) => ({ title, verdict, says })),
    risks: firstOf(
      risks.map((one) => ({ place: placeOf(one), message: one.message.slice(0, maxMessage) })),
      maxRisks,
    ),
    before:
      ran === undefined
        ? null
        : { environment: evidence.staging?.environment ?? "", says: ran.says, duration_ms: ran.duration_ms },
    backup: environment.backup,
  };
}

const maxRisks = 100;
const maxMessage = 1_000;

function placeOf({ file, line }: Finding): string {
  return file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}`;
}

/** How a stage went, and what of it is no pass. */
export function stageOf(evidence: Evidence, pinned: boolean | null): BriefStage {
  const counts: Record<string, number> = {};
  for (const { verdict } of evidence.results) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const gaps = evidence.results.filter(
    ({ verdict, reason_code }) => verdict !== "pass" && reason_code !== "not_applicable",
  );
  const { stage, environment, status } = evidence;
  return {
    ...{ stage, environment, status, pinned, counts },
    gaps: gaps.map(({ title, verdict }) => `${title}: ${verdict}`).slice(0, maxGaps),
  };
}

const maxGaps = 50;

/** How much a host is sent: at most the tarball; hosts that had a release were sent what they lacked. */
export function sizeOf(release: Release, staging: Evidence | null): Brief["size"] {
  const uploads = staging?.results.filter((one) => one.kind === "step" && one.id === "upload") ?? [];
  const sent = uploads.flatMap(({ host, facts, verdict }) =>
    verdict === "pass" && typeof facts["bytes"] === "number" && facts["bytes"] > 0
      ? [{ host: host ?? "", bytes: facts["bytes"] }]
      : [],
  );
  return {
    tarball: release.bytes,
    files: release.files?.count ?? null,
    unpacked: release.files?.bytes ?? null,
    sent: sent.slice(0, maxHosts),
    sent_to: staging?.environment ?? null,
    had: staging?.from ?? null,
  };
}

const maxHosts = 100;

/** The pull request that a commit's subject names, as GitHub writes it when it merges one; null where it names none. */
export function pullInSubject(subject: string): number | null {
  const [, merged, squashed] = /^Merge pull request #(\d{1,9}) from |\(#(\d{1,9})\)$/.exec(subject.trim()) ?? [];
  const number = merged ?? squashed;
  return number === undefined ? null : Number(number);
}

function resultsOf(evidence: Evidence | null, ids: readonly string[]): readonly Result[] {
  return evidence?.results.filter(({ kind, id }) => kind === "check" && ids.includes(id)) ?? [];
}
