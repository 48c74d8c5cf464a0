/** The tracked files that checks read: where none of them has changed, an earlier result may stand for this one. */

const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|sface)$/;
const lock = /(^|\/)mix\.(exs|lock)$/;

/** Compilation can read any file of the repository. Workflows it does not see. */
export function anyFile(path: string): boolean {
  return !path.startsWith(".github/");
}

/** So can tests; and the containers that they ask are named in workflows. */
export function anyFileAndServices(path: string): boolean {
  return anyFile(path) || path.startsWith(".github/workflows/");
}

/** What an analysis reads: the code, and mix.exs with its lock. */
export function codeAndLock(path: string): boolean {
  return code.test(path) || lock.test(path);
}
