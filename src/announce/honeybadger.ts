import { markedEvents, nothingToMark, revisionAs, revisionOf } from "./marker.ts";
import { defineNotifier, serviceUrl, variable } from "./notifier.ts";

/** Honeybadger, by its deploys (docs.honeybadger.io/api/reporting-deployments). It cannot be asked what it has. */
export const honeybadger = defineNotifier({
  type: "honeybadger",
  name: "Honeybadger",
  reaches: "tools",
  on: markedEvents,
  events: markedEvents,
  keys: {
    "key-from": variable("the project's API key"),
    "release-as": revisionAs("sha"),
    url: serviceUrl("https://api.honeybadger.io").describe("address of its API"),
  },
  *requests(given, news, secret) {
    const revision = revisionOf(news, given["release-as"]);
    if (revision === null) return nothingToMark;
    yield {
      method: "POST",
      url: `${given.url}/v1/deploys`,
      body: {
        form: {
          api_key: secret(given["key-from"]),
          "deploy[environment]": news.environment,
          "deploy[revision]": revision,
          "deploy[repository]": `${originOf(news.run)}/${news.repository}`,
          "deploy[local_username]": news.actor,
        },
      },
    };
    return undefined;
  },
});

/** GitHub's own address, which the run is at. */
function originOf(run: string): string {
  return URL.canParse(run) ? new URL(run).origin : "https://github.com";
}
