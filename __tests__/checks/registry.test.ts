// What a registered check must have, whatever it checks.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { checkIds, checks } from "../support/checks.ts";

const root = join(import.meta.dirname, "../..");

describe("the registered checks", () => {
  test("have an id of their own each", () => {
    expect(new Set(checkIds).size).toBe(checkIds.length);
    for (const id of checkIds) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("lie in a file that is named for them", () => {
    for (const id of checkIds) expect(existsSync(join(root, `src/checks/${id}.ts`))).toBe(true);
  });

  test("have the Elixir module that the VM of the analyses looks for", () => {
    const analyses = checks.filter((one) => one.vm === "analysis");
    expect(analyses.length).toBeGreaterThan(5);
    for (const { id, loads = [] } of analyses) {
      const module = id.replaceAll(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
      const file = readFileSync(join(root, `elixir/${id.replaceAll("-", "_")}.exs`), "utf8");
      expect(file).toContain(`defmodule PhoenixDeploy.${module} do`);
      expect(file).toMatch(/\n {2}def run do\n/);
      for (const name of loads) expect(existsSync(join(root, `elixir/${name}.exs`))).toBe(true);
    }
  });

  test("ask the outside anew in every run: only what reads files may be taken from an earlier one", () => {
    expect(checks.filter(({ reads }) => reads === undefined).map(({ id }) => id)).toEqual(
      expect.arrayContaining(["hex-audit", "deps-audit", "unused-deps", "migrations", "version", "backup"]),
    );
  });
});
