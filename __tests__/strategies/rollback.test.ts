import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRollback, type RollbackWanted } from "../../src/strategies/rollback.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];
const back: RollbackWanted = { ...modelWanted, owner: "run-9-1", watchMs: 0, markBad: true };

function deployed(releases: readonly string[], wish: Partial<Wanted> = {}, crashLastAfter?: number): FleetModel {
  const model =
    wish.strategy === "restart" ? new FleetModel(1, ["main"], false) : new FleetModel(1, ["blue", "green"], true);
  releases.forEach((release, index) => {
    const wanted = { ...modelWanted, owner: `run-${index}-1`, release, ...wish };
    const crashAfter = index === releases.length - 1 ? crashLastAfter : undefined;
    model.run(wanted, (fleet) => planDeploy(fleet, wanted), { crashAfter });
    model.now += leaseSeconds + 1;
  });
  return model;
}

function says(made: Plan | Refusal): readonly string[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.map((step) => step.says);
}

describe("a rollback", () => {
  test("is a shift alone when the release before is still warm", () => {
    const made = planRollback(deployed([first, second], { holdSeconds: 9_000 }).facts(), back);
    expect(made.says).toBe(
      "Roll production back from 1.2.0-00000002 to 1.1.0-00000001, the previous verified release.",
    );
    expect(says(made)).toEqual([
      "Take the lock on web1",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1",
      "Send all new requests to blue and none to green",
      "Run the smoke tests against 1.1.0-00000001 through its public URL",
      "Mark 1.2.0-00000002 as bad on web1, so that it is not deployed again",
      "Record 1.1.0-00000001 in slot blue on web1 as the verified release",
      "Wait up to 30 s for the in-flight requests of green",
      "Stop 1.2.0-00000002 in slot green on web1 gracefully",
      "Release the lock on web1",
    ]);
  });

  test("says that it leaves the release before where one that came later was never verified", () => {
    const model = deployed([first, second]);
    const [host] = model.facts().hosts;
    if (host === undefined) throw new Error("the model has a host");
    const warned = (releases: readonly string[]) => {
      const made = planRollback({ ...model.facts(), hosts: [{ ...host, releases }] }, back);
      return isRefusal(made) ? made.says : made.warnings;
    };
    expect(warned([first, second, third])).toEqual([
      "1.3.0-00000003 came after 1.2.0-00000002 and was never verified: 1.2.0-00000002 has served since, and this " +
        "rollback leaves that one.",
    ]);
    expect(warned([first, second])).toEqual([]);
    // What was there before it is no news.
    expect(warned([third, first, second])).toEqual([]);
    // Returned to, it is the one that was deployed last.
    expect(warned([second, first])).toEqual([]);
  });

  test("starts the release before again when it is cold, and verifies it before it takes traffic", () => {
    expect(says(planRollback(deployed([first, second]).facts(), back)).slice(1, 5)).toEqual([
      "Start 1.1.0-00000001 in slot blue on web1, port 4000",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1",
      "Run the smoke tests against 1.1.0-00000001 in slot blue on web1, before it takes traffic",
      "Send all new requests to blue and none to green",
    ]);
  });

  test("marks nothing bad where it is not asked to, and keeps the release that is left warm", () => {
    const steps = says(planRollback(deployed([first, second]).facts(), { ...back, markBad: false, holdSeconds: 900 }));
    expect(steps.filter((one) => one.startsWith("Mark") || one.startsWith("Stop"))).toEqual([]);
    expect(steps).toContain(
      "Keep 1.2.0-00000002 running in slot green on web1 for 900 s, so that a rollback only has to shift traffic",
    );
  });

  test("can be rolled back itself: the previous release is then the one that was left", () => {
    const model = deployed([first, second]);
    const unmarked = { ...back, release: "", markBad: false };
    expect(model.run(unmarked, (fleet) => planRollback(fleet, unmarked))).toBe("passed");
    expect(model.hosts[0]?.active).toEqual({ release: first, slot: "blue", before: second });
    expect(planRollback(model.facts(), { ...unmarked, owner: "run-10-1" }).says).toBe(
      "Roll production back from 1.1.0-00000001 to 1.2.0-00000002, the previous verified release.",
    );
  });

  test("leaves a release that took traffic unverified for the active one, not for the one before that", () => {
    // Lock 1, upload 1, unpack 2, migrate 2, start 4, shift 2, after the stop of the release before.
    const model = deployed([first, second, third], {}, 12);
    expect(model.serves()).toBe(true);
    const made = planRollback(model.facts(), back);
    expect(made.says).toBe(
      "Roll production back from 1.3.0-00000003 to 1.2.0-00000002, the previous verified release.",
    );
    expect(says(made)).toContain("Mark 1.3.0-00000003 as bad on web1, so that it is not deployed again");
    expect(says(made)).toContain("Send all new requests to green and none to blue");
  });

  test.each([0, 9_000])(
    "that was cut anywhere and is run again ends where it was to go (hold of %i s)",
    (holdSeconds) => {
      const wish = { ...back, release: "" };
      for (let changes = 1, ended = "crashed"; ended === "crashed"; changes += 1) {
        const model = deployed([first, second, third], { holdSeconds });
        ended = model.run(wish, (fleet) => planRollback(fleet, wish), { crashAfter: changes });
        model.now += leaseSeconds + 1;
        const attempt = { ...wish, owner: "run-9-2" };
        const again = model.run(attempt, (fleet) => planRollback(fleet, attempt));
        expect({ changes, again, active: model.hosts[0]?.active?.release, bad: model.hosts[0]?.bad }).toEqual({
          ...{ changes, again: "passed", active: second, bad: [third] },
        });
      }
    },
  );

  describe("killed between its records on two hosts", () => {
    const unmarked = { ...back, release: "", markBad: false };

    function killed(changes: number): FleetModel {
      const model = new FleetModel(2, ["blue", "green"], true);
      for (const release of [first, second]) {
        const wanted = { ...modelWanted, release, holdSeconds: 9_000 };
        model.run(wanted, (fleet) => planDeploy(fleet, wanted));
      }
      expect(model.run(unmarked, (fleet) => planRollback(fleet, unmarked), { crashAfter: changes })).toBe("crashed");
      model.now += leaseSeconds + 1;
      return model;
    }

    test("left the release active that is served, whichever host is asked first", () => {
      // Locks 2, shift 4, the first host's record 4.
      const fleet = killed(10).facts();
      for (const hosts of [fleet.hosts, [...fleet.hosts].reverse()]) {
        expect(planDeploy({ ...fleet, hosts }, { ...modelWanted, owner: "run-10-1", release: first }).says).toBe(
          "1.1.0-00000001 is already the verified release of production: verify it again in slot blue.",
        );
      }
    });

    test("leaves no hold of what serves again, by which the release that was left would run on", () => {
      const model = killed(10);
      const wanted = { ...modelWanted, owner: "run-10-1", release: first, holdSeconds: 0 };
      expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted))).toBe("passed");
      expect(model.hosts.map(({ slots }) => slots["green"]?.process)).toEqual([null, null]);
    });

    test("is fixed where only the link had been set", () => {
      const model = killed(7);
      expect(model.hosts[0]).toMatchObject({ current: first, active: { release: second } });
      expect(says(planDeploy(model.facts(), { ...modelWanted, owner: "run-10-1", release: second }))).toContain(
        "Record 1.2.0-00000002 in slot green on web1 as the verified release",
      );
    });
  });

  test("ends the guard of a cut deployment whose release it keeps, or traffic would leave it again", () => {
    const model = deployed([first, second]);
    const wanted = { ...modelWanted, release: first, owner: "run-8-1" };
    // Lock 1, migrate 1, start 4, shift 2.
    expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted), { crashAfter: 8 })).toBe("crashed");
    expect(model.hosts[0]?.guard).not.toBeNull();
    const taking = { ...back, release: "", markBad: false, takeLock: true };
    expect(model.run(taking, (fleet) => planRollback(fleet, taking))).toBe("passed");
    expect(model.hosts[0]).toMatchObject({ active: { release: first }, guard: null });
  });

  test("goes to a release that is named, and says when it is not the last verified one", () => {
    const made = planRollback(deployed([first, second, third]).facts(), { ...back, to: first });
    expect(made).toMatchObject({
      says: "Roll production back from 1.3.0-00000003 to 1.1.0-00000001, as requested.",
      warnings: ["1.1.0-00000001 is not the previous verified release: it is verified before it takes traffic."],
    });
  });

  test("restarts in place where there is one slot, and says the gap", () => {
    const made = planRollback(deployed([first, second], { strategy: "restart" }).facts(), {
      ...back,
      strategy: "restart",
    });
    expect(made).toMatchObject({
      warnings: [expect.stringContaining("Requests fail from the stop until the new release answers")],
    });
    expect(says(made).slice(1, 4)).toEqual([
      "Stop 1.2.0-00000002 in slot main on web1 gracefully",
      "Start 1.1.0-00000001 in slot main on web1, port 4000",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot main on web1",
    ]);
  });

  test.each([
    {
      why: "nothing was ever verified",
      releases: [],
      to: null,
      refused: "no_previous_release",
      sentence: "No release was ever verified here.",
    },
    {
      why: "only one release was ever verified",
      releases: [first],
      to: null,
      refused: "no_previous_release",
      sentence: "1.1.0-00000001 is the only release that was ever verified here.",
    },
    {
      why: "the named release is active",
      releases: [first, second],
      to: second,
      refused: "already_active",
      sentence: "1.2.0-00000002 is already active.",
    },
    {
      why: "the named release was never here",
      releases: [first, second],
      to: third,
      refused: "release_not_found",
      sentence: "No release here is `1.3.0-00000003`. There are: 1.2.0-00000002 (active), 1.1.0-00000001.",
    },
  ])("is refused when $why", ({ releases, to, refused, sentence }) => {
    expect(planRollback(deployed(releases).facts(), { ...back, to })).toMatchObject({ refused, says: sentence });
  });

  test("passes releases over that are marked bad, as far as there are others, and says so", () => {
    const model = deployed([first, second, third]);
    model.hosts[0]?.bad.push(second);
    expect(planRollback(model.facts(), back)).toMatchObject({
      says: "Roll production back from 1.3.0-00000003 to 1.1.0-00000001, the previous verified release.",
      warnings: ["Marked bad, and passed over: 1.2.0-00000002."],
    });
    model.hosts[0]?.bad.push(first);
    expect(planRollback(model.facts(), back)).toMatchObject({
      refused: "no_previous_release",
      says: "Every release that was verified before 1.3.0-00000003 is marked bad: 1.2.0-00000002, 1.1.0-00000001.",
    });
  });

  test("to a release that is marked bad is refused, with where to go instead and how to remove the mark", () => {
    const model = deployed([first, second, third]);
    model.hosts[0]?.bad.push(second);
    expect(planRollback(model.facts(), { ...back, to: second })).toMatchObject({
      refused: "release_marked_bad",
      remedy:
        `Set \`to: previous\`, which goes to ${first}, or name another release. If the mark is wrong, delete the ` +
        `line ${second} from \`state/bad\` below the application's path on web1, and run again.`,
    });
    model.hosts[0]?.bad.push(first);
    expect(planRollback(model.facts(), { ...back, to: first })).toMatchObject({
      refused: "release_marked_bad",
      remedy: expect.stringMatching(
        /^No other release can be rolled back to: deploy a version that works\. If the mark/,
      ),
    });
  });

  test("goes to what was verified, not to what was merely deployed", () => {
    const model = deployed([first, second]);
    model.natures.set(third, "rotten");
    const wanted = { ...modelWanted, owner: "run-5-1", release: third };
    expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted))).toBe("rolled-back");
    expect(model.hosts[0]?.releases).toContain(third);
    expect(planRollback(model.facts(), back).says).toContain("from 1.2.0-00000002 to 1.1.0-00000001");
  });

  test("that a person starts again goes further back, and the same run in another attempt does not", () => {
    const model = deployed([first, second, third]);
    const wish = { ...back, owner: "run-9-1-rollback-5001", release: "" };
    expect(model.run(wish, (fleet) => planRollback(fleet, wish))).toBe("passed");
    expect(model.hosts[0]?.active?.release).toBe(second);
    expect(planRollback(model.facts(), { ...back, owner: "run-9-2-rollback-6001" }).says).toContain(
      "from 1.3.0-00000003 to 1.2.0-00000002",
    );
    expect(planRollback(model.facts(), { ...back, owner: "run-10-1-rollback-7001" }).says).toContain(
      "from 1.2.0-00000002 to 1.1.0-00000001",
    );
  });

  test.each(["1.1.0", "v1.1.0", "00000001", "sha256:00000001abcdef", first])("finds a release by %s", (to) => {
    expect(planRollback(deployed([first, second, third]).facts(), { ...back, to }).says).toContain(`to ${first}`);
  });

  test("does not guess which of two builds of one version is meant", () => {
    const twin = "1.1.0-0000000a";
    const made = planRollback(deployed([first, twin, third]).facts(), { ...back, to: "1.1.0" });
    expect(made).toMatchObject({
      refused: "release_not_found",
      says: "`1.1.0` may be any of 1.1.0-0000000a, 1.1.0-00000001.",
    });
  });

  describe("to a release that was pruned", () => {
    const pruned = () => {
      const model = deployed([first, second, third], { keep: 1 });
      expect(model.hosts[0]?.releases).toEqual([second, third]);
      return model.facts();
    };

    test("is refused with the release that is missing", () => {
      expect(planRollback(pruned(), { ...back, to: first })).toMatchObject({
        refused: "release_not_kept",
        says: "1.1.0-00000001 is not kept on web1.",
        release: first,
      });
    });

    test("brings it where its files are at hand", () => {
      const made = planRollback(pruned(), { ...back, to: first, carried: first });
      expect(says(made).slice(1, 4)).toEqual([
        "Upload 1.1.0-00000001 to web1",
        "Verify the digest of 1.1.0-00000001 on web1 and unpack it",
        "Start 1.1.0-00000001 in slot green on web1, port 4001",
      ]);
    });
  });

  test("is refused while somebody else holds the lock", () => {
    const model = deployed([first, second]);
    for (const host of model.hosts) host.lease = { owner: "run-7-1", expires: model.now + 30, since: model.now };
    expect(planRollback(model.facts(), back)).toMatchObject({
      refused: "lock_held",
      says: "web1 is locked by run-7-1 for another 30 s.",
    });
  });
});
