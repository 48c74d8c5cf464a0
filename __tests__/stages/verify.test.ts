// The verifying steps of a plan, with time passing and a world that changes meanwhile.
import { describe, expect, test } from "@jest/globals";
import { verifierOf } from "../../src/stages/verify.ts";
import type { Target } from "../../src/targets/target.ts";
import { Bent, first, second } from "../support/bent.ts";

const place = { host: "web1", slot: "green", release: second };
const healthStep = { ...place, type: "await-healthy", limitMs: 10_000, says: "" } as const;
const smokeStep = { ...place, type: "smoke", limitMs: 60_000, says: "" } as const;
const watchStep = (watchMs: number) => ({ ...place, type: "observe", watchMs, limitMs: watchMs, says: "" }) as const;

/** The first release is verified, the second runs beside it; `shifted` gives it the traffic. */
function standing({ shifted = false } = {}): Bent {
  const bent = new Bent().deployed(first);
  const green = bent.host.slots["green"];
  if (green === undefined) throw new Error("no slot");
  bent.host.releases.push(second);
  Object.assign(green, { link: second, process: { release: second } });
  if (shifted) {
    const [shift] = bent.model.log.filter(({ type }) => type === "shift");
    if (shift?.type !== "shift") throw new Error("no shift");
    Object.assign(bent.model.router ?? {}, swapped(bent.model.router ?? {}));
  }
  return bent;
}

/** What blue had goes to green. */
function swapped(router: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { blue: router["green"], green: router["blue"] };
}

async function opened(bent: Bent, lost: () => string | null = () => null) {
  const { environment, ...run } = await bent.open("promote");
  const verifier = verifierOf({ environment, target: bent.target, run, lost });
  return { verifier, recorder: run.recorder };
}

/** Happens once so many seconds from now have passed. */
function later(bent: Bent, seconds: number, happens: () => void): () => number {
  const due = bent.model.now + seconds;
  let done = false;
  return () => {
    if (!done && bent.model.now >= due) {
      done = true;
      happens();
    }
    return 200;
  };
}

describe("health", () => {
  test("is waited for until the release answers", async () => {
    const bent = standing();
    const began = bent.model.now;
    bent.answers.push({ matches: /slot-green\/health/, status: () => (bent.model.now - began < 4 ? 0 : 200) });
    const { verifier } = await opened(bent);
    const judgement = await verifier.awaitHealthy(healthStep);
    expect(judgement).toMatchObject({ verdict: "pass", facts: { successes: 3, release: second } });
    expect(bent.model.now - began).toBeGreaterThan(4);
    expect(bent.model.now - began).toBeLessThan(6);
  });

  test("is waited for no longer than its limit, and the log of the release is kept", async () => {
    const bent = standing();
    bent.log = "** (RuntimeError) something is wrong";
    bent.answers.push({ matches: /slot-green\/health/, status: 503 });
    const began = bent.model.now;
    const { verifier } = await opened(bent);
    const judgement = await verifier.awaitHealthy(healthStep);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "not_healthy", tail: bent.log });
    expect(judgement.says).toContain("Not healthy within 10 s");
    expect(Math.round(bent.model.now - began)).toBe(10);
  });

  test("is not waited for long when the release logs that its server is off, and nothing more", async () => {
    const bent = standing();
    const began = bent.model.now;
    const silent =
      "12:00:00 [info] Configuration :server was not enabled for ShopWeb.Endpoint, http/https services won't start";
    Object.assign(bent.target, {
      answering: async () => ({ process: { pid: 7, release: second }, listener: "none", stranger: "" }),
      // Another endpoint may follow: as long as something is printed, it is waited for.
      logTail: async () => (bent.model.now - began < 12 ? `${silent}\n${bent.model.now}` : silent),
    });
    bent.answers.push({ matches: /slot-green\/health/, status: 0 });
    const { verifier } = await opened(bent);
    const judgement = await verifier.awaitHealthy({ ...healthStep, limitMs: 60_000 });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "not_listening" });
    expect(judgement.says).toContain("the server of ShopWeb.Endpoint is not enabled");
    expect(judgement.remedy).toContain("Set PHX_SERVER=true in `shared/env`");
    expect(judgement.remedy).toContain("which that of a new umbrella does not (`server: true` for the endpoint)");
    expect(Math.round(bent.model.now - began)).toBe(25);
  });

  test("is not waited for when the process has ended", async () => {
    const bent = standing();
    Object.assign(bent.host.slots["green"] ?? {}, { process: null });
    const began = bent.model.now;
    const { verifier } = await opened(bent);
    expect((await verifier.awaitHealthy(healthStep)).verdict).toBe("fail");
    expect(bent.model.now - began).toBeLessThanOrEqual(1);
  });

  test.each(["cancelled", "lock_lost"] as const)("is not waited for when it ends as `%s`", async (reason_code) => {
    const bent = standing();
    bent.answers.push({ matches: /slot-green\/health/, status: 503 });
    bent.cancelled = reason_code === "cancelled";
    const { verifier } = await opened(bent, () => (reason_code === "lock_lost" ? "Another run has it." : null));
    expect(await verifier.awaitHealthy(healthStep)).toMatchObject({ reason_code });
  });
});

