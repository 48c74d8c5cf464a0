import type { ChartLine, WatchRecord } from "../../domain/watch/record.ts";

/** Size of a drawing in units of its own; it is stretched to the width of the page. */
const [width, height] = [300, 40];

/** Points of a line that are drawn. */
const maxPoints = 1_000;

/**
 * The chart of a watch as our own page draws it, without a script: the new release, and the one before as a dashed
 * line, in one scale. It is a block of HTML within Markdown, so that no line of it is empty.
 */
export function chartHtml({ chart: { before, after, seconds_per_point }, seconds }: WatchRecord): string {
  if (after.error_rate.every((one) => one === null)) return "";
  const drawn = (title: string, of: (line: ChartLine) => readonly (number | null)[], say: (top: number) => string) => {
    const lines = [
      ...(before === null ? [] : [{ name: "old", points: of(before) }]),
      { name: "new", points: of(after) },
    ];
    const shown = lines.map(({ name, points }) => ({ name, points: points.slice(0, maxPoints).map(measured) }));
    const top = Math.max(0, ...shown.flatMap(({ points }) => points.map((one) => one ?? 0)));
    const strokes = shown.flatMap(({ name, points }) => polylines(name, points, top));
    return (
      `<p>${title}, up to ${say(top)}</p>\n` +
      `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${title}">` +
      `${strokes.join("")}</svg>`
    );
  };
  return [
    '<div class="chart">',
    drawn(
      "Error rate",
      (line) => line.error_rate,
      (top) => `${(top * 100).toFixed(1)}%`,
    ),
    drawn(
      "Median latency",
      (line) => line.ms,
      (top) => `${top < 10 ? top.toFixed(1) : Math.round(top)}ms`,
    ),
    `<p>${Math.round(seconds)} s, ${seconds_per_point} s each.${
      before === null ? "" : " The solid line is the new release, the dashed one the release before."
    }</p>`,
    "</div>",
  ].join("\n");
}

function measured(one: number | null): number | null {
  return one === null || !Number.isFinite(one) ? null : Math.max(0, one);
}

/** A line for each stretch without a gap; a point by itself is a short one. */
function polylines(name: string, points: readonly (number | null)[], top: number): readonly string[] {
  const step = width / Math.max(1, points.length - 1);
  const stretches: string[][] = [[]];
  for (const [index, value] of points.entries()) {
    if (value === null) stretches.push([]);
    else
      stretches
        .at(-1)
        ?.push(`${round(index * step)},${round(height - 1 - (top === 0 ? 0 : value / top) * (height - 2))}`);
  }
  return stretches
    .filter(({ length }) => length > 0)
    .map((all) => (all.length > 1 ? all : [...all, ...all]))
    .map((all) => `<polyline class="${name}" points="${all.join(" ")}"/>`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
