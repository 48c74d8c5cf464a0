import { z } from "zod";
import { decisions, measurementSchema } from "../evidence/evidence.ts";
import { rollbackOutcomes } from "../rollback/outcome.ts";
import { rollbackRecordSchema } from "../rollback/record.ts";
import { rowSchema } from "./row-form.ts";

const directionSchema = z.object({
  traffic_ms: z.number().nonnegative().describe("Milliseconds until all new requests went to the release"),
  whole_ms: z.number().nonnegative().describe("Milliseconds until everything after that was done and verified"),
});

const schemaVersion = "`App.Repo/20261101120000`";

/** What became of the schema. */
const schemaSchema = z.object({
  outcome: z
    .enum(["kept", "down", "refused", "failed", "not-reached"])
    .describe(
      "`kept`: nobody asked for anything else; `down`: rolled back; `refused`: asked for, and nothing was changed; " +
        "`failed`: begun, and not ended well; `not-reached`: asked for, and the rollback ended before it",
    ),
  before: z
    .array(z.string())
    .nullable()
    .describe(`The newest version of each repository before, such as ${schemaVersion}; null where that is not known`),
  after: z.array(z.string()).nullable().describe("The newest version of each repository after it"),
  removed: z.array(z.string()).describe("Every version that was rolled back"),
  says: z.string().describe("What was seen, in one sentence; empty where there is nothing to add"),
});

/** What a report says of a rollback beside what it always said: absent in reports of earlier versions. */
const partSchema = z.object({
  outcome: z
    .enum(rollbackOutcomes)
    .describe(
      "`done`: the release before serves; `unfinished`: it does, and what comes after that, such as the schema, " +
        "failed; `partial`: not on every host; `not-recovered`: it serves, and users still get bad answers; " +
        "`failed`: a person must look; `undone`: the release that was to be left serves again; " +
        "`cut`: cancelled or killed; `nothing-changed`: refused before its first change; " +
        "`drill`: back and forward again",
    ),
  reason: z
    .object({
      code: z
        .string()
        .nullable()
        .describe("The reason that a person chose, or the reason code of promote; null for a drill without one"),
      detail: z.string().describe("What the person added; empty where nothing was"),
    })
    .describe("Why it was rolled back"),
  criterion: rowSchema
    .nullable()
    .describe("What promote judged to fail, with its numbers; null for a person's rollback"),
  actor: z.string().describe("Who started the run"),
  run: z
    .object({
      run_id: z.string().describe("Id of the run"),
      run_attempt: z.string().describe("Its attempt"),
      url: z.string().describe("Its address"),
    })
    .describe("The run that rolled back"),
  started_at: z.iso.datetime().describe("When the stage that rolled back began, in UTC"),
  finished_at: z.iso.datetime().nullable().describe("When it ended; null where it did not"),
  times: z
    .object({
      traffic_ms: z
        .number()
        .nonnegative()
        .nullable()
        .describe("Milliseconds until all new requests went to the release before; null where no step shows it"),
      whole_ms: z.number().nonnegative().describe("Milliseconds until the last step and look were done"),
    })
    .nullable()
    .describe("Counted from the start of the action, or for promote from the failure; null where it did not get there"),
  requests: z
    .object({
      before: measurementSchema.nullable().describe("Answered until the switch; null where none was counted"),
      after: measurementSchema.nullable().describe("Answered after it; null where none was counted"),
    })
    .describe("Our own requests through the public URL, as users send them"),
  schema: schemaSchema.describe("What became of the database's schema"),
  recovered: rowSchema.nullable().describe("Whether users got good answers after it; null where nobody looked"),
  asked_to: z.string().optional().describe("`previous`, or the release as the person named it"),
  drill: z
    .object({ back: directionSchema.nullable(), forward: directionSchema.nullable() })
    .optional()
    .describe("How long both directions of a drill took, as far as it came; absent where it was none"),
  built_by: rollbackRecordSchema.shape.built_by.describe(
    "Where a release is found whose files are not on the hosts any more",
  ),
});
export type RolledBackPart = z.infer<typeof partSchema>;

export const rollbackSchema = z.object({
  by: z
    .enum(["promote", "rollback"])
    .describe("`promote` rolled its own release back; `rollback` was asked for by a person"),
  decision: z.enum(decisions).describe("The output `decision` of that stage"),
  from: z.string().nullable().describe("Id of the release that was left"),
  to: z.string().nullable().describe("Id of the release that was gone back to"),
  says: z.string().describe("How it ended, in one sentence"),
  remedy: z.string().describe("What to do; empty when nothing needs doing"),
  ms: z
    .number()
    .nullable()
    .describe("Milliseconds from the first step of the rollback to the end of the last; null where not recorded"),
  notes: z.array(z.string()).describe("Warnings of the stage"),
  rows: z.array(rowSchema).describe("Its steps and looks, in their order"),
  ...partSchema.partial().shape,
});