describe("smoke tests", () => {
  test("of the slot ask it directly", async () => {
    const bent = standing();
    const asked: string[] = [];
    const { request } = bent.http;
    Object.assign(bent.http, {
      request: (one: Parameters<typeof request>[0]) => {
        asked.push(one.url);
        return request(one);
      },
    });
    const { verifier } = await opened(bent);
    expect(await verifier.smoke({ ...smokeStep, at: "slot" })).toMatchObject({ verdict: "pass", facts: { total: 1 } });
    expect(asked).toEqual(["http://slot-green/"]);
  });

  test("through the public URL need the version of the release to answer there", async () => {
    const { verifier } = await opened(standing());
    const judgement = await verifier.smoke({ ...smokeStep, at: "public" });
    // The release before still has the traffic.
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "public_url_failed" });
    const shifted = await opened(standing({ shifted: true }));
    expect(await shifted.verifier.smoke({ ...smokeStep, at: "public" })).toMatchObject({ verdict: "pass" });
  });

  test("that fail only through the public URL are no fault of the release", async () => {
    const bent = standing({ shifted: true });
    bent.answers.push({ matches: /example\.com\/$/, status: 403 });
    const { verifier } = await opened(bent);
    const judgement = await verifier.smoke({ ...smokeStep, at: "public" });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "public_url_failed" });
    expect(judgement.says).toContain("The same tests pass on slot green of web1 itself.");
  });

  test("that fail now and then, also on the slot itself, are a fault of the release", async () => {
    const bent = standing({ shifted: true });
    let asked = 0;
    const seldom = () => {
      asked += 1;
      return asked % 9 === 1 ? 500 : 200;
    };
    bent.answers.push({ matches: /(example\.com|slot-green)\/$/, status: seldom });
    const { verifier } = await opened(bent);
    const judgement = await verifier.smoke({ ...smokeStep, at: "public" });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "smoke_failed" });
    expect(judgement.says).toContain("They fail now and then, on slot green of web1 itself too.");
  });

  test("that never pass through the public URL are no fault of a release that fails a few of them", async () => {
    const bent = standing({ shifted: true });
    let asked = 0;
    const seldom = () => {
      asked += 1;
      return asked % 9 === 0 ? 500 : 200;
    };
    bent.answers.push({ matches: /example\.com\/$/, status: 403 }, { matches: /slot-green\/$/, status: seldom });
    const { verifier } = await opened(bent);
    const judgement = await verifier.smoke({ ...smokeStep, at: "public" });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "public_url_failed" });
    expect(asked).toBe(21);
  });

  test("that are redirected say where to", async () => {
    const bent = standing({ shifted: true });
    let location = "https://example.com/log-in";
    const headers = {
      get location() {
        return location;
      },
    };
    bent.answers.push({ matches: /example\.com\/$/, status: 301, headers });
    const { verifier } = await opened(bent);
    const judgement = await verifier.smoke({ ...smokeStep, at: "public" });
    expect(judgement).toMatchObject({ reason_code: "public_url_failed" });
    expect(judgement.says).toContain("answered 301 to /log-in, expected 200");
    expect(judgement.remedy).toContain("Look at what is between users and the application");
    // `force_ssl` behind a router that ends https and does not say so.
    location = "https://example.com/";
    const loop = await verifier.smoke({ ...smokeStep, at: "public" });
    expect(loop.says).toContain("answered 301 to /, expected 200");
    expect(loop.remedy).toContain("Let the router set the header `X-Forwarded-Proto: https`");
  });

  test("that fail because the process ended say how it ended", async () => {
    const bent = standing();
    const green = bent.host.slots["green"];
    bent.answers.push({
      matches: /slot-green\/$/,
      status: () => {
        Object.assign(green ?? {}, { process: null });
        return 0;
      },
    });
    const { verifier } = await opened(bent);
    expect(await verifier.smoke({ ...smokeStep, at: "slot" })).toMatchObject({
      verdict: "fail",
      reason_code: "not_healthy",
      says: expect.stringContaining("The process of slot green of web1 has ended."),
    });
  });

  test("do not count when another process answers on the port", async () => {
    const bent = standing();
    Object.assign(bent.target, {
      answering: async () => ({ process: { pid: 7, release: second }, listener: "foreign", stranger: "nginx" }),
    });
    const { verifier } = await opened(bent);
    expect(await verifier.smoke({ ...smokeStep, at: "slot" })).toMatchObject({ reason_code: "port_taken" });
  });
});

