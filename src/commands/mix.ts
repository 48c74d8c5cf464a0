type Argv = readonly [string, ...string[]];

/** Runs one of our Mix tasks in the user's project without touching it: `elixir -r` loads our files first (DESIGN: section 8). */
export function mixTask(files: readonly string[], task: string, args: readonly string[] = []): Argv {
  return ["elixir", ...files.flatMap((file) => ["-r", file]), "-S", "mix", task, ...args];
}

/** The line of mix.exs that brings a missing tool. */
export const toolLines = {
  credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
  sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
  dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
} as const;
