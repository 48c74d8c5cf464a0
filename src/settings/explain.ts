import type { z } from "zod";
import { type Fault, nearest, shown } from "./fault.ts";

/** Kinds that are not available yet: said so, instead of a guess at what was meant. */
const later: ReadonlySet<string> = new Set(["kubernetes", "fly"]);

type Issue = z.core.$ZodIssue;
type Keys = readonly PropertyKey[];

/** The file that the issues are of. */
export interface Source {
  /** The whole value of the file. */
  readonly value: unknown;
  /** The place of a key: file, line, column and name. */
  readonly place: (keys: Keys) => string;
  /** The names that there are at a place. */
  readonly known: (keys: Keys) => readonly string[];
}

/** One issue at its place in the file. */
interface Spot {
  readonly source: Source;
  readonly keys: Keys;
  /** `environments.staging.path`; empty for the file itself. */
  readonly name: string;
  /** What stands there. */
  readonly found: unknown;
}

/** Turns one issue of zod into sentences. `above`: the keys that lead to what the issue is of. */
export function explain(issue: Issue, source: Source, above: Keys = []): readonly Fault[] {
  const keys = [...above, ...issue.path];
  const spot: Spot = { source, keys, name: keys.map(String).join("."), found: valueAt(source.value, keys) };
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(spot, key));
    case "invalid_key":
      return [invalidName(spot, issue)];
    default:
      return spot.found === undefined ? [missing(spot)] : unaccepted(spot, issue);
  }
}

function unaccepted(spot: Spot, issue: Issue): readonly Fault[] {
  if (issue.code === "invalid_union") return ofUnion(spot, issue);
  if (issue.code === "invalid_value" && issue.message.startsWith("Invalid"))
    return [notOneOf(spot, issue.values.map(String))];
  const unreadable = issue.message.startsWith("Invalid") || issue.message.startsWith("Too");
  const rule = unreadable ? `is not accepted: ${issue.message}` : issue.message;
  return [fault(spot, `\`${spot.name || "the file"}\` is \`${shown(spot.found)}\`; it ${rule}.`, "Change the value.")];
}

function valueAt(value: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

function fault({ source, keys }: Pick<Spot, "source" | "keys">, says: string, remedy: string): Fault {
  return { code: "invalid_settings", place: source.place(keys), says, remedy };
}

function unknownKey({ source, keys, name, found }: Spot, key: string): Fault {
  const says = `\`${shown(key)}\` is not a setting${name === "" ? "" : ` of \`${name}\``}.`;
  const given = Object.keys(found ?? {});
  const meant = nearest(
    key,
    source.known(keys).filter((one) => !given.includes(one)),
  );
  const remedy =
    meant === null ? "Remove it, or see docs/configuration.md for the names." : `Did you mean \`${meant}\`?`;
  return fault({ source, keys: [...keys, key] }, says, remedy);
}

function invalidName(spot: Spot, issue: Extract<Issue, { code: "invalid_key" }>): Fault {
  const [message = "is not accepted"] = issue.issues.map((one) => one.message);
  const rule = message.startsWith("Invalid") ? "is not accepted here" : message;
  const group = spot.keys.slice(0, -1).map(String).join(".");
  return fault(
    spot,
    `\`${shown(String(spot.keys.at(-1)))}\` as a name of \`${group}\` ${rule}.`,
    "Choose another name.",
  );
}

function missing(spot: Spot): Fault {
  return fault(spot, `\`${spot.name}\` is missing.`, "Add it; docs/configuration.md shows an example.");
}

/** A union is explained by the branch that came nearest: one that got past the type of the value itself was meant. */
function ofUnion(spot: Spot, issue: Extract<Issue, { code: "invalid_union" }>): readonly Fault[] {
  const atRoot = (one: Issue) => one.path.length === 0 && (one.code === "invalid_type" || one.code === "invalid_value");
  const [meant] = issue.errors
    .filter((branch) => branch.length > 0 && !branch.some(atRoot))
    .sort((a, b) => a.length - b.length);
  if (meant === undefined) {
    const word = shown(spot.found);
    const kind = nearest(
      word,
      [...issue.message.matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one),
    );
    const rule =
      issue.message === "Invalid input" ? "See docs/configuration.md for what it takes." : `It ${issue.message}.`;
    const remedy = kind === null ? rule : `Did you mean \`${kind}\`?`;
    const why = later.has(word) ? "which is not available yet" : "which is not accepted";
    return [fault(spot, `\`${spot.name}\` is \`${word}\`, ${why}.`, remedy)];
  }
  const discriminated = meant.filter((one) => !(one.code === "invalid_value" && one.path.at(-1) === "type"));
  const shownIssues = discriminated.length > 0 ? discriminated : meant;
  return shownIssues.flatMap((one) => explain(one, spot.source, spot.keys));
}

function notOneOf(spot: Spot, values: readonly string[]): Fault {
  const word = shown(spot.found);
  if (later.has(word))
    return fault(spot, `\`${spot.name}\` is \`${word}\`, which is not available yet.`, `Use ${listed(values)}.`);
  const meant = typeof spot.found === "string" ? nearest(spot.found, values) : null;
  const remedy = meant === null ? `Use ${listed(values)}.` : `Did you mean \`${meant}\`?`;
  return fault(spot, `\`${spot.name}\` is \`${word}\`.`, remedy);
}

function listed(values: readonly string[]): string {
  return values.map((one) => `\`${one}\``).join(" or ");
}
