import { execFileSync } from "node:child_process";
import { availableParallelism, userInfo } from "node:os";
import { terminalRun } from "../domain/evidence/evidence.ts";
import type { JobFacts } from "../ports/job.ts";
import type { Log } from "../ports/log.ts";
import { cleanEnvironment } from "./environment.ts";
import type { RunnerProcess } from "./job.ts";
import { bundleDigest, environmentDigest } from "./toolchain.ts";

/** What git says in a folder; empty where it says nothing. */
function gitSays({ env, cwd }: Pick<RunnerProcess, "env" | "cwd">, ...words: readonly string[]): string {
  try {
    const options = { cwd, env: cleanEnvironment({ ...env, LC_ALL: "C" }), encoding: "utf8", timeout: 30_000 } as const;
    return execFileSync("git", words, { ...options, stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** Root of the checkout that a person stands in; null where the folder is in none. */
export function checkoutAround(runner: Pick<RunnerProcess, "env" | "cwd">): string | null {
  return gitSays(runner, "rev-parse", "--show-toplevel") || null;
}

/** What a job would say of itself, by the checkout and the person. There is no run, and so no address of one. */
export function terminalFacts(
  runner: RunnerProcess,
  { workspace, temp }: Pick<JobFacts, "workspace" | "temp">,
): JobFacts {
  const { env, pid } = runner;
  const at = { env, cwd: workspace };
  const ref = gitSays(at, "symbolic-ref", "--quiet", "HEAD");
  const [, repository = ""] =
    /[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(gitSays(at, "remote", "get-url", "origin")) ?? [];
  return {
    ...{ repository, sha: gitSays(at, "rev-parse", "HEAD"), ref, refName: ref.replace(/^refs\/heads\//, "") },
    ...{ workflow: "", runId: terminalRun, runAttempt: "1", job: `terminal-${pid}`, runUrl: "", eventName: "" },
    actor: personHere(),
    cores: availableParallelism(),
    bundle: bundleDigest(runner.entry),
    environment: environmentDigest(env),
    ...{ pullRequest: null, workflowRun: null, defaultBranch: null },
    ...{ workspace, temp },
  };
}

function personHere(): string {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}

/** What a terminal would obey, such as an escape sequence in what a tool printed. */
const orders = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text from outside, as lines of a terminal. */
export function plainLines(text: string): string {
  const plain = text.replaceAll(orders, "");
  return plain.endsWith("\n") ? plain : `${plain}\n`;
}

/** A log that a person reads as it comes. */
export function terminalLog(write: (text: string) => void): Log {
  return {
    info: (line) => write(plainLines(line)),
    warning: (line) => write(plainLines(`! ${line}`)),
    async group(title, work) {
      write(plainLines(title));
      return work();
    },
    annotate({ severity, message, file, line }, title) {
      const place = file === undefined ? title : `${file}${line === undefined ? "" : `:${line}`}`;
      write(plainLines(`  ${severity}: ${place}: ${message}`));
    },
  };
}
