import { z } from "zod";
import { markedEvents, nothingToMark, revisionAs, revisionOf } from "./marker.ts";
import { shortKey } from "./news.ts";
import { defineNotifier, serviceUrl, variable } from "./notifier.ts";
import { asPublished, readAnswer } from "./send.ts";

const slug = z.string().regex(/^[a-z0-9_-]{1,100}$/, "must be a slug: lower-case letters, digits, `_` and `-`");

/** The deploys of a release, as the API lists them. */
const deploys = z.array(z.object({ name: z.string().nullish() }));

/**
 * Sentry, by its API (docs.sentry.io/api/releases): the release, which Sentry keeps once, and a deploy of it, which is
 * looked for by its name before it is made.
 */
export const sentry = defineNotifier({
  type: "sentry",
  name: "Sentry",
  reaches: "tools",
  on: markedEvents,
  events: markedEvents,
  keys: {
    "token-from": variable("the auth token, with the scope `project:releases`"),
    organization: slug.describe("slug of the organization"),
    projects: z.array(slug).min(1, "must name at least one project").max(50).describe("slugs of the projects"),
    "release-as": revisionAs("app-version"),
    url: serviceUrl("https://sentry.io").describe("address of Sentry"),
  },
  *requests(given, news, secret) {
    const version = revisionOf(news, given["release-as"]);
    if (version === null) return nothingToMark;
    const headers = { authorization: `Bearer ${secret(given["token-from"])}` };
    const releases = `${given.url}/api/0/organizations/${given.organization}/releases/`;
    const of = `${releases}${encodeURIComponent(version)}/deploys/`;
    const name = `phoenix-deploy ${shortKey(news.key)}`;
    yield { method: "POST", url: releases, headers, body: { json: { version, projects: given.projects } } };
    const answer = yield { method: "GET", url: of, headers, judge: asPublished(deploys) };
    if (readAnswer(deploys, answer)?.some((deploy) => deploy.name === name)) return undefined;
    const deploy = { environment: news.environment, name, dateStarted: news.startedAt, dateFinished: news.at };
    const linked = URL.canParse(news.run) ? { url: news.run } : {};
    yield { method: "POST", url: of, headers, body: { json: { ...deploy, ...linked, projects: given.projects } } };
    return undefined;
  },
});
