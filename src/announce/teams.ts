import { announcedEvents } from "./news.ts";
import { defineNotifier, variable } from "./notifier.ts";
import { textOf } from "./texts.ts";

const colours = { neutral: "default", good: "good", warning: "warning", bad: "attention" } as const;

/**
 * Microsoft Teams, by a webhook of Workflows ("When a Teams webhook request is received") with an Adaptive Card 1.4
 * (adaptivecards.io). All text is in `TextRun`s, which have no Markdown, mentions or links.
 */
export const teams = defineNotifier({
  type: "teams",
  name: "Microsoft Teams",
  reaches: "people",
  on: announcedEvents,
  keys: { "url-from": variable("the address of the workflow") },
  *requests(given, news, secret) {
    const { title, says, facts, tone } = textOf(news);
    const heading = { type: "TextRun", text: plain(title), weight: "bolder", size: "large", color: colours[tone] };
    const lines = facts.map(([label, value]) => [
      { type: "TextRun", text: `${label}: `, isSubtle: true },
      { type: "TextRun", text: plain(value) },
    ]);
    const card = {
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      type: "AdaptiveCard",
      version: "1.4",
      body: [
        { type: "RichTextBlock", inlines: [heading] },
        ...(says === "" ? [] : [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: plain(says) }] }]),
        ...lines.map((inlines) => ({ type: "RichTextBlock", spacing: "small", inlines })),
      ],
      ...(URL.canParse(news.run) ? { actions: [{ type: "Action.OpenUrl", title: "Run", url: news.run }] } : {}),
    };
    const attachment = { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card };
    yield {
      method: "POST",
      url: secret(given["url-from"]),
      body: { json: { type: "message", attachments: [attachment] } },
    };
    return undefined;
  },
});

/** Without what a card fills in by itself: `{{DATE(…)}}` and `${…}`. */
function plain(text: string): string {
  return text.replaceAll("{{", "{ {").replaceAll("${", "$ {");
}
