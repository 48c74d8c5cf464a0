import { isFirstContact, missingPackage, toolLines } from "../domain/first-contact.ts";
import { counted } from "../domain/plural.ts";
import type { Result } from "../domain/result.ts";
import { block, code, lines, sentence } from "./markdown.ts";
import { shortened } from "./wording.ts";

/**
 * What a project lacks when it meets Phase 6 for the first time, as one block: the lines to copy that bring it, and the
 * settings that switch the checks off instead. Empty where nothing is missing.
 */
function firstContact(results: readonly Result[]): string {
  const lacking = results.filter(isFirstContact);
  if (lacking.length === 0) return "";
  const packages = lacking.flatMap((one) => missingPackage(one) ?? []);
  const others = lacking.filter((one) => missingPackage(one) === null);
  const names = lacking.map((one) => code(one.id)).join(", ");
  // No comma may stand behind the last entry of a list.
  const more = lacking.some(({ facts }) => typeof facts["dependencies"] === "number" && facts["dependencies"] > 0);
  const deps = `${packages.map((name) => toolLines[name]).join(",\n")}${more ? "," : ""}`;
  return [
    `### To do once: ${counted(lacking.length, "check")} ${lacking.length === 1 ? "needs" : "need"} what this project does not have yet`,
    `Not passed for lack of it: ${names}. Add what is missing, or let the settings go without.`,
    ...(packages.length === 0
      ? []
      : [
          `**To add:** copy to the top of ${code("deps")} in ${code("mix.exs")}, run ${code("mix deps.get")}, and commit.`,
          block(deps, "elixir"),
        ]),
    ...(others.length === 0 ? [] : [lines(...others.map(otherLine))]),
    `**To go without instead:** copy into ${code(".github/phoenix-deploy.yml")} (one that exists has its own ${code("version")} and ${code("checks")} already).`,
    block(["version: 1", "checks:", ...lacking.map((one) => `  ${settingOf(one)}`)].join("\n"), "yaml"),
  ].join("\n\n");
}

/** The parts of a page with that block behind its head, before all else. */
export function withFirstContact(page: readonly string[], results: readonly Result[]): readonly string[] {
  const [head = "", ...rest] = page;
  return [head, firstContact(results), ...rest].filter((part) => part !== "");
}

/** The line of the settings that lets a check go without what the project lacks. */
function settingOf({ id, facts }: Result): string {
  const told = facts["first_contact_setting"];
  return typeof told === "string" ? told : `${id}: off`;
}

/** What is no line of mix.exs, in the words of its check: to add, or to begin with. */
function otherLine({ says, remedy, facts }: Result): string {
  const told = facts["first_contact"];
  const lead = typeof facts["first_contact_setting"] === "string" ? "To begin with" : "To add";
  return `**${lead}:** ${sentence(shortened(typeof told === "string" ? told : `${says} ${remedy}`.trim(), 1_000))}`;
}
