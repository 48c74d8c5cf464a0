import { parseArgs } from "node:util";
import { type Contract, writtenDefault } from "../contract.ts";
import { type Fault, nearest, shown } from "../settings/fault.ts";

/** An option of a command: an input of the action that does the same. */
export interface CommandOption {
  readonly name: string;
  /** It takes no value. */
  readonly flag: boolean;
  readonly description: string;
  /** Empty where there is none. */
  readonly default: string;
}

/** The options that a contract gives to a terminal; `hidden` are those that only a job has a use for. */
export function optionsOfContract(contract: Contract, hidden: readonly string[]): readonly CommandOption[] {
  return Object.entries(contract.inputs.shape)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, input]) => ({
      name,
      flag: input.safeParse("true").data === true,
      description: input.description ?? "",
      default: writtenDefault(input),
    }));
}

/** What was typed behind the name of a command. */
export type TypedOptions =
  | { readonly ok: true; readonly inputs: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads what was typed; every fault at once. `positional` is the option that may come without its name. */
export function readOptions(
  argv: readonly string[],
  { options, positional }: { readonly options: readonly CommandOption[]; readonly positional: string | null },
): TypedOptions {
  const declared = Object.fromEntries(
    options.map(({ name, flag }) => [name, { type: flag ? ("boolean" as const) : ("string" as const) }]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const inputs: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "option-terminator") continue;
    // The value of an option that is not known is no fault of its own.
    if (token.kind === "positional" && isUnknown(tokens[index - 1], options)) continue;
    const name = token.kind === "positional" ? positional : token.name;
    const option = options.find((one) => one.name === name);
    const value = token.value ?? (option?.flag === true ? "true" : undefined);
    if (token.kind === "positional" && (name === null || name in inputs))
      faults.push(superfluous(token.value, options));
    else if (option === undefined) faults.push(unknown(token.kind === "option" ? token.rawName : "", options));
    else if (option.name in inputs) faults.push(fault(option, "It is given twice.", "Give it once."));
    else if (
      value === undefined ||
      value === "" ||
      (token.kind === "option" && !token.inlineValue && value.startsWith("--"))
    )
      faults.push(fault(option, "It has no value.", `Write \`--${option.name} VALUE\`.`));
    else inputs[option.name] = value;
  }
  return faults.length === 0 ? { ok: true, inputs } : { ok: false, faults };
}

function isUnknown(
  token: { readonly kind: string; readonly name?: string; readonly value?: string | undefined } | undefined,
  options: readonly CommandOption[],
): boolean {
  return token?.kind === "option" && token.value === undefined && options.every(({ name }) => name !== token.name);
}

function fault({ name }: CommandOption, says: string, remedy: string): Fault {
  return { code: "invalid_input", place: `Option \`--${name}\``, says, remedy };
}

function unknown(typed: string, options: readonly CommandOption[]): Fault {
  const names = options.map(({ name }) => name);
  const meant = nearest(typed.replace(/^-+/, ""), names);
  const all = `Its options are ${names.map((name) => `\`--${name}\``).join(", ")}.`;
  const remedy = meant === null ? all : `Did you mean \`--${meant}\`?`;
  return { code: "unknown_input", place: `Option \`${shown(typed)}\``, says: "There is no such option.", remedy };
}

function superfluous(typed: string, options: readonly CommandOption[]): Fault {
  const says = "Nothing takes a word without an option here.";
  return { ...unknown(typed, options), place: `\`${shown(typed)}\``, says };
}
