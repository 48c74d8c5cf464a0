import { type ExecOutput, getExecOutput } from "@actions/exec";
import { gitOptions } from "../commands/git.ts";
import { cleanEnvironment } from "./environment.ts";

/** How long one command of git may take, seconds: reading a large checkout, or writing a commit's files beside it. */
const gitLimitSeconds = 120;

/**
 * Exit codes of coreutils' timeout: the limit was reached (124, or 137 where git had to be killed), and the command is
 * not there (127).
 */
const timedOut: readonly number[] = [124, 137];
const notFound = 127;

/** What makes git speak of another repository than the one in the folder, or ask a person. */
const gitEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    [
      "DIR",
      "WORK_TREE",
      "INDEX_FILE",
      "OBJECT_DIRECTORY",
      "ALTERNATE_OBJECT_DIRECTORIES",
      "COMMON_DIR",
      "NAMESPACE",
      "CEILING_DIRECTORIES",
    ].map((name) => [`GIT_${name}`, undefined]),
  ),
  GIT_TERMINAL_PROMPT: "0",
  GIT_ASKPASS: "true",
  SSH_ASKPASS: "true",
  GIT_OPTIONAL_LOCKS: "0",
  LC_ALL: "C",
};

/** git of one folder. */
export interface Git {
  readonly folder: string;
  /** Whatever it answers. Throws where it could not be started, or timed out. */
  ask(...args: readonly string[]): Promise<ExecOutput>;
  /** What it prints. Throws with its own words where it refuses. */
  read(...args: readonly string[]): Promise<string>;
}

/**
 * Opens git of a folder. Its children see neither tokens nor inputs, ask nobody, start no monitor that the checkout
 * names, and end within two minutes, also after a cancel.
 */
export function openGit(folder: string, environment: Readonly<Record<string, string | undefined>>): Git {
  async function ask(...args: readonly string[]) {
    // @actions/exec has no time limit of its own; timeout ends git and all that it started.
    const line = ["--kill-after=5", `${gitLimitSeconds}`, "git", ...gitOptions, ...args];
    const env = cleanEnvironment({ ...environment, ...gitEnvironment });
    const ran = await getExecOutput("timeout", line, { cwd: folder, env, silent: true, ignoreReturnCode: true });
    const shown = `git ${args.slice(0, 2).join(" ")}`;
    if (ran.exitCode === notFound) throw new Error(`${shown} could not be started: ${ran.stderr.trim()}`);
    if (timedOut.includes(ran.exitCode)) throw new Error(`${shown} timed out after ${gitLimitSeconds} s in ${folder}`);
    return ran;
  }
  return {
    folder,
    ask,
    async read(...args) {
      const { exitCode, stdout, stderr } = await ask(...args);
      if (exitCode === 0) return stdout;
      const what = `git ${args.join(" ")} failed in ${folder}: ${stderr.trim()}.`;
      throw new Error(`${what} Check the repository out first (actions/checkout).`);
    },
  };
}
