import { z } from "zod";
import type { ApprovalRule, GateRules } from "./settings.ts";

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

const approvalSchema = z
  .strictObject({
    by: z.enum(["environment", "pull-request", "none"]).prefault("environment"),
    reviews: z.int().min(1, "must be at least 1").max(10, "must be at most 10").optional(),
    "self-approval": z.enum(["refuse", "allow"]).prefault("refuse"),
  })
  .refine(({ by, reviews }) => reviews === undefined || by === "pull-request", {
    path: ["reviews"],
    error: "is counted by `by: pull-request` alone; set that, or remove it",
  });

/** What the settings of an environment say of its gates. */
export const gateSettings = {
  approval: approvalSchema.optional(),
  "evidence-max-age": days.prefault("24h"),
  "verified-for": days.optional(),
  "ref-moved": z
    .union([z.enum(["refuse", "warn"]), z.literal(["off", false])], { error: "must be `refuse`, `warn` or `off`" })
    .prefault("warn"),
};

const gateShape = z.object(gateSettings);
type GateSettings = z.infer<typeof gateShape>;

export function gateRulesOf(given: GateSettings): GateRules {
  const moved = given["ref-moved"];
  return {
    evidenceMaxAgeMs: given["evidence-max-age"],
    verifiedForMs: given["verified-for"] ?? null,
    refMoved: moved === false ? "off" : moved,
  };
}

/** Who has to approve; without a word of the settings it is asked of a production alone, and of promote. */
export function approvalRuleOf({ approval }: GateSettings, name: string): ApprovalRule {
  const by = approval?.by ?? "environment";
  return {
    by,
    ...(by === "pull-request" ? { reviews: approval?.reviews ?? 1 } : {}),
    selfApproval: approval?.["self-approval"] ?? "refuse",
    promoteOnly: approval === undefined && !production.test(name),
  };
}

/**
 * Names of environments that users are served from. What is called otherwise names its `approval`, if another action
 * than promote is to ask for it.
 */
const production = /(^|[-_./ ])(production|prod|prd|live)\d*([-_./ ]|$)/i;

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
