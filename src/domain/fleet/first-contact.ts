import type { Result } from "../evidence/result.ts";

/** The line of mix.exs that brings the package which a check lacks; null when that is not what it lacks. */
export function missingLine({ reason_code, facts }: Pick<Result, "reason_code" | "facts">): string | null {
  const line = facts["line"];
  return reason_code === "tool_missing" && typeof line === "string" ? line : null;
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
  if (missingLine(one) !== null || one.reason_code === "changelog_missing") return true;
  return (
    (one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string"
  );
}
