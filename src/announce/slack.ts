import { announcedEvents } from "./news.ts";
import { defineNotifier, variable } from "./notifier.ts";
import { textOf } from "./texts.ts";

/**
 * Slack, by an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks) with blocks. Text
 * from outside is `plain_text`, which has no mentions and no formatting.
 */
export const slack = defineNotifier({
  type: "slack",
  name: "Slack",
  reaches: "people",
  on: announcedEvents,
  keys: { "url-from": variable("the address of the incoming webhook") },
  *requests(given, news, secret) {
    const { title, says, facts } = textOf(news);
    const blocks = [
      { type: "header", text: plain(title) },
      ...(says === "" ? [] : [{ type: "section", text: plain(says) }]),
      { type: "section", fields: facts.map(([label, value]) => plain(`${label}: ${value}`)) },
      { type: "context", elements: [{ type: "mrkdwn", text: `<${link(news.run)}|Run>` }] },
    ];
    yield {
      method: "POST",
      url: secret(given["url-from"]),
      body: { json: { text: escaped(title), blocks } },
      judge: ({ body }) => (body.trim() === "ok" ? null : "not `ok`"),
    };
    return undefined;
  },
});

function plain(text: string) {
  return { type: "plain_text", text: escaped(text), emoji: false };
}

/** Slack's three control characters, as its documentation says. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An address within `<…|…>`. */
function link(url: string): string {
  return escaped(url.replaceAll("|", "%7C").replaceAll(" ", "%20"));
}
