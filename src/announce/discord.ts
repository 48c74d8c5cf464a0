import { announcedEvents } from "./news.ts";
import { defineNotifier, variable } from "./notifier.ts";
import { cut, textOf } from "./texts.ts";

const colours = { neutral: 0x57606a, good: 0x1a7f37, warning: 0xbf8700, bad: 0xcf222e } as const;

/**
 * Discord, by a webhook (discord.com/developers/docs/resources/webhook#execute-webhook) with an embed. Nobody is
 * mentioned, whatever a text says; `wait` makes Discord answer once the message is kept.
 */
export const discord = defineNotifier({
  type: "discord",
  name: "Discord",
  reaches: "people",
  on: announcedEvents,
  keys: { "url-from": variable("the address of the webhook") },
  *requests(given, news, secret) {
    const { title, says, facts, tone } = textOf(news);
    const embed = {
      title: cut(escaped(title), 256),
      ...(says === "" ? {} : { description: cut(escaped(says), 4_096) }),
      ...(URL.canParse(news.run) ? { url: news.run } : {}),
      color: colours[tone],
      fields: facts.map(([name, value]) => ({ name, value: cut(escaped(value), 1_024), inline: true })),
      timestamp: news.at,
    };
    yield {
      method: "POST",
      url: waiting(secret(given["url-from"])),
      body: { json: { embeds: [embed], allowed_mentions: { parse: [] } } },
    };
    return undefined;
  },
});

/** The address with `wait=true` among what it has already, such as a thread. */
function waiting(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.searchParams.set("wait", "true");
  return url.href;
}

/** Without Markdown, mentions and links of Discord. */
function escaped(text: string): string {
  return text.replaceAll(/[\\*_~`|<>[\]()#:@-]/g, "\\$&").replaceAll(/@(everyone|here)/g, "@\u200b$1");
}
