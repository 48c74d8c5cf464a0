import { createHmac } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { announceTo } from "../../src/announce/send.ts";
import { hostile, newsOfShop, notifierFrom } from "./news.ts";
import { type Answer, type Received, type Service, startService } from "./service.ts";

const env = { HOOK: "https://hooks.example.com/T0P-S3CRET?token=S3CRET", KEY: "the key\n" };
const to = notifierFrom({ type: "webhook", "url-from": "HOOK", "secret-from": "KEY" });

const nothing: Received = { method: "", path: "", headers: {}, body: "" };

let open: Service[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

async function service(answers: readonly Answer[] | Parameters<typeof startService>[0], more = {}): Promise<Service> {
  const made = await startService(answers, { ...env, ...more });
  open.push(made);
  return made;
}

describe("the webhook", () => {
  test("carries JSON that its receiver can prove to be ours, with time and delivery inside the signature", async () => {
    const world = await service([{ status: 204 }]);
    const news = newsOfShop("rollback", { says: hostile });
    expect(await announceTo(to, news, world)).toMatchObject({
      verdict: "pass",
      facts: { receiver: "webhook HOOK KEY", event: "rollback", key: "7-1-promote-production-rollback", tries: 1 },
    });
    const [{ method, headers, body } = nothing] = world.received;
    expect(method).toBe("POST");
    expect(headers["x-phoenix-deploy-signature"]).toBe(
      `sha256=${createHmac("sha256", "the key").update(Buffer.from(body)).digest("hex")}`,
    );
    expect(JSON.parse(body)).toMatchObject({
      ...{ delivery: news.key, timestamp: news.at, event: "rollback", says: hostile, started_at: news.startedAt },
      ...{ version: "1.1.0", environment: "production", deployment: "7-1-promote-production" },
    });
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-phoenix-deploy-delivery": news.key,
      "x-phoenix-deploy-timestamp": news.at,
    });
  });

  test("without a secret is sent unsigned, and to an environment of any name", async () => {
    const world = await service([{ status: 200 }]);
    const unsigned = notifierFrom({ type: "webhook", "url-from": "HOOK" });
    const key = "7-1-promote-prod é\r\nx-evil: 1-success";
    expect((await announceTo(unsigned, newsOfShop("success", { key }), world)).verdict).toBe("pass");
    expect(world.received[0]?.headers).not.toHaveProperty("x-phoenix-deploy-signature");
    expect(world.received[0]?.headers).not.toHaveProperty("x-evil");
  });
});

describe("an announcement", () => {
  test("is the same delivery at each try, with pauses that grow", async () => {
    const world = await service([{ status: 500 }, { status: 503 }, { status: 429 }, { status: 200 }]);
    const judged = await announceTo(to, newsOfShop(), world);
    expect(judged).toMatchObject({ verdict: "pass", facts: { tries: 4 } });
    expect(new Set(world.received.map(({ headers, body }) => headers["x-phoenix-deploy-delivery"] + body)).size).toBe(
      1,
    );
    expect(world.slept).toEqual([500, 1_000, 2_000]);
  });

  test.each([
    ["7", 7_000],
    ["1.5", 1_500],
    ["Tue, 24 Nov 2026 09:41:20 GMT", 20_000],
    ["soon", 500],
    ["-5", 500],
  ])("waits as long as `Retry-After: %s` asks", async (header, wait) => {
    const world = await service([{ status: 429, headers: { "retry-after": header } }, { status: 200 }]);
    expect((await announceTo(to, newsOfShop(), world)).verdict).toBe("pass");
    expect(world.slept).toEqual([wait]);
  });

  test("does not wait for what is asked beyond a minute", async () => {
    const world = await service([{ status: 429, headers: { "retry-after": "3600" } }]);
    const { says } = await announceTo(to, newsOfShop(), world);
    expect(says).toBe("The webhook answered 429 (try 1 of 5, and 60 s are the limit).");
    expect([world.received.length, world.slept]).toEqual([1, []]);
  });

  test.each<[string, readonly Answer[], number, string]>([
    ["500 for ever", [{ status: 500 }], 5, "The webhook answered 500 (try 5 of 5)."],
    ["404", [{ status: 404, body: "not_found" }], 1, "The webhook answered 404 (not_found) (try 1 of 5)."],
    ["a redirect", [{ status: 301, headers: { location: "/x" } }], 1, "The webhook answered 301 (try 1 of 5)."],
    ["nothing at all", [{ status: 0, silent: true }], 5, "The webhook did not answer (try 5 of 5)."],
    ["garbage", [{ status: 400, body: "\u0000<html>S3CRET</html>" }], 1, "The webhook answered 400 (try 1 of 5)."],
  ])("that gets %s ends in a sentence", async (_what, answers, many, says) => {
    const world = await service(answers);
    expect(await announceTo(to, newsOfShop(), world)).toMatchObject({
      verdict: "fail",
      reason_code: "not_delivered",
      says,
    });
    expect(world.received).toHaveLength(many);
  });

  test.each(["hooks.example.com", "file:///etc/passwd", "ftp://x", "javascript:alert(1)"])(
    "is not sent to %p",
    async (HOOK) => {
      const world = await service([{ status: 200 }], { HOOK });
      expect((await announceTo(to, newsOfShop(), world)).verdict).toBe("fail");
      expect(world.received).toEqual([]);
    },
  );

  test.each(["HOOK", "KEY"])("says that %s is not set, and sends nothing", async (name) => {
    const world = await service([{ status: 200 }], { [name]: " \n" });
    expect(await announceTo(to, newsOfShop(), world)).toMatchObject({
      ...{ verdict: "error", reason_code: "not_configured" },
      says: `The environment variable \`${name}\` is not set.`,
    });
    expect(world.received).toEqual([]);
  });

  test("that breaks is a failure of its own, and repeats nothing", async () => {
    const world = await service([{ status: 200 }]);
    const broken = { ...world, http: { request: () => Promise.reject(new TypeError("S3CRET")) } };
    expect(await announceTo(to, newsOfShop(), broken)).toMatchObject({
      ...{ verdict: "fail", says: "The webhook could not be asked: TypeError (try 1 of 5)." },
    });
  });

  test("takes a minute at most, however slow its receiver is", async () => {
    const world = await service([{ status: 200 }]);
    let now = 0;
    const clock = {
      ...world.clock,
      ticks: () => now,
      async sleep(ms: number) {
        now += ms;
      },
    };
    const slow: typeof world.http = {
      async request({ limitMs }) {
        now += limitMs;
        return { answered: false, why: "no answer", ms: limitMs };
      },
    };
    expect((await announceTo(to, newsOfShop(), { ...world, clock, http: slow })).verdict).toBe("fail");
    expect(now).toBeLessThanOrEqual(60_000);
  });

  test("never repeats its address, its secret or an answer", async () => {
    const leaks = ["S3CRET", "hooks.example", "the key"];
    for (const answer of [
      { status: 404, body: "no such hook /T0P-S3CRET?token=S3CRET" },
      { status: 500, body: "S3CRET" },
      { status: 200 },
      { status: 0, silent: true },
    ]) {
      const judged = JSON.stringify(await announceTo(to, newsOfShop(), await service([answer])));
      expect(leaks.filter((leak) => judged.includes(leak))).toEqual([]);
    }
  });
});
