import { z } from "zod";
import type { GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const fileForm = z.looseObject({ filename: z.string(), patch: z.string().nullish() });

/** GitHub lists 3,000 files of a pull request. */
const maxPages = 30;

export function changedFilesBy(api: Api): GitHub["changedFiles"] {
  return async (pullRequest) => {
    const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
    const answer = await api.list(fileForm, route, { parameters: { pull_number: pullRequest }, maxPages });
    if (!answer.ok) return answer;
    const value = answer.value.map(({ filename, patch }) => ({
      path: filename,
      addedLines: patch == null ? null : addedLines(patch),
    }));
    return { ok: true, value };
  };
}

/**
 * The numbers of the lines that hunks add. A patch of GitHub's has no file headers, so every line that begins with `+`
 * is one.
 */
function addedLines(patch: string): readonly number[] {
  const added: number[] = [];
  let line = 0;
  for (const text of patch.split("\n")) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (hunk !== null) line = Number(hunk[1]);
    else if (text.startsWith("+")) added.push(line++);
    else if (text.startsWith(" ")) line += 1;
  }
  return added;
}
