import type { ReportChange, ReportTask } from "../../domain/report/report.ts";
import { plainText } from "../text/markdown.ts";
import { durationText, shortened } from "../text/wording.ts";

/** Lanes of the drawing, and tasks of one lane. */
const maxLanes = 50;
const maxTasks = 100;

/**
 * The timeline as our own page draws it, without a script: a lane for each host, a bar for each step. It is a block of
 * HTML within Markdown, so that no line of it is empty.
 */
export function timelineHtml({ tasks }: ReportChange): string {
  const end = tasks.list.reduce((last, one) => Math.max(last, one.start_ms + one.ms), 1);
  const lanes = [...Map.groupBy(tasks.list, ({ host }) => host ?? "all hosts")];
  return [
    '<div class="timeline">',
    `<p class="axis"><span>0 s</span><span>${durationText(end / 2)}</span><span>${durationText(end)}</span></p>`,
    ...lanes.slice(0, maxLanes).map(([host, all]) => lane(host, all.slice(0, maxTasks), end)),
    ...(lanes.length > maxLanes ? [`<p>${lanes.length - maxLanes} more hosts in the evidence file.</p>`] : []),
    "</div>",
  ].join("\n");
}

function lane(host: string, tasks: readonly ReportTask[], end: number): string {
  const percent = (ms: number) => Math.round((ms / end) * 10_000) / 100;
  const bars = tasks.map(({ id, start_ms, ms, passed }) => {
    const width = Math.max(0.4, percent(ms));
    const left = Math.min(percent(start_ms), 100 - width);
    const title = `${plainText(shortened(id, 60))}, ${durationText(ms)}`;
    return `<i class="${passed ? "done" : "crit"}" style="left:${left}%;width:${width}%" title="${title}"></i>`;
  });
  const longest = [...tasks].sort((a, b) => b.ms - a.ms).slice(0, 3);
  const words = longest.map(({ id, ms }) => `${plainText(shortened(id, 60))} ${durationText(ms)}`).join(", ");
  return (
    `<div class="lane"><b>${plainText(shortened(host, 60))}</b><span class="bars">${bars.join("")}</span>` +
    `<small>longest: ${words}</small></div>`
  );
}
