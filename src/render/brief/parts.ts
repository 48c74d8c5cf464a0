import {
  type Brief,
  type BriefChanges,
  type BriefCommit,
  type BriefStage,
  isMissing,
} from "../../domain/brief/brief.ts";
import { releaseVersionOf } from "../../domain/release/release.ts";
import { counted } from "../../domain/values/plural.ts";
import { cell, code, link, plainText, sentence, table } from "../text/markdown.ts";
import { durationText, shortened } from "../text/wording.ts";

/** Entries of each folded list; the evidence has more of them. */
const maxShown = 50;

/** A list of the first entries, and how many there are more. */
function listed<T>({ total, list }: { readonly total: number; readonly list: readonly T[] }, line: (one: T) => string) {
  const shown = list.slice(0, maxShown);
  const rest = total - shown.length;
  const more = rest > 0 ? [`- and ${rest} more`] : [];
  return [...shown.map((one) => `- ${line(one)}`), ...more].join("\n") || "None.";
}

/** Commits, newest first, each with a link. */
export function commitList(commits: BriefChanges["commits"], repository: string): string {
  return listed(commits, ({ sha, subject, author, pull }: BriefCommit) => {
    const of = pull === null ? "" : ` (${link(`#${pull}`, `${repository}/pull/${pull}`)})`;
    const title = plainText(shortened(subject.replace(/ *\(#\d+\)$/, ""), 120));
    return `${link(sha.slice(0, 8), `${repository}/commit/${sha}`)} ${title}${of}, ${plainText(shortened(author, 60))}`;
  });
}

/** Pull requests with their titles. */
export function pullList(pulls: BriefChanges["pulls"]): string {
  const list = listed(pulls, ({ number, title, author, url }) => {
    const by = author === "" ? "" : `, ${plainText(shortened(author, 60))}`;
    return `${link(`#${number}`, url)} ${plainText(shortened(title, 120))}${by}`;
  });
  return pulls.note === "" ? list : `${list}\n\n${sentence(shortened(pulls.note, 1_000))}`;
}

/** Changed configuration, and what the release needs of the servers. */
export function configurationText(configuration: BriefChanges["configuration"], { variables }: Brief): string {
  const names = variables.slice(0, maxShown).map((name) => code(shortened(name, 100)));
  const rest = variables.length - names.length;
  const needs = `The servers must have: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
  return [pathList(configuration), ...(names.length === 0 ? [] : [needs])].join("\n\n");
}

/** Changed files by their paths. */
function pathList(paths: BriefChanges["configuration"]): string {
  return listed(paths, ({ path, change }) => `${code(shortened(path, 300))} ${change}`);
}

const steps: Readonly<Record<string, string>> = {
  added: "new",
  removed: "removed",
  newer: "",
  major: "⚠️ major",
  older: "⚠️ older",
  source: "⚠️ another source",
  other: "",
};

/** What mix.lock has differently, with advisories. */
export function changedPackages(packages: BriefChanges["packages"], brief: Brief): string {
  const { advisories, advisories_unknown } = brief;
  const parts: string[] = [];
  if (isMissing(packages)) parts.push(sentence(shortened(packages.missing, 1_000)));
  else if (packages.total === 0) parts.push("mix.lock is the same.");
  else {
    const rows = packages.list.slice(0, maxShown).map(({ name, before, after, how, advisories: of }) => {
      const notes = [steps[how] ?? "", of.length === 0 ? "" : `⚠️ ${counted(of.length, "advisory", "advisories")}`];
      const note = notes.filter((one) => one !== "").join(", ");
      return [cell(name), cell(`${before ?? "none"} → ${after ?? "none"}`), note];
    });
    const rest = packages.total - rows.length;
    parts.push(
      table(["Package", "Version", ""], rows),
      ...(rest > 0 ? [`And ${rest} more in the evidence file.`] : []),
    );
  }
  if (advisories_unknown !== "")
    parts.push(`Whether there are advisories is not known: ${sentence(shortened(advisories_unknown, 500))}.`);
  else if (advisories.length === 0) parts.push("No advisory and no retired package among all dependencies.");
  else
    parts.push(
      "Advisories, and retired packages, of all dependencies:",
      listed({ total: advisories.length, list: advisories }, (one) => sentence(shortened(one, 300))),
    );
  return parts.join("\n\n");
}

/** The migrations, what the checks say of them, and how they went on the environment before. */
export function migrationText({ changes, migrations, environment }: Brief): string {
  const { run, checks, risks, before, backup } = migrations;
  const place = plainText(shortened(environment, 60));
  const parts = [
    ...(isMissing(changes) ? [] : [pathList(changes.migrations)]),
    ...(run ? [] : [`The settings of ${place} run no migrations.`]),
    ...(risks.total === 0
      ? []
      : [
          "Risks:",
          listed(risks, ({ place: at, message }) => {
            const text = sentence(shortened(message.replaceAll(/\s+/g, " "), 400));
            return `⚠️ ${at === "" ? "" : `${code(shortened(at, 300))} `}${text}`;
          }),
        ]),
    ...checks.map(
      ({ title, verdict, says }) =>
        `${plainText(shortened(title, 100))} (${plainText(verdict)}): ${sentence(shortened(says, 600))}`,
    ),
    ...(before === null
      ? []
      : [
          `On ${plainText(shortened(before.environment, 60))}, in ${durationText(before.duration_ms)}: ` +
            sentence(shortened(before.says, 600)),
        ]),
    ...(backup === "" ? [] : [`Backup before them: ${sentence(shortened(backup, 500))}.`]),
  ];
  return parts.join("\n\n");
}

/** Each stage with the numbers of its verdicts, and what of it is no pass. */
export function evidenceList(stages: readonly BriefStage[]): string {
  const rows = stages.map(({ stage, environment, status, pinned, counts }) => {
    const numbers = Object.entries(counts).map(([verdict, many]) => `${many} ${verdict}`);
    const loose = pinned === false ? ", ⚠️ not pinned" : "";
    return [
      cell(`${stage}${environment === null ? "" : ` on ${shortened(environment, 60)}`}`),
      cell(`${status}: ${numbers.join(", ")}${loose}`),
    ];
  });
  const gaps = stages.flatMap(({ stage, gaps: all }) =>
    all.map((one) => `- ${plainText(stage)}: ${sentence(shortened(one, 200))}`),
  );
  return [table(["Stage", "Results"], rows), ...(gaps.length === 0 ? [] : ["Without a pass:", gaps.join("\n")])].join(
    "\n\n",
  );
}

/** The steps of a plan, and what they rest on. */
export function planText(plan: Brief["plan"], environment: string): string {
  if (isMissing(plan)) return sentence(shortened(plan.missing, 1_000));
  const place = shortened(environment, 60);
  const basis =
    plan.from === "assumed"
      ? `Planned for the hosts that the settings name, as the last deployment should have left them: nobody has ` +
        `asked the hosts of ${place} yet. The deployment plans from what it finds there; the slot may be another.`
      : "";
  return [
    sentence(plan.says),
    plan.steps.map((step, index) => `${index + 1}. ${sentence(shortened(step, 300))}`).join("\n"),
    ...plan.warnings.map((one) => `> **Note:** ${sentence(shortened(one, 500))}`),
    ...(basis === "" ? [] : [sentence(basis)]),
  ].join("\n\n");
}

/** How much each host is sent, where production runs this version. */
export function sizeText({ tarball, files, unpacked, sent, sent_to, had }: Brief["size"], runs: string | null): string {
  const whole =
    files === null || unpacked === null ? "" : ` (${counted(files, "file")}, ${bytesText(unpacked)} unpacked)`;
  const most = `at most ${bytesText(tarball)} to each host${whole}`;
  if (sent.length === 0 || had === null) return most;
  const measured = bytesText(Math.max(...sent.map(({ bytes }) => bytes)));
  const place = shortened(sent_to ?? "", 60);
  return releaseVersionOf(had) === runs
    ? `${measured} to a host that has ${shortened(had, 100)}, as on ${place}; ${most}`
    : `${most}; on ${place}, which had ${shortened(had, 100)}, it was ${measured}`;
}

function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
