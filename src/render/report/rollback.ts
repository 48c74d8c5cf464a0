import type { Measurement } from "../../domain/evidence/evidence.ts";
import { repositoryOf, versionNumber } from "../../domain/fleet/schema.ts";
import type { Report } from "../../domain/report/report.ts";
import type { RolledBackPart } from "../../domain/report/rollback-form.ts";
import { counted, someOf } from "../../domain/values/plural.ts";
import { bold, cell, details, link, sentence, table } from "../text/markdown.ts";
import { durationText, minute, shortened } from "../text/wording.ts";
import { type Part, plainParts } from "./part.ts";
import { seenTable, statusOf } from "./tables.ts";

type Rolled = NonNullable<Report["rollback"]>;
type Rows = readonly (readonly [string, string])[];

/** How it ended, where that is not what the report says above. */
const endings: Readonly<Record<RolledBackPart["outcome"], string>> = {
  done: "",
  drill: "",
  unfinished: "🚨 **The release before serves, and what comes after that, such as the schema, failed: look now.**",
  failed: "🚨 **It failed: look now.**",
  partial: "🚨 **Not every host went back: look now.**",
  "not-recovered": "🚨 **The release before serves, and users still get bad answers: look now.**",
  undone: "❌ **It was undone: the release that was to be left serves again.**",
  cut: "❓ **It did not end: look at what serves.**",
  "nothing-changed": "⛔ **Nothing was rolled back.**",
};

/** The word of the summary. */
const words: Readonly<Record<RolledBackPart["outcome"], string>> = {
  done: "DONE",
  drill: "DRILL, back and forward again",
  unfinished: "DONE, but not what comes after",
  failed: "FAILED",
  partial: "FAILED, not on every host",
  "not-recovered": "DONE, and users still get bad answers",
  undone: "UNDONE",
  cut: "DID NOT END",
  "nothing-changed": "NOTHING CHANGED",
};

/** How the rollback ended, in the words of the summary. */
export function rollbackWord({ outcome, decision }: Rolled): string {
  return words[outcome ?? (decision === "rollback-failed" ? "failed" : "done")];
}

/** The section of a rollback: why, by whom, how long it took, what users got. What `above` has said is not repeated. */
export function rollbackParts(rollback: Rolled, above: string): readonly Part[] {
  const { outcome = "done", decision, says, remedy, rows, drill } = rollback;
  const said = says === above;
  const ending = decision === "rollback-failed" && outcome === "done" ? endings.failed : endings[outcome];
  return plainParts(
    drill === undefined ? "### Rollback" : "### Rollback Drill",
    ending,
    ...(said ? [] : [bold(sentence(shortened(says, 2_000)))]),
    ...(said || remedy === "" ? [] : [`**What to do:** ${sentence(shortened(remedy, 2_000))}`]),
    table(["What", "Value"], factsOf(rollback)),
    ...(rows.length === 0 ? [] : [details(`The rollback: ${counted(rows.length, "step")}`, seenTable(rows, "Step"))]),
  );
}

function factsOf(rollback: Rolled): Rows {
  return [
    ...releasesOf(rollback),
    ...whyOf(rollback),
    ...whoOf(rollback),
    ...timesOf(rollback),
    ...usersOf(rollback),
    ...schemaOf(rollback),
  ];
}

function releasesOf({ from, to, asked_to, built_by }: Rolled): Rows {
  const known = (id: string | null) => (id === null ? "a release that is not known" : cell(shortened(id, 100)));
  const asked = asked_to === undefined || asked_to === "" ? "" : `, asked for as ${name(asked_to)}`;
  return [
    ["From", known(from)],
    ["To", `${known(to)}${asked}`],
    ...(built_by === undefined ? [] : [["Its files", filesOf(built_by)] as const]),
  ];
}

/** A name as code that may break in a narrow cell. */
function name(text: string): string {
  return cell(`\`${shortened(text, 100)}\``);
}

/** Where the files of a release are that the hosts do not have any more. */
function filesOf({ run_id, url, artifact, digest }: NonNullable<Rolled["built_by"]>): string {
  const run = link(`run ${shortened(run_id, 40)}`, url);
  return `not on the hosts any more; artifact ${name(artifact)} of ${run}, sha256 ${name(digest)}`;
}

