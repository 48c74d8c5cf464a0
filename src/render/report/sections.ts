import type { Report, ReportChange, ReportSource } from "../../domain/report/report.ts";
import { counted } from "../../domain/values/plural.ts";
import { hostsParts } from "../stage/hosts.ts";
import { cell, code, details, link, plainText, sentence, table } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";
import type { Part } from "./part.ts";
import { rowsTable, seenTable } from "./tables.ts";

/** Steps of a plan that are listed, and entries of other lists. */
const maxSteps = 200;
const maxEntries = 100;

/** The release as it was built once, and what validate says of its version and its notes. */
export function releasePart({ release, release_checks, notes }: Report): readonly string[] {
  const checks = release_checks.length === 0 ? [] : [rowsTable(release_checks)];
  if (release === null) return ["No evidence names a release.", ...checks];
  const { id, commit, digest, bytes, files, elixir, otp, built_by } = release;
  const many = files === null ? "" : ` in ${counted(files, "file")}`;
  const run = `run ${shortened(built_by.run_id, 40)}, attempt ${shortened(built_by.run_attempt, 10)}`;
  const rows = [
    ["Release", cell(id)],
    ["sha256", cell(`\`${digest}\``)],
    ["Commit", cell(`\`${shortened(commit, 64)}\``)],
    ["Size", `${(bytes / 1_000_000).toFixed(1)} MB${many}`],
    ["Built with", `Elixir ${cell(shortened(elixir, 40))}, OTP ${cell(shortened(otp, 40))}`],
    ["Built by", link(run, built_by.url)],
    ["Notes", notes === null ? "none" : "below, from the CHANGELOG"],
  ];
  return [table(["What", "Value"], rows), ...checks];
}

/** Who approved, what could not be verified, and every gate. */
export function gatePart({ approvers, self_approved, rows, unverified }: Report["gate"]): readonly string[] {
  const who =
    approvers === null
      ? "nobody, as far as the evidence shows"
      : `${plainText(shortened(approvers, 200))}${self_approved ? " (who started the run)" : ""}`;
  const passed = rows.filter(({ verdict }) => verdict === "pass").length;
  const refused = rows.filter(({ verdict }) => verdict === "fail").map(({ title, says }) => `${title}: ${says}`);
  return [
    `**Approved by**: ${who}`,
    ...(refused.length === 0 ? [] : ["**Refused:**", listed(refused)]),
    ...(unverified.length === 0 ? [] : ["**Not verified:**", listed(unverified)]),
    refused.length + unverified.length === 0 ? "Everything that was asked for was verified." : "",
    ...(rows.length === 0 ? [] : [details(`${passed} of ${rows.length} gates passed`, seenTable(rows, "Gate"))]),
  ];
}

/** The plan of each stage that changed something, its hosts, and when each step was done. */
export function changeParts(changes: readonly ReportChange[]): readonly Part[] {
  if (changes.length === 0) return [{ markdown: "Nothing was planned." }];
  return changes.flatMap((change) => [...planOf(change), ...hostsParts(change)]);
}

function planOf({ stage, environment, plan }: ReportChange): readonly Part[] {
  if (plan.total === 0) return [];
  const place = environment === null ? "" : ` on ${cell(shortened(environment, 100))}`;
  const steps = plan.list.slice(0, maxSteps);
  const more = plan.total > steps.length ? `\n\nAnd ${plan.total - steps.length} more in the evidence file.` : "";
  const list = steps.map((step, index) => `${index + 1}. ${sentence(shortened(step, 300))}`).join("\n");
  return [{ markdown: details(`Plan of ${stage}${place}: ${counted(plan.total, "step")}`, `${list}${more}`) }];
}

/** Issues as a list, what saw too little first. */
export function issuesPart(issues: Report["issues"]): string {
  if (issues.length === 0) return "None.";
  const words = { inconclusive: "undecided", optional: "optional, did not pass", warning: "warning" };
  const order = ["inconclusive", "optional", "warning"];
  const sorted = [...issues].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const shown = sorted.slice(0, maxEntries).map(({ stage, kind, title, says, remedy }) => {
    const what = title === "" ? "" : ` ${sentence(shortened(title, 200))}:`;
    const todo = remedy === "" ? "" : ` What to do: ${sentence(shortened(remedy, 600))}`;
    return `- ${stage} (${words[kind]}):${what} ${sentence(shortened(says, 1_000))}${todo}`;
  });
  const rest = issues.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${rest} more in the evidence files`] : [])].join("\n");
}

/** The box of each exit criterion, with what it rests on or what to do. */
export function exitGatePart({ criteria }: Report["exit_gate"]): string {
  const line = ({ met, title, rests_on, remedy, word }: Report["exit_gate"]["criteria"][number]) => {
    const why = sentence(shortened(rests_on, 600));
    if (word === true) return `- [x] **${title}**, by **a person's word**: ${why}`;
    if (met) return `- [x] **${title}**: ${why}`;
    const todo = remedy === "" ? "" : ` What to do: ${sentence(shortened(remedy, 600))}`;
    return `- [ ] **${title}**, not met: ${why}${todo}`;
  };
  return criteria.map(line).join("\n");
}

/** Files that were made for this deployment. */
export function documentsPart(documents: NonNullable<Report["documents"]>): string {
  const line = ({ file, says }: (typeof documents)[number]) =>
    `- ${code(shortened(file, 300))}: ${sentence(shortened(says, 600))}`;
  return documents.slice(0, maxEntries).map(line).join("\n");
}

/** What the report is written from, in the order of the stages. */
export function sourcesPart(sources: Report["sources"]): readonly string[] {
  if (sources.length === 0) return ["No evidence was found."];
  const digests = sources.map(({ stage, sha256, release_sha256: digest }) => {
    const release = digest === null ? "" : `, release ${code(digest)}`;
    return `- ${stage}: file ${code(sha256)}${release}`;
  });
  const rows = sources.map((one) => [
    `${one.stage} ${placeOf(one)}${one.status}`,
    link(`run ${shortened(one.run_id, 40)}, attempt ${shortened(one.run_attempt, 10)}`, one.run_url),
    one.pinned ? "yes" : "⚠️ no",
  ]);
  return [table(["Stage", "Run", "Pinned"], rows), details("Digests (sha256)", digests.join("\n"))];
}

function placeOf({ environment }: ReportSource): string {
  return environment === null ? "" : `on ${cell(shortened(environment, 100))} `;
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, maxEntries).map((one) => `- ${sentence(shortened(one, 1_000))}`);
  const rest = texts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${rest} more in the evidence files`] : [])].join("\n");
}
