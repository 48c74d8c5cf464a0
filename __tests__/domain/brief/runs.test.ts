import { describe, expect, test } from "@jest/globals";
import { isFirst, type RunsFacts, runsOf } from "../../../src/domain/brief/runs.ts";
import { versionTags } from "../../../src/domain/release/version-tag.ts";

const [a, b] = ["a".repeat(40), "b".repeat(40)];
const tags = versionTags(
  [
    { name: "v1.0.0", commit: a },
    { name: "v1.1.0", commit: b },
  ],
  { names: [], patterns: [] },
);
const last = tags.find(({ text }) => text === "1.1.0") ?? null;
const nothing: RunsFacts = { environment: "production", deployed: null, answers: null, tags: [], last: null };
const deployed = { sha: b, at: "2026-11-20T15:00:00Z" };

describe("what an environment runs", () => {
  test.each<[string, Partial<RunsFacts>, string, string | null, string | null]>([
    ["nothing that is known", {}, "none", null, null],
    ["what answers, of which no tag knows", { answers: "1.0.0" }, "none", null, "1.0.0"],
    ["the newest tag", { tags, last }, "tag", b, "1.1.0"],
    ["what answers, at its tag", { tags, last, answers: "1.0.0" }, "answer", a, "1.0.0"],
    ["the newest tag, in doubt", { tags, last, answers: "0.9.0" }, "tag", b, "1.1.0"],
    ["the newest deployment", { deployed }, "deployment", b, null],
    ["the newest deployment, with what answers", { deployed, answers: "1.1.0" }, "deployment", b, "1.1.0"],
    ["the newest deployment, with its tag", { deployed, tags, last }, "deployment", b, "1.1.0"],
    ["what answers after a rollback", { deployed, tags, last, answers: "1.0.0" }, "answer", a, "1.0.0"],
    ["the newest deployment, in doubt", { deployed, tags, last, answers: "0.9.0" }, "deployment", b, "1.1.0"],
  ])("is %s", (what, known, by, commit, version) => {
    const runs = runsOf({ ...nothing, ...known });
    expect([runs.by, runs.commit, runs.version]).toEqual([by, commit, version]);
    expect(runs.doubts.length > 0).toBe(/doubt|rollback/.test(what));
    expect(isFirst(runs)).toBe(what === "nothing that is known");
  });
});
