import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { needs, type RunRequest, type RunResult, runAction } from "./runner.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pd-action-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inputs = `inputs:
  github-token: {default: "\${{ github.token }}"}
  job: {default: "job \${{ job.check_run_id }}"}
  name of it: {default: a}
  optional: {}
`;

/** Runs an action whose program is this text. */
function run(program: string, more: Partial<RunRequest> = {}): Promise<RunResult> {
  writeFileSync(join(folder, "action.yml"), `${inputs}runs: {using: node24, main: main.mjs}\n`);
  writeFileSync(
    join(folder, "main.mjs"),
    `import { appendFileSync } from "node:fs";\nconst { env } = process;\n${program}\n`,
  );
  return runAction({
    action: folder,
    with: {},
    workspace: folder,
    github: {
      apiUrl: "http://127.0.0.1:9",
      token: "ghs_token",
      runId: "1",
      runAttempt: "1",
      sha: "abc",
      jobId: "7",
      repository: "acme/shop",
      actor: "alice",
    },
    ...more,
  });
}

describe("the mini runner", () => {
  test("hands inputs over under the names that the real one gives them, defaults evaluated", async () => {
    const { log } = await run(
      `const names = Object.keys(env).filter((one) => one.startsWith("INPUT_"));
      for (const name of names.sort()) console.log(name, env[name]);`,
      {
        with: { "fail-fast": "yes" },
      },
    );
    expect(log.split("\n")).toEqual([
      "INPUT_FAIL-FAST yes",
      "INPUT_GITHUB-TOKEN ***",
      "INPUT_JOB job 7",
      "INPUT_NAME_OF_IT a",
    ]);
  });

  test("does not start what has an input over 128 KiB", async () => {
    expect(await run("", { with: { big: "x".repeat(131_072 - "INPUT_BIG=".length) } })).toMatchObject({
      exitCode: null,
    });
    expect(await run("", { with: { big: "x".repeat(131_072 - "INPUT_BIG=".length - 1) } })).toMatchObject({
      exitCode: 0,
    });
  });

  test("gives exit codes, and standard error with the log", async () => {
    expect(await run('console.error("oh"); process.exitCode = 3;')).toMatchObject({ exitCode: 3, log: "oh" });
  });

  test("masks in log, annotations and summary, line by line, and drops outputs that hold a mask", async () => {
    const result = await run(`
      console.log("::add-mask::first%0Asecond");
      console.log("a first, a second and a ghs_token");
      console.log("::warning::the second one");
      appendFileSync(env.GITHUB_STEP_SUMMARY, "first\\n");
      appendFileSync(env.GITHUB_OUTPUT, "clean=yes\\ndirty=the second\\n");`);
    expect(result.log).toBe("a ***, a *** and a ***\nwarning: the *** one");
    expect(result).toMatchObject({ summary: "***\n", outputs: { clean: "yes" }, dropped: ["dirty"] });
    expect(result.annotations).toEqual([{ kind: "warning", message: "the *** one", properties: {} }]);
  });

  test("reads outputs of one line and of several", async () => {
    const { outputs } = await run(
      `appendFileSync(env.GITHUB_OUTPUT, "a=b<<c=d\\nempty=\\nlong<<END\\nx=1\\n\\nEND \\nEND\\nlast=z\\n");`,
    );
    expect(outputs).toEqual({ a: "b<<c=d", empty: "", long: "x=1\n\nEND ", last: "z" });
  });

  test.each([
    ["a value that never ends", "long<<END\\nx\\n", "Matching delimiter not found 'END'"],
    ["a line that is none", "good=1\\nnonsense\\n", "Invalid format 'nonsense'"],
  ])("fails a step whose output file holds %s", async (_what, text, sentence) => {
    const result = await run(`appendFileSync(env.GITHUB_OUTPUT, "${text}");`);
    expect(result).toMatchObject({ exitCode: 1, outputs: {} });
    expect(result.annotations[0]?.message).toContain(sentence);
  });

  test("keeps ten annotations of a kind, 4,096 characters of each", async () => {
    const result = await run(`
      const place = "file=lib/a%2Cb.ex,line=3,title=50%25%3A%253A";
      for (let n = 0; n < 12; n += 1) console.log("::error " + place + "::" + "x".repeat(5000));
      console.log("::notice::all%0Aof it, 100%25 and %250A");`);
    const errors = result.annotations.filter(({ kind }) => kind === "error");
    expect(errors).toHaveLength(10);
    expect(errors[0]?.message).toHaveLength(4_096);
    expect(errors[0]?.properties).toEqual({ file: "lib/a,b.ex", line: "3", title: "50%:%3A" });
    expect(result.annotations.at(-1)).toEqual({ kind: "notice", message: "all\nof it, 100% and %0A", properties: {} });
  });

  test("takes a summary of 1 MiB, and nothing of a larger one", async () => {
    const write = (bytes: number) => run(`appendFileSync(env.GITHUB_STEP_SUMMARY, "x".repeat(${bytes}));`);
    expect((await write(1_048_576)).summary).toHaveLength(1_048_576);
    const larger = await write(1_048_577);
    expect(larger).toMatchObject({ summary: "", exitCode: 0 });
    expect(larger.annotations[0]?.message).toContain("upload aborted");
  });

  test("obeys what any line says, except between stop-commands and its token", async () => {
    const result = await run(`
      console.log("::set-output name=loose::1");
      console.log("::stop-commands::t0ken");
      console.log("::set-output name=fenced::1");
      console.log("::error::fenced");
      console.log("::t0ken::");
      console.log("::group::A title");
      console.log("::endgroup::");`);
    expect(result.outputs).toEqual({ loose: "1" });
    expect(result.annotations).toEqual([]);
    expect(result.log.split("\n")).toEqual(["::set-output name=fenced::1", "::error::fenced", "▸ A title"]);
  });

  test("cancels politely, then firmly, then for good, and the node process alone", async () => {
    const result = await run(
      `
      import { spawn } from "node:child_process";
      const asked = performance.now();
      const since = () => Math.round(performance.now() - asked);
      process.on("SIGINT", () => console.log("SIGINT", since()));
      process.on("SIGTERM", () => console.log("SIGTERM", since()));
      const child = spawn("/bin/sleep", ["30"], { stdio: "ignore" });
      child.on("exit", () => console.log("the child was ended too"));
      setInterval(() => undefined, 1000);
      console.log("begun", child.pid);`,
      {
        onLine: (line, running) => {
          if (line.startsWith("begun")) running.cancel();
        },
      },
    );
    const [begun = "", first = "", second = "", ...rest] = result.log.split("\n");
    process.kill(Number(begun.split(" ")[1]));
    expect(rest).toEqual([]);
    expect(first).toMatch(/^SIGINT /);
    expect(second).toMatch(/^SIGTERM /);
    expect(Number(second.split(" ")[1])).toBeGreaterThanOrEqual(7_000);
    expect(result.exitCode).toBeNull();
  }, 60_000);

  test("a kill ends the action at once", async () => {
    const result = await run(
      'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); console.log("begun");',
      {
        onLine: (_line, running) => running.kill(),
      },
    );
    expect(result).toMatchObject({ exitCode: null, log: "begun" });
  });

  test("gives later jobs the result and the evidence of the ones before", async () => {
    const passed = await run('appendFileSync(env.GITHUB_OUTPUT, "evidence={}\\nother=1\\n");');
    const failed = await run("process.exitCode = 1;");
    expect(JSON.parse(needs({ one: passed, two: failed, three: "skipped" }))).toEqual({
      one: { result: "success", outputs: { evidence: "{}" } },
      two: { result: "failure", outputs: {} },
      three: { result: "skipped", outputs: {} },
    });
  });
});
