import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { filesAdapter } from "../../src/adapters/files.ts";
import { judgeChangelog, readChangelog } from "../../src/checks/changelog.ts";
import { fromRoot } from "../../src/mix-output/location.ts";

const now = new Date("2026-11-24T12:00:00Z");
const judge = (text: string | null, version = "1.1.0") =>
  judgeChangelog({ file: "CHANGELOG.md", text }, { version, names: ["shop"] }, now);

describe("the CHANGELOG is updated", () => {
  test("when it has one section for the version, dated, that says something: its text is the release notes", () => {
    expect(judge("# Changelog\n\n## [1.1.0] - 2026-11-24\n\n### Added\n\n- A basket\n")).toEqual({
      judgement: {
        verdict: "pass",
        reason_code: "passed",
        says: "CHANGELOG.md has a section for 1.1.0, dated 2026-11-24.",
        facts: { file: "CHANGELOG.md", line: 3, date: "2026-11-24" },
        findings: [],
      },
      notes: "### Added\n\n- A basket",
    });
  });

  test("today and tomorrow, since the earth has time zones", () => {
    expect(judge("## 1.1.0 - 2026-11-25\n\n- a").judgement.verdict).toBe("pass");
    expect(judge("## 1.1.0 - 2026-11-26\n\n- a").judgement).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("still to come"),
    });
  });

  test("and shows what still waits as unreleased", () => {
    const { judgement } = judge("## [Unreleased]\n\n- Soon\n\n## 1.1.0 - 2026-11-24\n\n- a");
    expect(judgement.verdict).toBe("pass");
    expect(judgement.findings).toEqual([
      expect.objectContaining({
        severity: "warning",
        file: "CHANGELOG.md",
        line: 1,
        message: expect.stringContaining("[Unreleased]"),
      }),
    ]);
    expect(judge("## [Unreleased]\n\n### Added\n\n## 1.1.0 - 2026-11-24\n\n- a").judgement.findings).toEqual([]);
  });

  test("without a date, which is noted: the tag or the release says when it was", () => {
    const { judgement } = judge("## v1.1.0\n\n- a");
    expect(judgement).toMatchObject({ verdict: "pass", says: "CHANGELOG.md has a section for 1.1.0, without a date." });
    expect(judgement.findings).toEqual([
      expect.objectContaining({ severity: "notice", line: 1, message: expect.stringContaining("no date") }),
    ]);
    expect(judge("## 1.1.0 - Unreleased\n\n- a").judgement.findings).toMatchObject([
      { message: expect.stringContaining("not released yet") },
    ]);
  });

  test("with a date that can be two days, which is noted", () => {
    const { judgement } = judge("## 1.1.0 (11-06-2024)\n\n- a");
    expect(judgement).toMatchObject({
      verdict: "pass",
      says: "CHANGELOG.md has a section for 1.1.0, dated 11-06-2024.",
    });
    expect(judgement.findings).toMatchObject([
      { severity: "notice", message: expect.stringContaining("2024-06-11 or 2024-11-06") },
    ]);
    // Of the two days one is past: 12 November, and not 11 December.
    expect(judge("## 1.1.0 (12/11/2026)\n\n- a").judgement.verdict).toBe("pass");
    expect(judge("## 1.1.0 (11/12/2027)\n\n- a").judgement).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("still to come"),
    });
  });

  test("whatever its build metadata", () => {
    expect(judge("## [2.4.0] - 2026-11-24\n\n- a", "2.4.0+abc12345")).toMatchObject({
      judgement: { verdict: "pass" },
      notes: "- a",
    });
    expect(judge("## 2.4.0+2 - 2026-11-24\n\n- b\n\n## 2.4.0+1\n\n- a", "2.4.0+2")).toMatchObject({ notes: "- b" });
    expect(judge("## [2.4.0-rc.1]\n\n- a", "2.4.0+abc12345").judgement.verdict).toBe("fail");
  });

  test("under its own name, where another application of the repository has the same version", () => {
    expect(judge("## admin 1.1.0\n\n- a\n\n## shop 1.1.0\n\n- b")).toMatchObject({
      judgement: { verdict: "pass" },
      notes: "- b",
    });
    expect(judge("## SDK 1.1.0\n\n- a")).toMatchObject({ judgement: { verdict: "pass" }, notes: "- a" });
  });

  test("and does not hold the next section, whatever that is called", () => {
    expect(judge("## [1.1.0] - 2026-11-24\n\n- a\n\n## [1.0.x]\n\n- old").notes).toBe("- a");
  });

  test("not without a file, which has a reason of its own", () => {
    const { judgement, notes } = judge(null);
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "changelog_missing",
      says: "The project has no CHANGELOG.",
    });
    expect(judgement.remedy).toContain("checks: {changelog: off}");
    expect(notes).toBeNull();
  });

  test.each([
    ["the file is empty", "", "CHANGELOG.md has no section for 1.1.0.", 1],
    ["the section is missing", "# Log\n\n## 1.0.0 (2026-10-01)\n\n- a", "CHANGELOG.md has no section for 1.1.0.", 3],
    ["it is still unreleased", "## [Unreleased]\n\n- a", "CHANGELOG.md has no section for 1.1.0.", 1],
    [
      "there are two",
      "## 1.1.0 - 2026-11-24\n\n- a\n\n## 1.1.0\n\n- b",
      "CHANGELOG.md has two sections for 1.1.0, in lines 1 and 5.",
      5,
    ],
    [
      "the section is empty",
      "\n## 1.1.0 (2026-11-24)\n\n## 1.0.0",
      "The section for 1.1.0 in CHANGELOG.md is empty.",
      2,
    ],
    [
      "it has headings only",
      "## 1.1.0 (2026-11-24)\n\n### Added\n",
      "The section for 1.1.0 in CHANGELOG.md is empty.",
      1,
    ],
    [
      "its date is none",
      "## 1.1.0 - 2026-02-31\n\n- a",
      "The section for 1.1.0 in CHANGELOG.md is dated 2026-02-31, a day that does not exist.",
      1,
    ],
    ["it is binary", "\u0000\u0001## 1.1.0\u0002", "CHANGELOG.md has no section for 1.1.0.", 1],
  ])("not when %s", (_, text, says, line) => {
    const { judgement, notes } = judge(text);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "changelog_incomplete", says });
    expect(judgement.remedy).not.toBe("");
    expect(judgement.findings).toMatchObject([{ severity: "error", file: "CHANGELOG.md", line }]);
    expect(notes).toBeNull();
  });
});

