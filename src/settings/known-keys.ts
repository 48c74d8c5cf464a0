import type { z } from "zod";

/** The keys that a schema knows at a place of the file; of a union those of all its members. */
export function knownKeys(schema: z.core.$ZodType, [key, ...below]: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object": {
      if (key === undefined) return Object.keys(def.shape);
      const member = def.shape[String(key)];
      return member === undefined ? [] : knownKeys(member, below);
    }
    case "record":
      return key === undefined ? [] : knownKeys(def.valueType, below);
    case "array":
      return key === undefined ? [] : knownKeys(def.element, below);
    default:
      return within(def).flatMap((one) => knownKeys(one, key === undefined ? [] : [key, ...below]));
  }
}

/** What a schema is made of that is at the same place of the file. */
function within(def: z.core.$ZodTypes["_zod"]["def"]): readonly z.core.$ZodType[] {
  switch (def.type) {
    case "union":
      return def.options;
    case "pipe":
      return [def.in];
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
      return [def.innerType];
    default:
      return [];
  }
}
