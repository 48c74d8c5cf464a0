// Projects as `mix new` writes them meet validate for the first time: its bundle, and the mix of this machine.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { layHelpers } from "../support/helpers.ts";
import { someTests } from "../support/some-tests.ts";
import { type RunResult, runAction } from "./runner.ts";

const root = join(import.meta.dirname, "../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "pd-first-")));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const sometimes = someTests("first contacts", 1);
const changelog = "# Changelog\n\n## [0.1.0] - 2026-11-20\n\n- First.\n";

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function commit(repository: string): void {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: repository, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "first");
  git("config", "user.email", "first@example.com");
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "all");
}

/** What a generator of mix writes, with a CHANGELOG, as a repository. */
function made(name: string, ...options: readonly string[]): string {
  execFileSync("mix", ["new", ...options, name], { cwd: folder, stdio: "ignore" });
  put(join(folder, name, "CHANGELOG.md"), changelog);
  commit(join(folder, name));
  return join(folder, name);
}

async function validate(workspace: string, inputs: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  const github = {
    ...{ apiUrl: "http://127.0.0.1:9", token: "ghs_x", runId: "1", runAttempt: "1", jobId: "1" },
    ...{ sha: "", repository: "acme/shop", actor: "alice" },
  };
  return runAction({ action: join(root, "validate"), with: inputs, workspace, github });
}

/** As validate runs where an earlier run compiled our Elixir code; the first project stays without. */
function validateAgain(workspace: string): Promise<RunResult> {
  layHelpers(workspace);
  return validate(workspace);
}

describe("a project as mix new --sup writes it, with a CHANGELOG and without settings", () => {
  let shop = "";
  let first: RunResult;
  beforeAll(async () => {
    shop = made("shop", "--sup");
    first = await validate(shop);
  });

  test("reads one block with all that it lacks, and gets one annotation", () => {
    expect(first.exitCode).toBe(1);
    expect(first.summary.match(/^### To do once/gm)).toHaveLength(1);
    expect(first.annotations.map(({ kind }) => kind)).toEqual(["error"]);
    expect(first.annotations[0]?.message).toMatch(
      /^This project does not have yet what 2 required checks need: credo, sobelow\./,
    );
  });

  test("is green once the block is followed", async () => {
    const [, settings = ""] = /```yaml\n([\s\S]*?)\n```/.exec(first.summary) ?? [];
    put(join(shop, ".github/phoenix-deploy.yml"), `${settings}\n`);
    commit(shop);
    const { exitCode, outputs, annotations } = await validate(shop);
    expect([exitCode, outputs["status"], annotations]).toEqual([0, "passed", []]);
  });
});

sometimes("a project with generated code and few tests reads the coverage to begin with, and passes", async () => {
  const store = made("store");
  const untested = ["a", "b", "c"].map((name) => `  def ${name}(x), do: x`).join("\n");
  put(join(store, "lib/store/components.ex"), `defmodule Store.Components do\n${untested}\nend\n`);
  commit(store);
  const { summary, annotations } = await validateAgain(store);
  expect(summary).toContain("**To begin with:** Coverage is 25.0 %");
  expect(annotations.map(({ kind }) => kind)).toEqual(["error"]);
  expect(annotations[0]?.message).toContain("3 required checks need: coverage, credo, sobelow.");
  const [, settings = ""] = /```yaml\n([\s\S]*?)\n```/.exec(summary) ?? [];
  expect(settings).toContain("  coverage: {minimum: 25}\n");
  put(join(store, ".github/phoenix-deploy.yml"), `${settings}\n`);
  commit(store);
  const { exitCode, outputs } = await validateAgain(store);
  expect([exitCode, outputs["status"]]).toEqual([0, "passed"]);
});

const faulty: readonly [string, () => Promise<RunResult>, string][] = [
  [
    "with a working directory that is not there",
    () => validate(made("wrong"), { "working-directory": "backend" }),
    "There is no folder `backend`",
  ],
  [
    "that was not made",
    () => {
      mkdirSync(join(folder, "nothing"));
      return validate(join(folder, "nothing"));
    },
    "is not a git repository: nothing was checked out there.",
  ],
];
for (const [what, run, words] of faulty)
  sometimes(`a checkout ${what} says so, once`, async () => {
    const { exitCode, annotations, summary } = await run();
    expect(exitCode).toBe(1);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.message).toContain(words);
    expect(summary).not.toContain("elixir");
  });

sometimes("a checkout that needs a newer Elixir says so by one check, with the remedy", async () => {
  const path = made("newer");
  const mixExs = `defmodule Newer.MixProject do
  use Mix.Project
  def project, do: [app: :newer, version: "0.1.0", elixir: "~> 1.99", deps: []]
end
`;
  put(join(path, "mix.exs"), mixExs);
  commit(path);
  const { annotations, summary } = await validateAgain(path);
  const named = annotations.filter(({ message }) => message.includes("supports only Elixir ~> 1.99"));
  expect(named.length).toBeLessThanOrEqual(2);
  expect(named[0]?.message).toContain("with `elixir-version` of erlef/setup-beam");
  expect(summary).toContain("Not run, for the reason that");
});

sometimes("a test that writes to the commit's own files fails validate, which names them", async () => {
  const path = made("writes");
  put(
    join(path, "test/writes_test.exs"),
    'defmodule WritesTest do\n  use ExUnit.Case\n\n  test "writes" do\n' +
      '    File.write!("lib/writes.ex", File.read!("lib/writes.ex") <> "\\n")\n  end\nend\n',
  );
  commit(path);
  const { exitCode, outputs, summary } = await validateAgain(path);
  expect([exitCode, outputs["reason-code"]]).toEqual([1, "tree_changed"]);
  expect(summary).toContain("lib/writes.ex");
});

sometimes.add();
