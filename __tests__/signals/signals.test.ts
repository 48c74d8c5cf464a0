import { describe, expect, test } from "@jest/globals";
import type { Answering, Running } from "../../src/domain/fleet/fleet.ts";
import type { Health } from "../../src/settings/settings.ts";
import { judgeHealth, judgeHealthWithin } from "../../src/signals/once/health.ts";
import { judgeAnsweredVersion } from "../../src/signals/once/identity.ts";
import { judgeReadiness } from "../../src/signals/once/readiness.ts";
import { judgeSmoke } from "../../src/signals/once/smoke.ts";
import { movingClock } from "../support/clock.ts";
import { httpFake } from "../support/http.ts";

const base = "http://127.0.0.1:4000";
const health: Health = { path: "/health", ready: "/ready", version: "/version", withinMs: 5_000, successes: 3 };
const ready = { status: 200, body: '{"services":{"database":{"status":"ok"}}}' };

function ask(
  answers: Parameters<typeof httpFake>[0],
  process: Running | null = { pid: 7, release: "1.1.0-0123abcd" },
  { named = {}, ...other }: Partial<Answering> & { readonly named?: Partial<Health> } = {},
) {
  const answering = async () => ({ process, listener: "own" as const, stranger: "", ...other });
  const owned = { host: "web1", slot: "blue", release: "1.1.0-0123abcd", answering };
  const log = async () => "";
  const question = { base, health: { ...health, ...named }, version: "1.1.0", limitMs: 5_000, owned, log };
  return judgeHealthWithin(question, { http: httpFake(answers), clock: movingClock(), cancelled: () => false });
}

describe("a slot is healthy", () => {
  const well = {
    "/health": { status: 200 },
    "/ready": ready,
    "/version": { status: 200, body: '{"version":"1.1.0"}' },
  };

  test("after three successes in a row with the right version from the right folder", async () => {
    expect(await ask(well)).toMatchObject({
      verdict: "pass",
      facts: { successes: 3, pid: 7, release: "1.1.0-0123abcd" },
    });
  });

  test("by its process alone where the settings name no other page, and it says what was not asked", async () => {
    const off = { named: { ready: null, version: null } };
    expect(await ask({ "/health": { status: 200 } }, undefined, off)).toMatchObject({
      verdict: "pass",
      says: "Healthy 3 times in a row: the process runs from 1.1.0-0123abcd.",
      facts: { not_asked: ["readiness", "version"], pid: 7 },
    });
    expect(await ask({ "/health": { status: 200 } }, { pid: 7, release: "1.1.0-99999999" }, off)).toMatchObject({
      reason_code: "wrong_release",
    });
    expect(await ask({ "/health": { status: 200 } }, null, off)).toMatchObject({
      verdict: "fail",
      reason_code: "not_healthy",
    });
  });

  test("with every page asked that the settings name", async () => {
    expect((await ask(well)).facts).toMatchObject({ not_asked: [] });
    expect((await ask(well, undefined, { named: { ready: null } })).facts).toMatchObject({
      not_asked: ["readiness"],
      version: "1.1.0",
    });
  });

  test("only when the successes are consecutive", async () => {
    let asked = 0;
    const flapping = () => ({ status: ++asked % 3 === 0 ? 503 : 200 });
    expect(await ask({ ...well, "/health": flapping })).toMatchObject({ verdict: "fail", reason_code: "not_healthy" });
  });

  test.each([
    ["nothing answers", {}, "not_healthy", "did not answer: ECONNREFUSED"],
    ["a redirect answers", { ...well, "/health": { status: 301 } }, "not_healthy", "answered 301, not 200"],
    [
      "a service is ill",
      { ...well, "/ready": { status: 200, body: '[{"db":{"status":"error"}}]' } },
      "not_ready",
      "db (error)",
    ],
    ["readiness names nothing", { ...well, "/ready": { status: 200, body: "ok" } }, "not_ready", "named no service"],
    [
      "the old version answers",
      { ...well, "/version": { status: 200, body: "1.0.0" } },
      "wrong_version",
      "answers version 1.0.0; 1.1.0 was deployed",
    ],
    [
      "the version is a web page",
      { ...well, "/version": { status: 200, body: "<html>" } },
      "wrong_version",
      "without a version",
    ],
  ])("not when %s", async (_title, answers, code, says) => {
    const judged = await ask(answers as Parameters<typeof httpFake>[0]);
    expect(judged.verdict).not.toBe("pass");
    expect(judged.reason_code).toBe(code);
    expect(judged.says).toContain(says);
  });

  test("not when another build of the same version runs", async () => {
    expect(await ask(well, { pid: 7, release: "1.1.0-99999999" })).toMatchObject({
      verdict: "fail",
      reason_code: "wrong_release",
    });
    expect(await ask(well, null)).toMatchObject({ verdict: "fail", reason_code: "not_healthy" });
  });

  test("not when another program answers on its port, whatever that says and whatever else runs", async () => {
    const stranger = "process 99 (beam.smp)";
    for (const process of [{ pid: 7, release: "1.1.0-0123abcd" }, null]) {
      const judged = await ask(well, process, { listener: "foreign", stranger });
      expect(judged).toMatchObject({
        verdict: "fail",
        reason_code: "port_taken",
        says: expect.stringContaining(stranger),
      });
    }
  });

  test("only when its process listens: one that boots or never listens is waited for, and then named", async () => {
    expect(await ask(well, { pid: 7, release: null }, { listener: "none" })).toMatchObject({
      reason_code: "not_healthy",
      says: expect.stringMatching(/Not healthy within 5 s .*does not run from a release/),
    });
    expect(await ask(well, undefined, { listener: "none" })).toMatchObject({
      reason_code: "not_healthy",
      says: expect.stringContaining("does not listen on its port"),
    });
  });
});

