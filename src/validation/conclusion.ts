import { blocks, leftOpen, type Result } from "../domain/evidence/result.ts";
import { isFirstContact } from "../domain/fleet/first-contact.ts";
import type { Release } from "../domain/release/release.ts";
import { counted } from "../domain/values/plural.ts";

/** How a validation ended. */
interface Outcome {
  readonly status: "passed" | "failed";
  readonly decision: "continue" | "stop";
  readonly reason_code: "passed" | "checks_failed" | "release_missing";
  readonly says: string;
  readonly remedy?: string;
}

/** The verdict over all results: passed, with what it rests on, or the names of the checks that block it. */
export function conclusionOf(results: readonly Result[], release: Release | null): Outcome {
  const blocking = results.filter(blocks);
  if (blocking.length > 0)
    return { status: "failed", decision: "stop", reason_code: "checks_failed", ...blocked(blocking, results) };
  if (release === null) {
    return {
      status: "failed",
      decision: "stop",
      reason_code: "release_missing",
      says: "No release was built, so there is nothing to ship.",
      remedy: "Set `checks: {release: must}`, and look at the check `release`.",
    };
  }
  const says = `Validation passed: ${seen(results, release).join(", ")}${restsOn(results)}.`;
  return { status: "passed", decision: "continue", reason_code: "passed", says };
}

/** The figures of a validation that passed. */
function seen(results: readonly Result[], release: Release): readonly string[] {
  const fact = (id: string, name: string) => results.find((one) => one.id === id)?.facts[name];
  const [tests, coverage] = [fact("test", "tests"), fact("coverage", "coverage")];
  return [
    `release ${release.version}`,
    ...(typeof tests === "number" ? [counted(tests, "test")] : []),
    ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
  ];
}

/** What a pass does not cover. */
function restsOn(results: readonly Result[]): string {
  const off = results.filter((one) => one.verdict === "off").length;
  const open = results.filter(leftOpen).map((one) => `${one.id} (${one.verdict})`);
  return [
    ...(off > 0 ? [`; ${counted(off, "check")} switched off`] : []),
    ...(open.length > 0 ? [`; not required and not passed: ${open.join(", ")}`] : []),
  ].join("");
}

/**
 * What the required checks say that did not pass. Where all of them lack what the project never had, that is one thing
 * to do, and said as one.
 */
function blocked(blocking: readonly Result[], results: readonly Result[]) {
  const others = blocking.filter((one) => !isFirstContact(one));
  const names = blocking.map((one) => one.id).join(", ");
  if (others.length === 0) {
    const count = blocking.length === 1 ? "one required check needs" : `${blocking.length} required checks need`;
    return {
      says: `This project does not have yet what ${count}: ${names}.`,
      remedy: "Copy the lines from the top of the job summary: they add it, or let the settings go without.",
    };
  }
  const own = blocking.filter((one) => one.verdict !== "not-run");
  const [only] = own;
  // All the others were not run for the reason that this one names.
  if (only !== undefined && own.length === 1 && blocking.length > 1) {
    const says = `${only.says} ${blocking.length - 1} more required checks could not run because of it.`;
    return { says, remedy: only.remedy };
  }
  const required = results.filter((one) => one.required).length;
  const says = `${blocking.length} of ${required} required checks did not pass: ${names}.`;
  return { says, remedy: others[0]?.remedy ?? "" };
}
