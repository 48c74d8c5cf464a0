// Canaries that are watched with users all the while: real bundles, HAProxy and Prometheus, watches of real time. They
// run at once, each in an environment of its own. CI has the one with errors and one that is drawn; FAULT_SLOW=1 and
// the nightly run have all of them, such as a leak that begins after two minutes.
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Served, startUsers } from "../lab/users.ts";
import { drawn, line, slow } from "../support/extent.ts";
import { type Canaries, type Canary, type Promoted, startCanaries } from "./canaries.ts";
import type { Place } from "./machine.ts";

/** What became of a canary, and of its users from its begin to a second after its end. */
interface Watched extends Promoted {
  readonly served: Served;
  readonly afterwards: Served;
  /** From the last request with which it was watched to the last one of users that it got, milliseconds. */
  readonly goneMs: number;
  readonly bad: boolean;
}

let canaries: Canaries;
/** A Prometheus that takes its time. */
let sluggish: Server;
const seen = new Map<string, Promise<Watched>>();
const others = ["latency", "leak", "outage", "own-errors", "metrics"];
const names = slow
  ? ["errors", ...others, "late-leak"]
  : ["errors", ...drawn("canaries beside the one with errors", others, 1)];
const has = (name: string) => names.includes(name);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const counted = "metrics: {requests: shop_prom_ex_phoenix_http_requests_total}";
const prometheus = (url: string, more = "") =>
  `prometheus: {url: "${url}", instance: "127.0.0.1:{port}", ${counted}, every: 1s, patience: 8s${more}}`;

/** Promotes a canary while users ask. */
async function watched(place: Place, canary: Canary, onLine?: (line: string) => void): Promise<Watched> {
  const users = startUsers({ url: `${place.url}/?user=`, perSecond: 10 });
  const promoted = await canaries.promote(place, canary, onLine);
  const served = await users.since(0);
  const from = performance.now();
  await pause(1_000);
  const afterwards = await users.since(from);
  await users.stop();
  const own = canaries.answered(place).filter(({ version }) => version === canary.version);
  const last = (of: string) => own.filter(({ who }) => who === of).at(-1)?.atMs ?? 0;
  return {
    ...{ ...promoted, served, afterwards },
    goneMs: last("user") - last("direct"),
    bad: canaries.bad(place).includes(promoted.id),
  };
}

/** One story after another, each in the same environment, where the first release serves. */
async function tell(name: string, first: Canary, stories: Readonly<Record<string, Canary>>): Promise<void> {
  const place = placeOf(name);
  const served = canaries.serve(place, first);
  let before: Promise<unknown> = served;
  for (const [id, canary] of Object.entries(stories)) {
    const one = before.then(() => watched(place, canary, id === "outage" ? failBoth(place) : undefined));
    seen.set(id, one);
    before = one.catch(() => undefined);
  }
  await before;
}

function placeOf(name: string): Place {
  const place = canaries.places[name];
  if (place === undefined) throw new Error(`There is no place ${name}.`);
  return place;
}

/** What both releases depend on fails a fifth of their requests, from the watch on. */
function failBoth({ path }: Place): (line: string) => void {
  return (text) => {
    if (text.startsWith("▸ Watch")) writeFileSync(join(path, "shared/outage"), "");
  };
}

const sound: Canary = { version: "1.0.0", pause: "30s" };
const next: Canary = { version: "1.1.0", pause: "40s" };
/** Long enough for a machine that hardly gets to ask: what exceeds its limit ends the watch before. */
const patient: Canary = { ...next, pause: "3m" };
const leak = (afterS?: number) => ({ kilobytes: 1_500, ...(afterS === undefined ? { afterS: 0 } : { afterS }) });
const memory = "memory: {every: 2s}";

beforeAll(async () => {
  canaries = await startCanaries(names);
  sluggish = createServer((_, answer) => setTimeout(() => answer.end(), 60_000).unref());
  await new Promise<void>((resolve) => sluggish.listen(0, "127.0.0.1", resolve));
  const { url, nobody } = canaries.prometheus;
  const slowUrl = `http://127.0.0.1:${(sluggish.address() as AddressInfo).port}`;
  const strict = "watch: 10s, probes-per-second: 5, inconclusive: roll-back";
  const metrics = (version: string, from: string, more: Partial<Canary> = {}): Canary => {
    return { ...next, version, criteria: strict, pause: "15s", signals: from, ...more };
  };
  const common = { criteria: "watch: 25s, probes-per-second: 20", signals: prometheus(url) };
  const stories: Readonly<Record<string, () => Promise<void>>> = {
    errors: () => tell("errors", sound, { errors: { ...patient, behaviour: { errors: 0.1 } } }),
    latency: () => tell("latency", sound, { latency: { ...patient, behaviour: { ms: 60 } } }),
    leak: () => tell("leak", sound, { leak: { ...next, behaviour: { leaks: leak() }, signals: memory } }),
    outage: () => tell("outage", sound, { outage: { ...next, pause: "25s" } }),
    "own-errors": () =>
      tell(
        "own-errors",
        { ...sound, behaviour: { errors: 0.03 } },
        { "own errors": { ...next, ...common, pause: "25s", behaviour: { errors: 0.03 } } },
      ),
    metrics: () =>
      tell("metrics", sound, {
        down: metrics("1.1.0", prometheus(nobody)),
        reset: metrics("1.2.0", prometheus(url), { behaviour: { lies: "reset" } }),
        ...(slow
          ? {
              nan: metrics("1.3.0", prometheus(url), { behaviour: { lies: "nan" } }),
              empty: metrics("1.4.0", prometheus(url, ', select: "job=~\\"nobody-{slots}\\""')),
              slow: metrics("1.5.0", prometheus(slowUrl)),
            }
          : {}),
      }),
    "late-leak": () =>
      tell("late-leak", sound, {
        "late-leak": { ...next, pause: "5m", behaviour: { leaks: leak(120) }, signals: memory },
      }),
  };
  await Promise.all(names.map((name) => stories[name]?.()));
}, 900_000);
afterAll(async () => {
  sluggish?.closeAllConnections();
  sluggish?.close();
  await canaries?.close();
});

