import { join } from "node:path";
import { loadChecks } from "../checks/registry.ts";
import type { ExitCriterion } from "../domain/exit-gate.ts";
import { handover } from "../domain/handover.ts";
import { toneOf } from "../render/headline.ts";
import { renderHtml } from "../render/html.ts";
import { renderReport } from "../render/report.ts";
import type { ReleaseNotes } from "./report-documentation.ts";
import type { Story } from "./report-story.ts";
import type { StageRun } from "./stage.ts";

/** What a report is written from. */
export interface Reported {
  readonly story: Story;
  readonly criteria: readonly ExitCriterion[];
  readonly documented: ReleaseNotes;
}

/** Removes the report of an earlier attempt, which must not be shown where this one fails; what others wrote stays. */
export async function removeReport({ world: { files, job } }: StageRun): Promise<void> {
  for (const name of ["report.md", "report.html"]) await files.remove(join(job.workspace, handover.report, name));
}

/** Writes the report as Markdown and HTML, and makes it the job summary. */
export async function writeReport(
  { world, recorder }: StageRun,
  { story, criteria, documented }: Reported,
): Promise<void> {
  const { files, job, clock } = world;
  const { environment, from, chain, stages, version, deployment } = story;
  const links = chain.links.filter(({ evidence }) => evidence.stage !== "report");
  const markdown = renderReport({
    ...stages,
    version,
    date: clock.now(),
    environment,
    from,
    deployment,
    criteria,
    problems: chain.problems,
    warnings: [
      ...links.flatMap(({ evidence }) => evidence.warnings.map((one) => `${evidence.stage}: ${one}`)),
      ...recorder.evidence.warnings,
    ],
    links,
    notes: documented.notes,
    checks: (await loadChecks()).filter(({ level }) => level !== "off"),
  });
  const folder = join(job.workspace, handover.report);
  await files.write(join(folder, "report.md"), markdown);
  const title = `Deployment Validation Report ${version ?? ""}`.trim();
  await files.write(join(folder, "report.html"), renderHtml(markdown, title, toneOf(deployment)));
  recorder.summarise(markdown);
  recorder.output("report-path", `${handover.report}/report.md`);
}
