// What must hold before an action touches a target. The world is closed: whoever gets past its gates meets the shell,
// which throws.
import { describe, expect, test } from "@jest/globals";
import type { Evidence, StageName } from "../../src/domain/evidence/evidence.ts";
import type { Release } from "../../src/domain/release/release.ts";
import { type DeployStagingInputs, deployStaging } from "../../src/stages/deploy-staging.ts";
import { type PromoteInputs, promote } from "../../src/stages/promote.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { rollback } from "../../src/stages/rollback.ts";
import type { Conclusion } from "../../src/stages/stage.ts";
import { sha } from "../render/story.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import {
  handedOver,
  pinsOf as pins,
  reviewing,
  shippedId,
  stagingRuns,
  allPassed as well,
} from "../support/promotion.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedGitHub, closedWorld } from "../support/world.ts";

interface Scene {
  readonly environments?: string;
  readonly evidence?: readonly Evidence[];
  readonly manifest?: Partial<Release>;
  readonly head?: string;
  readonly job?: Parameters<typeof jobFacts>[0];
  readonly clockMs?: number;
  readonly cancelled?: boolean;
  /** What GitHub says of the environment `production`; unless given, nobody is asked. */
  readonly github?: { readonly reviewers: readonly string[]; readonly state: string };
}

const place = "path: /opt/shop, strategy: {type: restart}, slots: {main: {port: 4000}}";
const at = (host: string) => `url: https://x.example.com, hosts: [{name: ${host}, address: local}], ${place}`;
const environments = [
  `staging: {${at("web-staging")}}`,
  `production: {${at("web-production")}}`,
  `qa: {${at("web-qa")}}`,
].join("\n  ");

async function opened(stage: StageName, environment: string, scene: Scene) {
  const { github } = scene;
  const files = memoryFiles(handedOver(scene.evidence ?? well, scene.manifest));
  const closed = closedWorld();
  const world = closedWorld({
    files,
    ...(scene.clockMs === undefined ? {} : { clock: { ...closed.clock, now: () => new Date(scene.clockMs ?? 0) } }),
    job: jobFacts({ sha, ...scene.job }),
    cancellation: { cancelled: scene.cancelled === true },
    repository: { ...closed.repository, head: async () => ({ sha: scene.head ?? sha, tree: "b".repeat(40) }) },
    github: github === undefined ? closedGitHub() : reviewing(environment, github),
  });
  const settings = await settingsFrom(`version: 1\napp: shop\nenvironments:\n  ${scene.environments ?? environments}`);
  const recorder = await openRecorder(world, stage, { app: "shop", environment });
  return { world, settings, recorder, openTarget: stagingRuns(shippedId) };
}

/** The conclusion before anything was touched; or that the shell was reached, which only happens past every gate. */
async function ended(run: Promise<Conclusion>): Promise<string> {
  try {
    const { reason_code, status } = await run;
    expect(status).toBe(reason_code === "cancelled" ? "cancelled" : "failed");
    return reason_code;
  } catch (error) {
    expect(String(error)).toContain("Nobody is asked this.");
    return "past every gate";
  }
}

const asked: Parameters<typeof rollback>[1] = {
  ...{ environment: "production", confirm: "production", to: "previous", reason: "p1-bug", "reason-detail": "" },
  ...{ drill: false, "dry-run": false, lock: "wait" },
};

const common = {
  "github-token": "ghs_x",
  "override-freeze": "",
  runs: "this",
  unpinned: "refuse",
  "job-id": "5",
  "dry-run": false,
  explain: false,
} as const;
const toStaging = async (inputs: Partial<DeployStagingInputs> = {}, scene: Scene = {}) => {
  const environment = inputs.environment ?? "staging";
  const run = await opened("deploy-staging", environment, { evidence: well.slice(0, 1), ...scene });
  return ended(deployStaging(run, { environment, jobs: pins(well.slice(0, 1)), ...common, ...inputs }));
};
const approved = { reviewers: ["bob"], state: "approved" };
const toProduction = async (inputs: Partial<PromoteInputs> = {}, scene: Scene = {}) => {
  const environment = inputs.environment ?? "production";
  const run = await opened("promote", environment, { github: approved, ...scene });
  return ended(promote(run, { environment, from: "staging", jobs: pins(well), ...common, ...inputs }));
};

