// Phase 6's four prompts as commands that somebody types in a checkout, with nothing of GitHub around.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { drawn } from "../support/extent.ts";
import { evidenceOf, reportOf, type } from "./typed.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-terminal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** What entry/options says of each is tested there. */
const typed: readonly (readonly [words: readonly string[], status: number, says: string])[] = [
  [["rollback-procedures"], 1, "The settings name no environment"],
  [["verify-staging"], 1, "Environment `staging` is not in the settings file"],
  [["verify-staging", "--enviroment", "staging"], 2, "Did you mean `--environment`?"],
  [["verify-staging", "--config", "none.yml"], 2, "Option `--config`: There is no file `none.yml`."],
  [["verify-stagin"], 2, "Did you mean `verify-staging`?"],
  [["rollback", "--reason", "whim"], 2, "Option `--reason`"],
  [["validate", "--help"], 0, "--coverage-minimum VALUE"],
  [["validate", "--help"], 0, "--check-timeout VALUE (default: 15)"],
  [["rollback-procedures", "--github-release"], 2, "There is no such option"],
  [["--help"], 0, "release-checklist"],
];

describe("in a project that mix made a moment ago", () => {
  const shop = join(folder, "shop");
  const git = (...words: readonly string[]) => execFileSync("git", ["-C", shop, ...words], { stdio: "ignore" });

  test("each command says what it needs, and works with the fewest settings that it can", () => {
    execFileSync("mix", ["new", "shop"], { cwd: folder, stdio: "ignore" });
    expect(type(shop, ["validate"])).toMatchObject({
      status: 2,
      said: expect.stringContaining("is not in a git repository"),
    });
    git("init", "--quiet", "--initial-branch=main");
    const off =
      "compile test coverage credo sobelow hex-audit deps-audit unused-deps dialyzer release migrations".split(" ");
    const checks = [...off, "migration-safety", "version", "backup"].map((check) => `${check}: off`).join(", ");
    mkdirSync(join(shop, ".github"));
    writeFileSync(join(shop, ".github/phoenix-deploy.yml"), `version: 1\nchecks: {${checks}}\n`);
    writeFileSync(join(shop, "CHANGELOG.md"), "## [0.1.0] - 2026-11-24\n\n- A shop.\n");
    git("add", "--all");
    git("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "--message", "A shop");

    const validated = type(join(shop, "lib"), ["validate"]);
    expect(validated.said).toContain("✓ mix format --check-formatted");
    expect(validated.said).toContain("Report: .phoenix-deploy/report/validate-summary.md");
    // Every check that is on passed. A release is what a validation is for, and takes too long for a test.
    expect(validated).toMatchObject({ status: 1, said: expect.stringContaining("✗ No release was built") });
    expect(evidenceOf(shop, "validate")).toMatchObject({
      ...{ app: "shop", reason_code: "release_missing", run_id: "0", actor: userInfo().username },
      sha: execFileSync("git", ["-C", shop, "rev-parse", "HEAD"], { encoding: "utf8" }).trim(),
    });
    writeFileSync(join(shop, "lib/shop.ex"), "defmodule   Shop do\nend\n");
    const failed = type(shop, ["validate"]);
    expect(failed).toMatchObject({ status: 1, said: expect.stringContaining("lib/shop.ex") });

    expect(type(shop, ["release-checklist", "new"])).toMatchObject({
      status: 1,
      said: expect.stringMatching(
        /✗ Option `--version` is `new`, which is no version by SemVer\. Give one such as `1\.4\.0`\.\n/,
      ),
    });
    const listed = type(shop, ["release-checklist", "0.1.0"]);
    expect(listed).toMatchObject({ status: 0, said: expect.stringContaining("Written: ") });
    expect(reportOf(shop, "release-checklist.md")).toContain("# Release checklist of shop v0.1.0");
    for (const [words, status, says] of drawn("commands that are typed", typed, 3))
      expect([words, type(shop, words)]).toEqual([words, { status, said: expect.stringContaining(says) }]);
  });
});
