// A promotion from its first gate to its conclusion, on a target in memory.
import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import type { World } from "../../src/ports/world.ts";
import { type PromoteInputs, promote } from "../../src/stages/promote.ts";
import { sha } from "../render/story.ts";
import { Bent, first } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { allPassed, handedOver, pinsOf, reviewing, shippedId, stagingRuns } from "../support/promotion.ts";
import { closedWorld } from "../support/world.ts";

/** The gates of an environment, in their order. */
const held = [
  "environment",
  "protection",
  "approval",
  "self-approval",
  "release",
  "evidence",
  "evidence-age",
  "running-release",
  "ref",
  "backup-named",
];
const approved = { reviewers: ["bob"], state: "approved" };

interface Scene {
  readonly inputs?: Partial<PromoteInputs>;
  readonly evidence?: readonly Evidence[];
  readonly world?: Partial<World>;
  readonly head?: string;
}

async function promoted(bent: Bent, { inputs = {}, evidence = allPassed, world = {}, head = sha }: Scene = {}) {
  for (const [path, text] of handedOver(evidence)) bent.disk.files.set(path, text);
  const {
    environment: _,
    openTarget: __,
    ...opened
  } = await bent.open("promote", {
    job: jobFacts({ sha }),
    // Half an hour after the evidence of the story.
    clock: { ...bent.clock, now: () => new Date(Date.parse("2026-11-24T09:45:00Z") + bent.model.now) },
    repository: { ...closedWorld().repository, head: async () => ({ sha: head, tree: "b".repeat(40) }) },
    github: reviewing("production", approved),
    ...world,
  });
  const run = { ...opened, openTarget: stagingRuns(shippedId, bent.target) };
  const conclusion = await promote(run, {
    ...{ environment: "production", from: "staging", jobs: pinsOf(evidence), runs: "this", unpinned: "refuse" },
    ...{ "job-id": "5", "dry-run": false, explain: false, "github-token": "ghs_x", "override-freeze": "" },
    ...inputs,
  });
  return { conclusion, evidence: run.recorder.evidence, outputs: run.recorder.outputs };
}

/** rollback-procedures.md as the run left it, in words. */
const procedures = ({ disk }: Bent) => disk.files.get("/work/.phoenix-deploy/report/rollback-procedures.md") ?? "";

describe("a promotion", () => {
  test("holds its gates in order, deploys, watches, and completes", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, evidence, outputs } = await promoted(bent);
    expect(conclusion).toMatchObject({ status: "passed", decision: "complete", reason_code: "promoted" });
    expect(evidence.results.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      ...held.map((id) => `gate ${id}`),
      ...["gate target-fit", "gate public-url", "step acquire-lock", "step upload", "step unpack"],
      "signal before-migrating",
      ...["step migrate", "signal settle", "step start", "signal health"],
      ...[
        "signal smoke",
        "step shift",
        "signal smoke",
        "signal watch",
        "step confirm",
        "step activate",
        "step drain",
        "step stop",
      ],
      ...["step release-lock", "signal owner", "signal logs"],
    ]);
    // The settings of this story migrate, and name no backup.
    expect(evidence.results.filter(({ verdict }) => verdict !== "pass").map(({ id }) => id)).toEqual(["backup-named"]);
    expect(procedures(bent)).toContain(`- Serves: \`${shippedId}\``);
    expect(evidence).toMatchObject({ from: first, to: shippedId, before: { errors: 0 }, after: { errors: 0 } });
    expect(evidence.release?.digest.slice(0, 8)).toBe(shippedId.slice(-8));
    expect(outputs).toEqual({ url: "https://example.com", release: shippedId, previous: first });
    expect(bent.host.active?.release).toBe(shippedId);
  });

  test("that fails its watch is rolled back, and says so", async () => {
    const bent = new Bent().deployed(first);
    const began = bent.model.now;
    bent.answers.push({
      matches: /(example\.com|slot-green)\/$/,
      status: () => (bent.sent.includes("shift") && bent.model.now > began + 200 ? 500 : 200),
    });
    const { conclusion, evidence } = await promoted(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "errors_exceeded" });
    expect(evidence.results.find(({ id }) => id === "watch")).toMatchObject({ verdict: "fail", required: true });
    expect(bent.host).toMatchObject({ active: { release: first }, bad: [shippedId], lease: null });
    expect(procedures(bent)).toContain(`- Serves: \`${first}\``);
  });

  test("has the procedures of a rollback before its first change, for whoever finds it cut", async () => {
    const bent = new Bent().deployed(first);
    let seen: string | null = null;
    bent.before = ({ type }) => {
      seen ??= type === "upload" ? procedures(bent) : null;
    };
    await promoted(bent);
    expect(seen).toContain("- Serves: not known: look at the hosts\n");
    expect(seen).toContain(`- Before it: \`${first}\``);
    expect(seen).toContain(`- Kept before this deployment: ${first}`);
  });

  test("that only explains shows every gate, passes or not, and changes nothing", async () => {
    const bent = new Bent().deployed(first);
    const well = await promoted(bent, { inputs: { explain: true } });
    // The lock is asked for here alone, and the backup is off.
    const asked = held.length;
    expect(well.conclusion).toMatchObject({
      status: "planned",
      says: `All ${asked} gates of production pass. Nothing was changed.`,
    });
    expect(well.evidence.results.map(({ id }) => id)).toEqual(
      held.toSpliced(7, 0, "provenance", "verified-for").toSpliced(4, 0, "freeze").concat("monitoring", "lock"),
    );
    for (const name of ["freeze", "provenance", "verified-for"])
      expect(well.evidence.results.find(({ id }) => id === name)).toMatchObject({ verdict: "off" });

    const world = { github: reviewing("production", { reviewers: ["bob"], state: "pending" }) };
    const refused = await promoted(new Bent().deployed(first), { inputs: { explain: true, jobs: "" }, world });
    expect(refused.conclusion).toMatchObject({
      status: "planned",
      says:
        `3 of ${asked} gates of production would refuse: \`approval\`, \`self-approval\`, \`evidence\`. ` +
        "Nothing was changed.",
    });
    expect(bent.sent).toEqual([]);
  });

  test("connects to the hosts while its gates are asked, and no further where one refuses", async () => {
    const bent = new Bent().deployed(first);
    const github = reviewing("production", { reviewers: ["bob"], state: "pending" });
    const whenAsked: (readonly string[])[] = [];
    const approvals: typeof github.approvals = (...asked) => {
      whenAsked.push([...bent.reached]);
      return github.approvals(...asked);
    };
    const { conclusion } = await promoted(bent, { world: { github: { ...github, approvals } } });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "approval_missing" });
    expect(whenAsked).toEqual([["connect"]]);
    expect(bent.reached).toEqual(["connect", "close"]);

    const elsewhere = new Bent().deployed(first);
    await promoted(elsewhere, { head: "d".repeat(40) });
    expect(elsewhere.reached).toEqual([]);
  });

  test("that is a dry run holds every gate, plans, and changes nothing", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, evidence } = await promoted(bent, { inputs: { "dry-run": true } });
    expect(conclusion).toMatchObject({ status: "planned", reason_code: "planned" });
    expect(evidence.results.map(({ id }) => id)).toEqual([...held, "target-fit", "public-url"]);
    expect(bent.sent).toEqual([]);
  });
});

