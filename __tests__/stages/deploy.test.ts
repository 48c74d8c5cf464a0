// A deployment from its plan to its conclusion, on a target in memory.
import { describe, expect, test } from "@jest/globals";
import { evidenceSchema } from "../../src/domain/evidence/evidence.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Step } from "../../src/domain/fleet/plan.ts";
import { type Release, releaseId } from "../../src/domain/release/release.ts";
import { type DeployRequest, deploy } from "../../src/stages/deploy.ts";
import { release as built } from "../render/story.ts";
import { releaseNumber } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";

/** The release whose id the model calls `second`. */
const release: Release = { ...built, version: "1.2.0", digest: "00000002".padEnd(64, "0") };

async function deployed(bent: Bent, asked: Partial<DeployRequest> = {}) {
  const { environment, ...run } = await bent.open("promote");
  const done = { decision: "complete", reason_code: "promoted" } as const;
  const { target } = bent;
  const conclusion = await deploy(run, { environment, release, target, dryRun: false, watchMs: 0, done, ...asked });
  const { outputs, evidence } = run.recorder;
  return { conclusion, outputs, evidence, host: bent.host };
}

const idsOf = (results: readonly { readonly id: string }[]) => results.map(({ id }) => id);

test("the release of these tests is the one that the model knows", () => {
  expect(releaseId(release)).toBe(second);
});

describe("a deployment to the other group of hosts", () => {
  test("says what each host served before, verifies the group that serves now, and records on both", async () => {
    const bent = new Bent(4, "in groups").deployed(first);
    const { conclusion, evidence } = await deployed(bent);
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "promoted" });
    expect(evidence.hosts).toEqual([
      { host: "web1", before: first, kept: [first] },
      { host: "web2", before: null, kept: [] },
      { host: "web3", before: first, kept: [first] },
      { host: "web4", before: null, kept: [] },
    ]);
    const hostsWith = (id: string) => evidence.results.filter((one) => one.id === id).map(({ host }) => host);
    expect(hostsWith("upload")).toEqual(["web2", "web4"]);
    expect(hostsWith("activate")).toEqual(["web1", "web2", "web3", "web4"]);
    expect(bent.model.hosts.map(({ active }) => active?.release)).toEqual([second, second, second, second]);
  });
});

describe("a blue-green deployment", () => {
  test("prepares the idle slot, shifts, records, and only then stops the release before", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, evidence, outputs, host } = await deployed(bent);
    expect(conclusion).toEqual({
      status: "passed",
      decision: "complete",
      reason_code: "promoted",
      says: `1.2.0 (${second}) runs on production and was verified.`,
    });
    expect(idsOf(evidence.results)).toEqual([
      ...["target-fit", "public-url", "acquire-lock", "upload", "unpack", "before-migrating", "migrate", "settle"],
      ...["start", "health", "smoke"],
      ...["shift", "smoke", "confirm", "activate", "drain", "stop", "release-lock", "owner", "logs"],
    ]);
    expect(evidence).toMatchObject({ from: first, to: second, url: "https://example.com", warnings: [] });
    expect(evidence.plan).toHaveLength(evidence.results.length - 4);
    expect(outputs).toEqual({ url: "https://example.com", release: second, previous: first });
    expect(host).toMatchObject({ active: { release: second, slot: "green" }, bad: [], lease: null });
    expect(bent.model.broken).toEqual([]);
  });

  test("asks for no public address where nothing serves yet", async () => {
    const bent = new Bent();
    const { conclusion, evidence, outputs } = await deployed(bent);
    expect(conclusion.status).toBe("passed");
    expect(idsOf(evidence.results).slice(0, 2)).toEqual(["target-fit", "acquire-lock"]);
    expect(evidence).toMatchObject({ from: null, to: second });
    expect(outputs["previous"]).toBe("");
  });

  test("measures before the shift and after it where it watches, with time passing", async () => {
    const bent = new Bent().deployed(first);
    const began = bent.model.now;
    const { conclusion, evidence } = await deployed(bent, { watchMs: 120_000 });
    expect(conclusion.status).toBe("passed");
    expect(evidence.results.find(({ id }) => id === "watch")).toMatchObject({
      verdict: "pass",
      title: "Production error rate watched",
      facts: { errors: 0 },
    });
    expect(evidence.before).toMatchObject({ errors: 0, p50_ms: 1 });
    expect(evidence.after?.requests).toBeGreaterThan(100);
    expect(bent.model.now - began).toBeGreaterThan(120);
  });

  test("leaves evidence that its own schema reads, rewritten after each step", async () => {
    const bent = new Bent().deployed(first);
    const sizes: number[] = [];
    bent.before = () => {
      const [text = ""] = [...bent.disk.files].filter(([path]) => path.endsWith(".json")).map(([, content]) => content);
      sizes.push(evidenceSchema.parse(JSON.parse(text)).results.length);
    };
    await deployed(bent);
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
    expect(new Set(sizes).size).toBeGreaterThan(8);
  });
});

