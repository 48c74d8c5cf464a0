import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import type { HostsSay } from "../../src/domain/fleet/running.ts";
import { judgeRunning } from "../../src/gates/running.ts";
import { evidence, one, release } from "../render/story.ts";

const id = "1.1.0-1a2b3c4d";
const deployed = evidence("deploy-staging", { to: id });

/** The evidence of a smoke test that proved this much. */
function smoke(proved: string, seen: string | null): Evidence {
  const verdict = proved === "process" ? "pass" : "inconclusive";
  return evidence("smoke-test", {
    results: [
      one("signal", "running-release", { verdict, required: verdict === "pass", facts: { proved, release: seen } }),
    ],
  });
}
const proven = smoke("process", id);
const runs = (...releases: (string | null)[]): HostsSay => ({
  asked: true,
  hosts: releases.map((seen, index) => ({
    host: `web${index + 1}`,
    slot: "blue",
    pid: seen === null ? null : 7,
    release: seen,
  })),
});
const judge = (known: Partial<Parameters<typeof judgeRunning>[0]>) =>
  judgeRunning({ from: "staging", release, deployed, smoke: proven, now: null, ...known });

describe("promote takes the bytes for tested", () => {
  test("where smoke-test saw the process of the release that staging was given", () => {
    expect(judge({ now: runs(id) })).toMatchObject({ verdict: "pass", facts: { proved: "process", asked_now: true } });
  });

  test("and says so where staging cannot be asked now", () => {
    const unasked = "Whether staging still runs 1.1.0-1a2b3c4d was not seen: its hosts could not be asked";
    expect(judge({})).toMatchObject({
      verdict: "pass",
      says: `smoke-test saw the process of ${id} serve staging.`,
      warnings: [`${unasked}.`],
    });
    expect(judge({ now: { asked: false, why: "no route" } }).warnings).toEqual([`${unasked} (no route).`]);
    expect(judge({ now: { asked: true, hosts: [] } }).warnings).toEqual([`${unasked} (it has no hosts).`]);
  });

  test.each(["version", "none"])(
    "where smoke-test proved %s, and every host says now that this release serves",
    (proved) => {
      expect(judge({ smoke: smoke(proved, null), now: runs(id, id) })).toMatchObject({
        verdict: "pass",
        facts: { proved, release: id },
      });
    },
  );
});

describe("promote refuses", () => {
  test.each([
    ["only the version was seen", smoke("version", null), "only the version that answers"],
    ["nothing was seen", smoke("none", null), "neither the process nor a version"],
    ["the smoke test is of a version that did not look", evidence("smoke-test"), "neither the process nor a version"],
    ["there is no smoke test", null, "neither the process nor a version"],
  ])("where %s and nobody can be asked now", (_, seen, words) => {
    const judged = judge({ smoke: seen, now: { asked: false, why: "this-machine knows no release below /opt/shop" } });
    expect(judged).toMatchObject({ verdict: "fail", reason_code: "release_unproven" });
    expect(judged.says).toBe(
      `smoke-test saw ${words} on staging, so another build may have been tested; asked now: this-machine ` +
        "knows no release below /opt/shop.",
    );
    expect(judged.remedy).toContain("Run smoke-test of staging on a runner that reaches its hosts");
  });

  test.each([
    ["another build of the version", runs(id, "1.1.0-99999999"), "web2 of staging runs 1.1.0-99999999 now"],
    ["nothing", runs(null), "web1 of staging runs no release now"],
  ])("where staging runs %s by now, whatever the smoke test saw", (_, now, words) => {
    for (const seen of [smoke("version", null), proven]) {
      expect(judge({ smoke: seen, now })).toMatchObject({ verdict: "fail", reason_code: "wrong_release" });
      expect(judge({ smoke: seen, now }).says).toContain(words);
    }
  });

  test("where smoke-test saw another build run", () => {
    expect(judge({ smoke: smoke("process", "1.1.0-99999999") })).toMatchObject({
      verdict: "fail",
      reason_code: "wrong_release",
    });
  });

  test.each([
    ["there is none", null],
    ["it put another release there", evidence("deploy-staging", { to: "1.0.0-99999999" })],
    [
      "it put another build of the same id there",
      evidence("deploy-staging", { to: id, release: { ...release, digest: `1a2b3c4d${"0".repeat(56)}` } }),
    ],
  ])("where the deployment to staging does not name these bytes, since %s", (_, put) => {
    expect(judge({ deployed: put })).toMatchObject({ verdict: "fail", reason_code: "release_unproven" });
  });

  test("does not take a failed look for a proof", () => {
    const failed = evidence("smoke-test", {
      results: [one("signal", "running-release", { verdict: "fail", facts: { proved: "process", release: id } })],
    });
    expect(judge({ smoke: failed })).toMatchObject({ verdict: "fail", reason_code: "release_unproven" });
  });
});
