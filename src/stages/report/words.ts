import type { PersonTick } from "../../domain/checklist/item.ts";
import { wordOf } from "../../domain/checklist/person-tick.ts";
import type { StageRun } from "../stage.ts";
import type { ReleaseNotes } from "./documentation.ts";

/** What people say of items, by their ids, with who gave it to this run. */
export function wordsOf({ world }: StageRun, ticked: readonly PersonTick[] = []): ReadonlyMap<string, string> {
  return new Map(ticked.map((one) => [one.id, wordOf(one, world.job.actor)]));
}

/** Documentation that no evidence shows is met by the word of a named person, and is marked as that. */
export function orByWord(documented: ReleaseNotes, said: ReadonlyMap<string, string>): ReleaseNotes {
  const word = said.get("release-documented");
  const { met, restsOn } = documented.proof;
  if (met || word === undefined) return documented;
  return {
    ...documented,
    proof: { met: true, restsOn: `${word} No evidence shows it: ${restsOn}`, remedy: "", word: true },
  };
}
