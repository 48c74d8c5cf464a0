import { z } from "zod";
import type { News } from "./news.ts";
import { defineNotifier, type Requests, type ServiceRequest } from "./notifier.ts";
import { asPublished, readAnswer } from "./send.ts";
import { pageChangeOf, pageEvents, pageTitleOf, publicTextOf, servicePageKeys } from "./status-page.ts";

/** Of an incident or a maintenance, as the API lists them. */
const listed = z.array(z.object({ id: z.string(), metadata: z.record(z.string(), z.unknown()).nullish() }));

/** What all requests of one announcement need. */
interface Page {
  readonly news: News;
  readonly incidents: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly components: readonly string[];
  readonly deliver: boolean;
}

/**
 * Statuspage of Atlassian, by its API (developer.statuspage.io). What was opened is found again by its metadata, which
 * names the application and the environment, so that it is updated and never opened twice.
 */
export const statuspage = defineNotifier({
  type: "statuspage",
  name: "Statuspage",
  reaches: "tools",
  on: pageEvents,
  events: pageEvents,
  keys: servicePageKeys,
  *requests(given, news, secret) {
    const page: Page = {
      news,
      incidents: `https://api.statuspage.io/v1/pages/${given.page}/incidents`,
      headers: { authorization: `OAuth ${secret(given["token-from"])}` },
      components: given.components,
      deliver: given["notify-subscribers"],
    };
    const { maintenance, incident } = pageChangeOf(news.event, given.incidents);
    const at = Date.parse(news.at);
    const window = { scheduled_for: iso(at), scheduled_until: iso(at + 3_600_000), scheduled_auto_completed: false };
    const statuses = { open: "in_progress", update: "verifying", close: "completed" } as const;
    yield* change(page, {
      list: "active_maintenance",
      open: maintenance === "open" ? { name: pageTitleOf(news, "maintenance"), ...window } : null,
      known: { status: statuses[maintenance] },
      health: maintenance === "close" ? "operational" : "under_maintenance",
    });
    if (incident === "leave") return undefined;
    yield* change(page, {
      list: "unresolved",
      open: incident === "open" ? { name: pageTitleOf(news, "incident"), impact_override: "major" } : null,
      known: { status: incident === "open" ? "investigating" : "resolved" },
      health: incident === "open" ? "major_outage" : "operational",
    });
    return undefined;
  },
});

/** One thing of the page: updated where it is there, else opened where it is to be. */
function* change(
  page: Page,
  to: {
    readonly list: "active_maintenance" | "unresolved";
    readonly open: object | null;
    readonly known: object;
    readonly health: string;
  },
): Requests {
  const { news, incidents, headers, components, deliver } = page;
  const answer = yield { method: "GET", url: `${incidents}/${to.list}`, headers, judge: asPublished(listed) };
  const mine = JSON.stringify(marksOf(news));
  const found = readAnswer(listed, answer)?.find(
    ({ metadata }) => JSON.stringify(metadata?.["phoenix-deploy"]) === mine,
  );
  const health = Object.fromEntries(components.map((id) => [id, to.health]));
  const affected = components.length === 0 ? {} : { components: health, component_ids: components };
  const common = { ...to.known, ...affected, body: publicTextOf(news), deliver_notifications: deliver };
  const request = (method: ServiceRequest["method"], url: string, incident: object): ServiceRequest => ({
    ...{ method, url, headers, body: { json: { incident } } },
  });
  if (found !== undefined) yield request("PATCH", `${incidents}/${encodeURIComponent(found.id)}`, common);
  else if (to.open !== null)
    yield request("POST", incidents, { ...to.open, ...common, metadata: { "phoenix-deploy": marksOf(news) } });
  return undefined;
}

function marksOf({ app, environment }: News) {
  return { app, environment };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
