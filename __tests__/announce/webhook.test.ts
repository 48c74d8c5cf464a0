import { createHmac } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { judgeAnnouncements, type News, notify } from "../../src/announce/announce.ts";
import { type Announcement, sendWebhook } from "../../src/announce/webhook.ts";
import type { Clock, Http, HttpAnswer, HttpRequest } from "../../src/ports.ts";

/** A receiver that gives one answer after the other, the last one for ever, and keeps what it was sent. */
function receiver(...answers: readonly (number | string)[]) {
  const requests: HttpRequest[] = [];
  const http: Http = {
    async request(request): Promise<HttpAnswer> {
      const answer = answers[Math.min(requests.push(request), answers.length) - 1] ?? 200;
      return typeof answer === "string"
        ? { answered: false, why: answer, ms: 1 }
        : { answered: true, status: answer, headers: {}, body: "", ms: 1 };
    },
  };
  const slept: number[] = [];
  const clock: Clock = {
    now: () => new Date("2026-11-24T09:41:00Z"),
    ticks: () => 0,
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
  return { http, clock, requests, slept };
}

const announcement: Announcement = {
  url: "https://hooks.example.com/T0P-S3CRET",
  secret: "key",
  delivery: "7-1-production-1",
  payload: { event: "deployment", status: "SUCCESS", says: "1.1.0 runs — é" },
};

describe("the webhook", () => {
  test("carries JSON that its receiver can prove to be ours, with time and delivery inside the signature", async () => {
    const { http, clock, requests } = receiver(204);
    expect(await sendWebhook(announcement, http, clock)).toMatchObject({
      verdict: "pass",
      facts: { status: 204, tries: 1, signed: true },
    });
    const { method, url, headers = {}, body = "" } = requests[0] ?? {};
    expect([method, url]).toEqual(["POST", announcement.url]);
    expect(headers["x-phoenix-deploy-signature"]).toBe(
      `sha256=${createHmac("sha256", "key").update(Buffer.from(body)).digest("hex")}`,
    );
    expect(JSON.parse(body)).toEqual({
      delivery: "7-1-production-1",
      timestamp: "2026-11-24T09:41:00.000Z",
      ...announcement.payload,
    });
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-phoenix-deploy-delivery": "7-1-production-1",
      "x-phoenix-deploy-timestamp": "2026-11-24T09:41:00.000Z",
    });
  });

  test("without a secret is sent unsigned", async () => {
    const { http, clock, requests } = receiver(200);
    expect(await sendWebhook({ ...announcement, secret: null }, http, clock)).toMatchObject({
      verdict: "pass",
      facts: { signed: false },
    });
    expect(Object.keys(requests[0]?.headers ?? {})).not.toContain("x-phoenix-deploy-signature");
  });

  test("is tried three times on no answer and on 5xx, as the same delivery", async () => {
    const { http, clock, requests, slept } = receiver("ECONNREFUSED", 503, 200);
    expect(await sendWebhook(announcement, http, clock)).toMatchObject({ verdict: "pass", facts: { tries: 3 } });
    expect(new Set(requests.map((one) => JSON.stringify([one.headers, one.body]))).size).toBe(1);
    expect(slept).toEqual([500, 1_000]);
  });

  test.each([
    [["ETIMEDOUT"], 3, "The webhook did not answer, ETIMEDOUT (3 of 3 tries)."],
    [["no answer within 10000 ms"], 3, "The webhook did not answer (3 of 3 tries)."],
    [[500], 3, "The webhook answered 500 (3 of 3 tries)."],
    [[404], 1, "The webhook answered 404 (1 of 3 tries)."],
    [[301], 1, "The webhook answered 301 (1 of 3 tries)."],
    [[503, 403], 2, "The webhook answered 403 (2 of 3 tries)."],
  ])("that gets %j fails after %i requests, with a sentence", async (answers, many, says) => {
    const { http, clock, requests } = receiver(...answers);
    expect(await sendWebhook(announcement, http, clock)).toMatchObject({
      verdict: "fail",
      reason_code: "not_delivered",
      says,
    });
    expect(requests).toHaveLength(many);
  });

  test.each(["", "hooks.example.com", "file:///etc/passwd", "ftp://x", "javascript:alert(1)"])(
    "is not sent to %p",
    async (url) => {
      const { http, clock, requests } = receiver(200);
      expect(await sendWebhook({ ...announcement, url }, http, clock)).toMatchObject({
        verdict: "fail",
        reason_code: "not_delivered",
      });
      expect(requests).toEqual([]);
    },
  );

  test("never repeats its address, which may hold a secret", async () => {
    for (const answer of [404, 500, "getaddrinfo ENOTFOUND hooks.example.com/T0P-S3CRET"]) {
      const { http, clock } = receiver(answer);
      expect(JSON.stringify(await sendWebhook(announcement, http, clock))).not.toMatch(/hooks\.example|T0P/);
    }
  });
});

describe("an announcement", () => {
  const news: News = {
    ...{
      status: "ROLLED BACK",
      says: "60 of 200 requests failed.",
      app: "shop",
      version: "1.1.0",
      digest: null,
      environment: "production",
    },
    ...{
      url: null,
      repository: "acme/shop",
      sha: "a",
      run: "https://github.com/acme/shop/actions/runs/7",
      actor: "alice",
    },
  };
  const to = { type: "webhook", urlFrom: "HOOK", secretFrom: "HOOK_KEY" } as const;

  test("tells what happened, also when it went badly", async () => {
    const { http, clock, requests } = receiver(200);
    const secret = (name: string) => ({ HOOK: "https://hooks.example.com/x\n", HOOK_KEY: "key" })[name];
    expect((await notify(to, { delivery: "7-1-production-1", news }, { http, clock, secret })).verdict).toBe("pass");
    expect(JSON.parse(requests[0]?.body ?? "")).toMatchObject({ event: "deployment", ...news });
  });

  test.each([
    ["HOOK", {}],
    ["HOOK_KEY", { HOOK: "https://hooks.example.com" }],
  ])("says that %s is not set, and sends nothing", async (name, env: Record<string, string>) => {
    const { http, clock, requests } = receiver(200);
    const judgement = await notify(to, { delivery: "1", news }, { http, clock, secret: (key) => env[key] });
    expect(judgement).toMatchObject({
      verdict: "error",
      reason_code: "not_configured",
      says: `The environment variable \`${name}\` is not set.`,
    });
    expect(requests).toEqual([]);
  });

  test("is met only when everybody was notified", () => {
    const took = { verdict: "pass", reason_code: "passed", says: "Took it." } as const;
    const lost = {
      verdict: "fail",
      reason_code: "not_delivered",
      says: "The webhook answered 404.",
      remedy: "Check it.",
    } as const;
    expect(judgeAnnouncements([{ to, judgement: took }])).toMatchObject({
      met: true,
      restsOn: "1 of 1 announcements were delivered.",
    });
    expect(
      judgeAnnouncements([
        { to, judgement: took },
        { to, judgement: lost },
      ]),
    ).toEqual({
      met: false,
      restsOn: "1 of 2 announcements were delivered. `HOOK`: The webhook answered 404.",
      remedy: "Check it.",
    });
    expect(judgeAnnouncements([])).toMatchObject({
      met: false,
      restsOn: "The settings name no receiver of notifications.",
    });
  });
});
