import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { drawn } from "../support/extent.ts";
import { someTests } from "../support/some-tests.ts";
import { type JobSpec, jobs } from "./pipeline.ts";
import { setScene } from "./scene.ts";

const scene = setScene({ buildOnly: true });
const settings = ".github/phoenix-deploy.yml";

/** validate on a checkout whose settings file holds these bytes. */
const holding = (bytes: Buffer): JobSpec => ({
  ...jobs.validate,
  before: (workspace) => writeFileSync(join(workspace, settings), bytes),
});

describe("bad input", () => {
  test("a mistyped input and a settings file with five faults are reported at once, and nothing runs", async () => {
    const faulty =
      "version: 2\nchekcs: {}\nchecks: {coverage: {minimum: 180}}\ncriteria: {watch: 10}\nsmoke: [{get: nowhere}]\n";
    const run = scene.begin({ version: "1.0.0", files: { [settings]: faulty } });
    const result = await scene.ends(run, { ...jobs.validate, with: { "coverage-minimun": "80" } }, "unknown_input");
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: "failed" } });
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain("6 faults");
    expect(result.annotations[0]?.message).toContain("Did you mean `coverage-minimum`?");
    expect(result.log).not.toContain("mix");
  });

  const files: readonly [string, Buffer, RegExp][] = [
    ["are not UTF-8", Buffer.from([0x61, 0x70, 0x70, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), /UTF-8/],
    ["are binary", Buffer.from(Array.from({ length: 4_096 }, (_, index) => index % 256)), /UTF-8/],
    ["hold NUL", Buffer.from("version: 1\napp: a\0b\n"), /app/],
    ["are enormous", Buffer.from(`version: 1\n# ${"x".repeat(10_000_000)}\n`), /bytes/],
    ["are empty", Buffer.alloc(0), /version/],
    ["are a bomb of aliases", Buffer.from(`version: 1\na0: &a0 [x]\n${bomb()}`), /aliases/],
    ["speak to the runner", Buffer.from('"::set-output name=owned::yes\\n::error::": 1\n'), /not a setting/],
  ];
  test.each(drawn("hostile settings", files, 2))(
    "settings that %s end in one sentence",
    async (_how, bytes, sentence) => {
      const result = await scene.ends(scene.begin({ version: "1.0.0" }), holding(bytes), "invalid_settings");
      expect(result.exitCode).toBe(1);
      expect(result.annotations).toHaveLength(1);
      expect(result.annotations[0]?.message).toMatch(sentence);
      expect(result.annotations[0]?.message.length).toBeLessThan(2_000);
      expect(result.outputs).not.toHaveProperty("owned");
    },
  );

  test("an input of 200 kB does not start, and says so", async () => {
    const result = await scene.job(scene.begin({ version: "1.0.0" }), {
      ...jobs.validate,
      with: { config: "x".repeat(200_000) },
    });
    expect(result).toMatchObject({ exitCode: null, annotations: [{ kind: "error" }] });
  });

  const values: readonly [string, string][] = [
    ["a command for a shell", "$(touch owned)`touch owned`;touch owned"],
    ["a way out", "../../etc/passwd"],
    ["lines for the runner", "80\n::set-output name=owned::yes\n"],
    ["100 kB", "9".repeat(100_000)],
  ];
  test.each(drawn("hostile inputs", values, 1))(
    "an input that holds %s is refused, and carried nowhere",
    async (_what, value) => {
      const run = scene.begin({ version: "1.0.0" });
      const given = { "coverage-minimum": value, "working-directory": value, "fail-fast": value };
      const result = await scene.ends(run, { ...jobs.validate, with: given }, "invalid_input");
      expect(result.annotations[0]?.message).toMatch(/^\d+ faults/);
      expect(result.annotations[0]?.message.length).toBeLessThan(2_000);
      expect(result.outputs).not.toHaveProperty("owned");
    },
  );

  const sometimes = someTests("hostile versions and branches", 1);
  const versions: readonly [string, string][] = [
    ["a command for a shell", "1.0.0-$(touch owned)"],
    ["a way out", "../../1.0.0"],
    ["lines for the runner", "1.0.0\\n::set-output name=owned::yes"],
  ];
  for (const [what, version] of versions)
    sometimes(`a version that holds ${what} is no version`, async () => {
      const run = scene.begin({ version: version.replaceAll("$", "$$$$") });
      const result = await scene.job(run, jobs.validate);
      expect(result.exitCode).toBe(1);
      expect(result.outputs).not.toHaveProperty("owned");
      expect(result.outputs).not.toHaveProperty("release-digest");
      expect(scene.evidence(run, "validate").says).not.toBe("");
    });

  sometimes("a branch with a hostile name is a name", async () => {
    const run = scene.begin({ version: "1.0.0" });
    const branch = "$(touch${IFS}owned);`id`&&'";
    const result = await scene.ends(
      run,
      {
        ...jobs.validate,
        env: {
          GITHUB_REF: `refs/heads/${branch}`,
          GITHUB_REF_NAME: branch,
          GITHUB_ACTOR: "::set-output name=owned::yes",
        },
        before: (workspace) => execFileSync("git", ["checkout", "--quiet", "-b", branch], { cwd: workspace }),
      },
      "passed",
    );
    expect(result.outputs).not.toHaveProperty("owned");
    // A file that a shell had made would be an uncommitted change.
    expect(scene.evidence(run, "validate").warnings).toEqual([]);
  });

  sometimes.add();
});

/** Lists of lists of lists, which are small as text and endless as values. */
function bomb(): string {
  return Array.from(
    { length: 20 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(", ")}]\n`,
  ).join("");
}
