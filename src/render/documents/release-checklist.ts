import type { ReleaseChecklist, ReleaseItem } from "../../domain/checklist/release-checklist.ts";
import { bold, plainText } from "../text/markdown.ts";
import { readable } from "../text/readable.ts";
import { minute, shortened } from "../text/wording.ts";

/** The checklist for a version: boxes are ticked by evidence alone, and tasks for a person are marked as such. */
export function renderReleaseChecklist({ app, version, sha, date, lists, restsOn }: ReleaseChecklist): string {
  const name = app === null ? "" : ` of ${plainText(app)}`;
  const commit = sha === null ? "" : `, commit ${readable(`\`${sha.slice(0, 12)}\``)}`;
  const items = lists.flatMap((list) => list.items);
  const of = (state: ReleaseItem["state"]) => items.filter((one) => one.state === state).length;
  return `${[
    `# Release checklist${name} v${plainText(version)}`,
    `${minute(date.toISOString())}${commit}. ${readable(restsOn)}`,
    bold(
      `${of("ticked") + of("said")} ticked, ${of("not-ticked")} open, ${of("person")} for a person, ` +
        `${of("not-due")} not needed.`,
    ),
    ...lists.flatMap(({ title, items: own }) => [`## ${plainText(title)}`, own.map(itemText).join("\n")]),
  ].join("\n\n")}\n`;
}

const marks: Readonly<Record<ReleaseItem["state"], string>> = {
  ...{ ticked: "", "not-ticked": "", "not-due": "Not needed: " },
  ...{ person: "**For a person:** ", said: "**A person's word:** " },
};

function itemText({ state, text, why, how }: ReleaseItem): string {
  const box = state === "ticked" || state === "said" ? "[x]" : "[ ]";
  const mark = marks[state];
  const lines = [why, ...how].filter((line) => line !== "");
  return [`- ${box} ${mark}${readable(text)}`, ...lines.map((line) => `  - ${readable(shortened(line, 600))}`)].join(
    "\n",
  );
}
