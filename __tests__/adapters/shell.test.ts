import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { cleanEnvironment } from "../../src/adapters/environment.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { Command } from "../../src/ports/shell.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-shell-"));
afterAll(() => rmSync(folder, { recursive: true }));

function open(env: Record<string, string> = {}) {
  const cancel = new AbortController();
  const shown: string[] = [];
  const shell = shellAdapter({
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env },
    cancel: cancel.signal,
    show: (chunk) => shown.push(chunk),
  });
  return { shell, cancel, shown };
}

const sh = (script: string, more: Partial<Command> = {}): Command => ({
  argv: ["/bin/sh", "-c", script],
  limitMs: 10_000,
  onCancel: "end",
  ...more,
});

/** Waits until a condition holds; the test's own limit ends a wait in vain. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const alive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));

describe("the shell", () => {
  test("tells exit code, output and errors apart", async () => {
    const ran = await open().shell.run(sh("echo out; echo err >&2; exit 3"));
    expect(ran).toMatchObject({ ended: "exited", code: 3, stdout: "out\n", stderr: "err\n" });
  });

  test("hands values over as they are: no shell reads an argument", async () => {
    const hostile = "$(touch owned); `touch owned` '\"\n::set-output name=a::b";
    const ran = await open().shell.run({ argv: ["/usr/bin/printf", "%s", hostile], limitMs: 10_000, onCancel: "end" });
    expect(ran.stdout).toBe(hostile);
    expect(existsSync(join(folder, "owned"))).toBe(false);
  });

  test("names a program that is not there", async () => {
    const ran = await open().shell.run({ argv: ["no-such-tool"], limitMs: 1_000, onCancel: "end" });
    expect(ran).toMatchObject({ ended: "not-started", code: null, why: "no-such-tool: not found" });
  });

  test("ends standard input, so that a question is answered by its end", async () => {
    const ran = await open().shell.run(sh("if read answer; then echo got $answer; else echo eof; fi"));
    expect(ran.stdout).toBe("eof\n");
  });

  test("streams text and then a file to standard input", async () => {
    const { shell } = open();
    const ran = await shell.run(sh("cat", { stdin: { text: "first\n", file: "/etc/hostname" } }));
    expect(ran.stdout).toBe(`first\n${readFileSync("/etc/hostname", "utf8")}`);
  });

  test("ends the whole process group at the time limit, grandchildren too", async () => {
    const ran = await open().shell.run(sh("sleep 60 & echo $!; wait", { limitMs: 300 }));
    expect(ran).toMatchObject({ ended: "timed-out", code: null });
    await until(() => !alive(Number(ran.stdout)));
  });

  test("a cancel ends a tool, and lets a host program finish its step", async () => {
    const { shell, cancel } = open();
    const tool = shell.run(sh("sleep 60"));
    const step = shell.run(sh("sleep 0.5; echo finished", { onCancel: "finish" }));
    cancel.abort();
    expect((await tool).ended).toBe("cancelled");
    expect(await step).toMatchObject({ ended: "exited", code: 0, stdout: "finished\n" });
    expect((await shell.run(sh("echo never"))).ended).toBe("cancelled");
    // Nothing begins any more but what gives a lock back.
    expect(await shell.run(sh("echo given back", { evenAfterCancel: true }))).toMatchObject({
      ended: "exited",
      stdout: "given back\n",
    });
  });

  test("keeps head and tail of an enormous output and names the cut", async () => {
    const ran = await open().shell.run(sh("echo first; head -c 20000000 /dev/zero | tr '\\0' x; echo; echo last"));
    expect(ran.stdout.length).toBeLessThan(5_000_000);
    expect(ran.stdout.startsWith("first\n")).toBe(true);
    expect(ran.stdout.endsWith("last\n")).toBe(true);
    expect(ran.stdout).toMatch(/\[\d+ bytes left out\]/);
  });

  test("a server that was started in the background does not hold the command", async () => {
    const ran = await open().shell.run(sh("setsid sleep 30 & echo $!", { onCancel: "finish" }));
    expect(ran.ended).toBe("exited");
    process.kill(Number(ran.stdout));
  });

  test("children see neither inputs nor tokens nor the runner's command files", () => {
    const env = {
      PATH: "/bin",
      "INPUT_GITHUB-TOKEN": "x",
      ACTIONS_RUNTIME_TOKEN: "x",
      GITHUB_TOKEN: "x",
      GITHUB_OUTPUT: "x",
      GITHUB_STEP_SUMMARY: "x",
      GITHUB_SHA: "abc",
    };
    expect(cleanEnvironment(env)).toEqual({ PATH: "/bin", GITHUB_SHA: "abc" });
  });
});