function whyOf({ reason, criterion }: Rolled): Rows {
  if (reason === undefined) return [];
  const { code: word, detail } = reason;
  const added = detail.trim() === "" ? "" : `: ${cell(shortened(detail, 1_000))}`;
  return [
    ["Reason", `${word === null ? "none was given" : name(word)}${added}`],
    ...(criterion == null
      ? []
      : ([
          ["Criterion", `${cell(shortened(criterion.title, 200))}, ${statusOf(criterion)}: ${seen(criterion)}`],
        ] as const)),
  ];
}

function seen({ says }: { readonly says: string }): string {
  return cell(shortened(says, 1_000));
}

function whoOf({ by, actor, run, started_at }: Rolled): Rows {
  if (actor === undefined || run === undefined) return [];
  const who = cell(shortened(actor, 100));
  const where = link(`run ${shortened(run.run_id, 40)}, attempt ${shortened(run.run_attempt, 10)}`, run.url);
  const whole = by === "promote" ? `promote by itself, in ${where} of ${who}` : `${who}, by hand, in ${where}`;
  return [
    ["Started by", whole],
    ...(started_at === undefined || by === "promote" ? [] : [["Started at", cell(minute(started_at))] as const]),
  ];
}

function timesOf({ by, times, drill }: Rolled): Rows {
  if (drill !== undefined) {
    const direction = (one: typeof drill.back) => (one === null ? "did not get there" : bothOf(one));
    return [
      ["Back", direction(drill.back)],
      ["Forward again", direction(drill.forward)],
    ];
  }
  if (times == null) return [];
  const { traffic_ms, whole_ms } = times;
  const since = by === "promote" ? "the failure" : "the start of the action";
  return [
    ...(traffic_ms === null ? [] : [["Traffic back", `${durationText(traffic_ms)} after ${since}`] as const]),
    ["All done", `${durationText(whole_ms)} after ${since}`],
  ];
}

function bothOf({ traffic_ms, whole_ms }: { readonly traffic_ms: number; readonly whole_ms: number }): string {
  return `${durationText(traffic_ms)} until all new requests went there, ${durationText(whole_ms)} in all`;
}

function usersOf({ by, outcome, requests, recovered }: Rolled): Rows {
  const { before = null, after = null } = requests ?? {};
  const counts = [
    ...(before === null ? [] : [`${failedOf(before)} ${by === "promote" ? "in the watch" : "until the switch"}`]),
    ...(after === null ? [] : [`${failedOf(after)} after it`]),
  ];
  const rows: Rows = counts.length === 0 ? [] : [["Failed requests", counts.join(", ")]];
  if (recovered == null) return rows;
  const good = outcome === "drill" ? "Good answers after it" : "Good answers again";
  return [...rows, [good, `${statusOf(recovered)}: ${seen(recovered)}`]];
}

function failedOf({ requests, errors }: Measurement): string {
  return `${errors} of ${requests} (${((100 * errors) / requests).toFixed(1)}%)`;
}

function schemaOf({ schema, drill }: Rolled): Rows {
  if (schema === undefined || drill !== undefined) return [];
  const { outcome, before, after, removed, says } = schema;
  const moved = before === null && after === null ? "" : `; newest before ${newest(before)}, after ${newest(after)}`;
  const what = {
    kept: `kept${after === null || after.length === 0 ? "" : ` at ${newest(after)}`}`,
    down: removed.length === 0 ? "nothing was left to roll back" : `rolled back by ${versions(removed)}${moved}`,
    refused: "asked to be rolled back, and refused",
    failed: `not rolled back as planned${moved}`,
    "not-reached": "asked to be rolled back; the rollback ended before that",
  }[outcome];
  const why = says === "" || outcome === "down" ? "" : `: ${cell(shortened(says, 1_000))}`;
  return [["Schema", `${what}${why}`]];
}

function newest(of: readonly string[] | null): string {
  if (of === null) return "not known";
  return of.length === 0 ? "none" : versions(of);
}

/** By their numbers alone where all are of one repository. */
function versions(of: readonly string[]): string {
  const plain = new Set(of.map(repositoryOf)).size === 1 && of.every((one) => /\/\d+$/.test(one));
  return cell(shortened(someOf(plain ? of.map((one) => String(versionNumber(one))) : of), 400));
}
