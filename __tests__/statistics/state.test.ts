import { describe, expect, test } from "@jest/globals";
import { startLevelTest } from "../../src/statistics/level.ts";
import { startStateTest } from "../../src/statistics/state.ts";
import { randomFrom } from "./watches.ts";

const watchMs = 600_000;

describe("what must hold while a release is watched", () => {
  /** One look a second: `.` where it holds, `x` where not, `?` where it could not be asked. */
  const judged = (looks: string, of = "readiness") => {
    const judge = startStateTest({ watchMs: looks.length * 1_000 });
    for (const [at, look] of [...looks].entries())
      judge.add({ of, atMs: at * 1_000, holds: look === "?" ? null : look === ".", says: "GET /ready: 503." });
    return judge.verdict(looks.length * 1_000);
  };

  test.each([
    { looks: "..........", verdict: "pass", says: "What must hold held: readiness in 10 of 10 looks." },
    { looks: "...xxx....", verdict: "pass", says: "What must hold held: readiness in 7 of 10 looks." },
    { looks: "..xxxxxx..", verdict: "fail", says: "readiness did not hold, in 6 looks over 5 s: GET /ready: 503." },
    { looks: "..x?x?x?x.", verdict: "fail", says: "readiness did not hold, in 4 looks over 6 s: GET /ready: 503." },
    {
      looks: "........xx",
      verdict: "inconclusive",
      says: "readiness did not hold at its newest look: GET /ready: 503.",
    },
    {
      looks: "??????????",
      verdict: "inconclusive",
      says: "readiness is unknown: none of 10 looks was answered. The newest of them: GET /ready: 503.",
    },
    {
      looks: "...???????",
      verdict: "inconclusive",
      says:
        "readiness is unknown for most of the watch: 7 of 10 looks were not answered. The newest of them: " +
        "GET /ready: 503.",
    },
    { looks: "", verdict: "inconclusive", says: "No state of the release was seen, so nothing is known." },
  ])("says of $looks: $verdict", ({ looks, verdict, says }) => {
    expect(judged(looks)).toMatchObject({ verdict, says });
  });

  test.each([
    ["health", "health_lost"],
    ["readiness of web1", "readiness_lost"],
    ["jobs", "jobs_stuck"],
    ["logs", "logs_full_of_errors"],
    ["issues", "issue_opened"],
    ["cache of the shop", "state_lost"],
  ])("fails the loss of %s with a code of its own: %s", (of, reason_code) => {
    expect(judged("..xxxxxx", of)).toMatchObject({ verdict: "fail", reason_code });
  });

  test("holds where looks are as far apart as half of a short watch, and answers are awaited after it", () => {
    const judge = startStateTest({ watchMs: 6_000 });
    for (const atMs of [0, 2_900]) judge.add({ of: "health", atMs, holds: true, says: "GET /health: 200." });
    expect(judge.verdict(14_000)).toMatchObject({ verdict: "pass" });
  });

  test("does not pass where looks ended long before the watch did", () => {
    const judge = startStateTest({ watchMs });
    for (const atMs of [0, 3_000]) judge.add({ of: "health", atMs, holds: true, says: "GET /health: 200." });
    expect(judge.verdict(watchMs)).toMatchObject({
      verdict: "inconclusive",
      says: "health is unknown for the last 9 min 57 s of the watch: no look was answered.",
    });
  });

  test("needs no second look at an issue: that it was opened is a fact", () => {
    expect(judged("..x", "issues")).toMatchObject({ verdict: "fail", reason_code: "issue_opened" });
  });
});

describe("what must not grow with a release", () => {
  type Course = (seconds: number) => number;
  const judged = (fresh: Course | null, old: Course | null, every = 5, of = "memory, MB") => {
    const judge = startLevelTest({ watchMs });
    const random = randomFrom(3);
    const noisy = (value: number) => value * (0.97 + 0.06 * random());
    for (let at = 0; at < 600; at += every) {
      if (old !== null) judge.add({ of, atMs: at * 1_000, arm: "old", value: noisy(old(at)) });
      if (fresh !== null) judge.add({ of, atMs: at * 1_000, arm: "new", value: noisy(fresh(at)) });
    }
    return judge.verdict();
  };
  const flat = () => 200;
  const leak: Course = (at) => 200 + at / 2;
  const fills: Course = (at) => 120 + 180 * (1 - Math.exp(-at / 60));

  test("fails a leak, with the figures of both releases", () => {
    expect(judged(leak, flat)).toMatchObject({
      verdict: "fail",
      reason_code: "memory_grows",
      says: expect.stringMatching(
        new RegExp(
          /^memory, MB of the new release went from \d+ to \d+ in \d+ s /.source +
            /\(\+\d+(\.\d)? %\), and still grows; that of the previous/.source,
        ),
      ),
    });
    expect(judged((at) => 200 + Math.max(0, at - 120), flat).verdict).toBe("fail");
  });

  test.each<[string, Course, Course | null]>([
    ["that stays", flat, flat],
    ["of which caches fill up", fills, flat],
    ["that grows as the release before does", leak, leak],
    ["that grows by a tenth", (at) => 200 + at / 30, flat],
    ["that goes up and down", (at) => 200 + 80 * Math.sin(at / 40), flat],
    ["that grows a little, where nothing is there to compare with", (at) => 200 + at / 8, null],
  ])("passes a level %s", (_, fresh, old) => {
    expect(judged(fresh, old).verdict).toBe("pass");
  });

  test("fails each level with a code of its own, and no run queue that stays short", () => {
    const grows: Course = (at) => at / 10;
    expect(judged(grows, () => 1, 5, "run queue")).toMatchObject({ verdict: "fail", reason_code: "run_queue_grows" });
    expect(
      judged(
        (at) => at / 200,
        () => 0,
        5,
        "run queue",
      ).verdict,
    ).toBe("pass");
    expect(judged(leak, flat, 5, "open files")).toMatchObject({ verdict: "fail", reason_code: "level_grows" });
  });

  test("fails a doubling where nothing is there to compare with, and passes nothing unseen", () => {
    expect(judged((at) => 200 + at, null).verdict).toBe("fail");
    expect(judged(null, null).verdict).toBe("inconclusive");
    expect(judged(null, flat).verdict).toBe("inconclusive");
    expect(judged(flat, flat, 200).verdict).toBe("inconclusive");
  });
});
