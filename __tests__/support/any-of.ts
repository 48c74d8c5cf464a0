// Any value that a zod schema admits, for property tests: texts are what people and tools have used to break out of
// pages, far more often than chance would have them.
import fc from "fast-check";
import type { z } from "zod";

/** The parts of a schema that are read here. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly checks?: readonly { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }[];
}

/** What a text is made from, by the name of its field. */
export type Texts = (field: string) => fc.Arbitrary<string>;

/** Values of a schema. A text with a pattern follows it; any other is what `texts` gives for its field. */
export function anyOf(schema: z.ZodType, texts: Texts, field = ""): fc.Arbitrary<unknown> {
  const def = (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def;
  const inner = (one: z.ZodType | undefined) => (one === undefined ? fc.constant(null) : anyOf(one, texts, field));
  switch (def.type) {
    case "object":
      return objectOf(def, texts);
    case "array":
      return fc.array(inner(def.element), { maxLength: 3 });
    case "optional":
      return fc.option(inner(def.innerType), { nil: undefined });
    case "nullable":
      return fc.option(inner(def.innerType), { nil: null });
    case "default":
    case "catch":
      return inner(def.innerType);
    case "union":
      return fc.oneof(...(def.options ?? []).map(inner));
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "boolean":
      return fc.boolean();
    case "number":
      return numberOf(def);
    case "string":
      return textOf(def, texts(field)).filter((one) => schema.safeParse(one).success);
    case "record":
      return fc.dictionary(texts(field), inner(def.valueType), { maxKeys: 3 });
    case "lazy":
      return fc.jsonValue({ maxDepth: 1 });
    default:
      throw new Error(`There is no value for a schema of type ${def.type} at ${field}.`);
  }
}

function objectOf({ shape = {} }: Definition, texts: Texts): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([name, one]) => [name, anyOf(one, texts, name)] as const);
  return fc
    .record(Object.fromEntries(fields))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
}

const checksOf = ({ checks = [] }: Definition) => checks.map((one) => one._zod.def);

function numberOf(def: Definition): fc.Arbitrary<number> {
  const checks = checksOf(def);
  const whole = def.format === "safeint" || checks.some(({ format }) => format === "safeint");
  const above = checks.find(({ check }) => check === "greater_than");
  const least = above === undefined ? -1_000 : Number(above["value"]) + (above["inclusive"] === true ? 0 : 1);
  const large = fc.constantFrom(least, 1e9, Number.MAX_SAFE_INTEGER);
  const usual = fc.integer({ min: least, max: 100_000 });
  return whole ? fc.oneof(usual, large) : fc.oneof(usual, large, fc.double({ min: least, max: 1e6, noNaN: true }));
}

function textOf(def: Definition, free: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const checks = checksOf(def);
  const format = def.format ?? checks.find((one) => one["format"] !== undefined)?.["format"];
  if (format === "datetime") return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map(iso);
  const pattern = checks.find((one) => one["pattern"] instanceof RegExp)?.["pattern"];
  return pattern instanceof RegExp ? fc.stringMatching(pattern, { size: "xsmall" }) : free;
}

function iso(date: Date): string {
  return date.toISOString();
}
