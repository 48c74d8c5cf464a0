import type { Finding, Judgement } from "../../domain/evidence/result.ts";
import type { Fleet } from "../../domain/fleet/fleet.ts";
import { isRefusal, type Refusal } from "../../domain/fleet/plan.ts";
import {
  type DownEffect,
  type SchemaLook,
  type SchemaRecord,
  type SchemaReturn,
  versionsText,
} from "../../domain/fleet/schema.ts";
import { restoreFact } from "../../domain/rollback/procedures.ts";
import { leftAlready } from "../../strategies/revert.ts";
import { chooseRollback } from "../../strategies/rollback.ts";
import { recordOf, schemaReturn } from "../../strategies/schema-return.ts";
import type { SchemaWish } from "../target.ts";
import { restoreByHand } from "./by-hand.ts";
import { failed, type Hosts } from "./context.ts";
import { addressValues } from "./migrating.ts";
import type { Done } from "./operations.ts";
import { type HostReport, valuesOf } from "./report.ts";
import { lookExpression } from "./schema-down.ts";

const askMs = 20_000;
/** A virtual machine is started, and the rows of tables are asked for. */
const lookMs = 10 * 60_000;

/** The backup that a host made last. */
interface KeptBackup {
  readonly host: string;
  readonly file: string;
}

/** Whether the schema can be rolled back: by what hosts recorded, and by a look from the release that is left. */
export async function schemaReturnOn(hosts: Hosts, fleet: Fleet, wish: SchemaWish): Promise<SchemaReturn | Judgement> {
  const choice = chooseRollback(fleet, wish);
  const between = "refused" in choice ? (leftAlready(fleet, choice) ?? choice) : choice;
  if ("refused" in between) return refusedBy(between);
  const { migrations } = hosts.options.environment;
  if (migrations.versions !== null && migrations.down === undefined) return refusedBy(noExpression);
  const names = fleet.hosts.map(({ host }) => host);
  const { records, backup } = await recordsOn(hosts, names, [between.left, between.to]);
  const restore = restoreFact(await restoreByHand(hosts.options, backup));
  const refuse = (refusal: Refusal) => refusedBy(refusal, restore);
  const record = recordOf(between, records);
  if (isRefusal(record)) return refuse(record);
  const look = await lookFrom(hosts, record);
  if ("verdict" in look) return { ...look, facts: { ...look.facts, ...restore } };
  const made = schemaReturn({ between, records, record, look }, wish);
  return isRefusal(made) ? { ...refuse(made), findings: look.effects.map(findingOf) } : made;
}

/** Everything that was found: the sentence names one of it. */
function findingOf({ version, kind, says }: DownEffect): Finding {
  const meaning = { irreversible: "cannot be reversed", data: "loses data", unread: "could not be read" }[kind];
  return { severity: "error", rule: kind, message: `Migration ${versionsText([version])} ${meaning}: ${says}` };
}

const noExpression: Refusal = {
  refused: "schema_unknown",
  says: "The settings read the schema's versions by an expression of their own, and have none that rolls it back.",
  remedy:
    "Set `migrations.down`, or `migrations.versions: default` where Ecto migrates, or go back with `migrations: keep`.",
};

/** What each host recorded; one that does not answer is away, which the plan is refused for. */
async function recordsOn({ call }: Hosts, names: readonly string[], releases: readonly string[]) {
  const values = { PD_RELEASES: releases.join(" ") };
  const reports = await Promise.all(
    names.map(async (host) => ({ host, report: await call({ host, op: "kept-schema", values, limitMs: askMs }) })),
  );
  const answers = reports.flatMap(({ host, report }) => (failed(report) ? [] : [{ host, report }]));
  const records = answers.flatMap(({ host, report }) => recordsIn(host, report));
  const backups = answers.flatMap(({ host, report }): (KeptBackup & { readonly at: number })[] => {
    const [at = "", file = ""] = valuesOf(report, "backup");
    return file === "" ? [] : [{ host, file, at: Number(at) }];
  });
  const [backup = null] = backups.sort((one, other) => other.at - one.at);
  return { records, backup };
}

function recordsIn(host: string, { records }: HostReport): readonly SchemaRecord[] {
  return records
    .filter(([key]) => key === "schema")
    .map(([, release = "", before = "", known = "", after = ""]) => ({
      ...{ host, release, before: words(before) },
      after: known === "known" ? words(after) : null,
    }));
}

async function lookFrom(hosts: Hosts, { host, release, before }: SchemaRecord): Promise<SchemaLook | Judgement> {
  const { app, environment } = hosts.options;
  const { migrations } = environment;
  const values = {
    ...{ PD_RELEASE: release, PD_LOOK: lookExpression(app, migrations, before) },
    ...addressValues(migrations),
  };
  const report = await hosts.call({ host, op: "look-down", values, limitMs: lookMs });
  if (failed(report)) return report;
  const versions = (key: string) =>
    report.records
      .filter(([name]) => name === key)
      .flatMap(([, repository, ...numbers]) =>
        numbers.filter((one) => one !== "").map((one) => `${repository}/${one}`),
      );
  const applied = versions("applied");
  if (environment.migrations.versions !== null) {
    const going = applied.filter((version) => !before.includes(version));
    const says = "an expression of the settings rolls it back";
    return { applied, files: null, effects: going.map((version) => ({ version, kind: "unread", says })) };
  }
  const effects = report.records
    .filter(([key]) => key === "effect")
    .map(
      ([, repository, version, kind, says = ""]): DownEffect => ({
        version: `${repository}/${version}`,
        kind: kinds.find((one) => one === kind) ?? "unread",
        says,
      }),
    );
  return { applied, files: versions("files"), effects };
}

const kinds = ["irreversible", "data"] as const;

function refusedBy({ refused, says, remedy, release }: Refusal, facts: Judgement["facts"] = {}): Judgement {
  const lacks = release === undefined ? {} : { lacks: release };
  return { verdict: "fail", reason_code: refused, says, remedy, facts: { ...facts, ...lacks } };
}

/** What came of it, by the versions that the database had before and after. */
export function reverted(report: HostReport): Done {
  const [before = "", after = ""] = [valuesOf(report, "versions_before")[0], valuesOf(report, "versions_after")[0]];
  const removed = words(before).filter((version) => !words(after).includes(version));
  const facts = { versions_before: words(before), versions_after: words(after), removed };
  if (removed.length === 0) return { says: "The schema had been rolled back already.", facts };
  return { says: `Rolled the schema back by ${versionsText(removed)}.`, facts };
}

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}
