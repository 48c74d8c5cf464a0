// Runners that are killed before a step, or while it runs, for each strategy; the next run converges, and somebody
// serves throughout. In CI a moment of each of two strategies, drawn by a seed that is printed; at night each moment,
// with the same release or with another one. With both:
//   FAULT_KILLS=all (jest) __tests__/lab/killed.test.ts
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FakeRelease } from "../host/fake-release.ts";
import { all, chance, drawn, line, slow, whole } from "../support/extent.ts";
import { type App, type Fleet, startFleet } from "./fleet.ts";
import { labRefusal } from "./lab.ts";

const refusal = await labRefusal();
if (refusal !== null) line(refusal);
const onLab = refusal === null ? test : test.skip;

const extent = process.env["FAULT_KILLS"] || (whole ? "half" : "1");
const own = { confirm: 60_000, pause: 3_000 };

let fleet: Fleet;
let releases: readonly FakeRelease[];
beforeAll(async () => {
  if (refusal !== null) return;
  fleet = await startFleet(
    ["web1", "web2", "web3"],
    tried.map(({ slots }) => slots),
  );
  releases = ["1.0.0", "1.1.0", "1.2.0"].map((version) => fleet.release(version));
});
afterAll(() => fleet?.stop());

const versionOf = ({ manifest }: FakeRelease) => (JSON.parse(manifest) as { version: string }).version;
const versionsBut = (...versions: readonly string[]) => releases.filter((one) => !versions.includes(versionOf(one)));

interface Story {
  readonly name: string;
  readonly url: (app: App) => string;
  readonly settings: (app: App) => string;
  readonly slots: "both" | "single";
  /** Nobody serves for a while, by design. */
  readonly gap: boolean;
}

const common = "drain: 2s, keep: 2";
const stories: readonly Story[] = [
  {
    name: "blue-green",
    slots: "both",
    url: ({ url }) => url,
    settings: (app) => app.settings(`{type: blue-green, hold: 0s, ${common}}`),
    gap: false,
  },
  {
    name: "canary",
    slots: "both",
    url: ({ url }) => url,
    settings: (app) => app.settings(`{type: canary, steps: [25, 100], hold: 0s, ${common}}`),
    gap: false,
  },
  {
    name: "rolling",
    slots: "single",
    url: ({ url }) => url,
    settings: (app) => app.settings(`{type: rolling, ${common}}`, "single"),
    gap: false,
  },
  {
    name: "restart",
    slots: "single",
    url: ({ alone }) => alone.url,
    settings: (app) => app.alone.settings(`{type: restart, ${common}}`),
    gap: true,
  },
];

const tried = drawn("runners that are killed: strategies", stories, 2);

/**
 * When a runner is killed: before what begins as the n-th, or so many milliseconds after; what the next run deploys.
 */
interface Kill {
  readonly index: number;
  readonly afterMs: number | null;
  readonly next: "the same" | "another";
}

function killsOf(count: number, random: () => number): readonly Kill[] {
  const every = Array.from({ length: count }, (_, index) => index).flatMap((index): readonly Kill[] => [
    { index, afterMs: null, next: index % 2 === 0 ? "the same" : "another" },
    { index, afterMs: Math.round(random() * 400), next: index % 2 === 0 ? "another" : "the same" },
    { index, afterMs: null, next: index % 2 === 0 ? "another" : "the same" },
    { index, afterMs: Math.round(random() * 400), next: index % 2 === 0 ? "the same" : "another" },
  ]);
  if (extent === "all") return every;
  // Once before each step and once while it runs, by turns with the same release and with another one.
  if (extent === "half") return every.filter((_, at) => at % 4 < 2);
  const perStrategy = Number(extent);
  return Array.from({ length: perStrategy }, () => every[Math.floor(random() * every.length)]).filter(
    (one) => one !== undefined,
  );
}

async function kill(story: Story, app: App, random: () => number) {
  const settings = story.settings(app);
  const steps: string[] = [];
  const deploy = async (release: FakeRelease, why: string) => {
    const { conclusion, log } = await fleet.deploy({ settings, own, release }, ({ what }) => steps.push(what));
    if (conclusion.status !== "passed") throw new Error(`${story.name}, ${why}: ${conclusion.says}\n${log.join("\n")}`);
  };
  const [first] = releases;
  if (first === undefined) throw new Error("There is no release.");
  await deploy(first, "first");
  const users = fleet.users(story.url(app), 30);
  steps.length = 0;
  await deploy(versionsBut(versionOf(first))[0] ?? first, "second");
  const count = steps.length;
  const kills = killsOf(count, random);
  let killed = 0;
  for (const { index, afterMs, next } of kills) {
    const serving = await users.now();
    const [wanted, other] = versionsBut(serving);
    if (wanted === undefined || other === undefined) throw new Error(`${serving} answers`);
    const { signal, began } = await fleet.spawnDeploy({ settings, own, release: wanted, kill: { index, afterMs } });
    if (signal === "SIGKILL") killed += 1;
    const what = `killed ${afterMs === null ? "before" : `${afterMs} ms after the begin of`} ${began.at(-1)?.what}`;
    await fleet.expireLocks(app);
    const second = next === "the same" ? wanted : other;
    await deploy(second, `${what}, ${next}`);
    const answers = await users.now();
    if (answers !== versionOf(second)) throw new Error(`${story.name}, ${what}, ${next}: ${answers} answers`);
    const { failed } = await users.since(0);
    if (slow) line(`${story.name}: ${index} of ${count}, ${what}, then ${next}: ${failed.length} failed so far`);
  }
  const served = await users.since(0);
  await users.stop();
  line(
    `${story.name}: ${killed} runners killed at ${kills.length} moments of ${count} steps; all next runs ` +
      `converged; ${served.failed.length} of ${served.sent} requests failed${story.gap ? " (gaps are expected)" : ""}`,
  );
  return served;
}

onLab(
  "the next run converges wherever a runner was killed, and no request fails",
  async () => {
    const { seed, random } = chance();
    line(`moments by FAULT_SEED=${seed}`);
    const seen = await all(
      tried.map(async (story, index) => {
        const app = fleet.apps[index];
        if (app === undefined) throw new Error("There is no application.");
        return { name: story.name, gap: story.gap, served: await kill(story, app, random) };
      }),
    );
    expect(seen.filter(({ gap }) => !gap).flatMap(({ served }) => served.failed)).toEqual([]);
  },
  slow ? 7_200_000 : 600_000,
);
