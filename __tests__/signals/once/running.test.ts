import { describe, expect, test } from "@jest/globals";
import type { HostsSay } from "../../../src/domain/fleet/running.ts";
import { judgeRunningRelease } from "../../../src/signals/once/running.ts";

const release = "1.1.0-0123abcd";
const serving = (known: { pid?: number | null; release?: string | null } = {}) => ({
  host: "web1",
  slot: "blue",
  pid: 7,
  release,
  ...known,
});
const judge = (hosts: HostsSay, version = true) =>
  judgeRunningRelease({ environment: "staging", release, hosts, version });
const say = (...hosts: ReturnType<typeof serving>[]): HostsSay => ({ asked: true, hosts });

describe("the release that runs", () => {
  test("is proved by the process that every host names", () => {
    expect(judge(say(serving(), { ...serving({ pid: 9 }), host: "web2" }), false)).toEqual({
      verdict: "pass",
      reason_code: "passed",
      says: `${release} runs: process 7 of web1, process 9 of web2.`,
      facts: { proved: "process", release, pids: [7, 9] },
    });
  });

  test("is another build of the same version, although that version answers", () => {
    expect(judge(say(serving({ release: "1.1.0-99999999" })))).toMatchObject({
      verdict: "fail",
      reason_code: "wrong_release",
      says: `Process 7 of slot blue of web1 runs from 1.1.0-99999999, not from ${release}.`,
      facts: { proved: "none", release: "1.1.0-99999999" },
    });
  });

  test("is none where no process serves the active slot", () => {
    expect(judge(say(serving(), serving({ pid: null, release: null })))).toMatchObject({
      verdict: "fail",
      reason_code: "not_healthy",
    });
  });

  test.each([
    ["its hosts cannot be asked", { asked: false, why: "web1 cannot be reached" } as const, "web1 cannot be reached"],
    [
      "its process hides its folder",
      say(serving({ release: null })),
      "process 7 of slot blue of web1 does not show its release folder to this job",
    ],
  ])("is not proved where %s: what was seen is said, and it is no pass", (_, hosts, why) => {
    expect(judge(hosts, true)).toMatchObject({
      verdict: "inconclusive",
      reason_code: "release_unproven",
      says: `Only the version is verified, which two builds can share: ${why}.`,
      facts: { proved: "version", release: null },
    });
    expect(judge(hosts, false)).toMatchObject({
      verdict: "inconclusive",
      says: `Which release runs is not verified: ${why}.`,
      facts: { proved: "none" },
    });
  });
});
