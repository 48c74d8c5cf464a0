import { z } from "zod";
import { duration } from "../domain/values/settings.ts";
import type { Strategies } from "../strategies/registry.ts";

/** Keys that every strategy has. */
const common = {
  hold: duration.prefault("15m"),
  drain: duration.prefault("30s"),
  keep: z.int().min(2, "must be at least 2: the active release and the one before").max(50).prefault(5),
};

/**
 * `strategy` of an environment: its type is read first, then the keys that this strategy has. What only it has is
 * gathered in `own`. Without a type it is the first one.
 */
export function strategySchema(strategies: Strategies) {
  const types = Object.keys(strategies);
  const [fallback = "", ...others] = types;
  const branch = (type: string, isFallback: boolean) =>
    z
      .strictObject({
        type: isFallback ? z.literal(type).prefault(type) : z.literal(type),
        ...common,
        ...strategies[type]?.settings,
      })
      .transform(({ type, hold, drain, keep, ...own }) => ({ type, hold, drain, keep, own }));
  return z.preprocess(
    (value, context) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      const { type = fallback } = value as { readonly type?: unknown };
      if (types.some((one) => one === type)) return { ...value, type };
      context.issues.push({ code: "invalid_value", values: types, path: ["type"], input: type });
      return z.NEVER;
    },
    z.discriminatedUnion("type", [branch(fallback, true), ...others.map((type) => branch(type, false))]),
  );
}