describe("a dry run", () => {
  test("plans, says so, and performs nothing", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, evidence, host } = await deployed(bent, { dryRun: true, watchMs: 60_000 });
    expect(conclusion).toMatchObject({ status: "planned", decision: "stop", reason_code: "planned" });
    expect(conclusion.says).toMatch(/^Dry run: .+ Nothing was changed\.$/);
    expect(bent.sent).toEqual([]);
    expect(evidence.plan.length).toBeGreaterThan(10);
    expect(evidence).toMatchObject({ from: first, to: second, before: null, after: null });
    expect(host).toMatchObject({ active: { release: first }, lease: null });
    expect(bent.printed).toContain(`1. ${evidence.plan[0]}`);
  });
});

describe("a deployment that is refused", () => {
  test("as the release was marked bad changes nothing", async () => {
    const bent = new Bent().deployed(first);
    bent.host.bad.push(second);
    const { conclusion, evidence } = await deployed(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop" });
    expect(conclusion.says).toMatch(/Nothing was changed\.$/);
    expect(evidence.results.at(-1)).toMatchObject({ kind: "gate", id: "plan", verdict: "fail" });
    expect(bent.sent).toEqual([]);
  });

  test("as the target cannot be observed changes nothing, and says what was tried", async () => {
    const bent = new Bent().deployed(first);
    const failed: Judgement = { verdict: "error", reason_code: "state_unknown", says: "web1 does not answer." };
    Object.assign(bent.target, { observe: async () => ({ failed }) });
    const { conclusion, evidence } = await deployed(bent);
    expect(conclusion).toMatchObject({
      reason_code: "state_unknown",
      says: "web1 does not answer. Nothing was changed.",
    });
    expect(evidence.results).toMatchObject([{ id: "target-fit" }, { id: "observe-target", verdict: "error" }]);
  });
});

describe("a step that fails", () => {
  const fault = (type: Step["type"]): Judgement => ({
    verdict: "fail",
    reason_code: "host_unsuitable",
    says: `${type} did not work.`,
  });
  const once = (bent: Bent, type: Step["type"]) => {
    bent.failing.set(type, fault(type));
    const { perform } = bent.target;
    Object.assign(bent.target, {
      perform: async (step: Parameters<typeof perform>[0]) => {
        const judgement = await perform(step);
        if (step.type === type) bent.failing.delete(type);
        return judgement;
      },
    });
  };

  test.each<[Step["type"], "stop" | "taken-back", string]>([
    ["upload", "stop", `${first} serves as before.`],
    ["unpack", "stop", `${first} serves as before.`],
    ["migrate", "stop", `${first} serves as before.`],
    ["start", "stop", `${first} serves as before.`],
    ["shift", "stop", `${first} serves as before.`],
    ["activate", "taken-back", `The release was rolled back: ${first} serves on production.`],
  ])("before the release is recorded, `%s`, leads back to the release before", async (type, decision, then) => {
    const bent = new Bent().deployed(first);
    once(bent, type);
    const { conclusion, evidence, host } = await deployed(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision, reason_code: "host_unsuitable" });
    expect(conclusion.says).toBe(`${type} did not work. ${then}`);
    // Whoever reads that is about to roll back: that would leave the good release.
    expect(conclusion.remedy).toMatch(/Nothing is left to roll back: `rollback` would leave 1\.1\.0-00000001\.$/);
    expect(evidence.results.find(({ id, verdict }) => id === type && verdict === "fail")).toMatchObject({
      required: true,
    });
    expect(host).toMatchObject({ active: { release: first, slot: "blue" }, bad: [], lease: null });
    expect(bent.model.serves()).toBe(true);
    expect(bent.model.broken).toEqual([]);
  });

  test("and whose rollback fails as well is the loudest result, with both reasons", async () => {
    const bent = new Bent().deployed(first);
    bent.failing.set("activate", fault("activate"));
    bent.before = ({ type }) => {
      if (type === "activate") bent.failing.set("shift", fault("shift"));
    };
    const { conclusion, host } = await deployed(bent);
    expect(conclusion).toMatchObject({
      status: "failed",
      decision: "rollback-failed",
      reason_code: "rollback_failed",
      says:
        "activate did not work. Rolling back failed as well: shift did not work. " +
        "Requests go to 1.2.0-00000002 now.",
    });
    expect(host.lease).toBeNull();
  });

  test("on the first deployment to another path says that what serves from the old one was left", async () => {
    const bent = new Bent();
    const [web1] = bent.model.hosts;
    if (web1?.slots["green"] === undefined) throw new Error("the model has two slots");
    web1.slots["green"].process = { release: null };
    bent.model.natures.set(second, "lying");
    const { conclusion, host } = await deployed(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "not_healthy" });
    expect(conclusion.says).toMatch(/What served before was left as it was: it is no release of this path\.$/);
    expect(host.slots["green"]?.process).toEqual({ release: null });
  });

  test("on the first deployment, where nothing was verified before, leaves nothing with traffic", async () => {
    const bent = new Bent();
    bent.model.natures.set(second, "lying");
    const { conclusion, host } = await deployed(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "not_healthy" });
    expect(conclusion.says).toMatch(/Nothing takes traffic\.$/);
    expect(conclusion.remedy).not.toContain("Nothing is left to roll back");
    expect(host).toMatchObject({ active: null, bad: [second] });
  });
});

