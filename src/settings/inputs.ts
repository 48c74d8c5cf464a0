import type { z } from "zod";
import { type Contract, writtenDefault } from "../contract.ts";
import { type Fault, nearest, shown } from "./fault.ts";

/** Inputs whose value is never repeated in a sentence. */
const secret = /token|secret|password|key/;

/** Inputs that name what is read or changed: one without a value must not stand for another. */
const naming: ReadonlySet<string> = new Set(["config", "working-directory", "environment", "from"]);

/** Inputs that keep a run from changing anything. A person who starts a run sets them, or leaves them out. */
const sparing: ReadonlySet<string> = new Set(["dry-run", "explain", "drill"]);

/** The inputs of an action by name, parsed; or every fault at once. */
export function readInputs(
  contract: Contract,
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly inputs: Record<string, unknown> }
  | { readonly ok: false; readonly faults: readonly Fault[] } {
  const names = Object.keys(contract.inputs.shape);
  const faults = [...unknownInputs(contract.folder, names, env), ...emptyInputs(contract, env)];
  const given = Object.fromEntries(
    Object.entries(contract.inputs.shape).flatMap(([name, input]) => {
      const value = givenFor(name, env);
      // A default that GitHub evaluates is already in the value, where it has one.
      const evaluated = value === "" && writtenDefault(input).includes("${{");
      return value === undefined || (value === "" && !evaluated) ? [] : [[name, value]];
    }),
  );
  const parsed = contract.inputs.safeParse(given);
  if (parsed.success && faults.length === 0) return { ok: true, inputs: parsed.data };
  return { ok: false, faults: [...faults, ...(parsed.error?.issues ?? []).map((issue) => refused(issue, given))] };
}

function givenFor(name: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`]?.trim();
}

/**
 * Inputs that were given without a value. The runner fills in the default of one that is left out, so that an empty one
 * was written: most often as an expression of a variable, an input or a member of a matrix that is not there.
 */
function emptyInputs(contract: Contract, env: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const byHand = env["GITHUB_EVENT_NAME"] === "workflow_dispatch";
  return Object.entries(contract.inputs.shape).flatMap(([name, input]) => {
    if (givenFor(name, env) !== "" || !(naming.has(name) || (byHand && sparing.has(name)))) return [];
    const says = naming.has(name) ? "It is empty." : "It is empty, in a run that was started by hand.";
    const remedy =
      "An expression is empty where what it names has no value. Compare the names in it, " +
      `or leave the input out for \`${writtenDefault(input)}\`.`;
    return [{ code: "invalid_input", place: `Input \`${name}\``, says, remedy }];
  });
}

/** Inputs that the action does not declare: a mistyped one must not switch anything off. */
function unknownInputs(
  action: string,
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly Fault[] {
  // The runner makes the names: upper case, spaces to `_`, hyphens stay.
  const given = Object.keys(env).flatMap((name) =>
    name.startsWith("INPUT_") ? [name.slice("INPUT_".length).toLowerCase()] : [],
  );
  return given
    .filter((name) => !names.includes(name))
    .map((name) => {
      const meant = nearest(name, names);
      const all = `Its inputs are ${names.map((one) => `\`${one}\``).join(", ")}.`;
      return {
        code: "unknown_input",
        place: `Input \`${shown(name)}\``,
        says: `${action} has no such input.`,
        remedy: meant === null ? all : `Did you mean \`${meant}\`?`,
      };
    });
}

/** Why a value is not accepted. */
function refused(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): Fault {
  const name = String(issue.path[0] ?? "");
  const place = `Input \`${name}\``;
  const value = given[name];
  if (value === undefined)
    return { code: "invalid_input", place, says: "It is required and empty.", remedy: "Give it under `with:`." };
  return {
    code: "invalid_input",
    place,
    says: secret.test(name) ? "Its value is not accepted." : `It is \`${shown(value)}\`.`,
    remedy: remedyOf(issue, value),
  };
}

function remedyOf(issue: z.core.$ZodIssue, value: string): string {
  if (issue.code !== "invalid_value") return `It ${issue.message}.`;
  const values = issue.values.map(String);
  const meant = nearest(value, values);
  return meant === null ? `Use ${values.map((one) => `\`${one}\``).join(" or ")}.` : `Did you mean \`${meant}\`?`;
}
