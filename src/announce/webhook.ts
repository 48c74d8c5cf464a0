import { createHmac } from "node:crypto";
import { announcedEvents } from "./news.ts";
import { defineNotifier, variable } from "./notifier.ts";

/**
 * Any receiver: JSON, signed with HMAC-SHA256 over the raw body (`X-Phoenix-Deploy-Signature: sha256=<hex>`). The body
 * repeats the delivery and the time of the headers, so that the signature covers them.
 */
export const webhook = defineNotifier({
  type: "webhook",
  name: "The webhook",
  reaches: "people",
  on: announcedEvents,
  keys: {
    "url-from": variable("the address"),
    "secret-from": variable("the signing secret, without which the body is not signed").optional(),
  },
  *requests(given, news, secret) {
    const { key, at, startedAt, ...payload } = news;
    const delivery = key.replaceAll(/[^\x21-\x7e]/g, "-");
    const body = JSON.stringify({ delivery, timestamp: at, ...payload, started_at: startedAt });
    const signing = given["secret-from"];
    const signature = signing === undefined ? null : createHmac("sha256", secret(signing)).update(body).digest("hex");
    yield {
      method: "POST",
      url: secret(given["url-from"]),
      body,
      headers: {
        "x-phoenix-deploy-delivery": delivery,
        "x-phoenix-deploy-timestamp": at,
        ...(signature === null ? {} : { "x-phoenix-deploy-signature": `sha256=${signature}` }),
      },
    };
    return undefined;
  },
});
