import { z } from "zod";

/** Values of the settings that strategies name as well, each with the sentence that explains it. */

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** A duration with its unit, to milliseconds. */
export const duration = z
  .string({ error: "must be a duration with a unit, such as `30s`" })
  .regex(/^\d{1,6}(ms|s|m|h)$/, "must be a duration with a unit: `500ms`, `30s`, `10m` or `2h`")
  .transform((text) => Number.parseInt(text, 10) * (units[text.replace(/^\d+/, "")] ?? 0))
  .pipe(z.number().max(24 * 3_600_000, "must be at most 24h"));

/** A percentage that may be above 100: `50%`, `50` or `150%`, to a number. */
export const increase = z.union(
  [
    z.number(),
    z
      .string()
      .regex(/^\d{1,3}(\.\d{1,6})?\s?%?$/)
      .transform((text) => Number.parseFloat(text)),
  ],
  { error: "must be a percentage such as `5%`" },
);

/** A percentage: `5%`, `5` or `79.5%`, to a number from 0 to 100. */
export const percentage = increase.pipe(z.number().min(0, "must be at least 0 %").max(100, "must be at most 100 %"));

/** What has a `type` in the settings file, such as a router: one of a registry, to what that makes of its keys. */
export interface Kind<Made> {
  readonly type: string;
  readonly settings: z.ZodType<Made> & z.core.$ZodTypeDiscriminable;
}

/** One of these kinds, by its `type`. */
export function oneOfKinds<Made>(kinds: readonly Kind<Made>[]): z.ZodType<Made> {
  const [first, ...rest] = kinds.map((kind) => kind.settings);
  if (first === undefined) throw new Error("There is nothing to choose from");
  const types = kinds
    .map(({ type }) => `\`${type}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ");
  const error = ({ code }: { readonly code: string }) =>
    code === "invalid_type" ? `must be a map with a \`type\`, ${types}` : `must be ${types}`;
  return z.discriminatedUnion("type", [first, ...rest], { error });
}

/** The name of an environment variable. */
export const variableName = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]{0,99}$/, "must be the name of an environment variable, such as `DEPLOY_WEBHOOK`");
