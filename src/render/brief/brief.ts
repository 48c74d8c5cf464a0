import { type Brief, type BriefChanges, isMissing } from "../../domain/brief/brief.ts";
import { isFirst } from "../../domain/brief/runs.ts";
import { counted } from "../../domain/values/plural.ts";
import { bold, cell, code, details, lines, link, plainText, sentence, table } from "../text/markdown.ts";
import { minute, shortened } from "../text/wording.ts";
import {
  changedPackages,
  commitList,
  configurationText,
  evidenceList,
  migrationText,
  planText,
  pullList,
  sizeText,
} from "./parts.ts";

/** The promotion brief under its heading; nothing where there is none. One screen, and everything else folded. */
export function briefPage(brief: Brief | undefined): readonly string[] {
  if (brief === undefined) return [];
  const { app, version, environment } = brief;
  const what = `${plainText(shortened(app, 60))} ${plainText(shortened(version, 60))}`;
  return [`## 📋 ${what} to ${plainText(shortened(environment, 60))}: promotion brief`, ...briefParts(brief)];
}

/** Characters of one text of a brief that are shown. */
const maxText = 1_000;

/** Every text cut: of the words of others there may be any amount. */
function cutTexts<T>(value: T): T {
  if (typeof value === "string") return shortened(value, maxText) as T;
  if (Array.isArray(value)) return value.map(cutTexts) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cutTexts(one)])) as T;
}

/** The brief without its heading. */
export function briefParts(whole: Brief): readonly string[] {
  const brief = cutTexts(whole);
  const { changes } = brief;
  return [
    bold(sentence(inOneLine(brief))),
    ...alerts(brief),
    table(["What", "In short"], rowsOf(brief)),
    ...people(brief),
    ...(isMissing(changes) ? [] : changeParts(brief, changes)),
    details("Migrations", migrationText(brief)),
    details("Evidence so far", evidenceList(brief.evidence)),
    details(`Plan for ${plainText(shortened(brief.environment, 60))}`, planText(brief.plan, brief.environment)),
    ...brief.rollback.map(({ when, plan }) =>
      details(`Rollback plan: ${plainText(shortened(when, 200).replace(/:$/, ""))}`, planText(plan, brief.environment)),
    ),
    details("How this was found out", notesOf(brief)),
  ];
}

function inOneLine({ changes, runs, environment }: Brief): string {
  if (isMissing(changes))
    return isFirst(runs)
      ? `${environment} has no earlier deployment that is known here.`
      : `What changes on ${environment} is not known.`;
  const { commits, pulls, migrations, packages, configuration } = changes;
  if (commits.total === 0 && changes.undone.total === 0) return `${environment} runs this commit already.`;
  const parts = [
    counted(commits.total, "commit"),
    counted(pulls.total, "pull request"),
    counted(migrations.total, "migration"),
    isMissing(packages)
      ? "dependencies that could not be compared"
      : `${counted(packages.total, "dependency", "dependencies")} changed`,
    counted(configuration.total, "configuration file"),
  ];
  return `${parts.join(", ")} since what ${environment} runs.`;
}

/** What an approver must not overlook. */
function alerts(brief: Brief): readonly string[] {
  const { changes, migrations, advisories, runs } = brief;
  const known = isMissing(changes) ? null : changes;
  const undone = known?.undone.total ?? 0;
  const older =
    known === null || isMissing(known.packages) ? 0 : known.packages.list.filter(({ how }) => how === "older").length;
  const gaps = brief.evidence.filter(({ status }) => status !== "passed");
  const all: readonly (readonly [boolean, string])[] = [
    [isMissing(changes), isMissing(changes) ? changes.missing : ""],
    [
      undone > 0,
      `${counted(undone, "commit")} that ${brief.environment} runs ${undone === 1 ? "is" : "are"} not in this release.`,
    ],
    [migrations.risks.total > 0, `${counted(migrations.risks.total, "risk")} in the migrations.`],
    [advisories.length > 0, `${counted(advisories.length, "advisory", "advisories")} of dependencies.`],
    [older > 0, `${counted(older, "dependency", "dependencies")} of an older version than before.`],
    [gaps.length > 0, `Not passed: ${gaps.map(({ stage }) => stage).join(", ")}.`],
    ...runs.doubts.map((one) => [true, one] as const),
  ];
  const shown = all.filter(([holds]) => holds).map(([, text]) => `⚠️ ${sentence(shortened(text, 500))}`);
  return shown.length === 0 ? [] : [lines(...shown)];
}

function rowsOf(brief: Brief): readonly (readonly string[])[] {
  const { runs, changes, plan, rollback } = brief;
  const [warm] = rollback;
  return [
    ["Runs now", runsText(brief)],
    [
      "Release",
      `${cell(shortened(brief.release, 100))}, commit ${code(brief.commit.slice(0, 12))}${compareLink(brief)}`,
    ],
    ["Migrations", cell(migrationsInShort(brief))],
    ["Dependencies", cell(dependenciesInShort(brief))],
    ["Evidence", cell(evidenceInShort(brief))],
    ["Plan", cell(planInShort(plan))],
    ["Rollback", cell(rollbackInShort(warm, isFirst(runs)))],
    ["Size", cell(sizeText(brief.size, runs.version))],
    ...(isMissing(changes) ? [] : [["Files", cell(`${counted(changes.files, "file")} changed`)]]),
  ];
}

