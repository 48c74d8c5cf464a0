import { describe, expect, test } from "@jest/globals";
import type { RequestSample } from "../../src/domain/watch/sample.ts";
import type { Http } from "../../src/ports/http.ts";
import { prober } from "../../src/signals/prober.ts";
import { movingClock } from "../support/clock.ts";
import { httpFake } from "../support/http.ts";
import { settingsFrom } from "../support/settings.ts";

const text = (smoke: string) => `version: 1
smoke: [${smoke}]
criteria: {probes-per-second: 10}
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {main: {port: 4000}}
    strategy: {type: restart}
`;

/** The samples of three seconds; `until` ends them earlier. */
async function samplesOf(http: Http, { smoke = "", until = (_: RequestSample): boolean => false } = {}) {
  const settings = await settingsFrom(text(smoke));
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const clock = movingClock();
  const samples: RequestSample[] = [];
  let done = false;
  const over = () => done || clock.ticks() >= 3_000;
  const watching = { environment, smoke: settings.smoke, criteria: settings.criteria };
  for await (const sample of prober.open({ ...watching, http, clock, sinceMs: clock.ticks, over }) ?? []) {
    if (sample.kind !== "request") throw new Error(`The prober gave a sample of kind ${sample.kind}.`);
    samples.push(sample);
    done ||= until(sample);
  }
  return samples;
}

describe("the prober", () => {
  test("counts 5xx and silence as failures, 4xx as answers, and stops when asked", async () => {
    const answers = [200, 404, 500];
    let sent = 0;
    const http = httpFake({ "/health": () => ({ status: answers[sent++ % 3] ?? 200 }) });
    const samples = await samplesOf(http);
    expect(samples).toHaveLength(30);
    expect(samples.filter((one) => one.failed)).toHaveLength(10);
    expect(samples.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 30 }, (_, index) => index * 100));
    expect((await samplesOf(http, { until: (one) => one.failed })).length).toBeLessThan(30);
    expect((await samplesOf(httpFake({}))).every((one) => one.failed)).toBe(true);
  });

  test("asks the GET paths of the smoke tests in turn, and not what they post", async () => {
    const asked: string[] = [];
    const http: Http = {
      request: async ({ method, url }) => {
        asked.push(`${method} ${url}`);
        return { answered: true, status: 200, headers: {}, body: "", ms: 1 };
      },
    };
    await samplesOf(http, { smoke: "{get: /}, {post: /login, status: 200}, {get: /about}" });
    expect(asked.slice(0, 3)).toEqual([
      "GET https://example.com/",
      "GET https://example.com/about",
      "GET https://example.com/",
    ]);
  });

  test("breaks where a request cannot even be sent, which is no sample", async () => {
    const broken: Http = { request: () => Promise.reject(new Error("no sockets")) };
    await expect(samplesOf(broken)).rejects.toThrow("no sockets");
  });
});
