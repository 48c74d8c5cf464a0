type Argv = readonly [string, ...string[]];

/**
 * An idle VM spins in the hope of work, which costs half as much again as what mix does, and takes it from the VMs
 * beside it. As arguments: a variable would reach the project's code and the programs that it starts, and ERL_FLAGS of
 * the job still wins.
 */
const quiet = ["--erl", "+sbwt none +sbwtdcpu none +sbwtdio none"] as const;

/** Runs one of our Mix tasks in the user's project without touching it: `elixir -r` loads our files first. */
export function mixTask(files: readonly string[], task: string, args: readonly string[]): Argv {
  return ["elixir", ...quiet, ...files.flatMap((file) => ["-r", file]), "-S", "mix", task, ...args];
}

/**
 * The same with our files compiled. All are loaded at once: from 1.15 on mix takes from the path what the project does
 * not name.
 */
export function compiledMixTask(folder: string, task: string, args: readonly string[]): Argv {
  const name = 'file |> Path.basename(".beam") |> String.to_atom()';
  const files = `Path.wildcard(Path.join(${elixirString(folder)}, "*.beam"))`;
  const load = `for file <- ${files}, do: {:module, _} = ${name} |> :code.ensure_loaded()`;
  return ["elixir", ...quiet, "-pa", folder, "-e", load, "-S", "mix", task, ...args];
}

/** Compiles Elixir files into a folder. */
export function compileElixir(files: readonly string[], folder: string): Argv {
  return ["elixirc", ...quiet, "--ignore-module-conflict", "-o", folder, ...files];
}

/** Code that makes our modules known in another VM than mix's: from their text, in this order, or compiled. */
export function loadModules(
  helpers: { readonly text: string } | { readonly compiled: string },
  names: readonly string[],
): string {
  if ("compiled" in helpers) return `Code.prepend_path(${elixirString(helpers.compiled)})`;
  const files = names.map((name) => elixirString(`${helpers.text}/${name}.exs`));
  return `for file <- [${files.join(", ")}], do: Code.require_file(file)`;
}

/** The name of an application as Elixir writes it, which warns of quotes that are not needed. */
export function elixirAtom(name: string): string {
  return `:${/^[A-Za-z_]\w*$/.test(name) ? name : elixirString(name)}`;
}

/** Text as a literal of Elixir in which nothing is interpolated. */
function elixirString(text: string): string {
  return `"${text.replaceAll(/[\\"#]/g, "\\$&")}"`;
}
