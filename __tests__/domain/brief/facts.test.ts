import { describe, expect, test } from "@jest/globals";
import { auditGap, isConfiguration, isMigration, pullInSubject } from "../../../src/domain/brief/facts.ts";
import type { Result } from "../../../src/domain/evidence/result.ts";
import { evidence, one } from "../../render/story.ts";

describe("a path", () => {
  test.each([
    ["config/runtime.exs", true],
    ["rel/env.sh.eex", true],
    ["mix.exs", true],
    ["apps/shop/config/config.exs", true],
    ["apps/shop/mix.exs", true],
    ["lib/config/reader.ex", false],
    ["test/mix.exs", false],
    ["priv/repo/migrations/1_a.exs", false],
  ])("is configuration or not: %s", (path, is) => {
    expect(isConfiguration(path)).toBe(is);
  });

  test.each([
    ["priv/repo/migrations/20261101_a.exs", true],
    ["apps/shop/priv/repo/migrations/20261101_a.exs", true],
    ["priv/repo/tenant_migrations/20261101_a.exs", true],
    ["priv/repo/migrations/2026/20261101_a.exs", true],
    ["priv/repo/migrations/.formatter.exs", false],
    ["priv/repo/seeds.exs", false],
    ["lib/migrations/a.exs", false],
  ])("is a migration or not: %s", (path, is) => {
    expect(isMigration(path)).toBe(is);
  });
});

test.each([
  ["Merge pull request #12 from acme/basket", 12],
  ["Remember the basket (#7)", 7],
  ["Remember the basket (#7) ", 7],
  ["Fix #12", null],
  ["Revert of (#7) again", null],
  ["(#99999999999)", null],
  ["", null],
])("the pull request that a subject names: %s", (subject, number) => {
  expect(pullInSubject(subject)).toBe(number);
});

describe("whether there are advisories is known", () => {
  const audited = (id: string, known: Partial<Result>) => one("check", id, { title: `mix ${id}`, ...known });
  const of = (...results: readonly Result[]) => auditGap(evidence("validate", { results: [...results] }));
  const none = { verdict: "not-run", reason_code: "not_applicable" } as const;

  test("where an audit passed or found some, or there is no package to ask for", () => {
    expect(of(audited("hex-audit", {}))).toBe("");
    expect(of(audited("hex-audit", { verdict: "fail" }), audited("deps-audit", none))).toBe("");
    expect(of(audited("hex-audit", { verdict: "error" }), audited("deps-audit", {}))).toBe("");
    expect(of(audited("hex-audit", none))).toBe("");
  });

  test("nowhere else", () => {
    expect(auditGap(null)).toBe("no audit ran");
    expect(of(audited("hex-audit", { verdict: "off" }), audited("deps-audit", none))).toBe(
      "mix hex-audit: off, mix deps-audit: not-run",
    );
    expect(of(audited("hex-audit", { verdict: "inconclusive" }))).toBe("mix hex-audit: inconclusive");
  });
});
