import type { Result } from "./result.ts";

/** The lines of mix.exs that add the tools of Phase 6, by package: no generator of Elixir or Phoenix writes them. */
export const toolLines = {
  credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
  sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
  dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
} as const;

export type ToolPackage = keyof typeof toolLines;

/** The package that a check needs and mix.exs does not have; null when it lacks something else. */
export function missingPackage({ reason_code, facts }: Pick<Result, "reason_code" | "facts">): ToolPackage | null {
  const name = facts["package"];
  return reason_code === "tool_missing" && typeof name === "string" && name in toolLines ? (name as ToolPackage) : null;
}

/**
 * The facts of coverage below the default minimum in a project that sets none, such as a generated application: the
 * minimum to begin with, which the project raises from there. `percent` is what its tests reach now.
 */
export function coverageToBeginWith(percent: number) {
  return {
    first_contact: [
      `Coverage is ${percent.toFixed(1)} %; the default minimum is 80 %.`,
      "Write more tests, or begin with the minimum below and raise it later.",
    ].join(" "),
    first_contact_setting: `coverage: {minimum: ${Math.floor(percent)}}`,
  };
}

/**
 * True for a check that needs what a project does not have when validate runs for the first time: a tool, Hex, a
 * CHANGELOG. `facts.first_contact` marks any other check as one of these, with its sentence. All of them are shown as
 * one block, since they have one remedy.
 */
export function isFirstContact(one: Pick<Result, "kind" | "id" | "verdict" | "reason_code" | "facts">): boolean {
  if (one.kind !== "check" || one.verdict === "pass" || one.verdict === "off") return false;
  if (missingPackage(one) !== null || one.reason_code === "changelog_missing") return true;
  return (
    (one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string"
  );
}
