import { describe, expect, test } from "@jest/globals";
import type { RefStanding } from "../../src/domain/gate/code-review.ts";
import { type RefFacts, refMoved } from "../../src/gates/ref.ts";
import { sha } from "../render/story.ts";
import { noFacts } from "../support/gates.ts";

const [newer, other] = ["b".repeat(40), "c".repeat(40)];
const at = (value: RefStanding) => ({ ok: true as const, value });
const judge = (ref: string, standing: RefFacts["standing"], rule: RefFacts["rule"] = "warn") =>
  refMoved.judge({ ...noFacts, ref: { ref, sha, rule, standing } });

describe("the branch or tag of a run", () => {
  test.each(["refs/heads/main", "refs/tags/v1.1.0"])("that points at its commit passes: %s", (ref) => {
    const judged = judge(ref, at({ at: sha, contains: true, ahead: 0 }), "refuse");
    expect(judged).toMatchObject({ verdict: "pass" });
    expect(judged?.warnings).toBeUndefined();
  });

  test("that has newer commits is a warning for a branch, or refused where the settings ask for it", () => {
    const standing = at({ at: newer, contains: true, ahead: 3 });
    const says = "Branch `main` has 3 newer commits, up to bbbbbbbbbbbb; this run is of aaaaaaaaaaaa.";
    expect(judge("refs/heads/main", standing)).toMatchObject({ verdict: "pass", says, warnings: [says] });
    expect(judge("refs/heads/main", standing, "refuse")).toMatchObject({ verdict: "fail", reason_code: "ref_moved" });
  });

  test.each<[string, string, RefStanding, string]>([
    [
      "a tag that moved, forward as well",
      "refs/tags/v1",
      { at: newer, contains: true, ahead: 1 },
      "Tag `v1` points at",
    ],
    ["a tag that was deleted", "refs/tags/v1", { at: null, contains: false, ahead: 0 }, "Tag `v1` is not there"],
    ["a branch that was reset", "refs/heads/main", { at: other, contains: false, ahead: 1 }, "no longer contains"],
    ["a branch that was deleted", "refs/heads/a/b", { at: null, contains: false, ahead: 0 }, "Branch `a/b` is not"],
  ])("is refused: %s", (_what, ref, standing, words) => {
    const judged = judge(ref, at(standing));
    expect(judged).toMatchObject({ verdict: "fail", reason_code: "ref_moved", says: expect.stringContaining(words) });
    expect(judged?.remedy).not.toBe("");
  });

  test.each([
    [403, "Resource not accessible", "contents: read"],
    [500, "Oops", "Run the job again"],
    [429, "API rate limit exceeded", "Run the job again"],
    [0, "no answer within 20 s", "`ref-moved: off`"],
  ])("that cannot be read is not known to be there (%i)", (status, why, remedy) => {
    expect(judge("refs/heads/main", { ok: false, status, why })).toMatchObject({
      ...{ verdict: "error", reason_code: "ref_unreadable", says: expect.stringContaining(why) },
      remedy: expect.stringContaining(remedy),
    });
  });

  test("of a pull request is compared with nothing, and says so; none at all is an error", () => {
    expect(judge("refs/pull/7/merge", null)).toMatchObject({ verdict: "pass", warnings: [expect.any(String)] });
    expect(judge("", null)).toMatchObject({ verdict: "error", reason_code: "ref_unreadable" });
  });
});
