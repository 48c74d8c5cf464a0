import { z } from "zod";
import type { GateRules } from "./settings.ts";

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 24 * 3_600_000 };

/** A time that people wait for, to milliseconds. GitHub keeps a run for 35 days. */
const days = z
  .string({ error: "must be a duration with a unit, such as `12h`" })
  .regex(/^\d{1,4}[mhd]$/, "must be a duration with a unit: `30m`, `12h` or `3d`")
  .transform((text) => Number.parseInt(text, 10) * (units[text.slice(-1)] ?? 0))
  .pipe(
    z
      .number()
      .min(60_000, "must be at least 1m")
      .max(35 * 24 * 3_600_000, "must be at most 35d"),
  );

const approvalSchema = z.strictObject({
  by: z.enum(["environment", "none"]).prefault("environment"),
  "self-approval": z.enum(["refuse", "allow"]).prefault("refuse"),
});

/** What the settings of an environment say of its gates. */
export const gateSettings = {
  approval: approvalSchema.optional(),
  "evidence-max-age": days.prefault("24h"),
  "verified-for": days.optional(),
};

const gateShape = z.object(gateSettings);
type GateSettings = z.infer<typeof gateShape>;

export function gateRulesOf(given: GateSettings): GateRules {
  return { evidenceMaxAgeMs: given["evidence-max-age"], verifiedForMs: given["verified-for"] ?? null };
}

/** What of the gates of one environment cannot hold together, by its key. */
export function gateFaults(
  given: GateSettings,
): readonly { readonly keys: readonly string[]; readonly says: string; readonly remedy: string }[] {
  const { "evidence-max-age": maxAge, "verified-for": verifiedFor = 0 } = given;
  if (verifiedFor < maxAge) return [];
  return [
    {
      keys: ["verified-for"],
      says:
        `A release would have to be verified for ${hours(verifiedFor)}, and evidence counts for ${hours(maxAge)} ` +
        "(`evidence-max-age`): no release could pass.",
      remedy: "Set `evidence-max-age` above `verified-for`, such as to twice as much.",
    },
  ];
}

function hours(ms: number): string {
  return `${Math.round(ms / 3_600) / 1_000} h`;
}
