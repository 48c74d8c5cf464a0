import type { Fact, Result } from "../evidence/result.ts";
import { counted } from "./plural.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How many things a check looked at, by its id: the name of the fact, and the noun. */
const counts: Readonly<Record<string, readonly (readonly [fact: string, noun: string])[]>> = {
  test: [["tests", "test"]],
  format: [["read", "file"]],
  credo: [
    ["files", "file"],
    ["checks", "check"],
  ],
  sobelow: [["files", "file"]],
  "hex-audit": [["packages", "package"]],
  "deps-audit": [["packages", "package"]],
  dialyzer: [["warnings", "warning"]],
  migrations: [["migrations", "migration"]],
};

/** The numbers beside a check's verdict: "103 tests", "92.3%"; empty where there is none to give. */
export function figureOf({ id, facts, verdict }: Pick<Result, "id" | "facts" | "verdict">): string {
  if (id === "coverage") return percentOf(facts["coverage"]);
  const all = (counts[id] ?? []).flatMap(([fact, noun]) => {
    const value = facts[fact];
    return typeof value === "number" && Number.isSafeInteger(value) ? [counted(value, noun)] : [];
  });
  return [...(verdict === "pass" ? [] : failed(id, facts)), ...all].join(", ");
}

function failed(id: string, { failures }: Facts): readonly string[] {
  return id === "test" && typeof failures === "number" && failures > 0 ? [`${failures} failed`] : [];
}

/** Rounded down: 79.96 never reads as 80.0. */
function percentOf(coverage: Fact | undefined): string {
  return typeof coverage === "number" ? `${(Math.floor(coverage * 10 + 1e-9) / 10).toFixed(1)}%` : "";
}
