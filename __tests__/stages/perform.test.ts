// The walk over a plan: who takes each step, what stops it, and what evidence keeps.
import { describe, expect, test } from "@jest/globals";
import type { Judgement, Result } from "../../src/domain/evidence/result.ts";
import type { Plan, Step } from "../../src/domain/fleet/plan.ts";
import { perform } from "../../src/stages/perform.ts";
import type { Verifier } from "../../src/stages/verify.ts";
import { Bent } from "../support/bent.ts";

const passed: Judgement = { verdict: "pass", reason_code: "passed", says: "Done." };
const at = { host: "web1", slot: "green", release: "1.2.0-00000002", limitMs: 60_000 };

const steps = {
  upload: { ...at, type: "upload", says: "Upload it" },
  upload2: { ...at, host: "web2", type: "upload", says: "Upload it to web2" },
  upload3: { ...at, host: "web3", type: "upload", says: "Upload it to web3" },
  healthy: { ...at, type: "await-healthy", says: "Wait until it is healthy" },
  smokeSlot: { ...at, type: "smoke", at: "slot", says: "Run the smoke tests" },
  smokePublic: { ...at, type: "smoke", at: "public", says: "Run the smoke tests through the public URL" },
  observe: { ...at, type: "observe", watchMs: 1_000, says: "Watch it" },
  activate: { ...at, type: "activate", says: "Record it" },
  prune: { ...at, type: "prune", keep: [], remove: [], says: "Remove old releases" },
  unlock: { ...at, type: "release-lock", says: "Release the lock" },
} as const satisfies Record<string, Step>;

interface Scene {
  /** How steps end, by type; the others pass. */
  readonly ends?: Partial<Record<Step["type"], Judgement | (() => never)>>;
  readonly lost?: () => string | null;
  readonly goingBack?: boolean;
  /** What a step waits for, by host. */
  readonly waits?: (step: Step) => Promise<void>;
  /** How steps of a host end. */
  readonly endsOn?: Readonly<Record<string, Judgement>>;
}

async function walked(names: readonly (keyof typeof steps)[], scene: Scene = {}, bent = new Bent()) {
  const { recorder, ...run } = await bent.open("promote");
  const taken: string[] = [];
  const ending = (type: Step["type"]): Judgement => {
    const ends = scene.ends?.[type];
    return typeof ends === "function" ? ends() : (ends ?? passed);
  };
  const take = (by: string) => async (step: Step) => {
    taken.push(`${by} ${step.type}`);
    bent.before(step);
    bent.model.now += 2;
    await scene.waits?.(step);
    return ("host" in step ? scene.endsOn?.[step.host] : undefined) ?? ending(step.type);
  };
  const verifies = take("verifier");
  const verifier: Verifier = {
    owner: async () => passed,
    ...{ awaitHealthy: verifies, smoke: verifies, watch: verifies, settle: verifies },
  };
  const plan: Plan = { says: "Deploy it", warnings: [], steps: names.map((name) => steps[name]) };
  const { lost = () => null, goingBack = false } = scene;
  const target = { ...bent.target, perform: take("target") };
  const ended = await perform(plan, { target, verifier, lost, goingBack }, { ...run, recorder });
  const judgement = ended?.cause ?? null;
  return {
    judgement,
    hosts: ended?.hosts ?? [],
    taken,
    results: recorder.evidence.results,
    warnings: recorder.evidence.warnings,
    bent,
  };
}

const brief = ({ kind, id, title, verdict, required, duration_ms }: Result) =>
  [kind, id, title, verdict, required, duration_ms].join(" | ");