describe("a watch", () => {
  test("passes a release without errors when its time is over, and measures it", async () => {
    const bent = standing({ shifted: true });
    const began = bent.model.now;
    const { verifier, recorder } = await opened(bent);
    expect(await verifier.watch(watchStep(120_000))).toMatchObject({ verdict: "pass", facts: { errors: 0 } });
    expect(Math.round(bent.model.now - began)).toBe(120);
    expect(recorder.evidence.after).toMatchObject({ errors: 0, p50_ms: 1, p99_ms: 1 });
  });

  test("fails within seconds a release that answers nothing", async () => {
    const bent = standing({ shifted: true });
    bent.answers.push({ matches: /example\.com|slot-green/, status: 0 });
    const began = bent.model.now;
    const { verifier, recorder } = await opened(bent);
    expect(await verifier.watch(watchStep(600_000))).toMatchObject({ verdict: "fail", reason_code: "errors_exceeded" });
    expect(bent.model.now - began).toBeLessThan(30);
    expect(recorder.evidence.after?.errors).toBe(recorder.evidence.after?.requests);
  });

  test("fails a release that breaks in the middle", async () => {
    const bent = standing({ shifted: true });
    const began = bent.model.now;
    bent.answers.push({
      matches: /(example\.com|slot-green)\/$/,
      status: () => (bent.model.now - began < 300 ? 200 : 500),
    });
    const { verifier } = await opened(bent);
    expect(await verifier.watch(watchStep(600_000))).toMatchObject({ verdict: "fail", reason_code: "errors_exceeded" });
    expect(bent.model.now - began).toBeLessThan(360);
  });

  test("that fails through the public URL alone fails, and is no fault of the release", async () => {
    const bent = standing({ shifted: true });
    bent.answers.push({ matches: /example\.com\/$/, status: 502 });
    const { verifier } = await opened(bent);
    const judgement = await verifier.watch(watchStep(600_000));
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "public_url_failed" });
    expect(judgement.says).toMatch(
      /The slot itself answered all of \d+ requests for the same pages at the same moments/,
    );
  });

  test("that fails through the public URL is no fault of a release with a few errors of its own", async () => {
    const bent = standing({ shifted: true });
    let asked = 0;
    const seldom = () => {
      asked += 1;
      return asked % 4 === 0 ? 500 : 200;
    };
    bent.answers.push({ matches: /example\.com\/$/, status: 502 }, { matches: /slot-green\/$/, status: seldom });
    const { verifier } = await opened(bent);
    const judgement = await verifier.watch(watchStep(600_000));
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "public_url_failed" });
    expect(judgement.says).toMatch(/The slot itself answered \d+ of \d+ requests for the same pages/);
  });

  test("asks the slots of both releases for the same page at the same moments", async () => {
    const bent = standing({ shifted: true });
    const asked: string[] = [];
    bent.answers.push({ matches: /slot-(blue|green)\/$/, status: () => 200 });
    const { request } = bent.http;
    Object.assign(bent.http, {
      request: (one: Parameters<typeof request>[0]) => {
        asked.push(`${Math.round(bent.clock.ticks() / 100)} ${one.url}`);
        return request(one);
      },
    });
    const { verifier } = await opened(bent);
    await verifier.watch(watchStep(60_000));
    const of = (slot: string) => asked.filter((one) => one.endsWith(`slot-${slot}/`)).map((one) => one.split(" ")[0]);
    expect(of("green").length).toBeGreaterThan(500);
    expect(of("blue")).toEqual(of("green"));
  });

  test("fails when the process on the port becomes another one, before its time is over", async () => {
    const bent = standing({ shifted: true });
    const status = later(bent, 30, () => {
      Object.assign(bent.host.slots["green"] ?? {}, { process: { release: first } });
    });
    bent.answers.push({ matches: /example\.com/, status });
    const began = bent.model.now;
    const { verifier } = await opened(bent);
    expect(await verifier.watch(watchStep(600_000))).toMatchObject({ verdict: "fail", reason_code: "wrong_release" });
    expect(bent.model.now - began).toBeLessThan(60);
  });

  test("fails when requests went elsewhere at its end, whatever they were answered", async () => {
    const bent = standing({ shifted: true });
    const status = later(bent, 100, () => {
      Object.assign(bent.model.router ?? {}, swapped(bent.model.router ?? {}));
    });
    bent.answers.push({ matches: /example\.com/, status });
    const { verifier } = await opened(bent);
    expect(await verifier.watch(watchStep(120_000))).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
  });

  test("is inconclusive after a cancel, with what was seen until then", async () => {
    const bent = standing({ shifted: true });
    const status = later(bent, 50, () => {
      bent.cancelled = true;
    });
    bent.answers.push({ matches: /example\.com/, status });
    const { verifier, recorder } = await opened(bent);
    expect(await verifier.watch(watchStep(600_000))).toMatchObject({
      verdict: "inconclusive",
      reason_code: "cancelled",
    });
    expect(recorder.evidence.after?.requests).toBeGreaterThan(40);
  });

  test("ends when the lock is lost, and says who took it", async () => {
    const bent = standing({ shifted: true });
    const due = bent.model.now + 40;
    const { verifier } = await opened(bent, () => (bent.model.now < due ? null : "web1: Another run has the lock."));
    expect(await verifier.watch(watchStep(600_000))).toEqual({
      verdict: "fail",
      reason_code: "lock_lost",
      says: "web1: Another run has the lock.",
    });
    expect(bent.model.now - due).toBeLessThan(2);
  });

  test("says who took the lock also where traffic left before a renewal could see that", async () => {
    const bent = standing({ shifted: true });
    Object.assign(bent.model.router ?? {}, swapped(bent.model.router ?? {}));
    const says = "web1: The lock was taken by run-9-1-rollback.";
    const target: Target = { ...bent.target, renew: async () => ({ lost: says }) };
    const { environment, ...run } = await bent.open("promote");
    const { watch } = verifierOf({ environment, target, run, lost: () => null });
    expect(await watch(watchStep(5_000))).toEqual({ verdict: "fail", reason_code: "lock_lost", says });
  });

  test("stands where the host cannot say whose the lock is", async () => {
    const bent = standing({ shifted: true });
    const target: Target = { ...bent.target, renew: () => Promise.reject(new Error("no route to web1")) };
    const { environment, ...run } = await bent.open("promote");
    const { watch } = verifierOf({ environment, target, run, lost: () => null });
    expect(await watch(watchStep(600_000))).toMatchObject({ verdict: "pass" });
  });

  test("does not begin when another process answers on the port", async () => {
    const bent = standing({ shifted: true });
    Object.assign(bent.host.slots["green"] ?? {}, { process: { release: first } });
    const began = bent.model.now;
    const { verifier } = await opened(bent);
    expect(await verifier.watch(watchStep(600_000))).toMatchObject({ reason_code: "wrong_release" });
    expect(bent.model.now).toBe(began);
  });
});
