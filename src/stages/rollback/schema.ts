import type { Judgement } from "../../domain/evidence/result.ts";
import { type SchemaReturn, versionsText } from "../../domain/fleet/schema.ts";
import { restoreIn } from "../../domain/rollback/procedures.ts";
import type { Environment } from "../../settings/settings.ts";
import type { SchemaWish, Target } from "../../targets/target.ts";
import { ownerOf } from "../environment.ts";
import { judged, nothingChanged } from "../judged.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";

/** What a rollback is asked for of the schema. */
export interface SchemaInputs {
  /** The schema stays, or is rolled back when traffic is. Absent is `keep`. */
  readonly migrations?: "keep" | "down";
  readonly "allow-data-loss"?: boolean;
}

/** The environment that is rolled back, and what it was asked for. */
interface Back {
  readonly environment: Environment;
  readonly inputs: SchemaInputs & { readonly to: string; readonly drill: boolean };
}

/** It must not be rolled back; `lacks` is a release whose files the hosts do not have any more, where that is why. */
interface SchemaKept {
  readonly conclusion: Conclusion;
  readonly lacks: string | null;
}

/**
 * How the schema is rolled back, where that is asked for: looked at before anything is changed. Null where it stays.
 */
export async function askForSchema(
  run: StageRun,
  { target, carried }: { readonly target: Target; readonly carried: string | null },
  back: Back,
): Promise<SchemaReturn | SchemaKept | null> {
  const { inputs } = back;
  const invalid = invalidInput(back);
  if (invalid !== null)
    return { conclusion: stopped({ reason_code: "invalid_input", ...invalid }, nothingChanged), lacks: null };
  if (inputs.migrations !== "down") return null;
  let made: SchemaReturn | null = null;
  const subject = { kind: "gate", id: "schema", title: "The schema can be rolled back", required: true } as const;
  const judgement = await judged(run, subject, async () => {
    const wish = { owner: ownerOf(run), to: inputs.to, carried, allowDataLoss: allowed(inputs) };
    const seen = await look(target, wish);
    if ("verdict" in seen) return seen;
    made = seen;
    return found(seen);
  });
  if (made !== null) return made;
  await showRestore(run, judgement);
  const lacks = judgement.facts?.["lacks"];
  return { conclusion: stopped(judgement, nothingChanged), lacks: typeof lacks === "string" ? lacks : null };
}

function invalidInput({ environment, inputs }: Back): { says: string; remedy: string } | null {
  const { migrations = "keep", drill } = inputs;
  if (migrations === "keep") {
    if (!allowed(inputs)) return null;
    return {
      says: "Input `allow-data-loss` is true, and the schema stays: `migrations` is `keep`.",
      remedy: "Set `migrations: down` to roll the schema back, or leave `allow-data-loss` out.",
    };
  }
  if (drill)
    return {
      says: "Input `migrations` is `down`, and `drill` is true: after a drill the release goes forward again.",
      remedy: "Rehearse with `migrations: keep`; `dry-run` shows which versions would be rolled back.",
    };
  if (environment.migrations.migrate !== null) return null;
  return {
    says: `Input \`migrations\` is \`down\`, and ${environment.name} has no \`migrations\` in the settings.`,
    remedy: "Leave `migrations` out: no deployment has migrated a schema.",
  };
}

function allowed(inputs: SchemaInputs): boolean {
  return inputs["allow-data-loss"] === true;
}

async function look(target: Target, wish: SchemaWish): Promise<SchemaReturn | Judgement> {
  const seen = await target.observe();
  if ("failed" in seen) return seen.failed;
  const answer = await target.schemaReturn?.(seen.fleet, wish);
  return (
    answer ?? {
      verdict: "error",
      reason_code: "schema_unknown",
      says: "This kind of target cannot say which versions the schema has.",
      remedy: "Go back with `migrations: keep`.",
    }
  );
}

function found({ from, going, staying }: SchemaReturn): Judgement {
  const versions = going.length === 0 ? "No version goes" : `${versionsText(going)} of ${from} can be rolled back`;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${versions}, and ${staying.length === 0 ? "none" : versionsText(staying.slice(-1))} stays.`,
    facts: { going: [...going], staying: [...staying] },
  };
}

/** What was done to the schema, behind what was done to traffic. */
export function withSchema(says: string, schema: SchemaReturn | null): string {
  if (schema === null) return says;
  const { going } = schema;
  const done = going.length === 0 ? "had nothing to roll back" : `was rolled back by ${versionsText(going)}`;
  return `${says} The schema ${done}.`;
}

async function showRestore({ world }: StageRun, { facts = {} }: Judgement): Promise<void> {
  const parts = restoreIn(facts);
  if (parts.length === 0) return;
  await world.log.group("A restore from the backup, by hand", async () => {
    for (const { title, hosts, says, blocks } of parts) {
      const on = hosts.length === 0 ? "" : `On ${hosts.join(", ")}. `;
      const texts = blocks.flatMap(({ when, text }) => [...(when === "" ? [] : ["", `${when}:`]), "", text]);
      for (const line of ["", `${title}. ${on}${says}`, ...texts].join("\n").split("\n")) world.log.info(line);
    }
  });
}
