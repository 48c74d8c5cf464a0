import { z } from "zod";
import { markedEvents, nothingToMark, revisionAs, revisionOf } from "./marker.ts";
import { defineNotifier, variable } from "./notifier.ts";

/** AppSignal, by its deploy markers (docs.appsignal.com, "Create a deploy marker"). It cannot be asked what it has. */
export const appsignal = defineNotifier({
  type: "appsignal",
  name: "AppSignal",
  reaches: "tools",
  on: markedEvents,
  events: markedEvents,
  keys: {
    "key-from": variable("the push API key"),
    name: z
      .string()
      .min(1)
      .max(100)
      .describe("name of the application in AppSignal, that of the application unless given")
      .optional(),
    "release-as": revisionAs("sha"),
  },
  *requests(given, news, secret) {
    const revision = revisionOf(news, given["release-as"]);
    if (revision === null) return nothingToMark;
    const url = new URL("https://push.appsignal.com/1/markers");
    url.searchParams.set("api_key", secret(given["key-from"]));
    url.searchParams.set("name", given.name ?? news.app);
    url.searchParams.set("environment", news.environment);
    yield {
      method: "POST",
      url: url.href,
      body: { json: { revision, repository: news.repository, user: news.actor } },
    };
    return undefined;
  },
});
