type Argv = readonly [string, ...string[]];

/** Runs one of our Mix tasks in the user's project without touching it: `elixir -r` loads our files first (DESIGN: section 8). */
export function mixTask(files: readonly string[], task: string, args: readonly string[] = []): Argv {
  return ["elixir", ...files.flatMap((file) => ["-r", file]), "-S", "mix", task, ...args];
}

/** Findings as JSON on standard output, possibly after the words of a compilation. */
export const credo: Argv = ["mix", "credo", "--strict", "--format", "json"];

/** Findings as JSON in a file; `--private` asks no server for news, `--exit` makes findings a failure. One app a run: an umbrella's root is not scanned. */
export function sobelow(root: string, out: string): Argv {
  return ["mix", "sobelow", "--root", root, "--private", "--skip", "--exit", "low", "--format", "json", "--out", out];
}

export const hexAudit: Argv = ["mix", "hex.audit"];

/** One line a warning, on standard error. */
export const dialyzer: Argv = ["mix", "dialyzer", "--format", "short"];

/** The line of mix.exs that brings a missing tool. */
export const toolLines = {
  credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
  sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
  dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
} as const;
