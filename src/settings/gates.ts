import { z } from "zod";
import type { FreezeRule } from "../domain/gate/freeze.ts";
import { shown } from "./fault.ts";
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

/** A day and a time of the clock on the wall; a space is as good as a `T`. */
const wallTime = z
  .string({ error: "must be a day and a time, such as `2026-12-20T18:00`" })
  .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/, "must be a day and a time, such as `2026-12-20T18:00`")
  .transform((text) => text.replace(" ", "T"));

const zoneName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, "must be a time zone, such as `Europe/Berlin`")
  .refine(isZone, "must be a time zone that exists, such as `Europe/Berlin`");

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const freezeSchema = z.strictObject({
  zone: zoneName.prefault("UTC"),
  override: z
    .array(
      z
        .string()
        .max(140)
        .regex(/^[A-Za-z0-9_-]+(\[bot\])?(\/[A-Za-z0-9._-]+)?$/, "must be a login, or a team as `org/slug`"),
    )
    .max(50)
    .prefault([]),
  windows: z
    .array(
      z.strictObject({
        from: wallTime,
        to: wallTime.optional(),
        repeat: z.string().trim().min(1).max(300).toUpperCase().optional(),
        why: z.string().trim().min(1, "must say why").max(300),
      }),
    )
    .min(1, "must have a window")
    .max(100),
});

/** What the settings of an environment say of its gates. */
export const gateSettings = {
  approval: approvalSchema.optional(),
  "evidence-max-age": days.prefault("24h"),
  "verified-for": days.optional(),
  "ref-moved": z
    .union([z.enum(["refuse", "warn"]), z.literal(["off", false])], { error: "must be `refuse`, `warn` or `off`" })
    .prefault("warn"),
  freeze: freezeSchema.optional(),
  provenance: z
    .strictObject({
      repository: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, "must be a repository as `owner/name`")
        .max(140)
        .optional(),
      "signer-workflow": z
        .string()
        .regex(
          /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+\/\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/,
          "must be a workflow as `owner/name/.github/workflows/deploy.yml`",
        )
        .max(300)
        .optional(),
    })
    .optional(),
};

const gateShape = z.object(gateSettings);
type GateSettings = z.infer<typeof gateShape>;

export function gateRulesOf(given: GateSettings): GateRules {
  const moved = given["ref-moved"];
  return {
    evidenceMaxAgeMs: given["evidence-max-age"],
    verifiedForMs: given["verified-for"] ?? null,
    refMoved: moved === false ? "off" : moved,
    freeze: freezeOf(given.freeze),
    provenance:
      given.provenance === undefined
        ? null
        : {
            repository: given.provenance.repository ?? null,
            signerWorkflow: given.provenance["signer-workflow"] ?? null,
          },
  };
}

function freezeOf(given: GateSettings["freeze"]): FreezeRule | null {
  if (given === undefined) return null;
  const windows = given.windows.map(({ from, to = null, repeat = null, why }) => ({ from, to, repeat, why }));
  return { ...given, windows };
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

/** What of the gates of one environment cannot hold together or be understood, each at its key. */
export async function gateFaults(given: GateSettings): Promise<readonly GateFault[]> {
  return [...ageFaults(given), ...(await freezeFaults(given.freeze))];
}

interface GateFault {
  readonly keys: readonly (string | number)[];
  readonly says: string;
  readonly remedy: string;
}

function ageFaults({
  "evidence-max-age": maxAge,
  "verified-for": verifiedFor = 0,
}: GateSettings): readonly GateFault[] {
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

/** The calendar is loaded where there is a freeze. */
async function freezeFaults(given: GateSettings["freeze"]): Promise<readonly GateFault[]> {
  const rule = freezeOf(given);
  if (rule === null) return [];
  const { faultOfWindow } = await import("../domain/gate/freeze-calendar.ts");
  return rule.windows.flatMap((window, index) => {
    const fault = faultOfWindow(window);
    if (fault === null) return [];
    return [
      {
        keys: ["freeze", "windows", index, fault.key],
        says: `\`${fault.key}\` is \`${shown(window[fault.key])}\`; it ${fault.rule}.`,
        remedy: "Change the value; docs/promoting.md has examples.",
      },
    ];
  });
}

function hours(ms: number): string {
  return `${Math.round(ms / 3_600) / 1_000} h`;
}
