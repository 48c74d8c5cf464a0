// The report of a story: tests change the one stage, or the one fact, that they are about.
import { deploymentOf, type Stages } from "../../src/domain/evidence/deployment.ts";
import { exitGate } from "../../src/domain/report/exit-gate.ts";
import { type ReportFacts, reportFrom } from "../../src/domain/report/from-evidence.ts";
import type { Report } from "../../src/domain/report/report.ts";
import { defaultChecks } from "../support/checks.ts";
import { stages } from "./story.ts";

const notified = { met: true, restsOn: "1 of 1 announcements was delivered.", remedy: "" };
const documented = { met: true, restsOn: "CHANGELOG.md has a section for 1.1.0, dated 2026-11-24.", remedy: "" };

/** What a report of these stages is made from: a deployment that went well unless given otherwise. */
export function factsOf(known: Partial<Stages> = {}, more: Partial<ReportFacts> = {}): ReportFacts {
  const all: Stages = { ...stages, ...known };
  const deployment = deploymentOf({ ...all, environment: "production", promoteLost: false, gaps: false });
  const proofs = { notified, documented, ...more };
  const evidence = [all.validate, all.staging, all.smoke, all.promote, all.rollback].filter((one) => one !== null);
  return {
    ...{ ...all, app: "shop", version: "1.1.0", release: evidence[0]?.release ?? null, deployment },
    ...{ date: new Date("2026-11-24T09:41:59Z"), environment: "production", from: "staging" },
    criteria: exitGate({
      ...all,
      deployment,
      unpinned: [],
      ...{ notified: proofs.notified, documented: proofs.documented },
    }),
    ...{ checks: defaultChecks, problems: [], notified, documented, own: null },
    files: evidence.map((one) => ({ evidence: one, pinned: true, sha256: "c".repeat(64) })),
    notes: "### Added\n- A basket that remembers what a customer had in it, for as long as the session lives",
    ...more,
  };
}

export function reportOf(known: Partial<Stages> = {}, more: Partial<ReportFacts> = {}): Report {
  return reportFrom(factsOf(known, more));
}
