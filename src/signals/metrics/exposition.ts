/** One line of an exposition: a name, its labels and its value. */
export interface Exposed {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A name, labels in braces, the value, a time, and an exemplar behind `#`. */
const sampleParts = [
  /([a-zA-Z_:][a-zA-Z0-9_:]*)/,
  /[ \t]*(?:\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\})?/,
  /[ \t]+([^ \t#]+)/,
  /(?:[ \t]+-?[\d.]+)?/,
  /[ \t]*(?:#.*)?/,
];
const sampleLine = new RegExp(`^${sampleParts.map(({ source }) => source).join("")}$`);
const label = /[ \t]*([a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"[ \t]*(,|$)/y;

/**
 * Reads Prometheus's text format (version 0.0.4, and OpenMetrics as far as counters and histograms go). Strict: the
 * first line that is not understood is given back as a sentence, since half a page would look like fewer errors.
 */
export function readExposition(text: string): readonly Exposed[] | string {
  const samples: Exposed[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const [, name, inside, number = ""] = sampleLine.exec(trimmed) ?? [];
    const labels = labelsIn(inside ?? "");
    const value = numberOf(number);
    if (name === undefined || labels === null || value === null)
      return `line ${index + 1} is not of Prometheus's text format`;
    samples.push({ name, labels, value });
  }
  return samples;
}

function labelsIn(text: string): Record<string, string> | null {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const at = label.lastIndex;
    const [all, name = "", value = ""] = label.exec(text) ?? [];
    if (all === undefined) return text.slice(at).trim() === "" ? labels : null;
    labels[name] = value.replaceAll(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one));
  }
  return labels;
}

function numberOf(text: string): number | null {
  const word = text.replace(/^\+/, "").toLowerCase();
  if (word === "nan") return Number.NaN;
  if (word === "inf" || word === "-inf") return word === "inf" ? Infinity : -Infinity;
  const value = Number(text);
  return Number.isNaN(value) ? null : value;
}