/** Whom to call, and where to look. */
function people({ on_call, dashboards, monitoring = [] }: Brief): readonly string[] {
  const watched = monitoring.map(({ name, url, state, says }) => {
    const shown = url === null ? plainText(shortened(name, 60)) : link(shortened(name, 60), url);
    return `${state === "there" ? "✅" : "⚠️"} ${shown} (${sentence(shortened(says, 200))})`;
  });
  const pages = dashboards.map(({ name, url }) => link(shortened(name, 60), url));
  const parts = [
    ...(on_call === null
      ? []
      : [`**On call:** ${/^https?:\/\//.test(on_call) ? link(on_call, on_call) : sentence(on_call)}`]),
    ...(pages.length === 0 ? [] : [`**Dashboards:** ${pages.join(", ")}`]),
    ...(watched.length === 0 ? [] : [`**Monitoring:** ${watched.join(", ")}`]),
  ];
  return parts.length === 0 ? [] : [lines(...parts)];
}

function runsText({ runs }: Brief): string {
  const { by, version, commit, at } = runs;
  if (by === "none") return version === null ? "not known" : `${cell(shortened(version, 60))}, as it answers`;
  const of = commit === null ? "" : `commit ${code(commit.slice(0, 12))}`;
  const named = version === null ? of : `${cell(shortened(version, 60))}, ${of}`;
  const how =
    at === null
      ? { deployment: "", answer: ", as it answers", tag: " (by its tag)" }[by]
      : `, deployed ${plainText(minute(at))}`;
  return `${named}${how}`;
}

function compareLink({ runs, commit, repository }: Brief): string {
  if (runs.commit === null) return "";
  return `, ${link("compare", `${repository}/compare/${runs.commit}...${commit}`)}`;
}

function migrationsInShort({ changes, migrations }: Brief): string {
  if (!migrations.run) return "the settings run none";
  const files = isMissing(changes) ? "which ones are new is not known" : counted(changes.migrations.total, "file");
  const risks = migrations.risks.total === 0 ? "no risk found" : counted(migrations.risks.total, "risk");
  const judged = migrations.checks.some(({ verdict }) => verdict === "pass" || verdict === "fail");
  return `${files}, ${judged ? risks : "not judged"}`;
}

function dependenciesInShort({ changes, advisories, advisories_unknown }: Brief): string {
  const changed = isMissing(changes)
    ? "which ones changed is not known"
    : isMissing(changes.packages)
      ? changes.packages.missing
      : `${changes.packages.total} changed`;
  const found =
    advisories_unknown === "" ? counted(advisories.length, "advisory", "advisories") : "advisories not known";
  return `${changed}, ${found}`;
}

function evidenceInShort({ evidence }: Brief): string {
  return evidence
    .map(({ stage, status, gaps }) => {
      const sign = status === "passed" ? "✅" : "❌";
      return `${sign} ${stage}${gaps.length === 0 ? "" : ` (${gaps.length} without a pass)`}`;
    })
    .join(", ");
}

function planInShort(plan: Brief["plan"]): string {
  if (isMissing(plan)) return plan.missing;
  const basis = plan.from === "assumed" ? "assumed: its hosts were not asked" : "by a dry run";
  return `${shortened(plan.says, 300)} ${counted(plan.steps.length, "step")}, ${basis}.`;
}

function rollbackInShort(warm: Brief["rollback"][number] | undefined, first: boolean): string {
  if (warm === undefined) return first ? "none, if this is the first deployment" : "not known";
  return isMissing(warm.plan)
    ? warm.plan.missing
    : `${shortened(warm.when, 200)} ${counted(warm.plan.steps.length, "step")}.`;
}

function changeParts(brief: Brief, changes: BriefChanges): readonly string[] {
  const { commits, pulls, undone, configuration, packages } = changes;
  const { repository } = brief;
  return [
    details(counted(pulls.total, "pull request"), pullList(pulls)),
    details(counted(commits.total, "commit"), commitList(commits, repository)),
    ...(undone.total === 0
      ? []
      : [details(`⚠️ ${counted(undone.total, "commit")} not in this release`, commitList(undone, repository))]),
    details("Dependencies", changedPackages(packages, brief)),
    details(counted(configuration.total, "configuration file"), configurationText(configuration, brief)),
  ];
}

/** Where all this is from, and what could not be read. */
function notesOf({ runs, changes, written_at, environment }: Brief): string {
  const newest = "GitHub's newest deployment to it that succeeded";
  const sources = {
    deployment: `What ${environment} runs: ${newest}. A dry run counts there too.`,
    answer: `What ${environment} runs: the version that its public URL answers, at the commit of its tag.`,
    tag: `What ${environment} runs: assumed from the newest version tag before this release.`,
    none: `What ${environment} runs: neither a deployment nor a version tag says.`,
  };
  const notes = [
    sources[runs.by],
    ...runs.notes,
    ...(isMissing(changes) ? [] : [changes.note, changes.pulls.note].filter((one) => one !== "")),
    `Written ${minute(written_at)}, before the gate: this job has no access to the hosts of ${environment}.`,
  ];
  return notes.map((one) => `- ${sentence(shortened(one, 1_000))}`).join("\n");
}
