import { describe, expect, test } from "@jest/globals";
import { judgeCheckout } from "../../src/gates/checkout.ts";

const [sha, other, head] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];
const judge = (known: Partial<Parameters<typeof judgeCheckout>[0]>) =>
  judgeCheckout({ eventName: "push", sha, head: sha, nested: false, named: [], ...known });

describe("a checkout is that of the run", () => {
  test.each([
    "push",
    "workflow_dispatch",
    "schedule",
    "release",
    "merge_group",
    "deployment",
    "pull_request",
    "pull_request_target",
  ])("when it is at the run's commit, as actions/checkout leaves it: %s", (eventName) => {
    expect(judge({ eventName, named: [{ sha: head, fromFork: true }] }).verdict).toBe("pass");
  });

  test("of a pull request, merged onto its base or at its head, from a fork as well: there no token may write", () => {
    for (const fromFork of [true, false]) {
      expect(judge({ eventName: "pull_request", named: [{ sha: head, fromFork }], head }).verdict).toBe("pass");
    }
  });

  test("at the commit of the run that started it", () => {
    expect(judge({ eventName: "workflow_run", named: [{ sha: head, fromFork: false }], head }).verdict).toBe("pass");
  });

  test("outside of a workflow, where nothing says another", () => {
    expect(judge({ sha: "" }).verdict).toBe("pass");
  });
});

describe("a checkout of something else is refused", () => {
  test.each(["pull_request_target", "workflow_run"])(
    "when the project lies in a checkout of its own, which is the fork's: %s",
    (eventName) => {
      const fork = [{ sha: head, fromFork: true }];
      expect(judge({ eventName, nested: true, named: fork })).toMatchObject({ reason_code: "fork_checked_out" });
      expect(judge({ eventName, nested: true, named: [{ sha: head, fromFork: false }] }).verdict).toBe("pass");
      expect(judge({ eventName: "pull_request", nested: true, named: fork }).verdict).toBe("pass");
    },
  );

  test.each(["push", "workflow_dispatch", "pull_request", "workflow_run", "issue_comment"])(
    "when it is at another commit: %s",
    (eventName) => {
      const judgement = judge({ eventName, head: other, named: [{ sha: head, fromFork: false }] });
      expect(judgement).toMatchObject({ verdict: "fail", reason_code: "checkout_of_another_commit" });
      expect(judgement.says).toContain("at commit bbbbbbbbbbbb, and this run is of aaaaaaaaaaaa");
    },
  );

  test.each(["pull_request_target", "workflow_run"])(
    "when it is a fork's, whose code would run with a token that may write: %s",
    (eventName) => {
      // Its head, the merge commit that GitHub makes of it, or what git does not say.
      for (const commit of [head, other, null])
        expect(judge({ eventName, head: commit, named: [{ sha: head, fromFork: true }] })).toMatchObject({
          verdict: "fail",
          reason_code: "fork_checked_out",
        });
    },
  );
});
