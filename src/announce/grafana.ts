import { z } from "zod";
import { shortKey } from "./news.ts";
import { defineNotifier, serviceUrl, variable } from "./notifier.ts";
import { asPublished, readAnswer } from "./send.ts";
import { textOf } from "./texts.ts";

const found = z.array(z.object({ id: z.number() }));

/**
 * Grafana, by an annotation (grafana.com/docs, HTTP API, Annotations) from the start of the deployment to its end. It
 * is looked for by its tag before it is made.
 */
export const grafana = defineNotifier({
  type: "grafana",
  name: "Grafana",
  reaches: "tools",
  on: ["success", "rollback", "rollback-failed", "hold", "failed"],
  keys: {
    url: serviceUrl(null).describe("address of Grafana"),
    "token-from": variable("the token of a service account that may write annotations"),
    tags: z
      .array(z.string().regex(/^[^\p{Cc}]{1,50}$/u, "must be a tag of 1 to 50 characters"))
      .max(20)
      .default([])
      .describe("tags beside `deploy`, the application, the environment and the event"),
    dashboard: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, "must be the uid of a dashboard")
      .describe("uid of the one dashboard that shows it, all unless given")
      .optional(),
  },
  *requests(given, news, secret) {
    const headers = { authorization: `Bearer ${secret(given["token-from"])}` };
    const annotations = `${given.url}/api/annotations`;
    const mine = `phoenix-deploy:${shortKey(news.key)}`;
    const asked = `${annotations}?type=annotation&limit=1&tags=${encodeURIComponent(mine)}`;
    const answer = yield { method: "GET", url: asked, headers, judge: asPublished(found) };
    if ((readAnswer(found, answer)?.length ?? 0) > 0) return undefined;
    const { title, says } = textOf(news);
    const link = URL.canParse(news.run) ? ` <a href="${escaped(news.run)}">Run</a>` : "";
    const annotation = {
      time: news.event === "start" ? Date.parse(news.at) : Date.parse(news.startedAt),
      timeEnd: Date.parse(news.at),
      tags: [...new Set(["deploy", news.app, news.environment, news.event, mine, ...given.tags])],
      text: `${escaped(title)}. ${escaped(says)}${link}`,
      ...(given.dashboard === undefined ? {} : { dashboardUID: given.dashboard }),
    };
    yield { method: "POST", url: annotations, headers, body: { json: annotation } };
    return undefined;
  },
});

/** Grafana shows the text of an annotation as HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
