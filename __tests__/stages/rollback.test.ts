// A rollback that a person asked for, on a target in memory.
import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import { handover } from "../../src/domain/evidence/handover.ts";
import { manifestOf, type Release, releaseId } from "../../src/domain/release/release.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import { sha } from "../render/story.ts";
import { releaseNumber } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";
import { rolledBack } from "./rolled-back.ts";

const third = releaseNumber(3);

describe("a rollback", () => {
  test("goes to the release that was verified before, and marks the one that it leaves as bad", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { conclusion, evidence, outputs } = await rolledBack(bent);
    expect(conclusion).toEqual({
      status: "passed",
      decision: "complete",
      reason_code: "rolled_back",
      says: `production was rolled back from ${second} to ${first}, the last release verified before it.`,
    });
    expect(outputs).toEqual({ url: "https://example.com", release: first, previous: second });
    expect(evidence.warnings).toEqual(["Rollback of production for the reason p1-bug, asked for by alice."]);
    expect(evidence.results.find(({ id }) => id === "recovered")?.says).toContain(
      `What it was when ${first} was verified is not known`,
    );
    expect(bent.host).toMatchObject({ active: { release: first }, bad: [second], lease: null });
    expect(bent.model.migrations.get(first)).toBe(1);
  });

  test("goes on without hosts that are away, which is no success; a drill does not", async () => {
    const bent = new Bent(2).deployed(first).deployed(second);
    const says = "web2: Connection timed out.";
    const away = [{ host: "web2", reason_code: "target_unreachable" as const, says, remedy: "" }];
    Object.assign(bent.target, { observe: async () => ({ fleet: leaveOut(bent.model.facts(), away) }) });
    const drill = await rolledBack(bent, { drill: true });
    expect(drill.conclusion).toMatchObject({ status: "failed", reason_code: "target_unreachable" });
    expect(bent.host.active).toMatchObject({ release: second });
    const { conclusion, evidence } = await rolledBack(bent);
    expect(conclusion).toMatchObject({
      status: "failed",
      reason_code: "partial_fleet",
      decision: "rollback-failed",
      says:
        `production was rolled back from ${second} to ${first}, the last release verified before it. web2 could not ` +
        "be reached and may serve the release that was left: web2: Connection timed out.",
    });
    expect(evidence.warnings.join(" ")).toContain(
      "web2 cannot be observed: web2: Connection timed out. It is left out",
    );
    expect(bent.host.active).toMatchObject({ release: first });
  });

  test("that fails and is undone, but not on a host that is away then, says so", async () => {
    const bent = new Bent(2).deployed(first).deployed(second);
    const { observe } = bent.target;
    const away = [{ host: "web2", reason_code: "target_unreachable" as const, says: "web2: No route.", remedy: "" }];
    let failed = false;
    bent.failing.set("activate", { verdict: "fail", reason_code: "disk_full", says: "No room." });
    bent.before = ({ type }) => {
      if (type === "activate") failed = true;
      else if (failed) bent.failing.clear();
    };
    Object.assign(bent.target, {
      observe: async () => (failed ? { fleet: leaveOut(bent.model.facts(), away) } : await observe()),
    });
    const { conclusion } = await rolledBack(bent);
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "partly_undone", decision: "rollback-failed" });
    expect(conclusion.says).toBe("No room. The rollback was undone on web1, and not on web2 (web2: No route).");
    expect(conclusion.remedy).toContain("Look at web2 of production now: the release that the rollback was to go to");
  });

  test("that is recorded while something else answers failed, and a person must look", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { running } = bent.target;
    let recorded = false;
    bent.before = ({ type }) => {
      if (type === "release-lock") recorded = true;
    };
    const stranger = { pid: 9, release: third, served: true };
    Object.assign(bent.target, {
      running: async (host: string, slot: string) => (recorded ? stranger : await running(host, slot)),
    });
    const { conclusion } = await rolledBack(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "rollback-failed", reason_code: "wrong_release" });
    expect(conclusion.says).toContain("It was recorded on production: look at that host now.");
  });

  test("that leaves a host out and after which requests still fail names both", async () => {
    const bent = new Bent(2).deployed(first).deployed(second);
    const away = [{ host: "web2", reason_code: "target_unreachable" as const, says: "web2: No route.", remedy: "" }];
    Object.assign(bent.target, { observe: async () => ({ fleet: leaveOut(bent.model.facts(), away) }) });
    bent.answers.push({ matches: /\/$/, status: () => (bent.host.active?.release === first ? 500 : 200) });
    const { conclusion, evidence } = await rolledBack(bent);
    expect(conclusion.reason_code).toBe("not_recovered");
    expect(conclusion.says).toContain("web2 could not be reached and may serve the release that was left");
    expect(evidence.rollback?.behind).toEqual(["web2"]);
  });

  test("for a reason of its own needs that reason, and keeps it", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    expect((await rolledBack(bent, { reason: "manual", "reason-detail": " " })).conclusion).toMatchObject({
      status: "failed",
      reason_code: "invalid_input",
    });
    expect(bent.sent).toEqual([]);
    const { conclusion, evidence } = await rolledBack(bent, { reason: "manual", "reason-detail": "wrong prices" });
    expect(conclusion.status).toBe("passed");
    expect(evidence.warnings[0]).toContain("for the reason manual (wrong prices)");
  });

  test("that is a dry run plans, and changes nothing", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { conclusion, evidence } = await rolledBack(bent, { "dry-run": true });
    expect(conclusion).toMatchObject({ status: "planned" });
    expect(evidence).toMatchObject({ from: second, to: first });
    expect(bent.sent).toEqual([]);
  });

  test("has nowhere to go where only one release was ever verified", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, outputs } = await rolledBack(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop" });
    expect(conclusion.says).toMatch(/Nothing was changed\.$/);
    expect(outputs["release"]).toBe("");
    expect(bent.sent).toEqual([]);
  });

  test("that was started by hand is confirmed with the environment's name, before anything is touched", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const byHand = { eventName: "workflow_dispatch" };
    for (const [confirm, seen] of [
      ["", "is empty"],
      ["prod`", "is `prod'`"],
    ] as const) {
      const { conclusion, evidence } = await rolledBack(bent, { confirm }, byHand);
      expect(conclusion).toMatchObject({
        reason_code: "invalid_input",
        says: `Input \`confirm\` ${seen}, and has to be \`production\`, the environment that is rolled back.`,
      });
      expect(evidence.results).toEqual([]);
    }
    expect((await rolledBack(bent, { confirm: "staging" })).conclusion.reason_code).toBe("invalid_input");
    expect(bent.sent).toEqual([]);
    expect((await rolledBack(bent, { confirm: "production" }, byHand)).conclusion.status).toBe("passed");
  });

  test("needs a reason, and a release that can be one", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    expect((await rolledBack(bent, { reason: undefined })).conclusion).toMatchObject({ reason_code: "invalid_input" });
    expect((await rolledBack(bent, { to: "yesterday" })).conclusion).toMatchObject({ reason_code: "invalid_input" });
    expect((await rolledBack(bent, { to: "9.9.9" })).conclusion).toMatchObject({
      reason_code: "release_not_found",
      says: expect.stringContaining(`There are: ${second} (active), ${first}. Nothing was changed.`),
    });
    expect(bent.sent).toEqual([]);
  });

  test("goes to the release that is named, and says why", async () => {
    const bent = new Bent().deployed(first).deployed(second).deployed(third);
    const { conclusion, evidence } = await rolledBack(bent, { to: "v1.1.0" });
    expect(conclusion.says).toBe(`production was rolled back from ${third} to ${first}, as requested.`);
    expect(evidence.rollback).toEqual({ reason: "p1-bug", detail: "", asked_to: "v1.1.0", drill: false });
    expect(bent.host).toMatchObject({ active: { release: first }, bad: [third] });
  });

  test("compares a whole digest with what the hosts have on record", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const digest = `00000001${"a".repeat(56)}`;
    const unknown = await rolledBack(bent, { to: digest });
    expect(unknown.conclusion).toMatchObject({
      reason_code: "release_not_found",
      says: expect.stringContaining("no host has its whole digest on record"),
    });
    bent.recorded.set(first, manifestOf(releaseOf({ digest })));
    const other = await rolledBack(bent, { to: `00000001${"b".repeat(56)}` });
    expect(other.conclusion.says).toContain(`its digest is ${digest}`);
    expect((await rolledBack(bent, { to: `sha256:${digest}` })).conclusion.status).toBe("passed");
  });

  test("is not stopped by a freeze of the environment", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.settings = "    freeze: {windows: [{from: 1970-01-01T00:00, why: a sale}]}";
    expect((await rolledBack(bent)).conclusion).toMatchObject({ status: "passed", reason_code: "rolled_back" });
  });

  test("to a release that starts no more ends where it began, and names the one before it", async () => {
    const bent = new Bent().deployed(first).deployed(second).deployed(third);
    bent.model.natures.set(second, "lying");
    const { conclusion } = await rolledBack(bent);
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "not_healthy" });
    expect(conclusion.says).toContain(`${third} serves as before.`);
    expect(conclusion.remedy).toContain(
      `${first} was verified before ${second}: to go there, start \`rollback\` again with \`to: ${first}\`, ` +
        "`confirm: production`, `reason: p1-bug`.",
    );
    expect(bent.host).toMatchObject({ active: { release: third }, bad: [] });
    expect((await rolledBack(bent, { to: first })).conclusion.status).toBe("passed");
  });

  describe("to a release whose files were pruned", () => {
    const tarball = "the tarball of 1.1.0";
    const digest = createHash("sha256").update(tarball).digest("hex");
    const gone = releaseOf({ digest });
    const id = releaseId(gone);

    function pruned(): Bent {
      const bent = new Bent().deployed(id).deployed(second).deployed(third);
      bent.host.releases = bent.host.releases.filter((one) => one !== id);
      return bent;
    }

    test("says which run built it, in which artifact and with which digest, and touches nothing", async () => {
      const bent = pruned();
      bent.recorded.set(id, manifestOf(gone));
      const { conclusion, outputs, evidence } = await rolledBack(bent, { to: "1.1.0" });
      expect(conclusion).toMatchObject({ status: "failed", reason_code: "release_not_kept" });
      expect(conclusion.says).toContain(
        `It is in artifact \`phoenix-deploy-validate-2\` of run 71 (https://github.com/acme/shop/actions/runs/71), ` +
          `with sha256 ${digest}.`,
      );
      expect(conclusion.remedy).toContain("gh run download 71 -n phoenix-deploy-validate-2 -D .phoenix-deploy");
      expect(outputs).toMatchObject({
        ...{ release: id, "run-id": "71", artifact: "phoenix-deploy-validate-2", "release-digest": digest },
      });
      expect(evidence.rollback?.built_by).toMatchObject({ run_id: "71", digest });
      expect(bent.sent).toEqual([]);
    });

    const handOver = (bent: Bent, release: Release, text: string) => {
      bent.disk.files.set(`/work/${handover.manifest}`, manifestOf(release));
      bent.disk.files.set(`/work/${handover.release}/${release.file}`, text);
    };

    test("sends them where the step before fetched them", async () => {
      const bent = pruned();
      bent.recorded.set(id, manifestOf(gone));
      handOver(bent, gone, tarball);
      const { conclusion } = await rolledBack(bent, { to: "1.1.0" });
      expect(conclusion).toMatchObject({ status: "passed", reason_code: "rolled_back" });
      expect(bent.sent.slice(0, 4)).toEqual(["acquire-lock", "upload", "unpack", "start"]);
      expect(bent.host).toMatchObject({ active: { release: id } });
    });

    test.each([
      ["that nobody has on record", null, tarball, "release_unproven"],
      [
        "that is not the one on record",
        { digest: `${digest.slice(0, 8)}${"0".repeat(56)}` },
        tarball,
        "digest_mismatch",
      ],
      ["that was changed since", {}, "another tarball", "digest_mismatch"],
    ])("refuses a tarball %s", async (_what, record, text, reason) => {
      const bent = pruned();
      if (record !== null) bent.recorded.set(id, manifestOf({ ...gone, ...record }));
      handOver(bent, gone, text);
      expect((await rolledBack(bent, { to: id })).conclusion).toMatchObject({ status: "failed", reason_code: reason });
      expect(bent.sent).toEqual([]);
    });

    test("does not look at what is in the checkout where the hosts keep the release", async () => {
      const bent = new Bent().deployed(first).deployed(second);
      handOver(bent, releaseOf({ digest }), "not a tarball");
      expect((await rolledBack(bent)).conclusion.status).toBe("passed");
    });
  });

  describe("to a release whose watch was measured", () => {
    /** The first release was deployed with a watch in which these answered with an error, the second without one. */
    async function watched(failing: (asked: number) => boolean): Promise<Bent> {
      const bent = new Bent();
      bent.settings = "criteria: {error-rate: 5%, watch: 60s, inconclusive: pass}";
      let asked = 0;
      bent.answers.push({ matches: /example\.com\/$/, status: () => (failing(asked++) ? 500 : 200) });
      const { conclusion } = await bent.change("deploy", { release: first, watchMs: 60_000 });
      expect(conclusion.status).toBe("passed");
      expect(bent.host.verified[0]?.level?.requests).toBeGreaterThan(100);
      bent.answers.pop();
      return bent.deployed(second);
    }
    const recoveredOf = ({ results }: Evidence) => results.find(({ id }) => id === "recovered");

    test("says what it was then, and passes where it is so again", async () => {
      const bent = await watched(() => false);
      const { conclusion, evidence } = await rolledBack(bent);
      expect(conclusion.reason_code).toBe("rolled_back");
      expect(recoveredOf(evidence)).toMatchObject({ verdict: "pass", facts: { when_verified: { errors: 0 } } });
      expect(recoveredOf(evidence)?.says).toMatch(
        new RegExp(
          /^0 of \d+ requests failed after the rollback; /.source +
            /.* When 1\.1\.0-00000001 was verified, it was 0 of \d+, and half of/.source,
        ),
      );
      expect(evidence.warnings).toHaveLength(1);
    });

    test("takes as usual what failed then, beyond the limit of the criteria", async () => {
      const bent = await watched((asked) => asked % 40 === 39);
      let asked = 0;
      bent.answers.push({ matches: /example\.com\/$/, status: () => (asked++ % 14 === 0 ? 500 : 200) });
      const { evidence } = await rolledBack(bent);
      expect(evidence.after?.errors).toBeGreaterThan((evidence.after?.requests ?? 0) * 0.05);
      expect(recoveredOf(evidence)).toMatchObject({ verdict: "pass" });
    });

    test("warns where it is worse than then, within the criteria", async () => {
      const bent = await watched(() => false);
      let asked = 0;
      bent.answers.push({ matches: /example\.com\/$/, status: () => (asked++ % 25 === 0 ? 500 : 200) });
      const { conclusion, evidence } = await rolledBack(bent);
      expect(conclusion.reason_code).toBe("rolled_back");
      expect(recoveredOf(evidence)).toMatchObject({ verdict: "inconclusive", reason_code: "not_as_verified" });
      expect(evidence.warnings.at(-1)).toContain("worse than it was");
    });
  });

  describe("after which requests still fail", () => {
    test("is no success, and marks nothing more", async () => {
      const bent = new Bent().deployed(first).deployed(second);
      bent.answers.push({ matches: /\/$/, status: () => (bent.host.active?.release === first ? 500 : 200) });
      const { conclusion, evidence } = await rolledBack(bent);
      expect(conclusion).toMatchObject({ status: "failed", decision: "rollback-failed", reason_code: "not_recovered" });
      expect(conclusion.says).toMatch(/rolled back from 1\.2\.0-\S+ to 1\.1\.0-\S+, the last .* requests failed after/);
      expect(evidence.after?.errors).toBeGreaterThan(0);
      expect(bent.host).toMatchObject({ active: { release: first }, bad: [second] });
    });

    test("is a warning where the release itself answers the same pages", async () => {
      const bent = new Bent().deployed(first).deployed(second);
      bent.answers.push({
        matches: /example\.com\/$/,
        status: () => (bent.host.active?.release === first ? 500 : 200),
      });
      const { conclusion, evidence } = await rolledBack(bent);
      expect(conclusion).toMatchObject({ status: "passed", reason_code: "rolled_back" });
      expect(evidence.warnings.join(" ")).toContain("the fault is between users and");
    });
  });
});

/** Version 1.1.0 as run 71 built it, in its second attempt. */
function releaseOf(known: { readonly digest: string }): Release {
  return {
    ...{ schema_version: 1, app: "shop", name: "shop", version: "1.1.0", git_sha: sha, git_tree: "b".repeat(40) },
    ...{ bytes: 20, file: "shop-1.1.0.tar.gz", elixir: "1.18.4", otp: "27", os: "linux", arch: "x64" },
    built_by: { run_id: "71", run_attempt: "2", url: "https://github.com/acme/shop/actions/runs/71" },
    ...known,
  };
}
