import { z } from "zod";
import type { News } from "./news.ts";
import { defineNotifier } from "./notifier.ts";
import { pageChangeOf, pageEvents, pageKeys, pageTitleOf, publicTextOf } from "./status-page.ts";

/**
 * cState (github.com/cstate/cstate), a status page of Hugo: the content file of an issue, for a workflow to commit. A
 * deployment has one file, which is written whole at its start and at its end.
 */
export const cstate = defineNotifier({
  type: "cstate",
  name: "The cState file",
  reaches: "tools",
  on: pageEvents,
  events: pageEvents,
  keys: {
    affected: z
      .array(z.string().regex(/^[^\p{Cc}]{1,100}$/u, "must be the name of a system of the page"))
      .max(50)
      .default([])
      .describe("names of the systems that are affected, as in the page's `config.yml`"),
    ...pageKeys,
  },
  *requests(given, news) {
    const { maintenance, incident } = pageChangeOf(news.event, given.incidents);
    const resolved = maintenance === "close" && incident !== "open";
    const lines = [
      "---",
      `title: ${JSON.stringify(pageTitleOf(news, incident === "open" ? "incident" : "maintenance"))}`,
      `date: ${day(news.startedAt)}`,
      `resolved: ${resolved}`,
      ...(resolved ? [`resolvedWhen: ${day(news.at)}`] : []),
      `severity: ${incident === "open" ? "down" : "notice"}`,
      `affected: ${JSON.stringify(given.affected)}`,
      "section: issue",
      "---",
      "",
      escaped(publicTextOf(news)),
      "",
    ];
    yield { write: `cstate/${fileName(news)}`, text: lines.join("\n") };
    return undefined;
  },
});

/** As cState's own examples have it, in UTC. */
function day(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}

function fileName({ startedAt, app, deployment }: News): string {
  const plain = `${app}-${deployment}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `${startedAt.slice(0, 10)}-${plain.slice(0, 120)}.md`;
}

/** Without Markdown, HTML and Hugo's shortcodes. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/g, "\\$&");
}
