// Chat services: each payload as the service publishes it, and texts from outside that stay text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { announcedEvents } from "../../src/announce/news.ts";
import { announceTo } from "../../src/announce/send.ts";
import { textOf } from "../../src/announce/texts.ts";
import { hostile, newsOfShop, notifierFrom } from "./news.ts";
import { type Answer, type Service, startService } from "./service.ts";

const env = { HOOK: "https://hooks.example.com/services/S3CRET?thread_id=5" };
const examples = join(import.meta.dirname, "../fixtures/announcements");

let open: Service[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

/** The service's own answer to a message that it takes. */
const accepted: Readonly<Record<string, Answer>> = {
  slack: { status: 200, body: "ok" },
  discord: { status: 200, body: '{"id":"1"}' },
  teams: { status: 202 },
};

async function sent(type: string, news = newsOfShop(), answer = accepted[type]) {
  const service = await startService([answer ?? { status: 200 }], env);
  open.push(service);
  const judgement = await announceTo(notifierFrom({ type, "url-from": "HOOK" }), news, service);
  const [request] = service.received;
  return { judgement, request, payload: JSON.parse(request?.body ?? "null") as Record<string, unknown> };
}

/** Every text of a payload, wherever it stands. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}

const evil = newsOfShop("rollback-failed", {
  says: hostile.repeat(40),
  app: hostile,
  version: hostile,
  environment: hostile,
  actor: hostile,
  sha: hostile,
  url: hostile,
  run: "https://github.com/acme/shop/actions/runs/7|<!channel>",
});

describe.each(["slack", "discord", "teams"])("%s", (type) => {
  test("gets what was held to its published format", async () => {
    const { judgement, payload, request } = await sent(type);
    expect(judgement.verdict).toBe("pass");
    expect(request?.headers["content-type"]).toBe("application/json");
    expect(payload).toEqual(JSON.parse(readFileSync(join(examples, `${type}.json`), "utf8")));
  });

  test.each(announcedEvents)("says `%s` in words of its own, with nothing empty", async (event) => {
    const { payload } = await sent(type, newsOfShop(event, { says: "", version: null, url: null }));
    expect(texts(payload).filter((text) => text === "")).toEqual([]);
    const others = announcedEvents.filter((one) => one !== event).map((one) => textOf(newsOfShop(one)).title);
    expect(others).not.toContain(textOf(newsOfShop(event)).title);
  });

  test("mentions nobody, and shows hostile texts as they are", async () => {
    const { payload, judgement } = await sent(type, evil);
    expect(judgement.verdict).toBe("pass");
    const all = texts(payload).join("\n");
    expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
    if (type !== "discord") expect(all).not.toMatch(type === "slack" ? /<[!@]/ : /\{\{|\$\{/);
    expect(JSON.stringify(payload).length).toBeLessThan(28_000);
  });
});

describe("Slack", () => {
  test("has text from outside as plain text within its limits, and one link", async () => {
    const { payload } = await sent("slack", evil);
    const blocks = payload["blocks"] as {
      type: string;
      text?: { type: string; text: string };
      fields?: { text: string }[];
    }[];
    expect(blocks.map(({ type }) => type)).toEqual(["header", "section", "section", "context"]);
    expect(JSON.stringify(blocks).match(/"mrkdwn"/g)).toHaveLength(1);
    expect(JSON.stringify(blocks[3])).toContain("<https://github.com/acme/shop/actions/runs/7%7C&lt;!channel&gt;|Run>");
    expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
    expect(blocks[1]?.text?.text.length).toBeLessThanOrEqual(3_000);
    expect(blocks[2]?.fields?.length).toBeLessThanOrEqual(10);
  });

  test("keeps its limits where every character is one that it escapes", async () => {
    const { payload } = await sent("slack", newsOfShop("success", { app: "&".repeat(300), says: "<".repeat(3_000) }));
    const [header, section] = payload["blocks"] as { text: { text: string } }[];
    expect(header?.text.text).toMatch(/^(&amp;){20,30}…$/);
    expect(section?.text.text.length).toBeLessThanOrEqual(3_000);
  });

  test.each([
    [{ status: 404, body: "channel_is_archived" }, "Slack answered 404 (channel_is_archived) (try 1 of 5)."],
    [{ status: 403, body: "invalid_token S3CRET" }, "Slack answered 403 (try 1 of 5)."],
    [{ status: 200, body: "<html>a proxy</html>" }, "Slack answered 200 (not `ok`) (try 1 of 5)."],
  ])("that answers %j did not take it", async (answer, says) => {
    expect((await sent("slack", newsOfShop(), answer)).judgement).toMatchObject({ verdict: "fail", says });
  });
});

describe("Discord", () => {
  test("is asked to keep the message, in the thread of the address, and to mention nobody", async () => {
    const { request, payload } = await sent("discord", evil);
    expect(request?.path).toBe("/services/S3CRET?thread_id=5&wait=true");
    expect(payload["allowed_mentions"]).toEqual({ parse: [] });
    const [embed] = payload["embeds"] as { title: string; description: string; fields: { value: string }[] }[];
    expect(embed?.title.length).toBeLessThanOrEqual(256);
    expect(embed?.description.length).toBeLessThanOrEqual(4_096);
    expect(Math.max(...(embed?.fields ?? []).map(({ value }) => value.length))).toBeLessThanOrEqual(1_024);
    expect(texts(embed).join("").length).toBeLessThanOrEqual(6_000);
    expect(embed?.description).toContain("\\[click\\]\\(https\\://evil\\.example\\)".replaceAll("\\.", "."));
  });
});

describe("Microsoft Teams", () => {
  test("has text in runs alone, which know no Markdown, mentions or templates", async () => {
    const { payload } = await sent("teams", evil);
    const [{ content } = { content: {} }] = payload["attachments"] as { content: Record<string, unknown> }[];
    const blocks = content["body"] as { type: string; inlines: { type: string }[] }[];
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(["RichTextBlock"]));
    expect(new Set(blocks.flatMap(({ inlines }) => inlines.map(({ type }) => type)))).toEqual(new Set(["TextRun"]));
    expect(content).not.toHaveProperty("msteams");
  });
});
