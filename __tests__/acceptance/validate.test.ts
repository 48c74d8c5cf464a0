import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import { someTests } from "../support/some-tests.ts";
import { jobs, type WorkflowRun } from "./pipeline.ts";
import type { Running, RunResult } from "./runner.ts";
import { setScene } from "./scene.ts";
import type { Commit } from "./sources.ts";

const scene = setScene();
const check = (run: WorkflowRun, id: string): Evidence["results"][number] | undefined =>
  scene.evidence(run, "validate").results.find((one) => one.id === id);

/** For stories in which nothing depends on the release. */
const noRelease = { file: ".github/phoenix-deploy.yml", from: "dialyzer: off", to: "dialyzer: off, release: off" };

describe("validate", () => {
  const sometimes = someTests("stories of validate", 1);
  const failing: readonly [string, Partial<Commit>, string, RegExp][] = [
    [
      "a file that is not formatted",
      { edits: [{ file: "lib/demo_app/traffic.ex", from: "  use Agent", to: "  use   Agent" }] },
      "format",
      /lib\/demo_app\/traffic\.ex/,
    ],
    [
      "a warning",
      {
        files: {
          "lib/demo_app/odd.ex": "defmodule DemoApp.Odd do\n  @moduledoc false\n  def odd(unused), do: 1\nend\n",
        },
      },
      "compile",
      /1 compiler warning; the limit is 0/,
    ],
    [
      "a test that fails",
      {
        files: {
          "test/fails_test.exs": `defmodule FailsTest do
  use ExUnit.Case

  test "one is two\\n::set-output name=a::b\\n$(touch owned) ../../etc \`id\`" do
    IO.puts("\\n::set-output name=a::b\\n##[set-output name=a;]b")
    assert 1 == 2
  end
end
`,
        },
      },
      "test",
      /1 of 83 tests failed/,
    ],
    [
      "a version that the CHANGELOG does not have",
      { files: { "CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n- Soon\n" } },
      "changelog",
      /CHANGELOG\.md has no section for 1\.0\.0/,
    ],
  ];
  /** Each check is judged by itself: all faults are planted together. */
  async function judge(): Promise<readonly [WorkflowRun, RunResult]> {
    const planted = failing.map(([, commit]) => commit);
    const edits = [...planted.flatMap((one) => one.edits ?? []), noRelease];
    const files = Object.assign({}, ...planted.map((one) => one.files ?? {}));
    const run = scene.begin({ version: "1.0.0", edits, files });
    return [run, await scene.ends(run, jobs.validate, "checks_failed")];
  }
  let judged: ReturnType<typeof judge> | undefined;
  test.each(failing)("says no to %s, and why", async (_title, _commit, id, sentence) => {
    judged ??= judge();
    const [run, result] = await judged;
    expect(result.exitCode).toBe(1);
    expect(check(run, id)?.verdict).toBe("fail");
    expect(check(run, id)?.says).toMatch(sentence);
    expect(result.outputs).not.toHaveProperty("a");
    expect(result.summary).toMatch(/^## ❌ Failed[^\n]*: validate/);
  });

  sometimes("says no to a release whose configuration does not load, and why", async () => {
    const raises = 'import Config\nraise("not in this world")\n';
    const edits = [{ file: "config/runtime.exs", from: "import Config\n", to: raises }];
    const run = scene.begin({ version: "1.0.0", edits });
    await scene.ends(run, jobs.validate, "checks_failed");
    expect(check(run, "release")?.verdict).toBe("fail");
    expect(check(run, "release")?.says).toMatch(/configuration does not load.*not in this world/);
  });

  sometimes("says no when no test ran, although mix exits 0", async () => {
    const run = scene.begin({ version: "1.0.0", edits: [noRelease] });
    await scene.ends(
      run,
      { ...jobs.validate, before: (workspace) => rmSync(join(workspace, "test/demo_app"), { recursive: true }) },
      "checks_failed",
    );
    expect(check(run, "test")).toMatchObject({ verdict: "fail", reason_code: "no_tests_run" });
    expect(check(run, "coverage")?.verdict).not.toBe("pass");
    expect(scene.evidence(run, "validate").warnings.join()).toMatch(/\d+ uncommitted changes/);
  });

  sometimes("a missing or broken tool is an error that says so, never a pass, and no fault of the code", async () => {
    const plugin = `defmodule DemoApp.Plugin do
  @moduledoc false
  def features(_), do: [extensions: [".ex"]]
  def format(_, _), do: raise("the plugin is broken")
end
`;
    const run = scene.begin({
      version: "1.0.0",
      files: {
        "lib/demo_app/plugin.ex": plugin,
        ".formatter.exs": '[inputs: ["lib/**/*.ex"], plugins: [DemoApp.Plugin]]\n',
      },
      edits: [
        { file: ".github/phoenix-deploy.yml", from: "credo: off, ", to: "release: off, test: off, coverage: off, " },
      ],
    });
    const result = await scene.ends(run, jobs.validate, "checks_failed");
    expect(check(run, "credo")).toMatchObject({ verdict: "error", reason_code: "tool_missing" });
    expect(result.summary).toContain(":credo");
    expect(check(run, "format")).toMatchObject({ verdict: "error", reason_code: "could_not_run" });
    expect(check(run, "format")?.says).toContain("the plugin is broken");
  });

  sometimes("judges coverage against the input", async () => {
    const run = scene.begin({ version: "1.0.0", edits: [noRelease] });
    await scene.ends(run, { ...jobs.validate, with: { "coverage-minimum": "100" } }, "checks_failed");
    expect(check(run, "coverage")).toMatchObject({ verdict: "fail", reason_code: "coverage_below_minimum" });
    expect(check(run, "test")?.verdict).toBe("pass");
  });

  sometimes.add();

  test("a cancel ends the process group of mix, and leaves evidence that says so", async () => {
    const run = scene.begin({
      version: "1.0.0",
      edits: [noRelease],
      files: {
        "test/hangs_test.exs": `defmodule HangsTest do
  use ExUnit.Case

  test "never ends" do
    File.write!("pid.new", System.pid())
    File.rename!("pid.new", "pid")
    Process.sleep(:infinity)
  end
end
`,
      },
    });
    let path = "";
    let group = "";
    let running: Running | undefined;
    const result = await scene.ends(
      run,
      {
        ...jobs.validate,
        before(workspace) {
          path = join(workspace, "pid");
          const look = setInterval(() => {
            if (!existsSync(path)) return;
            clearInterval(look);
            group = processGroup(readFileSync(path, "utf8"));
            running?.cancel();
          }, 50).unref();
        },
        onLine(_line, now) {
          running = now;
        },
      },
      "cancelled",
    );
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: "cancelled" } });
    expect(scene.evidence(run, "validate")).toMatchObject({ status: "cancelled" });
    expect(group).toMatch(/^\d+$/);
    const left = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && processGroup(pid) === group);
    expect(left).toEqual([]);
  });
});

/** The process group of a process that lives; nothing when it is gone or a zombie. */
function processGroup(pid: string): string {
  try {
    const [state = "", , group = ""] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return state === "Z" ? "" : group;
  } catch {
    return "";
  }
}
