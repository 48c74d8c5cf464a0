import { isDay } from "./day.ts";

/** A date as people write it. */
export interface WrittenDate {
  /** As it is written. */
  readonly text: string;
  /** The days that it can be, `YYYY-MM-DD`: two where day and month could be swapped, none where no calendar has it. */
  readonly days: readonly string[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const ordinal = "(\\d{1,2})(?:st|nd|rd|th)?";
const year = "(\\d{4})";

/**
 * Each form with the order of its parts. No form can match at more than one length, so that reading is linear in the
 * text.
 */
const forms: readonly {
  readonly expression: RegExp;
  readonly days: (parts: readonly string[]) => readonly (string | null)[];
}[] = [
  { expression: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/i, days: ([y, , m, d]) => [dayOf(y, m, d)] },
  // Day first almost everywhere, month first in the United States.
  {
    expression: /(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d.]\d)/i,
    days: ([a, , b, y]) => [dayOf(y, b, a), dayOf(y, a, b)],
  },
  {
    expression: new RegExp(`(?<!\\d)${ordinal}(?: of)?[ -]${month},?[ -]${year}(?!\\d)`, "i"),
    days: ([d, m, y]) => [dayOf(y, m, d)],
  },
  {
    expression: new RegExp(`\\b${month}[ -]${ordinal},?[ -]${year}(?!\\d)`, "i"),
    days: ([m, d, y]) => [dayOf(y, m, d)],
  },
  {
    expression: new RegExp(`(?<!\\d)${year}[ -]${month}[ -]${ordinal}(?!\\d)`, "i"),
    days: ([y, m, d]) => [dayOf(y, m, d)],
  },
];

/** The first date in a short text, and where it begins; null when there is none. */
export function writtenDate(text: string): (WrittenDate & { readonly at: number }) | null {
  const found = forms.flatMap(({ expression, days }) => {
    const match = expression.exec(text);
    if (match === null) return [];
    const real = days(match.slice(1)).filter((day) => day !== null);
    return [{ text: match[0], at: match.index, days: [...new Set(real)] }];
  });
  return found.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Null for a day that the calendar does not have. */
function dayOf(year = "", monthOrName = "", day = ""): string | null {
  const named = months.indexOf(monthOrName.toLowerCase().slice(0, 3)) + 1;
  const text = `${year}-${(named > 0 ? String(named) : monthOrName).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}
