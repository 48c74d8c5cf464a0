import { describe, expect, test } from "@jest/globals";
import { type FreezeFacts, freeze } from "../../src/gates/freeze.ts";
import { noFacts } from "../support/gates.ts";

const holiday = { from: "2026-12-20 18:00", to: "2027-01-02 08:00", why: "Holidays" };
const yes = <T>(value: T) => ({ ok: true as const, value });
const no = { ok: false as const, status: 403, why: "Resource not accessible by integration" };
const judge = (known: Partial<FreezeFacts> = {}) =>
  freeze.judge({
    ...noFacts,
    freeze: {
      ...{ environment: "production", zone: "Europe/Berlin", open: holiday, may: ["alice", "acme/oncall"] },
      ...{ override: null, ...known },
    },
  });
const override = { reason: "CVE-2026-1", by: yes("alice"), allowed: yes(true) };

describe("a freeze", () => {
  test("that holds is refused, saying until when, why, and who may override it", () => {
    expect(judge()).toEqual({
      ...{ verdict: "fail", reason_code: "frozen" },
      says: "production is frozen since 2026-12-20 18:00 until 2027-01-02 08:00 (Europe/Berlin): Holidays.",
      remedy: "Run the job again after that, or let alice or acme/oncall start it with `override-freeze: <reason>`.",
      facts: { from: holiday.from, to: holiday.to, zone: "Europe/Berlin", why: "Holidays" },
    });
    expect(judge({ may: [] })?.remedy).toBe("Run the job again after that.");
    expect(judge({ open: { ...holiday, to: null } })?.says).toContain("without an end");
    expect(judge({ open: { ...holiday, to: null } })?.remedy).toMatch(/^Let alice/);
    expect(judge({ open: { ...holiday, to: null }, may: [] })?.remedy).toMatch(/^Remove the window/);
  });

  test("that does not hold passes, with an override as well", () => {
    expect(judge({ open: null })).toMatchObject({ verdict: "pass", reason_code: "passed" });
    const unused = judge({ open: null, override: { reason: "x", by: null, allowed: null } });
    expect(unused).toMatchObject({ verdict: "pass", says: expect.stringContaining("not needed") });
  });

  test("that somebody overrides who may passes, and is recorded with name and reason", () => {
    expect(judge({ override })).toMatchObject({
      ...{ verdict: "pass", reason_code: "freeze_overridden" },
      facts: { overridden_by: "alice", reason: "CVE-2026-1", why: "Holidays" },
      warnings: ["production is frozen (Holidays), and alice overrode that: CVE-2026-1."],
    });
  });

  test("that somebody else overrides is refused, with the name", () => {
    expect(judge({ override: { ...override, by: yes("eve"), allowed: yes(false) } })).toMatchObject({
      ...{ verdict: "fail", reason_code: "freeze_override_refused" },
      says: expect.stringContaining("eve may not override it."),
    });
  });

  test.each([
    ["who started the run", { ...override, by: no, allowed: null }],
    ["the members of a team", { ...override, allowed: no }],
  ])("is not overridden where %s cannot be read", (_what, asked) => {
    expect(judge({ override: asked })).toMatchObject({
      ...{ verdict: "error", reason_code: "freeze_override_unreadable" },
      says: expect.stringContaining("could not be read: Resource not accessible"),
    });
  });
});
