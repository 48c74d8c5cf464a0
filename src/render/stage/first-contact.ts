import type { Result } from "../../domain/evidence/result.ts";
import { isFirstContact, missingLine } from "../../domain/fleet/first-contact.ts";
import { counted } from "../../domain/values/plural.ts";
import { block, code, lines, sentence } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

/**
 * What a project lacks when validate runs for the first time, as one block: the lines to copy that add it, and the
 * settings that switch the checks off instead. Empty where nothing is missing.
 */
function firstContact(results: readonly Result[]): string {
  const lacking = results.filter(isFirstContact);
  if (lacking.length === 0) return "";
  const packages = lacking.flatMap((one) => missingLine(one) ?? []);
  const others = lacking.filter((one) => missingLine(one) === null);
  const names = lacking.map((one) => code(one.id)).join(", ");
  // Elixir allows no comma after the last entry of a list.
  const more = lacking.some(({ facts }) => typeof facts["dependencies"] === "number" && facts["dependencies"] > 0);
  const deps = `${packages.join(",\n")}${more ? "," : ""}`;
  const need = lacking.length === 1 ? "needs" : "need";
  const settings = code(".github/phoenix-deploy.yml");
  const keys = `${code("version")} and ${code("checks")}`;
  const add = `copy to the top of ${code("deps")} in ${code("mix.exs")}, run ${code("mix deps.get")}, and commit.`;
  return [
    `### To do once: ${counted(lacking.length, "check")} ${need} what this project does not have yet`,
    `Did not pass for that reason: ${names}. Add what is missing, or change the settings.`,
    ...(packages.length === 0 ? [] : [`**To add:** ${add}`, block(deps, "elixir")]),
    ...(others.length === 0 ? [] : [lines(...others.map(otherLine))]),
    `**Or change the settings:** copy into ${settings} (one that exists has ${keys} already).`,
    block(["version: 1", "checks:", ...lacking.map((one) => `  ${settingOf(one)}`)].join("\n"), "yaml"),
  ].join("\n\n");
}

/** The parts of a page with that block behind its head, before all else. */
export function withFirstContact(page: readonly string[], results: readonly Result[]): readonly string[] {
  const [head = "", ...rest] = page;
  return [head, firstContact(results), ...rest].filter((part) => part !== "");
}

/** The line of the settings with which a check does not need what the project lacks. */
function settingOf({ id, facts }: Result): string {
  const setting = facts["first_contact_setting"];
  return typeof setting === "string" ? setting : `${id}: off`;
}

/** What is not a line of mix.exs, as its check says it: to add, or to begin with. */
function otherLine({ says, remedy, facts }: Result): string {
  const known = facts["first_contact"];
  const lead = typeof facts["first_contact_setting"] === "string" ? "To begin with" : "To add";
  return `**${lead}:** ${sentence(shortened(typeof known === "string" ? known : `${says} ${remedy}`.trim(), 1_000))}`;
}
