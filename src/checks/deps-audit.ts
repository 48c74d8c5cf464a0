import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { readJson } from "../domain/values/json.ts";
import { couldNotRun, firstLine, plain, tailOf } from "../mix-output/unfinished.ts";
import { inBuild } from "./by-hand.ts";
import { defineCheck } from "./define.ts";
import { printed } from "./printed.ts";

export const depsAuditSchema = z.object({
  status: z.literal("ran"),
  ...printed,
  /** Packages of Hex in mix.lock. */
  packages: z.int(),
  ignored: z.array(z.string()),
  /** Advisories that lie beside mix_audit, and whether git brought them in this run. */
  database: z.object({ advisories: z.int(), fetched: z.boolean() }),
});
export type DepsAuditArtefact = z.infer<typeof depsAuditSchema>;

export default defineCheck({
  id: "deps-audit",
  title: "mix deps.audit",
  level: "must",
  docs: {
    passes: "mix_audit compared mix.lock with advisories that it fetched in this run",
    more:
      "not applicable without mix_audit among the dependencies. `ignore_advisories` counts here too. " +
      "It clones github.com/mirego/elixir-security-advisories into `~/.local/share`; " +
      "without it mix_audit passes, and this check does not",
  },
  vm: "analysis",
  command: "mix deps.audit",
  loads: ["dependencies"],
  package: { name: "mix_audit", line: '{:mix_audit, "~> 2.1", only: [:dev, :test], runtime: false}' },
  artefact: depsAuditSchema,
  // It stops the VM when it finds something.
  turn: 2,
  light: true,
  known: ({ deps }) => ("mix_audit" in deps ? null : withoutMixAudit),
  judge: (seen, { context }) => judgeDepsAudit(seen, context.path),
  byHand: (facts) => inBuild(facts, "mix_audit", `mix deps.audit${ignoring(facts.judgement)}`),
  sarif: { name: "mix_audit", home: "https://hexdocs.pm/mix_audit", tags: ["security", "dependencies"] },
});

/** The advisories that the project lets Hex ignore: mix_audit does not read that setting. */
function ignoring(judgement: Judgement | null): string {
  const ignored = judgement?.facts?.["ignored"];
  return Array.isArray(ignored) && ignored.length > 0 ? ` --ignore-advisory-ids ${ignored.join(",")}` : "";
}

const text = z.string().nullish();
const report = z.object({
  pass: z.boolean(),
  vulnerabilities: z.array(
    z.object({
      advisory: z.object({
        id: z.string(),
        severity: text,
        title: text,
        url: text,
        first_patched_versions: z.array(z.string()).nullish(),
      }),
      dependency: z.object({ package: z.string(), version: z.string(), lockfile: text }),
    }),
  ),
});
type Vulnerability = z.infer<typeof report>["vulnerabilities"][number];

/** The project does without mix_audit: `mix hex.audit` is what judges its packages. */
export const withoutMixAudit: Judgement = {
  verdict: "not-run",
  reason_code: "not_applicable",
  says: "mix_audit is not among the dependencies, so nothing was audited here; hex-audit asks the registry.",
};

const noPackages: Judgement = {
  verdict: "not-run",
  reason_code: "not_applicable",
  says: "mix.lock names no package of Hex, so there was nothing to audit.",
};

/**
 * No advisory of mix_audit's own database (Phase 6: mix deps.audit). It passes with an empty database too: that there
 * was one is asked first.
 */
export function judgeDepsAudit(seen: DepsAuditArtefact, path: (file: string) => string): Judgement {
  const { packages, ignored, database } = seen;
  const facts = { packages, ignored, advisories: database.advisories, fetched: database.fetched };
  const tail = tailOf(seen);
  const parsed = parse(plain(seen.stdout));
  if (parsed === null) {
    const errors = plain(seen.stderr);
    return couldNotRun("mix deps.audit", {
      words: `${plain(seen.stdout)}\n${errors}`,
      otherwise: firstLine(errors) || "it left no report.",
      tail,
    });
  }
  const found = parsed.vulnerabilities;
  if (found.length > 0) {
    return {
      verdict: "fail",
      reason_code: "vulnerabilities_found",
      says:
        `${found.length} known ${found.length === 1 ? "vulnerability" : "vulnerabilities"}: ` +
        `${[...new Set(found.map((one) => one.dependency.package))].join(", ")}.`,
      remedy:
        "Update the packages, or list a false one under `hex: [ignore_advisories: …]` in mix.exs with its reason.",
      facts,
      findings: found.map((one) => described(one, path)),
      tail,
    };
  }
  const unjudged = (reason_code: Judgement["reason_code"], says: string): Judgement => ({
    verdict: "inconclusive",
    reason_code,
    says,
    remedy:
      "Run again where github.com can be reached: mix_audit clones mirego/elixir-security-advisories into " +
      "`~/.local/share`.",
    facts,
    tail,
  });
  if (packages === 0) return { ...noPackages, facts };
  if (database.advisories === 0)
    return unjudged("network_failed", "mix_audit had no advisories to compare with, which it takes for a pass.");
  if (!parsed.pass) return unjudged("not_judged", "Its report names no vulnerability and does not say that all pass.");
  if (!database.fetched)
    return unjudged(
      "network_failed",
      `The ${database.advisories} advisories are of an earlier run: git could not bring newer ones.`,
    );
  const rest = ignored.length === 0 ? "" : ` Ignored by the project's settings: ${ignored.join(", ")}.`;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `No advisory applies: ${packages} packages against ${database.advisories}.${rest}`,
    facts,
  };
}

function described({ advisory, dependency }: Vulnerability, path: (file: string) => string): Finding {
  const patched = advisory.first_patched_versions ?? [];
  const lines = [
    `${dependency.package} ${dependency.version} - ` +
      `${advisory.id}${advisory.severity ? ` (${advisory.severity.toUpperCase()})` : ""}`,
    ...(advisory.title ? [advisory.title] : []),
    ...(patched.length === 0 ? [] : [`Fixed in ${patched.join(", ")}.`]),
    ...(advisory.url ? [advisory.url] : []),
  ];
  return {
    severity: "error",
    rule: advisory.id,
    message: lines.join("\n"),
    file: path(dependency.lockfile ?? "mix.lock"),
    line: 1,
  };
}

/** The report is one line of JSON; words of a compilation may stand before it. */
function parse(stdout: string): z.infer<typeof report> | null {
  for (const line of stdout.split("\n")) {
    const read = line.startsWith('{"') ? report.safeParse(readJson(line)).data : undefined;
    if (read !== undefined) return read;
  }
  return null;
}