describe("a promotion whose gate is not passed changes nothing, and shows every fault", () => {
  test.each<[string, Scene, string, readonly string[], readonly string[]]>([
    ["of an environment that the settings lack", { inputs: { environment: "live" } }, "invalid_settings", [], []],
    ["of another commit", { head: "d".repeat(40) }, "checkout_of_another_commit", ["checkout"], ["checkout"]],
    ["without pins", { inputs: { jobs: "" } }, "evidence_unpinned", held, ["evidence"]],
    [
      "without the smoke test",
      { evidence: allPassed.slice(0, 2), inputs: { jobs: pinsOf(allPassed.slice(0, 2)) } },
      "evidence_missing",
      held,
      ["evidence", "evidence-age", "running-release"],
    ],
    [
      "without an approval",
      { world: { github: reviewing("production", { reviewers: ["bob"], state: "pending" }) } },
      "approval_missing",
      held,
      ["approval", "self-approval"],
    ],
    [
      "without an approval and without pins",
      {
        inputs: { jobs: "" },
        world: { github: reviewing("production", { reviewers: [], state: "pending" }) },
      },
      "environment_unprotected",
      held,
      ["protection", "approval", "self-approval", "evidence"],
    ],
  ])("%s", async (_what, scene, reason_code, rows, refusing) => {
    const bent = new Bent().deployed(first);
    const { conclusion, evidence } = await promoted(bent, scene);
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code });
    expect(conclusion.remedy).not.toBe("");
    expect(evidence.results.map(({ id }) => id)).toEqual(rows);
    const refused = evidence.results.filter(({ verdict }) => verdict !== "pass" && verdict !== "off");
    expect(refused.map(({ id }) => id)).toEqual(refusing);
    expect(bent.sent).toEqual([]);
  });

  test("with the release changed on its way", async () => {
    const bent = new Bent().deployed(first);
    const { read } = bent.disk;
    Object.assign(bent.disk, {
      digest: async (path: string) => (path.endsWith(".json") ? { sha256: "", bytes: 0 } : { sha256: "0", bytes: 1 }),
      read,
    });
    const { conclusion, evidence } = await promoted(bent);
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "digest_mismatch" });
    expect(conclusion.says).toMatch(/Nothing was changed\.$/);
    expect(evidence.results.find(({ id }) => id === "release")).toMatchObject({ verdict: "fail" });
    expect(bent.sent).toEqual([]);
  });
});
