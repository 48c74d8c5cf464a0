// Judges a recorded series, so that criteria can be tried on one's own history.
import { readFileSync } from "node:fs";
import { startErrorTest } from "../src/statistics/errors.ts";
import { startLatencyTest } from "../src/statistics/latency-test.ts";

interface Row {
  readonly atMs: number;
  readonly arm: "new" | "old";
  readonly requests: number;
  readonly errors: number;
  readonly ms: number | null;
}

/** Judges the file, and gives what was concluded in lines. */
export function replay(path: string): readonly string[] {
  const rows = rowsOf(readFileSync(path, "utf8"), path);
  const watchMs = Math.max(1, ...rows.map(({ atMs }) => atMs));
  const control = rows.some(({ arm }) => arm === "old");
  const errors = startErrorTest({ errorRate: 0.05, watchMs, control });
  const latency = control ? startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control }) : null;
  const found: string[] = [];
  for (const { atMs, arm, ms, ...row } of rows) {
    const before = [errors.failed, latency?.failed === true] as const;
    if (row.requests > row.errors) errors.add({ atMs, failed: false, arm, count: row.requests - row.errors });
    if (row.errors > 0) errors.add({ atMs, failed: true, arm, count: row.errors });
    if (ms !== null) latency?.add({ atMs, ms, arm, count: row.requests });
    if (errors.failed && !before[0]) found.push(`errors: failed after ${atMs / 1_000} s`);
    if (latency?.failed === true && !before[1]) found.push(`latency: failed after ${atMs / 1_000} s`);
  }
  const says = (id: string, { verdict, says: text }: { verdict: string; says: string }) => `${id}: ${verdict}. ${text}`;
  return [
    `${rows.length} rows over ${watchMs / 1_000} s, ${control ? "with" : "without"} the release before`,
    ...found,
    says("errors", errors.verdict(watchMs)),
    latency === null ? "latency: not judged without the release before" : says("latency", latency.verdict(watchMs)),
  ];
}

/** JSON lines, or CSV with a header: `at_ms,arm,requests,errors,ms`. In the order of time. */
function rowsOf(text: string, path: string): readonly Row[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const json = lines[0]?.startsWith("{") === true;
  const names = (lines[0] ?? "").split(",").map((name) => name.trim());
  const records = (json ? lines : lines.slice(1)).map((line): Record<string, unknown> => {
    if (json) return JSON.parse(line);
    return Object.fromEntries(line.split(",").map((value, index) => [names[index] ?? "", value.trim()]));
  });
  return records.map((record, index) => {
    const place = `${path}:${index + (json ? 1 : 2)}`;
    const number = (name: string) => {
      const value = Number(record[name] ?? Number.NaN);
      if (record[name] === "" || !Number.isFinite(value) || value < 0)
        throw new Error(`${place}: \`${name}\` is ${String(record[name])}; it must be a number from 0.`);
      return value;
    };
    const arm = record["arm"];
    if (arm !== "new" && arm !== "old") throw new Error(`${place}: \`arm\` must be \`new\` or \`old\`.`);
    const [requests, errors] = [number("requests"), number("errors")];
    if (errors > requests) throw new Error(`${place}: there are more errors than requests.`);
    const unknown = record["ms"] === undefined || record["ms"] === "" || record["ms"] === null;
    return { atMs: number("at_ms"), arm, requests, errors, ms: unknown ? null : number("ms") };
  });
}
