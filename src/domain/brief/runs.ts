import { newest, type VersionTag } from "../release/version-tag.ts";
import type { BriefRuns } from "./brief.ts";

/** What is known of the release that an environment runs. */
export interface RunsFacts {
  readonly environment: string;
  /** GitHub's newest deployment that succeeded; null where there is none, or it cannot be read. */
  readonly deployed: { readonly sha: string; readonly at: string } | null;
  /** The version that its public URL answers now; null where none is asked for, or does. */
  readonly answers: string | null;
  /** Every tag that names a version. */
  readonly tags: readonly VersionTag[];
  /** The newest of them before this release; null where there is none. */
  readonly last: VersionTag | null;
}

/**
 * Which commit an environment runs. What answers comes before a record, where a tag says which commit that is: a record
 * does not know of a rollback.
 */
export function runsOf(facts: RunsFacts): Omit<BriefRuns, "notes"> {
  const { deployed, answers, environment, tags } = facts;
  const answering = answers === null ? null : newest(tags.filter(({ text }) => text === answers));
  if (deployed === null) return withoutRecord(facts, answering);
  const named = newest(tags.filter(({ commit }) => commit === deployed.sha))?.text ?? null;
  const record = { by: "deployment", commit: deployed.sha, version: named ?? answers, at: deployed.at } as const;
  if (answers === null || named === null || named === answers) return { ...record, doubts: [] };
  const doubt = `${environment} answers version ${answers}, and its newest deployment was of ${named}`;
  return answering === null
    ? { ...record, doubts: [`${doubt}: the changes may be others.`] }
    : { by: "answer", commit: answering.commit, version: answers, at: null, doubts: [`${doubt}.`] };
}

function withoutRecord(
  { environment, answers, last }: RunsFacts,
  answering: VersionTag | null,
): Omit<BriefRuns, "notes"> {
  if (answering !== null) return { by: "answer", commit: answering.commit, version: answers, at: null, doubts: [] };
  if (last === null) return { by: "none", commit: null, version: answers, at: null, doubts: [] };
  const doubts =
    answers === null
      ? []
      : [`${environment} answers version ${answers}, which no tag names: the changes are those since ${last.text}.`];
  return { by: "tag", commit: last.commit, version: last.text, at: null, doubts };
}

/** True where nothing shows that anything was ever deployed there. */
export function isFirst({ by, version }: Pick<BriefRuns, "by" | "version">): boolean {
  return by === "none" && version === null;
}
