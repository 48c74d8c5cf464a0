import { z } from "zod";
import type { CheckRun, GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const checkRunAnswer = z.looseObject({ id: z.number(), html_url: z.string().nullish() });

/** GitHub's limits for one request and for one annotation. */
const perRequest = 50;
const maxTitleCharacters = 255;
const maxMessageBytes = 64 * 1024;

const levels = { error: "failure", warning: "warning", notice: "notice" } as const;

/** Creates a check run with the first annotations; GitHub adds those of an update to what is there. */
export function checkRunBy(api: Api): GitHub["checkRun"] {
  return async ({ name, sha, conclusion, title, summary, annotations, detailsUrl }) => {
    const all = annotations.flatMap(annotationOf);
    const output = (from: number) => ({ title, summary, annotations: all.slice(from, from + perRequest) });
    const created = await api.ask(checkRunAnswer, "POST /repos/{owner}/{repo}/check-runs", {
      ...{ name, head_sha: sha, status: "completed", conclusion, details_url: detailsUrl, output: output(0) },
    });
    if (!created.ok) return created;
    const { id, html_url } = created.value;
    for (let from = perRequest; from < all.length; from += perRequest) {
      const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
      const updated = await api.ask(checkRunAnswer, route, { check_run_id: id, output: output(from) });
      if (!updated.ok) return { ...updated, why: `${from} of ${all.length} annotations were sent: ${updated.why}` };
    }
    return { ok: true, value: { url: html_url ?? detailsUrl } };
  };
}

/**
 * What GitHub refuses of one annotation would cost them all: a long text is cut here. Columns need one line, which a
 * finding has.
 */
function annotationOf({ finding, title }: CheckRun["annotations"][number]) {
  const { file, line = 1, column, severity, message } = finding;
  if (file === undefined) return [];
  return [
    {
      path: file,
      start_line: line,
      end_line: line,
      ...(column === undefined ? {} : { start_column: column, end_column: column }),
      annotation_level: levels[severity],
      title: title.slice(0, maxTitleCharacters),
      message: cut(message === "" ? title : message),
    },
  ];
}

function cut(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= maxMessageBytes
    ? text
    : new TextDecoder().decode(bytes.subarray(0, maxMessageBytes - 4), { stream: true });
}
