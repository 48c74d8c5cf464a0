// The report as a value: what is published as JSON, and what the JSON Schema beside it promises.
import { describe, expect, test } from "@jest/globals";
import type { Result } from "../../../src/domain/evidence/result.ts";
import { fieldWords } from "../../../src/domain/report/field-words.ts";
import { reportJsonSchema } from "../../../src/domain/report/json-schema.ts";
import { reportSchema } from "../../../src/domain/report/report.ts";
import { goldens } from "../../render/goldens.ts";
import { reportOf } from "../../render/reports.ts";
import { approval, evidence, one, promote, rollback, staging, takenBack, validate } from "../../render/story.ts";
import { faultsForLater, schemaFaults } from "../../support/report-schema.ts";

const faultsOf = (value: unknown) => schemaFaults(JSON.stringify(value));

describe("the JSON of a report", () => {
  test.each(goldens)("of $name is what the published schema says", ({ report }) => {
    expect(faultsOf(report)).toEqual([]);
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test("of a deployment that left no evidence is too", () => {
    const none = { validate: null, staging: null, smoke: null, promote: null };
    expect(faultsOf(reportOf(none, { app: null, version: null, notes: null }))).toEqual([]);
  });

  test("has no field that the schema does not know; the schema admits those of later versions all the same", () => {
    expect(faultsOf({ ...reportOf(), more: 1 })).not.toEqual([]);
    expect(faultsForLater(JSON.stringify({ ...reportOf(), more: 1 }))).toEqual([]);
    expect(faultsOf({ ...reportOf(), status: "FINE" })).not.toEqual([]);
  });

  test("has a description of each field in its schema, and no words for a field that there is not", () => {
    const [named, unnamed] = [new Set<string>(), new Set<string>()];
    const look = (part: unknown): void => {
      if (typeof part !== "object" || part === null) return;
      const { properties = {}, ...rest } = part as { readonly properties?: Readonly<Record<string, unknown>> };
      for (const [name, field] of Object.entries(properties)) {
        named.add(name);
        if ((field as { readonly description?: string }).description === undefined) unnamed.add(name);
        look(field);
      }
      for (const one of Object.values(rest)) look(one);
    };
    look(reportJsonSchema());
    expect([...unnamed]).toEqual([]);
    expect(Object.keys(fieldWords).filter((words) => !words.split(".").every((name) => named.has(name)))).toEqual([]);
  });
});

describe("the gate", () => {
  test("names who approved, and what could not be verified", () => {
    const off = one("gate", "provenance", { title: "Provenance", verdict: "off", says: "No workflow is named." });
    const report = reportOf(
      { promote: { ...promote, results: [...promote.results, off] } },
      { files: [{ evidence: staging, pinned: false, sha256: "c".repeat(64) }] },
    );
    expect(report.gate).toMatchObject({ approvers: "bob", self_approved: false });
    expect(report.gate.unverified).toEqual([
      "Provenance: No workflow is named.",
      "No job output pins the evidence of deploy-staging: any job could have written it.",
    ]);
  });

  test("names nobody where the approval did not pass, or promote left no evidence", () => {
    const refused = { ...approval, verdict: "fail" as const };
    const gate = reportOf({ promote: evidence("promote", { status: "failed", results: [refused] }) }).gate;
    expect(gate.approvers).toBeNull();
    expect(gate.unverified).toEqual([]);
    expect(gate.rows).toMatchObject([{ id: "approval", verdict: "fail" }]);
    expect(reportOf({ promote: null }).gate.unverified).toEqual(["There is no evidence of promote: no gate was seen."]);
  });
});

describe("what did not pass", () => {
  const refused = (id: string) => one("gate", id, { verdict: "fail", required: true });
  const failed = (results: Result[]) => reportOf({ promote: evidence("promote", { status: "failed", results }) });

  test("is each gate that refused, and of steps the first one", () => {
    const unseen = one("gate", "approver", { verdict: "not-run", required: true });
    const gates = failed([refused("environment"), unseen, refused("ref"), one("gate", "freeze")]).failures;
    expect(gates.map(({ id }) => id)).toEqual(["environment", "ref"]);
    const step = (id: string) => one("step", id, { verdict: "fail", required: true });
    expect(failed([step("start"), step("stop")]).failures.map(({ id }) => id)).toEqual(["start"]);
  });
});

describe("a rollback in the report", () => {
  test("by promote is what followed the cause, from the new release to the one before", () => {
    const { rollback: own } = reportOf({ promote: takenBack });
    expect(own).toMatchObject({ by: "promote", from: "1.1.0-1a2b3c4d", to: "1.0.0-99999999", ms: null });
    expect(own?.rows.map(({ id }) => id)).toEqual(["shift", "health"]);
  });

  test("by a person has who asked for it, and why", () => {
    const { rollback: asked, status } = reportOf({ rollback });
    expect(status).toBe("ROLLED BACK");
    expect(asked).toMatchObject({ by: "rollback", from: "1.1.0-1a2b3c4d", notes: rollback.warnings });
  });

  test("is none where the release still serves, also after a dry run of a rollback", () => {
    expect(reportOf().rollback).toBeNull();
    expect(reportOf({ rollback: { ...rollback, status: "planned" } }).rollback).toBeNull();
  });

  test("takes from its first step to the end of its last", () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 20, seconds)).toISOString();
    const results = [
      { ...one("step", "shift", { ms: 300 }), started_at: at(1) },
      { ...one("signal", "health", { ms: 500 }), started_at: at(3), host: "web1" },
    ];
    const own = reportOf({ rollback: { ...rollback, results } }).rollback;
    expect(own?.ms).toBe(2_500);
    expect(own?.rows[1]?.title).toBe("health on web1");
  });
});

describe("the issues", () => {
  test("are warnings, what saw too little and what is optional and did not pass; the same is said once", () => {
    const results = [
      one("check", "dialyzer", { title: "mix dialyzer", required: false, verdict: "fail", says: "3 warnings." }),
      one("signal", "watch", { title: "Watch", verdict: "inconclusive", says: "Too few.", remedy: "Watch longer." }),
      one("check", "xref", { required: false, verdict: "not-run", reason_code: "not_applicable" }),
      one("announcement", "slack", { required: false, verdict: "fail" }),
    ];
    const { issues } = reportOf({
      validate: { ...validate, results, warnings: ["Slow."] },
      staging: { ...staging, warnings: ["Slow."] },
    });
    expect(issues).toEqual([
      { stage: "validate", kind: "inconclusive", title: "Watch", says: "Too few.", remedy: "Watch longer." },
      { stage: "validate", kind: "optional", title: "mix dialyzer", says: "3 warnings.", remedy: "" },
      { stage: "validate", kind: "warning", title: "", says: "Slow.", remedy: "" },
    ]);
  });
});
