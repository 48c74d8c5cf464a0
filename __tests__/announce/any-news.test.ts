// Whatever news hold: no notifier breaks over them, and each service's limits are kept.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { announcedEvents, type News } from "../../src/announce/news.ts";
import type { ServiceFile, ServiceRequest } from "../../src/announce/notifier.ts";
import { notifiers } from "../../src/announce/registry.ts";
import { unicode } from "../support/unicode.ts";
import { newsOfShop, notifierFrom } from "./news.ts";

const given: Readonly<Record<string, object>> = {
  ...Object.fromEntries(["webhook", "slack", "discord", "teams"].map((type) => [type, { "url-from": "HOOK" }])),
  ...Object.fromEntries(
    ["statuspage", "instatus"].map((type) => [type, { page: "p1", "token-from": "TOKEN", incidents: true }]),
  ),
  cstate: { incidents: true },
  sentry: { "token-from": "TOKEN", organization: "acme", projects: ["shop"] },
  ...Object.fromEntries(["appsignal", "honeybadger"].map((type) => [type, { "key-from": "TOKEN" }])),
  grafana: { "token-from": "TOKEN", url: "https://grafana.example.com" },
};

/**
 * Texts as evidence may hold them: any Unicode, lone surrogates, long ones, and what services read as more than text.
 */
const special = ["<!channel>", "@everyone", "[a](b)", "{{x}}", "---\n", "&", "<", "\u202e", "\ud800", "\0", "`", "|"];
const anyText = fc.oneof(
  unicode({ maxLength: 60 }),
  fc.array(fc.constantFrom(...special, "x"), { maxLength: 900 }).map((parts) => parts.join("")),
);
const anyNews: fc.Arbitrary<News> = fc
  .record({
    event: fc.constantFrom(...announcedEvents),
    ...{ says: anyText, app: anyText, environment: anyText, actor: anyText, sha: anyText, run: anyText, key: anyText },
    ...{ deployment: anyText, repository: anyText, url: fc.option(anyText) },
    ...{ version: fc.option(anyText), serves: fc.option(anyText) },
  })
  .map((known) => newsOfShop(known.event, known));

/** All that a notifier sends, to a service that has nothing yet. */
function sentBy(type: string, news: News): readonly (ServiceRequest | ServiceFile)[] {
  const requests = notifierFrom({ type, ...given[type] }).requests(news, () => "https://hooks.example.com/x");
  const sent: (ServiceRequest | ServiceFile)[] = [];
  for (let next = requests.next(); next.done !== true; next = requests.next({ status: 200, body: "[]" }))
    sent.push(next.value);
  return sent;
}

/** The longest text under this key, wherever it stands. */
function longest(value: unknown, key: string): number {
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(
    0,
    ...Object.entries(value).map(([name, one]) =>
      name === key && typeof one === "string" ? one.length : longest(one, key),
    ),
  );
}

const bodyOf = (one: ServiceRequest | ServiceFile | undefined): unknown =>
  one !== undefined && "body" in one && typeof one.body === "object" && "json" in one.body ? one.body.json : null;

describe("any news", () => {
  test.each(notifiers.map(({ type }) => type))("can be announced by %s", (type) => {
    fc.assert(
      fc.property(anyNews, (news) => {
        for (const one of sentBy(type, news)) {
          if ("write" in one) {
            expect(one.write).toMatch(/^cstate\/\d{4}-\d\d-\d\d-[a-z0-9-]*\.md$/);
            expect(one.text.match(/^---$/gm)).toHaveLength(2);
            continue;
          }
          expect(URL.canParse(one.url)).toBe(true);
          for (const value of Object.values(one.headers ?? {})) expect(value).toMatch(/^[\x20-\x7e]*$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("keep the limits of Slack, Discord, Teams and Statuspage", () => {
    fc.assert(
      fc.property(anyNews, (news) => {
        const slack = bodyOf(sentBy("slack", news)[0]) as { blocks: { type: string }[] };
        const [header, ...others] = slack.blocks;
        expect(longest(header, "text")).toBeLessThanOrEqual(150);
        expect(longest(others, "text")).toBeLessThanOrEqual(3_000);
        const discord = bodyOf(sentBy("discord", news)[0]);
        expect(longest(discord, "title")).toBeLessThanOrEqual(256);
        expect(longest(discord, "description")).toBeLessThanOrEqual(4_096);
        expect(JSON.stringify(bodyOf(sentBy("teams", news)[0])).length).toBeLessThan(28_000);
        for (const one of sentBy("statuspage", news)) expect(longest(bodyOf(one), "name")).toBeLessThanOrEqual(255);
      }),
      { numRuns: 60 },
    );
  });
});
