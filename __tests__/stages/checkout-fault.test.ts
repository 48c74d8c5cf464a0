// A checkout that cannot be judged at all is said once, with its cause and its remedy.

import { describe, expect, test } from "@jest/globals";
import type { Judgement, Timed } from "../../src/domain/evidence/result.ts";
import type { Repository } from "../../src/ports/repository.ts";
import { checkoutFault } from "../../src/stages/gates/checkout-fault.ts";
import type { StageRun } from "../../src/stages/stage.ts";
import { saidOnce, tooOld } from "../../src/validation/once.ts";
import { type CheckId, checkIds } from "../support/checks.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

async function fault(
  standing: Awaited<ReturnType<Repository["standing"]>>,
  tracked: readonly string[] = [],
  folder = ".",
) {
  const world = closedWorld({
    files: memoryFiles(new Map(tracked.map((path) => [`/work/${path}`, ""]))),
    repository: {
      ...closedWorld().repository,
      standing: async () => standing,
      tracked: async () => ({ files: new Map(tracked.map((path) => [path, "1"])), untouched: true, foreign: [] }),
    },
    job: jobFacts({ workspace: "/work" }),
  });
  const settings = await settingsFrom("version: 1", { "working-directory": folder });
  const found = await checkoutFault({ world, settings } as unknown as StageRun);
  return found === null ? "none" : `${found.says} ${found.remedy}`;
}

describe("the checkout", () => {
  test("is judged where mix.exs lies", async () => {
    expect([await fault("ready", ["mix.exs"]), await fault("ready", ["backend/mix.exs"], "backend")]).toEqual([
      "none",
      "none",
    ]);
  });

  test.each<[string, () => Promise<string>, RegExp]>([
    [
      "was not made",
      () => fault("none"),
      /\/work is not a git repository: nothing was checked out there\. Run actions\/checkout/,
    ],
    [
      "belongs to another user",
      () => fault("of another owner"),
      /dubious ownership.* Run `git config --global --add safe\.directory \/work`/,
    ],
    ["has no commit", () => fault("empty"), /has no commit/],
    ["has no git to read it", () => fault("no git"), /git is not installed/],
    [
      "has no such working directory",
      () => fault("ready", ["mix.exs", "apps/shop/mix.exs"], "backend"),
      new RegExp(
        /^There is no folder `backend` in the repository\. /.source +
          /.* There is one in the root of the repository, `apps\/shop`\.$/.source,
      ),
    ],
    [
      "has no mix.exs in the working directory",
      () => fault("ready", ["backend/mix.exs", "lib/a.ex"], "lib"),
      /^There is no mix\.exs in `lib`\. .* There is one in `backend`\.$/,
    ],
    [
      "has its mix.exs elsewhere",
      () => fault("ready", ["backend/mix.exs"]),
      /^There is no mix\.exs in the root of the repository\. .*`backend`/,
    ],
    ["has no mix.exs at all", () => fault("ready", ["README.md"]), /The repository holds no mix\.exs/],
  ])("is not when it %s", async (_, told, words) => {
    expect(await told()).toMatch(words);
  });
});

describe("a cause that stops many checks", () => {
  const error = (says: string): Judgement => ({
    verdict: "error",
    reason_code: "could_not_run",
    says,
    remedy: "Set Elixir up.",
  });
  const judged = (all: Partial<Record<CheckId, Judgement>>) =>
    new Map(
      Object.entries(all).map(([id, judgement]): [CheckId, Timed] => [id as CheckId, { judgement, durationMs: 1 }]),
    );
  const shown = (all: Partial<Record<CheckId, Judgement>>) =>
    Object.fromEntries(
      [...saidOnce(checkIds, judged(all))].map(([id, { judgement }]) => [
        id,
        `${judgement.verdict}: ${judgement.says}`,
      ]),
    );

  test("is named by the first, and the others refer to it; none of them passes", () => {
    const why = "You're trying to run :shop on Elixir v1.14.0 but it supports only Elixir ~> 1.17";
    expect(
      shown({ test: error(`mix compile could not run: ${why}`), compile: error(`mix compile could not run: ${why}`) }),
    ).toEqual({
      compile: `error: mix compile could not run: ${why}`,
      test: "not-run: Not run, for the reason that `compile` names.",
    });
    expect(
      shown({
        compile: error("mix could not start: elixir: not found."),
        release: error("mix release could not start: elixir: not found."),
      }),
    ).toMatchObject({ release: "not-run: Not run, for the reason that `compile` names." });
  });

  test("is not taken for another one, nor are failures", () => {
    const failed: Judgement = { verdict: "fail", reason_code: "issues_found", says: "1 issue." };
    expect(
      shown({
        credo: failed,
        sobelow: failed,
        compile: error("mix could not run: a."),
        test: error("mix could not run: b."),
      }),
    ).toEqual({
      credo: "fail: 1 issue.",
      sobelow: "fail: 1 issue.",
      compile: "error: mix could not run: a.",
      test: "error: mix could not run: b.",
    });
  });
});

test("an Elixir that is too old is named with its remedy, and one that is not, is not", () => {
  expect(tooOld({ elixir: "1.13.4" })).toMatchObject({
    verdict: "error",
    says: "Elixir 1.13.4 is too old: the checks need 1.14 or later.",
  });
  expect(["1.14.0", "1.20.3", "2.0.0"].map((elixir) => tooOld({ elixir }))).toEqual([null, null, null]);
  expect(tooOld(null)).toBeNull();
});
