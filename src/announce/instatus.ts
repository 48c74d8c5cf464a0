import { z } from "zod";
import type { News } from "./news.ts";
import { defineNotifier, type Requests } from "./notifier.ts";
import { asPublished, readAnswer } from "./send.ts";
import { pageChangeOf, pageEvents, pageTitleOf, publicTextOf, servicePageKeys } from "./status-page.ts";

const listed = z.array(z.object({ id: z.string(), name: z.string(), status: z.string() }));

/** What all requests of one announcement need. */
interface Page {
  readonly news: News;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly components: readonly string[];
  readonly notify: boolean;
}

/**
 * Instatus, by its API (instatus.com/help/api). It keeps no data of others, so that what was opened is found again by
 * its name, which names the application and the environment.
 */
export const instatus = defineNotifier({
  type: "instatus",
  name: "Instatus",
  reaches: "tools",
  on: pageEvents,
  events: pageEvents,
  keys: servicePageKeys,
  *requests(given, news, secret) {
    const page: Page = {
      news,
      url: `https://api.instatus.com/v1/${given.page}`,
      headers: { authorization: `Bearer ${secret(given["token-from"])}` },
      components: given.components,
      notify: given["notify-subscribers"],
    };
    const { maintenance, incident } = pageChangeOf(news.event, given.incidents);
    const statuses = { open: "INPROGRESS", update: "VERIFYING", close: "COMPLETED" } as const;
    yield* change(page, {
      of: "maintenance",
      open: maintenance === "open" ? { start: news.at, duration: 60 } : null,
      ended: "COMPLETED",
      status: statuses[maintenance],
      health: maintenance === "close" ? "OPERATIONAL" : "UNDERMAINTENANCE",
    });
    if (incident === "leave") return undefined;
    yield* change(page, {
      of: "incident",
      open: incident === "open" ? { started: news.at } : null,
      ended: "RESOLVED",
      status: incident === "open" ? "INVESTIGATING" : "RESOLVED",
      health: incident === "open" ? "MAJOROUTAGE" : "OPERATIONAL",
    });
    return undefined;
  },
});

/** One thing of the page: updated where it is there, else opened where it is to be. */
function* change(
  { news, url, headers, components, notify }: Page,
  to: {
    readonly of: "maintenance" | "incident";
    readonly open: object | null;
    readonly ended: string;
    readonly status: string;
    readonly health: string;
  },
): Requests {
  const all = `${url}/${to.of}s`;
  const answer = yield { method: "GET", url: `${all}?page=1&per_page=100`, headers, judge: asPublished(listed) };
  const name = pageTitleOf(news, to.of);
  const found = readAnswer(listed, answer)?.find((one) => one.name === name && one.status !== to.ended);
  const statuses = components.map((id) => ({ id, status: to.health }));
  const common = { message: publicTextOf(news), components, status: to.status, notify, statuses };
  if (found !== undefined) {
    const updates = `${all}/${encodeURIComponent(found.id)}/${to.of}-updates`;
    yield { method: "POST", url: updates, headers, body: { json: { ...common, started: news.at } } };
  } else if (to.open !== null) {
    yield { method: "POST", url: all, headers, body: { json: { name, ...common, ...to.open } } };
  }
  return undefined;
}
