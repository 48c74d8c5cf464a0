// The recorded outputs of real tools (fixtures/elixir-outputs), by name, and how a judgement of one is written in a
// table.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Finding, Judgement } from "../../src/domain/evidence/result.ts";
import { fromRoot } from "../../src/mix-output/location.ts";

const folder = join(import.meta.dirname, "../fixtures/elixir-outputs");

/** Which parser a recorded run belongs to, by the end of its name; the first that fits. */
const kinds = {
  compile: /\/(?:umbrella-)?compile(?:-|$)|\/release-(?:compile-error|dev-dep)$/,
  format: /\/format-check$/,
  test: /\/(?:test-(?!coverage)|umbrella-test|excoveralls-)/,
  coverage: /\/test-coverage-task$/,
  credo: /\/credo/,
  sobelow: /\/sobelow/,
  dialyzer: /\/dialyzer/,
  "hex-audit": /\/(?:hex-?audit|no-hex)/,
  "deps-audit": /\/mix_audit/,
  "unused-deps": /\/deps-/,
  ecto: /^ecto\/|\/(?:ecto-|migrate-|deploy-|rollback-|status-)/,
  release: /\/(?:release|boot-|daemon$|pid$|rpc$|stop$)/,
} as const;
export type Kind = keyof typeof kinds;

export interface Recorded {
  readonly status: "ran";
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const files = new Set(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
);
const text = (name: string) => readFileSync(join(folder, name), "utf8");

/** Files that no table reads: they say what the others are. */
export const described = [...files].filter((name) => name === "README.md" || name.endsWith(".cmd"));

/** Every recorded run, by the path of its files without their ending. */
export const runs: readonly string[] = [
  ...new Set(
    [...files]
      .filter((name) => !described.includes(name))
      .map((name) => name.replace(/\.(?:out|err|code|stdout|stderr|exit|txt)$/, "")),
  ),
].sort();

/** The files of a run. */
export function filesOf(run: string): readonly string[] {
  return ["out", "err", "code", "stdout", "stderr", "exit", "txt"]
    .map((ending) => `${run}.${ending}`)
    .filter((name) => files.has(name));
}

export function kindOf(run: string): Kind | undefined {
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(run));
}

export function runsOf(kind: Kind): readonly string[] {
  return runs.filter((run) => kindOf(run) === kind);
}

/** What was printed and how it ended. */
export function recorded(run: string): Recorded {
  const either = (...names: readonly string[]) =>
    names
      .map((ending) => `${run}.${ending}`)
      .filter((name) => files.has(name))
      .map(text)[0] ?? "";
  return {
    status: "ran",
    code: Number.parseInt(either("exit", "code"), 10) || 0,
    stdout: either("stdout", "out", "txt"),
    stderr: either("stderr", "err"),
  };
}

/** The applications stood in these folders when they were recorded. */
export function path(file: string): string {
  const root = file.startsWith("/home/runner/work/harbor/")
    ? "/home/runner/work/harbor/harbor"
    : "/home/runner/work/demo/demo";
  return fromRoot(root, root, file);
}

/** `error lib/a.ex:1:2`. */
export function placeOf({ severity, file = "", line, column }: Finding): string {
  return `${severity} ${[file, line, column].filter((one) => one !== undefined).join(":")}`.trim();
}

/** `fail issues_found: warning lib/a.ex:1:2, …`. */
export function shown(judgement: Judgement): string {
  const places = (judgement.findings ?? []).map(placeOf);
  return `${judgement.verdict} ${judgement.reason_code}${places.length === 0 ? "" : `: ${places.join(", ")}`}`;
}
