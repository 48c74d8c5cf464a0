/** A day as ISO 8601 writes it. */
const iso = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that the calendar has, as `YYYY-MM-DD`: there is no 2026-02-31. */
export function isDay(text: string): boolean {
  const time = iso.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days from a moment to the beginning of this day (UTC); negative when it is past. */
export function daysAhead(day: string, now: Date): number {
  return (Date.parse(`${day}T00:00:00Z`) - now.getTime()) / 86_400_000;
}