describe("a watch that fails", () => {
  /** With traffic, so many of a hundred requests through the public URL fail. */
  const failing = (bent: Bent, percent: number) => {
    bent.model.natures.set(second, "good");
    let asked = 0;
    const status = () => {
      asked += bent.sent.includes("shift") ? 1 : 0;
      return asked > 3 && (asked * percent) % 100 < percent ? 500 : 200;
    };
    bent.answers.push({ matches: /(example\.com|slot-green)\/$/, status });
    return bent;
  };

  test("rolls back before its time is over, and marks the release bad", async () => {
    const bent = failing(new Bent().deployed(first), 20);
    const began = bent.model.now;
    const { conclusion, evidence, host } = await deployed(bent, { watchMs: 600_000 });
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "errors_exceeded" });
    expect(conclusion.says).toMatch(/\d+ of (the last )?\d+ requests .*failed/);
    expect(conclusion.says).toContain(`The release was rolled back: ${first} serves on production.`);
    expect(bent.model.now - began).toBeLessThan(400);
    expect(evidence.after?.errors).toBeGreaterThan(2);
    expect(host).toMatchObject({ active: { release: first }, bad: [second] });
    expect(bent.model.serves()).toBe(true);
  });

  test("is an outage where the release before fails at the same moment, and no fault of the new one", async () => {
    const bent = failing(new Bent().deployed(first), 100);
    let asked = 0;
    const status = () => {
      asked += 1;
      return asked <= 2 ? 503 : 200;
    };
    bent.before = ({ type }) => {
      if (type === "shift") bent.answers.push({ matches: /slot-blue\/health$/, status });
    };
    const { conclusion, host } = await deployed(bent, { watchMs: 600_000 });
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "outage" });
    expect(conclusion.says).toContain(`${first}, which was verified before, fails now as well`);
    expect(host).toMatchObject({ active: { release: first }, bad: [] });
  });

  test("is an outage also where the release before runs on another group of hosts", async () => {
    const bent = failing(new Bent(2, "in groups").deployed(first), 100);
    let asked = 0;
    const status = () => {
      asked += 1;
      return asked <= 2 ? 503 : 200;
    };
    bent.before = ({ type }) => {
      if (type === "shift") bent.answers.push({ matches: /slot-blue\/health$/, status });
    };
    const { conclusion } = await deployed(bent, { watchMs: 600_000 });
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "outage" });
    expect(bent.model.hosts.map(({ active, bad }) => ({ active: active?.release, bad }))).toEqual([
      { active: first, bad: [] },
      { active: first, bad: [] },
    ]);
  });
});

test("a release is pruned that is over the number to keep, and never the ones in use", async () => {
  const bent = new Bent().deployed(first);
  for (let number = 10; number < 16; number += 1) bent.host.releases.unshift(releaseNumber(number));
  const { evidence, host } = await deployed(bent);
  expect(idsOf(evidence.results)).toContain("prune");
  expect(host.releases).toEqual(expect.arrayContaining([first, second]));
  expect(host.releases.length).toBeLessThan(8);
});