describe("a run that its event starts for another commit, such as `workflow_run`", () => {
  const validated = "d".repeat(40);
  const job = { eventName: "workflow_run", runId: "8", workflowRun: { headSha: validated, fromFork: false } };
  const earlier = well.map((one) => ({ ...one, sha: validated }));
  const inputs = { jobs: pins(earlier), runs: "other" } as const;

  test("takes the evidence of the commit that the event names, where that is checked out", async () => {
    expect(await toProduction(inputs, { evidence: earlier, head: validated, job })).toBe("past every gate");
    expect(
      await toStaging(
        { runs: "other", jobs: pins(earlier.slice(0, 1)) },
        { evidence: earlier.slice(0, 1), head: validated, job },
      ),
    ).toBe("past every gate");
  });

  test("takes no evidence of a commit that is not the one checked out", async () => {
    expect(await toProduction(inputs, { evidence: earlier, job })).toBe("evidence_of_another_commit");
    expect(await toProduction({ runs: "other" }, { head: validated, job })).toBe("evidence_of_another_commit");
    expect(await toProduction(inputs, { evidence: earlier, head: "e".repeat(40), job })).toBe(
      "checkout_of_another_commit",
    );
  });
});

describe("the evidence before a change", () => {
  test("that outputs of earlier jobs pin lets both actions through", async () => {
    expect(await toStaging()).toBe("past every gate");
    expect(await toProduction()).toBe("past every gate");
  });

  test("is no refusal where the run was cancelled meanwhile: what was asked may have been cut off", async () => {
    expect(await toProduction({ jobs: "" }, { cancelled: true })).toBe("cancelled");
  });

  test.each(["", "  ", "{}"])("is refused without `jobs` (%j), unless `unpinned: allow`", async (jobs) => {
    expect(await toStaging({ jobs })).toBe("evidence_unpinned");
    expect(await toProduction({ jobs })).toBe("evidence_unpinned");
    expect(await toStaging({ jobs, unpinned: "allow" })).toBe("past every gate");
    expect(await toProduction({ jobs, unpinned: "allow" })).toBe("past every gate");
  });

  test("is refused where a job failed, whatever its pin says", async () => {
    expect(await toProduction({ jobs: pins(well, "failure") })).toBe("stage_failed");
    expect(await toStaging({ jobs: pins(well.slice(0, 1), "cancelled") })).toBe("stage_failed");
  });

  test("is refused with another manifest beside the same bytes", async () => {
    for (const manifest of [{ git_sha: "f".repeat(40) }, { name: "server" }, { app: "store" }]) {
      expect(await toStaging({}, { manifest })).toBe("manifest_mismatch");
      expect(await toProduction({}, { manifest })).toBe("manifest_mismatch");
    }
  });

  test("of another run is refused, unless `runs: other`", async () => {
    const evidence = well.map((one) => ({ ...one, run_id: "6" }));
    expect(await toProduction({ jobs: pins(evidence) }, { evidence })).toBe("evidence_of_another_run");
    expect(await toProduction({ jobs: pins(evidence), runs: "other" }, { evidence })).toBe("past every gate");
  });
});

describe("a file that is too large is called that, and nothing else", () => {
  const tooLarge = (path: RegExp) => async () => {
    const run = await opened("promote", "production", { github: approved });
    const { files } = run.world;
    const read: typeof files.read = async (at, maxBytes) => {
      if (path.test(at)) throw new Error(`${at} has 9000000 bytes; at most ${maxBytes} are read`);
      return files.read(at, maxBytes);
    };
    const inputs = { environment: "production", from: "staging", jobs: pins(well), ...common };
    return promote({ ...run, world: { ...run.world, files: { ...files, read } } }, inputs);
  };

  test("evidence", async () => {
    const conclusion = await tooLarge(/smoke-test/)();
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "evidence_unreadable" });
    expect(conclusion.says).toMatch(
      /shop\.smoke-test\.\S+ cannot be read: it has 9000000 bytes; at most 8388608 are read\./,
    );
  });

  test("the release manifest", async () => {
    const conclusion = await tooLarge(/manifest\.json$/)();
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "release_missing" });
    expect(conclusion.says).toContain(".phoenix-deploy/release/manifest.json cannot be read: it has 9000000 bytes");
  });
});

test("a sentence of any length is cut before it reaches evidence, log and annotations", async () => {
  const run = await opened("smoke-test", "staging", {});
  await run.recorder.warn("w".repeat(1 << 20));
  const { evidence } = await run.recorder.finish({
    ...{ status: "failed", decision: "stop", reason_code: "request_failed" },
    ...{ says: "s".repeat(1 << 20), remedy: "r".repeat(1 << 20) },
  });
  expect([evidence.says, evidence.remedy, evidence.warnings[0] ?? ""].map((text) => text.length)).toEqual([
    2_001, 2_001, 2_001,
  ]);
});

describe("`verified-for`", () => {
  const environments = [
    `staging: {${at("web-staging")}}`,
    `production: {${at("web-production")}, verified-for: 1h}`,
  ].join("\n  ");
  const later = (minutes: number) => ({ environments, clockMs: Date.parse("2026-11-24T09:05:50Z") + minutes * 60_000 });

  test("holds promote until staging has run the release for so long, and no other action gets past it", async () => {
    expect(await toProduction({}, later(59))).toBe("soak_too_short");
    expect(await toProduction({}, later(60))).toBe("past every gate");
    expect(await toStaging({ environment: "production" }, { ...later(600), github: approved })).toBe("soak_too_short");
  });
});

