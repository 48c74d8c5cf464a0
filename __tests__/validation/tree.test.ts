// The checkout while checks run: what is judged must be what was checked out.
import { describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { movedBetween, treeOf, unsettled } from "../../src/validation/tree.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

/** A look at a checkout in which these files are not as the commit has them; a new one begins with `?`. */
async function look(differing: Readonly<Record<string, string>>) {
  const paths = Object.keys(differing).map((name) => ({ path: name.replace("?", ""), tracked: !name.startsWith("?") }));
  const files = new Map(Object.entries(differing).map(([name, text]) => [`/work/${name.replace("?", "")}`, text]));
  const world = closedWorld({
    files: memoryFiles(files),
    repository: { ...closedWorld().repository, differing: async () => paths },
    job: jobFacts({ workspace: "/work" }),
  });
  return treeOf({ world, settings: await settingsFrom("version: 1") });
}

describe("the tree changed under the run", () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly string[]]>([
    ["when a test wrote to a file of the commit", {}, { "lib/shop.ex": "b" }, ["lib/shop.ex"]],
    [
      "when a file that was changed before changed again",
      { "lib/shop.ex": "a" },
      { "lib/shop.ex": "b" },
      ["lib/shop.ex"],
    ],
    ["when such a change was undone", { "lib/shop.ex": "a" }, {}, ["lib/shop.ex"]],
    ["when a task wrote new code", {}, { "?lib/shop/made.ex": "a" }, ["lib/shop/made.ex"]],
    ["when a tracked asset was built anew", {}, { "priv/static/app.js": "b" }, ["priv/static/app.js"]],
  ])("%s", async (_, before, after, names) => {
    expect(movedBetween(await look(before), await look(after)).code).toEqual(names);
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ["when it was changed before and stayed so", { "lib/shop.ex": "a" }, { "lib/shop.ex": "a" }],
    [
      "when tools built and fetched where nobody ignores it",
      {},
      { "?_build/test/lib/a.ex": "a", "?deps/plug/lib/plug.ex": "a" },
    ],
    ["when assets were digested", {}, { "?priv/static/favicon-1f.ico": "a" }],
    [
      "by what the suite itself keeps",
      {},
      { "?.phoenix-deploy-cache/results/a.ex": "a", "?.phoenix-deploy/release/a.lock": "a" },
    ],
  ])("not %s", async (_, before, after) => {
    expect(movedBetween(await look(before), await look(after))).toEqual({ code: [], other: [] });
  });

  test("not by a file that is no code, which is only named", async () => {
    expect(movedBetween(await look({}), await look({ "?shot.png": "a" }))).toEqual({ code: [], other: ["shot.png"] });
  });
});

describe("a check whose code changed while it ran", () => {
  const pass: Judgement = { verdict: "pass", reason_code: "passed", says: "2 tests, 0 failures.", facts: { tests: 2 } };
  const moved = { code: ["lib/shop.ex"], other: [] };

  test("is an error that names the files, whatever it had found", () => {
    expect(unsettled(pass, moved)).toMatchObject({
      verdict: "error",
      reason_code: "tree_changed",
      says: "The checkout changed while the checks ran: lib/shop.ex.",
      findings: [{ severity: "error", file: "lib/shop.ex" }],
    });
  });

  test("keeps its failure", () => {
    const failed: Judgement = { ...pass, verdict: "fail", reason_code: "tests_failed", says: "1 of 2 tests failed." };
    expect(unsettled(failed, moved)).toMatchObject({ verdict: "fail", reason_code: "tests_failed" });
  });
});
