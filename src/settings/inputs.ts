import type { Contract } from "../contract.ts";
import { type Fault, nearest, shown } from "./fault.ts";

/** Inputs whose value is never repeated in a sentence. */
const secret = /token|secret|password|key/;

/** The inputs of an action by name, parsed; or every fault at once. */
export function readInputs(
  contract: Contract,
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly inputs: Record<string, unknown> }
  | { readonly ok: false; readonly faults: readonly Fault[] } {
  const names = Object.keys(contract.inputs.shape);
  const faults: Fault[] = [];
  // The runner makes the names: upper case, spaces to `_`, hyphens stay.
  for (const variable of Object.keys(env).filter((name) => name.startsWith("INPUT_"))) {
    const name = variable.slice("INPUT_".length).toLowerCase();
    if (names.includes(name)) continue;
    const meant = nearest(name, names);
    faults.push({
      code: "unknown_input",
      place: `Input \`${shown(name)}\``,
      says: `${contract.folder} has no such input.`,
      remedy:
        meant === null
          ? `Its inputs are ${names.map((one) => `\`${one}\``).join(", ")}.`
          : `Did you mean \`${meant}\`?`,
    });
  }
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const parsed = contract.inputs.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0] ?? "");
      const value = given[name];
      const hidden = secret.test(name);
      if (value === undefined) {
        faults.push({
          code: "invalid_input",
          place: `Input \`${name}\``,
          says: "It is required and empty.",
          remedy: "Give it under `with:`.",
        });
        continue;
      }
      const values = issue.code === "invalid_value" ? issue.values.map(String) : [];
      const meant = nearest(value, values);
      const remedy =
        values.length === 0
          ? `It ${issue.message}.`
          : meant === null
            ? `Use ${values.map((one) => `\`${one}\``).join(" or ")}.`
            : `Did you mean \`${meant}\`?`;
      faults.push({
        code: "invalid_input",
        place: `Input \`${name}\``,
        says: hidden ? "Its value is not accepted." : `It is \`${shown(value)}\`.`,
        remedy,
      });
    }
  }
  return faults.length > 0 || !parsed.success ? { ok: false, faults } : { ok: true, inputs: parsed.data };
}
