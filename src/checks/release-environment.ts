import type { Need } from "./release-configuration.ts";

/** What is known of the variables that a release reads. */
export interface BootVariables {
  /** "shop 1.0.0". */
  readonly release: string;
  readonly needs: readonly Need[];
  /** Every variable that was seen to be read. */
  readonly reads: readonly string[];
  /** config/runtime.exs, as the release holds it. */
  readonly text: string;
}

const name = "[A-Z][A-Z0-9_]{1,99}";
/** `System.get_env("X")`, `System.fetch_env!("X")`, and Dotenvy's `env!("X", :string)`. */
const read = new RegExp(`\\b(?:get_env|fetch_env!?|env!|getenv)\\(\\s*~?c?["'](${name})["']`, "g");
/** Without it the configuration raises: `fetch_env!`, `get_env(…) || raise`. */
const wanted = new RegExp(
  `\\bfetch_env!\\(\\s*"(${name})"|\\bget_env\\(\\s*"(${name})"\\s*\\)\\s*\\|\\|\\s*raise\\b`,
  "g",
);

/** What a Phoenix release started by `bin/<name> start` listens with; the generated config/runtime.exs reads it. */
const server = "PHX_SERVER";

/** Names whose values the text cannot do without, by what it says; its conditions are not looked at. */
export function wantedIn(text: string): readonly string[] {
  return unique([...withoutComments(text).matchAll(wanted)].map(([, one, other]) => one ?? other ?? ""));
}

/** Names that the code of a configuration reads; what is commented out is no more than an example. */
export function variablesOfElixir(text: string): readonly string[] {
  return unique([...withoutComments(text).matchAll(read)].map(([, one]) => one ?? ""));
}

/**
 * A file of the variables for `shared/env` on the server, without values: what is needed, then what may be left out.
 */
export function environmentExample({ release, needs, reads, text }: BootVariables): string {
  const found = new Map(needs.map((one) => [one.name, one]));
  const needed = unique([...needs.map((one) => one.name), ...wantedIn(text)]);
  const others = unique([...reads, ...variablesOfElixir(text)]);
  const optional = others.filter((one) => one !== server && !needed.includes(one)).sort();
  const described = (one: string) => {
    const need = found.get(one);
    return need === undefined
      ? `${one}=`
      : `# ${need.form}${need.line === null ? "" : ` (line ${need.line})`}\n${one}=`;
  };
  return [
    `# Environment variables of ${release}, for \`shared/env\` on the server: written by phoenix-deploy.\n`,
    ...(needed.length === 0
      ? ["\n# Its configuration needs none.\n"]
      : ["\n# Its configuration does not load without these.\n"]),
    ...needed.map((one) => `${described(one)}\n`),
    ...(others.includes(server) ? [`\n# Without it a Phoenix release listens on no port.\n${server}=true\n`] : []),
    ...(optional.length === 0 ? [] : ["\n# It reads these too; they may be left out, or depend on others.\n"]),
    ...optional.map((one) => `# ${one}=\n`),
  ].join("");
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gm, "");
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
