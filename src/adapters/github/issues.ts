import { z } from "zod";
import { isRollbackIssue } from "../../domain/rollback/issue.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const issueForm = z.looseObject({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() })])),
  pull_request: z.unknown().optional(),
});

export function newestIssuesBy(api: Api): GitHub["newestIssues"] {
  return async () => {
    const parameters = { state: "all", sort: "created", direction: "desc" };
    const answer = await api.list(issueForm, "GET /repos/{owner}/{repo}/issues", { parameters, maxPages: 1 });
    if (!answer.ok) return answer;
    // What a rollback of ours opened is its result, and no sign for another watch.
    const others = answer.value.filter(({ body }) => !isRollbackIssue(body ?? ""));
    const value = others.map(({ number, title, html_url: url, labels, pull_request: pull }) => ({
      ...{ number, title, url, isPull: pull !== undefined },
      labels: labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
    }));
    return { ok: true, value };
  };
}
