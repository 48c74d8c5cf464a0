import type { Result } from "./result.ts";

/** The lines of mix.exs that bring the tools of Phase 6, by package: no generator of Elixir or Phoenix writes them. */
export const toolLines = {
  credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
  sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
  dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
} as const;

export type ToolPackage = keyof typeof toolLines;

/** The package that a check is missing in mix.exs; null when that is not what it lacks. */
export function missingPackage({ reason_code, facts }: Pick<Result, "reason_code" | "facts">): ToolPackage | null {
  const name = facts["package"];
  return reason_code === "tool_missing" && typeof name === "string" && name in toolLines ? (name as ToolPackage) : null;
}

/**
 * The facts of coverage below Phase 6's minimum in a project that meets it for the first time, as every generated
 * application does: the setting to begin with, which the project raises from there. `percent` is what its tests reach
 * now.
 */
export function coverageToBeginWith(percent: number) {
  return {
    first_contact: `Coverage is ${percent.toFixed(1)} %, and the default minimum 80 %. Test more, or begin with what is there and raise it.`,
    first_contact_setting: `coverage: {minimum: ${Math.floor(percent)}}`,
  };
}

/**
 * True for a check that needs what a project does not have when it meets Phase 6 for the first time: a tool of its own,
 * Hex, a CHANGELOG. `facts.first_contact` says the same of any other check, with its sentence. All of them are shown as
 * one block, since they have one remedy.
 */
export function isFirstContact(one: Pick<Result, "kind" | "id" | "verdict" | "reason_code" | "facts">): boolean {
  if (one.kind !== "check" || one.verdict === "pass" || one.verdict === "off") return false;
  if (missingPackage(one) !== null || one.reason_code === "changelog_missing") return true;
  return (
    (one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string"
  );
}
