// The facts of the gates where a test is about one of them.
import type { EnvironmentFacts } from "../../src/gates/gate.ts";
import type { GateRules } from "../../src/settings/settings.ts";

/** What an environment asks of its gates where its settings say nothing. */
export const plainGates: GateRules = {
  evidenceMaxAgeMs: 24 * 3_600_000,
  verifiedForMs: null,
  refMoved: "warn",
  freeze: null,
  provenance: null,
};

/** Nothing is asked: no gate but that of the release has a row. */
export const noFacts: EnvironmentFacts = {
  approval: null,
  freeze: null,
  release: { verdict: "pass", reason_code: "passed", says: "It is the one." },
  evidence: null,
  provenance: null,
  running: null,
  soak: null,
  ref: null,
  backup: null,
  monitoring: null,
  lock: null,
};
