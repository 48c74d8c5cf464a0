import { join } from "node:path";
import { loadChecks } from "../../checks/registry.ts";
import { unusedWords } from "../../domain/checklist/checklist.ts";
import { reportFiles } from "../../domain/evidence/handover.ts";
import type { ExitCriterion, Proof } from "../../domain/report/exit-gate.ts";
import { reportFrom } from "../../domain/report/from-evidence.ts";
import type { Report } from "../../domain/report/report.ts";
import { renderHtml } from "../../render/report/html.ts";
import { renderReport } from "../../render/report/report.ts";
import type { StageRun } from "../stage.ts";
import { readDelivery } from "./delivery.ts";
import type { ReleaseNotes } from "./documentation.ts";
import type { Story } from "./story.ts";

/** What a report is made from. */
export interface Reported {
  readonly story: Story;
  readonly criteria: readonly ExitCriterion[];
  readonly notified: Proof;
  readonly documented: ReleaseNotes;
  /** The checklist that was written beside it; null where there is none. */
  readonly checklist: string | null;
  /** What people say of items of the checklists, by their ids. */
  readonly said: ReadonlyMap<string, string>;
}

/** Removes the report of an earlier attempt, which must not be shown where this one fails; what others wrote stays. */
export async function removeReport({ world: { files, job } }: StageRun): Promise<void> {
  for (const path of Object.values(reportFiles)) await files.remove(join(job.workspace, path));
}

/** Makes the report, writes it as Markdown, HTML and JSON, and shows it as the job summary. */
export async function writeReport(run: StageRun, reported: Reported): Promise<Report> {
  const { files, job } = run.world;
  const report = await made(run, reported);
  const markdown = renderReport(report);
  await files.write(join(job.workspace, reportFiles.markdown), markdown);
  await files.write(join(job.workspace, reportFiles.html), renderHtml(report));
  await files.write(join(job.workspace, reportFiles.json), `${JSON.stringify(report, null, 2)}\n`);
  run.recorder.summarise(markdown);
  run.recorder.output("report-path", reportFiles.markdown);
  return report;
}

async function made(run: StageRun, reported: Reported): Promise<Report> {
  const { world, recorder } = run;
  const { story, criteria, notified, documented, said } = reported;
  const { environment, from, chain, stages, release, version, deployment } = story;
  const facts = {
    ...{ ...stages, app: release?.app ?? story.by?.app ?? null, version, release, environment, from, deployment },
    date: world.clock.now(),
    ...{ criteria, notified, documented: documented.proof, notes: documented.notes, said },
    checks: (await loadChecks()).filter(({ level }) => level !== "off"),
    problems: chain.problems,
    delivery: await readDelivery(run, environment),
    documents: documentsOf(reported),
    files: chain.links.filter(({ evidence }) => evidence.stage !== "report"),
  };
  for (const id of unusedWords(facts))
    await recorder.warn(`Input \`ticked\`: the word on \`${id}\` was not used, since evidence decides it.`);
  return reportFrom({ ...facts, own: recorder.evidence });
}

function documentsOf({ checklist, documented: { procedures = null } }: Reported): NonNullable<Report["documents"]> {
  return [
    ...(checklist === null ? [] : [{ file: checklist, says: "The checklists of this version." }]),
    ...(procedures === null ? [] : [{ file: procedures, says: "How to roll this very release back by hand." }]),
  ];
}
