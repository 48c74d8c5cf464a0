import { announcedEvents } from "./news.ts";
import { defineNotifier, variable } from "./notifier.ts";
import { cut, textOf } from "./texts.ts";

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
      { type: "header", text: plain(title, 150) },
      ...(says === "" ? [] : [{ type: "section", text: plain(says, 3_000) }]),
      { type: "section", fields: facts.map(([label, value]) => plain(`${label}: ${value}`, 2_000)) },
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

/** Within Slack's limit, which counts what is escaped: a longer text loses the whole message. */
function plain(text: string, most: number) {
  let kept = text;
  while (escaped(kept).length > most) kept = cut(text, Math.floor(kept.length * 0.9));
  return { type: "plain_text", text: escaped(kept), emoji: false };
}

/** Slack's three control characters, as its documentation says. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An address within `<…|…>`. */
function link(url: string): string {
  return escaped(url.replaceAll("|", "%7C").replaceAll(" ", "%20"));
}