describe("a plan", () => {
  test("is walked in its order: the target takes what changes, the verifier what verifies", async () => {
    const names = ["upload", "healthy", "smokeSlot", "smokePublic", "observe", "activate", "unlock"] as const;
    const { judgement, taken, results } = await walked(names);
    expect(judgement).toBeNull();
    expect(taken).toEqual([
      "target upload",
      "verifier await-healthy",
      "verifier smoke",
      "verifier smoke",
      "verifier observe",
      "target activate",
      "target release-lock",
    ]);
    expect(results.map(brief)).toEqual([
      "step | upload | Upload it | pass | true | 2000",
      "signal | health | Production health check | pass | true | 2000",
      "signal | smoke | Production smoke tests (before traffic) | pass | true | 2000",
      "signal | smoke | Production smoke tests (with traffic) | pass | true | 2000",
      "signal | watch | Production error rate watched | pass | true | 2000",
      "step | activate | Record it | pass | true | 2000",
      "step | release-lock | Release the lock | pass | true | 2000",
    ]);
  });

  test("keeps in the evidence file, while a step is under way, that it had begun", async () => {
    const bent = new Bent();
    const seen: unknown[] = [];
    bent.before = () => {
      const [text = "{}"] = [...bent.disk.files]
        .filter(([path]) => path.endsWith(".json"))
        .map(([, content]) => content);
      seen.push(
        (JSON.parse(text) as { results: Result[] }).results.map(({ id, reason_code }) => `${id} ${reason_code}`),
      );
    };
    await walked(["upload", "activate"], {}, bent);
    expect(seen).toEqual([["upload running"], ["upload passed", "activate running"]]);
  });

  test("records the warnings of a step that passed", async () => {
    const ends = { upload: { ...passed, warnings: ["The disk is nearly full."] } };
    expect((await walked(["upload"], { ends })).warnings).toEqual(["The disk is nearly full."]);
  });
});

describe("steps of one type on different hosts", () => {
  const names = ["upload", "upload2", "upload3", "activate"] as const;
  const failed: Judgement = { verdict: "fail", reason_code: "disk_full", says: "No space left." };

  /** Each upload ends when all have begun, the last one first. */
  function together() {
    const waiting: (() => void)[] = [];
    return async ({ type }: Step) => {
      if (type !== "upload") return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 3) for (const go of waiting.reverse()) go();
      });
    };
  }

  test("are performed at once, and recorded in the order of the plan", async () => {
    const { judgement, taken, results, bent } = await walked(names, { waits: together() });
    expect(judgement).toBeNull();
    expect(taken).toEqual(["target upload", "target upload", "target upload", "target activate"]);
    expect(results.map(({ title }) => title)).toEqual([
      "Upload it",
      "Upload it to web2",
      "Upload it to web3",
      "Record it",
    ]);
    const lines = bent.printed.filter((line) => line.includes("ended after")).map((line) => line.slice(0, 4));
    expect(lines.sort()).toEqual(["web1", "web2", "web3"]);
  });

  test("all end where one fails, every result is kept, and no other batch begins", async () => {
    const scene: Scene = { waits: together(), endsOn: { web1: failed, web3: failed } };
    const { judgement, hosts, taken, results } = await walked(names, scene);
    expect(judgement).toMatchObject({ reason_code: "disk_full" });
    expect(hosts).toEqual(["web1", "web3"]);
    expect(taken).toHaveLength(3);
    expect(results.map(({ verdict }) => verdict)).toEqual(["fail", "pass", "fail"]);
  });

  test("stand in the evidence as begun together while they are under way", async () => {
    const bent = new Bent();
    const seen: string[][] = [];
    bent.before = () => {
      const [text = "{}"] = [...bent.disk.files].filter(([path]) => path.endsWith(".json")).map(([, one]) => one);
      seen.push((JSON.parse(text) as { results: Result[] }).results.map(({ reason_code }) => reason_code));
    };
    await walked(["upload", "upload2"], {}, bent);
    expect(seen).toEqual([
      ["running", "running"],
      ["running", "running"],
    ]);
  });
});