describe("readiness", () => {
  test.each(["[".repeat(100_000) + "]".repeat(100_000), '{"status": {"toString": 1}}', '[["ok"]]', "null"])(
    "is not claimed by a state that is none, however it is nested",
    async (state) => {
      const body = `{"services": {"database": ${state}}}`;
      const judged = await judgeReadiness(`${base}/ready`, httpFake({ "/ready": { status: 200, body } }));
      expect(judged).toMatchObject({ verdict: "fail", reason_code: "not_ready" });
    },
  );

  test("repeats the first of many services, and counts the others", async () => {
    const services = (status: string) =>
      JSON.stringify({
        services: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`s${at}`, { status }])),
      });
    const well = await judgeReadiness(`${base}/ready`, httpFake({ "/ready": { status: 200, body: services("ok") } }));
    expect(well).toMatchObject({ verdict: "pass", facts: { named: 20_000 } });
    expect(well.says).toMatch(/^Ready: s0, .*, s19 and 19980 more\.$/);
    const ill = await judgeReadiness(`${base}/ready`, httpFake({ "/ready": { status: 503, body: services("down") } }));
    expect(ill.says).toContain("s19 (down) and 19980 more");
    expect(JSON.stringify([well.facts, ill.facts]).length).toBeLessThan(2_000);
  });

  test.each([
    ["services", '{"services":{"database":{"status":"ok"},"jobs":{"status":"up"}}}', "pass"],
    ["checks with booleans", '{"checks":{"db":true}}', "pass"],
    ["plug_checkup", '[{"name":"db","healthy":true,"time":1,"error":null}]', "pass"],
    ["plug_checkup, ill", '[{"name":"db","healthy":false,"time":1,"error":"x"}]', "fail"],
    ["heartcheck, ill with 200", '[{"db":{"status":"error","message":["x"]},"time":1}]', "fail"],
    ["a service without a word", '{"services":{"db":{}}}', "fail"],
    ["an empty list", "[]", "error"],
    ["only a status", '{"status":"ok"}', "error"],
    ["a number", "1", "error"],
  ])("reads %s", async (_title, body, verdict) => {
    expect((await judgeReadiness(`${base}/ready`, httpFake({ "/ready": { status: 200, body } }))).verdict).toBe(
      verdict,
    );
  });

  test("a 503 fails although every service says ok", async () => {
    const judged = await judgeReadiness(`${base}/ready`, httpFake({ "/ready": { ...ready, status: 503 } }));
    expect(judged).toMatchObject({ verdict: "fail", reason_code: "not_ready" });
  });
});