async function of(id: string): Promise<Watched> {
  const found = await seen.get(id);
  if (found === undefined) throw new Error(`There is no story ${id}.`);
  return found;
}

/** Users got no failure but those of the release that is broken. */
function onlyFailedBy(version: string, { served, afterwards }: Watched): void {
  expect(served.failed.filter((one) => one !== `HTTP 500 ${version}`)).toEqual([]);
  expect(afterwards.failed).toEqual([]);
  expect(afterwards.sent).toBeGreaterThan(3);
}

const everyFault: readonly (readonly [string, string, RegExp])[] = [
  ["errors", "errors_exceeded", /^\d+ of \d+ requests of the new release failed \(\d.*%\), 0 of \d+ of the previous/],
  ["latency", "latency_exceeded", /^Half of the answers took at most \d.* ms with the previous release/],
  ["leak", "memory_grows", /^memory, MB of the new release went from .* and still grows; that of the previous release/],
  ["late-leak", "memory_grows", /^memory, MB of the new release went from/],
];
const rolledBack = everyFault.filter(([name]) => has(name));
if (!slow)
  line(
    "Without FAULT_SLOW=1 there is no canary with a leak from minute 2, nor one whose Prometheus is empty or slow, " +
      "or has NaN.",
  );

test.each(rolledBack)("a canary with %s is rolled back and marked bad", async (id, reason, says) => {
  const one = await of(id);
  expect(one.evidence).toMatchObject({ status: "failed", decision: "taken-back", reason_code: reason });
  expect(one.evidence.says).toMatch(says);
  expect(one.evidence.says).toContain(" The release was rolled back: 1.0.0-");
  expect(one.result.exitCode).toBe(1);
  expect(one.bad).toBe(true);
  expect(one.served.by["1.1.0"]).toBeGreaterThan(10);
  expect(Object.keys(one.afterwards.by)).toEqual(["1.0.0"]);
  onlyFailedBy("1.1.0", one);
  line(`${id}: users were without the release ${(one.goneMs / 1_000).toFixed(1)} s after the watch had seen enough`);
});

/** A test of what this run may have. */
function onlyWith(name: string, title: string, work: () => Promise<void>): void {
  if (has(name)) test(title, work);
}

const blind: readonly (readonly [string, RegExp])[] = [
  ["down", /Prometheus stopped giving samples \(Prometheus at .* did not answer: ECONNREFUSED/],
  ["reset", /the counter status 200 of 127.0.0.1:\d+ fell from \d+ to 0: its process was started again/],
  ...(slow
    ? ([
        ["nan", /Prometheus stopped giving samples \(a value of .* is NaN, which is no number/],
        ["empty", /Prometheus stopped giving samples \(Prometheus has no series/],
        ["slow", /Prometheus stopped giving samples \(Prometheus at .* did not answer: no answer within 8000 ms/],
      ] as const)
    : []),
];

for (const [id, says] of blind)
  onlyWith(
    "metrics",
    `with a Prometheus that is ${id} the release goes back as the settings say, and is not marked bad`,
    async () => {
      const one = await of(id);
      expect(one.evidence).toMatchObject({ decision: "taken-back", reason_code: "watch_inconclusive" });
      expect(one.evidence.says).toMatch(says);
      expect(one.result.exitCode).toBe(1);
      expect(one.bad).toBe(false);
      expect(Object.keys(one.afterwards.by)).toEqual(["1.0.0"]);
      expect([...one.served.failed, ...one.afterwards.failed]).toEqual([]);
    },
  );

onlyWith(
  "outage",
  "with errors in old and new alike nothing is rolled back: traffic stays, and a person decides",
  async () => {
    const one = await of("outage");
    expect(one.evidence).toMatchObject({ status: "failed", decision: "held", reason_code: "watch_held" });
    expect(one.evidence.says).toContain("both are at or above the 5 % limit, so the cause is not this release alone.");
    expect(one.result.exitCode).toBe(1);
    expect(one.bad).toBe(false);
    expect(Object.keys(one.afterwards.by).sort()).toEqual(["1.0.0", "1.1.0"]);
    expect(new Set(one.served.failed)).toEqual(new Set(["HTTP 500 1.0.0", "HTTP 500 1.1.0"]));
  },
);

onlyWith(
  "own-errors",
  "an application of which 3 % of requests fail is promoted, watched by Prometheus as well",
  async () => {
    const one = await of("own errors");
    const promoted = { status: "passed", decision: "complete", reason_code: "promoted" };
    expect(one.evidence).toMatchObject({ ...promoted, says: expect.stringContaining("was verified") });
    expect(one.bad).toBe(false);
    expect(Object.keys(one.afterwards.by)).toEqual(["1.1.0"]);
    const by = one.evidence.watch?.metrics.map(({ signal, metric, verdict }) => `${signal} ${metric} ${verdict}`);
    expect(by).toEqual(expect.arrayContaining(["prometheus error rate pass", "slots error rate pass"]));
  },
);
