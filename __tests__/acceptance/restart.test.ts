// One slot and no router: each deployment is a restart in place, from the bundles of `dist`. The releases are small
// servers, whose users ask the application itself.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Nature, webRelease } from "../lab/web-release.ts";
import { type GitHubLoopback, startGitHub } from "./github/server.ts";
import { stopSlots } from "./machine.ts";
import { type Claim, claimPort } from "./ports.ts";
import { runReadyMade } from "./ready-made.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-restart-"));
const path = join(folder, "app");
let claim: Claim;
let github: GitHubLoopback;
let runs = 60;
beforeAll(async () => {
  mkdirSync(join(path, "shared"), { recursive: true });
  // Its claim is the same port of another address.
  writeFileSync(join(path, "shared/env"), "LISTENS_ON=127.0.0.1\n");
  claim = await claimPort();
  github = await startGitHub();
});
afterAll(async () => {
  await stopSlots({ path });
  await github.close();
  claim.giveBack();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  expect(github.breaches).toEqual([]);
});

const settings = (within: string) => `version: 1
app: app
smoke: [{get: /, status: 200}]
criteria: {error-rate: 20%, watch: 6s, probes-per-second: 20, latency: off, inconclusive: pass}
environments:
  trial:
    url: http://127.0.0.1:${claim.port}
    hosts: [{name: this-machine, address: local}]
    path: ${path}
    slots: {main: {port: ${claim.port}}}
    strategy: {type: restart}
    health: {path: /health, version: /version, within: ${within}}
    approval: {by: none}
    ref-moved: off
`;

async function deploy(version: string, reason: string, nature: Nature = "sound", within = "120s") {
  runs += 1;
  const release = webRelease(folder, version, nature);
  return ended({ action: "deploy-staging", settings: settings(within), release, runId: String(runs) }, reason);
}

async function ended(given: Omit<Parameters<typeof runReadyMade>[1], "app" | "environment">, reason: string) {
  const { result, evidence } = await runReadyMade({ folder, github }, { ...given, app: "app", environment: "trial" });
  if (evidence.reason_code !== reason) throw new Error(`It ended with ${evidence.reason_code}:\n${result.log}`);
  return result;
}

async function answers(): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${claim.port}/version`);
  return ((await answer.json()) as { version: string }).version;
}

describe("a restart in place", () => {
  test("says its gap, rolls back what does not get healthy, and is rolled back by hand", async () => {
    const fresh = await deploy("1.0.0", "deployed");
    expect(fresh.summary).not.toContain("Requests fail from the stop");
    expect(await answers()).toBe("1.0.0");

    const restarted = await deploy("1.1.0", "deployed");
    expect(restarted.summary).toContain("Requests fail from the stop until the new release answers");
    expect(await answers()).toBe("1.1.0");

    const failed = await deploy("1.2.0", "not_healthy", "sick", "15s");
    expect(failed).toMatchObject({ exitCode: 1, outputs: { decision: "taken-back" } });
    expect(await answers()).toBe("1.1.0");

    const back = { action: "rollback", with: { reason: "p1-bug" }, release: null, runId: "99" } as const;
    await ended({ ...back, settings: settings("120s") }, "rolled_back");
    expect(await answers()).toBe("1.0.0");
  }, 600_000);
});