describe("a freeze", () => {
  const frozen = "freeze: {windows: [{from: 2026-01-01T00:00, why: Audit}]}";
  const environments = ["staging", "production"]
    .map((name) => `${name}: {${at(`web-${name}`)}, ${frozen}}`)
    .join("\n  ");

  test("holds whichever action deploys, and an override that nobody is named for is refused", async () => {
    expect(await toStaging({}, { environments })).toBe("frozen");
    expect(await toProduction({}, { environments })).toBe("frozen");
    expect(await toProduction({ "override-freeze": "Now!" }, { environments })).toBe("freeze_override_refused");
  });

  test("never holds a rollback", async () => {
    const run = await opened("rollback", "production", { environments, evidence: [] });
    expect(await ended(rollback(run, asked))).toBe("past every gate");
  });
});

describe("the approval of an environment", () => {
  const gate = (approval: string) =>
    [
      `production: {${at("web-production")}, approval: ${approval}}`,
      `staging: {${at("web-staging")}}`,
      `live-eu: {${at("web-live-eu")}}`,
    ].join("\n  ");

  test("is asked of deploy-staging as well, where it deploys to a production", async () => {
    for (const scene of [{}, { environments: gate("{by: environment}") }]) {
      const at = (github: Scene["github"]) =>
        toStaging({ environment: "production" }, { ...scene, ...(github === undefined ? {} : { github }) });
      expect(await at({ reviewers: [], state: "approved" })).toBe("environment_unprotected");
      expect(await at({ reviewers: ["bob"], state: "pending" })).toBe("approval_missing");
      expect(await at({ reviewers: ["bob"], state: "rejected" })).toBe("approval_rejected");
      expect(await at(approved)).toBe("past every gate");
    }
  });

  test("is asked of deploy-staging where the settings name one, or the name is a production's", async () => {
    const environments = [
      `qa: {${at("web-qa")}, approval: {self-approval: allow}}`,
      `live-eu: {${at("web-live-eu")}}`,
      `prod: {${at("web-prod")}}`,
    ].join("\n  ");
    for (const environment of ["qa", "live-eu", "prod"]) {
      const github = { reviewers: ["bob"], state: "pending" };
      expect(await toStaging({ environment }, { environments, github })).toBe("approval_missing");
    }
  });

  test("is not asked of deploy-staging for an ordinary staging, nor where the settings ask nobody", async () => {
    for (const environment of ["staging", "qa"]) expect(await toStaging({ environment })).toBe("past every gate");
    expect(await toStaging({ environment: "production" }, { environments: gate("{by: none}") })).toBe(
      "past every gate",
    );
  });

  test("is asked of promote, whatever the environment is called", async () => {
    expect(await toProduction({ environment: "qa" }, { github: { reviewers: ["bob"], state: "pending" } })).toBe(
      "approval_missing",
    );
    expect(await toProduction({ environment: "qa" })).toBe("past every gate");
  });
});

describe("the checkout before a change", () => {
  const pullRequest = { number: 7, baseSha: sha, baseRef: "main", headSha: "c".repeat(40), fromFork: true };

  test("is refused at another commit than the run's, whose settings nobody reviewed for it", async () => {
    expect(await toStaging({}, { head: "d".repeat(40) })).toBe("checkout_of_another_commit");
    expect(await toProduction({}, { head: "d".repeat(40) })).toBe("checkout_of_another_commit");
  });

  test("is refused when it is a fork's, in a run that holds secrets", async () => {
    expect(
      await toStaging({}, { head: pullRequest.headSha, job: { eventName: "pull_request_target", pullRequest } }),
    ).toBe("fork_checked_out");
  });

  test("is refused when the project lies in a fork's checkout below the run's own", async () => {
    const run = await opened("deploy-staging", "staging", { job: { eventName: "pull_request_target", pullRequest } });
    await run.world.files.write("/work/theirs/.git/HEAD", "");
    const settings = { ...run.settings, projectPath: "/work/theirs/apps/shop" };
    const inputs = { environment: "staging", jobs: pins(well.slice(0, 1)), ...common };
    expect(await ended(deployStaging({ ...run, settings }, inputs))).toBe("fork_checked_out");
  });

  test("at another commit is a warning to a rollback, which must work at two in the morning", async () => {
    const run = await opened("rollback", "production", { head: "d".repeat(40), evidence: [] });
    expect(await ended(rollback(run, asked))).toBe("past every gate");
    expect(run.recorder.evidence.warnings).toContainEqual(
      expect.stringContaining("at commit dddddddddddd, and this run is of aaaaaaaaaaaa"),
    );
  });
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
  "an environment called `%s` is not in the settings",
  async (environment) => {
    expect(await toStaging({ environment })).toBe("invalid_settings");
    expect(await toProduction({ environment })).toBe("invalid_settings");
  },
);