describe("a step that does not pass", () => {
  const failed: Judgement = { verdict: "fail", reason_code: "host_unsuitable", says: "The disk is read-only." };

  test.each(["fail", "error", "inconclusive", "not-run"] as const)("with `%s` ends the walk", async (verdict) => {
    const ends = { "await-healthy": { ...failed, verdict } };
    const { judgement, taken, results } = await walked(["upload", "healthy", "activate"], { ends });
    expect(judgement).toMatchObject({ verdict, says: "The disk is read-only." });
    expect(taken).toEqual(["target upload", "verifier await-healthy"]);
    expect(results.at(-1)).toMatchObject({ id: "health", verdict, required: true });
  });

  test("by throwing is an error of ours, and ends the walk like any other", async () => {
    const ends = {
      upload: () => {
        throw new TypeError("x is not a function");
      },
    };
    const { judgement, taken, bent } = await walked(["upload", "activate"], { ends });
    expect(judgement).toMatchObject({
      verdict: "error",
      reason_code: "unexpected_error",
      says: "Unexpected error: x is not a function",
    });
    expect(taken).toEqual(["target upload"]);
    expect(bent.printed.join("\n")).toContain("TypeError: x is not a function");
  });

  test("and is bookkeeping is a warning: what serves is not affected, and the walk goes on", async () => {
    const { judgement, taken, results, warnings } = await walked(["prune", "activate"], { ends: { prune: failed } });
    expect(judgement).toBeNull();
    expect(taken).toEqual(["target prune", "target activate"]);
    expect(results[0]).toMatchObject({ id: "prune", verdict: "fail", required: false });
    expect(warnings).toEqual(["Remove old releases: The disk is read-only. What serves is not affected."]);
  });

  test("in bookkeeping, because the lock was lost, ends the walk all the same", async () => {
    const ends = { prune: { ...failed, reason_code: "lock_lost" as const } };
    const { judgement, results } = await walked(["prune", "activate"], { ends });
    expect(judgement).toMatchObject({ reason_code: "lock_lost" });
    expect(results[0]?.required).toBe(true);
  });

  test("at the public address is only said when going back, and ends a deployment", async () => {
    const ends = { smoke: { ...failed, reason_code: "public_url_failed" as const, says: "It answered 502." } };
    const back = await walked(["smokePublic", "activate"], { ends, goingBack: true });
    expect(back.judgement).toBeNull();
    expect(back.warnings).toEqual([
      "It answered 502. The release answers on its host and has the traffic, so the rollback goes on.",
    ]);
    expect((await walked(["smokePublic", "activate"], { ends })).judgement).toMatchObject({ says: "It answered 502." });
    expect((await walked(["smokeSlot", "activate"], { ends, goingBack: true })).judgement).not.toBeNull();
  });
});

describe("before each step", () => {
  test("a cancel ends the walk: the step under way is finished, no other begins", async () => {
    const bent = new Bent();
    bent.before = ({ type }) => {
      bent.cancelled ||= type === "upload";
    };
    const { judgement, taken, results } = await walked(["upload", "activate"], {}, bent);
    expect(judgement).toMatchObject({ verdict: "not-run", reason_code: "cancelled" });
    expect(taken).toEqual(["target upload"]);
    expect(results).toMatchObject([{ id: "upload", verdict: "pass" }]);
  });

  test("a lost lock ends the walk, and says who took it", async () => {
    let asked = 0;
    const lost = () => {
      asked += 1;
      return asked > 1 ? "web1: The lock belongs to run-9 now." : null;
    };
    const { judgement, taken } = await walked(["upload", "activate"], { lost });
    expect(judgement).toEqual({
      verdict: "fail",
      reason_code: "lock_lost",
      says: "web1: The lock belongs to run-9 now.",
    });
    expect(taken).toEqual(["target upload"]);
  });

  test("the lock is given back also after a cancel or a loss", async () => {
    const bent = new Bent();
    bent.cancelled = true;
    const { judgement, taken } = await walked(["unlock"], { lost: () => "It is gone." }, bent);
    expect(judgement).toBeNull();
    expect(taken).toEqual(["target release-lock"]);
  });
});
