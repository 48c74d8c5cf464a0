// The lock of a change as a stage holds it: waited for, taken, lost, and given back.
import { describe, expect, test } from "@jest/globals";
import { leaseSeconds } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";

describe("the lock of another run", () => {
  const held = (bent: Bent, seconds: number) => {
    for (const host of bent.model.hosts) {
      host.lease = {
        owner: "run-6-1-deploy-9",
        expires: bent.model.now + seconds,
        since: bent.model.now,
        url: "https://github.com/r/6",
      };
    }
  };

  test("is waited for, with that run's address in the log, and taken over when it has expired", async () => {
    const bent = new Bent().deployed(first);
    held(bent, 30);
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
    expect(bent.printed.join("\n")).toContain(
      "Waiting at most 60 s: web1 is locked by run-6-1-deploy-9 (https://github.com/r/6) for another 30 s.",
    );
  });

  test("is waited for no longer than `lock-wait`", async () => {
    const bent = new Bent().deployed(first);
    held(bent, 170);
    const began = bent.model.now;
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "lock_held" });
    expect(bent.model.now - began).toBeLessThan(70);
    expect(host.lease?.owner).toBe("run-6-1-deploy-9");
  });

  test("is not waited for by a dry run", async () => {
    const bent = new Bent().deployed(first);
    held(bent, 170);
    const began = bent.model.now;
    expect((await bent.change("deploy", { dryRun: true })).conclusion).toMatchObject({ reason_code: "lock_held" });
    expect(bent.model.now).toBe(began);
  });

  test("is taken by a rollback that is asked to", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    held(bent, 170);
    const { conclusion, host } = await bent.change("rollback", { takeLock: true });
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(host).toMatchObject({ active: { release: first }, bad: [second], lease: null });
  });

  test("is taken while that run's step still works, which is then waited for before anything is changed", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    held(bent, 170);
    bent.stepEndsAt = bent.model.now + 40;
    const began: number[] = [];
    bent.before = ({ type }) => {
      if (type !== "acquire-lock") began.push(bent.model.now);
    };
    expect((await bent.change("rollback", { takeLock: true })).conclusion).toMatchObject({ status: "passed" });
    expect(Math.min(...began)).toBeGreaterThanOrEqual(bent.stepEndsAt);
  });

  test("that was faster between the plan and the lock is waited for too", async () => {
    const bent = new Bent().deployed(first);
    let raced = false;
    bent.before = ({ type }) => {
      if (type === "acquire-lock" && !raced) held(bent, 20);
      raced = true;
    };
    const { conclusion, evidence } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(evidence.results.filter(({ required, verdict }) => required && verdict !== "pass")).toEqual([]);
  });
});

describe("a lock that another run took in the middle", () => {
  test.each(["upload", "migrate", "start", "shift", "activate", "stop"] as const)(
    "before `%s` ends the deployment, which touches nothing more and says who took it",
    async (type) => {
      const bent = new Bent().deployed(first);
      let after = -1;
      bent.before = (step) => {
        if (step.type !== type || after >= 0) return;
        for (const host of bent.model.hosts) {
          host.lease = { owner: "run-9-1-rollback", expires: bent.model.now + leaseSeconds, since: bent.model.now };
        }
        after = bent.sent.length;
      };
      const { conclusion, host } = await bent.change("deploy");
      expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "lock_lost" });
      expect(conclusion.says).toContain("stopped before its next change");
      expect(host).toMatchObject({ bad: [], lease: { owner: "run-9-1-rollback" } });
      // What it was about to do when the lock was taken is refused by the host; nothing is asked for after it.
      expect(bent.sent.slice(after)).toEqual([type]);
    },
  );
});

describe("a cancel", () => {
  test.each(["upload", "migrate", "start", "shift"] as const)(
    "during `%s` gives the lock back, and sends nothing else",
    async (type) => {
      const bent = new Bent().deployed(first);
      bent.before = (step) => {
        if (step.type === type) bent.cancelled = true;
      };
      const { conclusion, host } = await bent.change("deploy");
      expect(conclusion).toMatchObject({ status: "cancelled", reason_code: "cancelled" });
      expect(host).toMatchObject({ lease: null, bad: [] });
      expect(bent.sent.slice(bent.sent.indexOf(type) + 1)).toEqual(["release-lock"]);
      bent.cancelled = false;
      bent.before = () => undefined;
      expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
    },
  );

  test("while waiting for a lock changes nothing", async () => {
    const bent = new Bent().deployed(first);
    for (const host of bent.model.hosts) host.lease = { owner: "run-6-1-x", expires: bent.model.now + 50, since: 0 };
    bent.cancelled = true;
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "cancelled" });
    expect(bent.sent).toEqual([]);
  });
});

describe("a step that did not end within its time limit", () => {
  /** The shift times out, and goes on working on the host for so many seconds. */
  const working = (bent: Bent, seconds: number) => {
    bent.before = ({ type }) => {
      if (type !== "shift" || bent.stepEndsAt > 0) return;
      bent.stepEndsAt = bent.model.now + seconds;
      bent.failing.set("shift", {
        verdict: "error",
        reason_code: "state_unknown",
        says: "shift did not end within its time limit.",
      });
    };
  };

  test("is waited for before the release is rolled back", async () => {
    const bent = new Bent().deployed(first);
    working(bent, 60);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "state_unknown" });
    expect(host).toMatchObject({ active: { release: first }, bad: [], lease: null });
    expect(bent.model.now).toBeGreaterThanOrEqual(bent.stepEndsAt);
  });

  test("and does not end either is the loudest result, with the lock given back", async () => {
    const bent = new Bent().deployed(first);
    working(bent, 10_000);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ decision: "rollback-failed", reason_code: "rollback_failed" });
    expect(conclusion.says).toContain("is still running on web1");
    expect(host.lease).toBeNull();
  });
});

test("a rollback that failed gives the lock back, so that the next run need not wait for it", async () => {
  const bent = new Bent().deployed(first);
  bent.failing.set("shift", { verdict: "fail", reason_code: "router_failed", says: "HAProxy is gone." });
  bent.before = ({ type }) => {
    if (type === "shift")
      bent.failing.set("activate", { verdict: "error", reason_code: "state_unknown", says: "The host is gone." });
  };
  const { conclusion, host } = await bent.change("deploy");
  expect(conclusion).toMatchObject({ status: "failed", decision: "rollback-failed" });
  expect(host.lease).toBeNull();
});