describe("smoke tests", () => {
  const one = {
    name: "page",
    method: "GET",
    path: "/",
    headers: {},
    body: null,
    status: 200,
    text: null,
    json: null,
    withinMs: 1_000,
  };

  test.each([
    ["status", one, { status: 500 }, "answered 500, expected 200"],
    ["text", { ...one, text: "Welcome" }, { status: 200, body: "Bye" }, "does not contain `Welcome`"],
    ["JSON", { ...one, json: { "a.b": 1 } }, { status: 200, body: '{"a":{"b":2}}' }, "`a.b` is 2, expected 1"],
    ["JSON that is none", { ...one, json: { a: 1 } }, { status: 200, body: "<html>" }, "not JSON"],
    [
      "JSON member that is nested without end",
      { ...one, json: { a: 1 } },
      { status: 200, body: `{"a": ${"[".repeat(100_000)}${"]".repeat(100_000)}}` },
      "`a` is a list, expected 1",
    ],
    ["JSON member that is absent", { ...one, json: { a: 1 } }, { status: 200, body: "{}" }, "`a` is absent"],
  ])("fail on the wrong %s and say what differs", async (_title, smoke, answer, says) => {
    const judged = await judgeSmoke(base, [one, smoke], httpFake({ "/": answer }));
    expect(judged).toMatchObject({ verdict: "fail", reason_code: "smoke_failed" });
    expect(judged.says).toContain(says);
  });

  test.each([
    ["http://app", "https://shop.example/", true],
    ["http://app", "/log-in", undefined],
    ["http://app", "http://app/log-in", undefined],
    ["https://app", "https://shop.example/", undefined],
  ])("of %s say where a redirect to %s leads", async (from, location, redirects_to_https) => {
    const answers = { "/": { status: 301, headers: { location } } };
    const judged = await judgeSmoke(from, [one], httpFake(answers));
    expect(judged.says).toContain(`answered 301 to ${location.replace("http://app", "")}, expected 200`);
    expect(judged.facts?.["redirects_to_https"]).toBe(redirects_to_https);
  });

  test("take no member for one that the answer does not have, such as those of every object", async () => {
    const inherited = { "constructor.name": "Object" };
    const judged = await judgeSmoke(
      base,
      [{ ...one, json: inherited }],
      httpFake({ "/": { status: 200, body: "{}" } }),
    );
    expect(judged).toMatchObject({ verdict: "fail" });
    expect(judged.says).toContain("`constructor.name` is absent");
    const own = httpFake({ "/": { status: 200, body: '{"constructor": {"name": "Object"}, "list": [{"id": 7}]}' } });
    expect(
      (await judgeSmoke(base, [{ ...one, json: { ...inherited, "list.0.id": 7, "list.length": 1 } }], own)).verdict,
    ).toBe("pass");
  });

  test.each([
    ["a member of a megabyte", { json: { a: 1 } }, { status: 200, body: JSON.stringify({ a: "x".repeat(1 << 20) }) }],
    [
      "a member of a thousand lines",
      { json: { a: 1 } },
      { status: 200, body: JSON.stringify({ a: "\n::error::x".repeat(1_000) }) },
    ],
    [
      "an object",
      { json: { a: 1 } },
      { status: 200, body: JSON.stringify({ a: Array.from({ length: 9_999 }, () => ({ b: 1 })) }) },
    ],
    [
      "a name and a path of its own",
      { name: "n".repeat(9_000), json: { ["p".repeat(9_000)]: "v".repeat(9_000) } },
      { status: 200, body: "{}" },
    ],
  ])("say in one line of bounded length what differs, whatever answers: %s", async (_title, more, answer) => {
    const judged = await judgeSmoke(base, [{ ...one, ...more }], httpFake({ "/": answer }));
    expect(judged.verdict).toBe("fail");
    expect(judged.says.length).toBeLessThan(500);
    expect(judged.says).not.toContain("\n");
    expect(judged.findings?.[0]?.message.length).toBeLessThan(500);
  });

  test("are sent again as often as their settings allow, and what passed only then is a warning", async () => {
    /** Fails so many requests, and none after them. */
    const failing = (count: number) => {
      let asked = 0;
      return {
        request: async () =>
          ({ answered: true, status: asked++ < count ? 500 : 200, headers: {}, body: "", ms: 1 }) as const,
      };
    };
    expect((await judgeSmoke(base, [one], failing(1))).verdict).toBe("fail");
    expect(await judgeSmoke(base, [{ ...one, tries: 2 }, one], failing(1))).toMatchObject({
      verdict: "pass",
      says: "2 of 2 smoke tests passed, 1 of them not at the first try.",
      warnings: ["Smoke test page: answered 500, expected 200. It passed at try 2 of 2."],
    });
    const never = await judgeSmoke(base, [{ ...one, tries: 3 }], failing(3));
    expect(never).toMatchObject({ verdict: "fail", reason_code: "smoke_failed" });
    expect(never.says).toContain("expected 200. It failed 3 times.");
    expect((await judgeSmoke(base, [{ ...one, tries: 3 }], failing(0))).warnings).toBeUndefined();
  });

  test("pass with their number, and an empty list is not a pass", async () => {
    expect(await judgeSmoke(base, [one], httpFake({ "/": { status: 200 } }))).toMatchObject({
      verdict: "pass",
      facts: { total: 1, failed: 0 },
    });
    expect(await judgeSmoke(base, [], httpFake({}))).toMatchObject({ verdict: "error", reason_code: "not_configured" });
  });
});

describe("a health page", () => {
  test.each([
    [404, "such as `health: {path: /}`"],
    [405, "such as `health: {path: /}`"],
    [401, "without signing in"],
    [302, "force_ssl"],
  ])("that answers %i names the setting to change", async (status, words) => {
    const judged = await judgeHealth(`${base}/health`, httpFake({ "/health": { status } }));
    expect(judged).toMatchObject({
      verdict: "fail",
      reason_code: "not_healthy",
      says: `${base}/health answered ${status}, not 200.`,
    });
    expect(judged.remedy).toContain(words);
  });

  test("a new Phoenix application without /health is shown which setting to change, also after waiting", async () => {
    const judged = await ask({ "/health": { status: 404 } });
    expect(judged.says).toContain("answered 404, not 200");
    expect(judged.remedy).toContain("`health: {path: /}` of the environment in the settings file");
  });

  test("a redirect is not health, and a plain text version counts", async () => {
    expect((await judgeHealth(`${base}/health`, httpFake({ "/health": { status: 302 } }))).remedy).toContain(
      "force_ssl",
    );
    expect(
      (
        await judgeAnsweredVersion(
          `${base}/version`,
          "1.1.0",
          httpFake({ "/version": { status: 200, body: "v1.1.0\n" } }),
        )
      ).verdict,
    ).toBe("pass");
  });
});