describe("the CHANGELOG that is read", () => {
  const workspace = mkdtempSync(join(tmpdir(), "pd-changelog-"));
  afterAll(() => rmSync(workspace, { recursive: true }));
  const projectPath = join(workspace, "apps");
  const read = (changelogFile: string | null, at = projectPath) =>
    readChangelog(filesAdapter(), { file: changelogFile, projectPath: at, workspace }, (file) =>
      fromRoot(workspace, at, file),
    );
  writeFileSync(join(workspace, "CHANGELOG.md"), "\ufeff## 1.0.0\n");
  writeFileSync(join(workspace, "HISTORY.md"), "history");
  writeFileSync(join(workspace, "binary.md"), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
  writeFileSync(join(workspace, "large.md"), Buffer.alloc(10 << 20, "- a\n"));

  test("is the one that the settings name, else that of the project, else that of the repository", async () => {
    expect(await read("HISTORY.md")).toEqual({ file: "HISTORY.md", text: "history" });
    expect(await read(null)).toMatchObject({ file: "CHANGELOG.md", text: expect.stringContaining("## 1.0.0") });
    expect(await read("docs/NEWS.md")).toEqual({ file: "docs/NEWS.md", text: null });
  });

  test.each([
    "CHANGELOG.md",
    "changelog.md",
    "Changelog.MD",
    "CHANGELOG",
    "CHANGES.md",
    "HISTORY.md",
    "docs/CHANGELOG.md",
    "docs/changelog",
    "RELEASE_NOTES.md",
  ])("is found as %s", async (name) => {
    const root = mkdtempSync(join(workspace, "named-"));
    // A folder of fragments is none.
    mkdirSync(join(root, "changes"));
    mkdirSync(join(root, "docs"));
    writeFileSync(join(root, name), "## 1.1.0\n");
    const found = await readChangelog(filesAdapter(), { file: null, projectPath: root, workspace: root }, (file) =>
      fromRoot(root, root, file),
    );
    expect(found).toEqual({ file: name, text: "## 1.1.0\n" });
  });

  test.each(["binary.md", "large.md"])("could not be judged when it is %s", async (name) => {
    const { judgement } = judgeChangelog(await read(name), { version: "1.1.0", names: [] }, now);
    expect(judgement).toMatchObject({
      verdict: "error",
      reason_code: "not_judged",
      says: expect.stringMatching(/^\w+\.md cannot be read: /),
    });
  });
});
