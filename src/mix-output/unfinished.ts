import type { Judgement } from "../domain/evidence/result.ts";
import type { Ran } from "../ports/shell.ts";
import { placed } from "./location.ts";
import { placesIn, progressIn } from "./places.ts";

/** How one command or VM ended: what a check that it left without a word is explained by. */
export interface Ending {
  readonly name: string;
  readonly ran: Ran;
  readonly limitMs: number;
  /** For one check, where the command served several: what the settings say. */
  readonly checkLimitMs?: number;
  /** Maps a file to the repository: where it is known, the places that were printed are named. */
  readonly path?: (file: string) => string;
}

/** A test that ran when the limit was reached. */
export interface RunningTest {
  readonly module: string;
  readonly name: string;
  readonly file?: string | null | undefined;
  readonly line?: number | null | undefined;
  readonly column?: number | null | undefined;
}

/** A step that reached its time limit, with the tests that ran then: one of them is what took so long. */
export function timedOut(ending: Ending, running: readonly RunningTest[]): Judgement {
  const { name, ran, limitMs, checkLimitMs, path = (file: string) => file } = ending;
  const judgement = overdue(name, checkLimitMs ?? limitMs, tailOf(ran));
  if (running.length === 0) return judgement;
  const limit = shownLimit(checkLimitMs ?? limitMs);
  const named = running.map((one) => `${one.module} ${one.name}`);
  const more = named.length > 3 ? ` and ${named.length - 3} more` : "";
  const tests = `${named.slice(0, 3).join("; ")}${more}`;
  return {
    ...judgement,
    says: `${name} did not end within ${limit} (\`check-timeout\`) and was ended. Still running then: ${tests}.`,
    remedy: "Find out what it waits for; raise `check-timeout` if it needs longer.",
    findings: running.map((one) => ({
      severity: "error",
      message: `${one.module} ${one.name} was still running when the limit of ${limit} was reached.`,
      ...placed(one, path),
    })),
  };
}

/** A step that raised, with its message. */
export function raised(ending: Ending, message: string): Judgement {
  return withPlaces(
    couldNotRun(ending.name, { words: message, otherwise: firstLine(message), tail: tailOf(ending.ran) }),
    ending,
  );
}

/** An `error` that also names the places which mix had printed before: its words explain, they judge nothing. */
function withPlaces(judgement: Judgement, { ran, path }: Ending): Judgement {
  if (path === undefined) return judgement;
  const texts = [plain(ran.stderr), plain(ran.stdout)];
  // What is said already, and has no place, is no finding of its own.
  const said = (message: string) => judgement.says.includes(firstLine(message).replace(/^\([\w.]+\) /, ""));
  const findings = placesIn(texts, path).filter((one) => one.file !== undefined || !said(one.message));
  const progress = progressIn(texts.join("\n"));
  return {
    ...judgement,
    says: progress === "" ? judgement.says : `${judgement.says} Before that it had printed: ${progress}.`,
    ...(findings.length === 0 ? {} : { findings }),
  };
}

function overdue(name: string, limitMs: number, tail: string): Judgement {
  return {
    verdict: "error",
    reason_code: "timed_out",
    says: `${name} did not end within ${shownLimit(limitMs)} (\`check-timeout\`) and was ended.`,
    remedy: "Read its last lines in the job summary; raise `check-timeout` if it needs longer.",
    tail,
  };
}

/** A command that was ended as a whole: the limits of its checks together. */
function overdueWhole({ name, limitMs, checkLimitMs = limitMs }: Ending, tail: string): Judgement {
  const judgement = overdue(name, limitMs, tail);
  if (limitMs === checkLimitMs) return judgement;
  const limit = `${shownLimit(checkLimitMs)} (\`check-timeout\`)`;
  return {
    ...judgement,
    says: `${name} did not end within ${limit} for each of its steps, ${shownLimit(limitMs)} in all, and was ended.`,
  };
}

function shownLimit(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}

/**
 * Why a command did not come to a check: time-out, missing tool, dependencies, database, network, or an end without a
 * word.
 */
export function unfinished(ending: Ending): Judgement {
  const { name, ran } = ending;
  const tail = tailOf(ran);
  if (ran.ended === "timed-out") return withPlaces(overdueWhole(ending, tail), ending);
  if (ran.ended === "cancelled") return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
  if (ran.ended === "not-started") {
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: `${name} could not start: ${ran.why}.`,
      remedy: "Set Elixir up before this step, with erlef/setup-beam.",
    };
  }
  const words = plain(`${ran.stdout}\n${ran.stderr}`);
  return withPlaces(
    couldNotRun(name, { words, otherwise: `it exited with code ${ran.code} before this check had ended.`, tail }),
    ending,
  );
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}

/** What stopped a tool, by its own words; `otherwise` where they are not known. */
const obstacles: readonly (readonly [RegExp, Judgement["reason_code"], string, string])[] = [
  [
    /Could not find Hex|Could not find an SCM/,
    "could_not_run",
    "Hex is not installed.",
    "Run `mix local.hex --force` before this step.",
  ],
  [
    anyOf(
      /Unchecked dependencies|the dependency is not available|lock mismatch: the dependency is out of date/,
      /run "mix deps\.get"|The module \S{1,200} was given as a child to a supervisor but it does not exist/,
      /Can't continue due to errors on dependencies/,
    ),
    "dependency_failed",
    "Dependencies are missing or do not match mix.lock.",
    "Run `mix deps.get` before this step.",
  ],
  [
    anyOf(
      /\(DBConnection\.ConnectionError\)|connection refused - :econnrefused|\(Postgrex\.Error\) FATAL/,
      /tcp connect \([^)]{0,200}\)|database .{1,200} does not exist|The database for .{1,200} couldn't be created/,
    ),
    "database_unreachable",
    "The database cannot be reached.",
    "Give the job a `services: postgres:` container, and its address in config/test.exs.",
  ],
  [
    anyOf(
      /nxdomain|:timeout\b|Failed to fetch record|Request failed \(|Could not resolve host/,
      /Unknown package \S+ in lockfile|registry entry for package \S+ is not cached/,
    ),
    "network_failed",
    "A server could not be reached.",
    "Run the job again; its last lines in the job summary name the server.",
  ],
];

/** What a tool printed, why it stopped where its words are unknown, and its last lines. */
interface Obstacle {
  readonly words: string;
  readonly otherwise: string;
  readonly tail?: string;
}

/**
 * A tool that could not do its work: never a pass, and never its findings. `words` is what it printed, `otherwise` ends
 * "NAME could not run: …".
 */
export function couldNotRun(name: string, { words, otherwise, tail = "" }: Obstacle): Judgement {
  if (/on Elixir v\S+ but it [^\n]{0,80}supports only Elixir/.test(otherwise)) {
    const remedy = "Set that version up before this step, with `elixir-version` of erlef/setup-beam.";
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: `${name} could not run: ${otherwise}`,
      remedy,
      tail,
    };
  }
  const known = obstacles.find(([pattern]) => pattern.test(words));
  if (known !== undefined) {
    const [, reason_code, says, remedy] = known;
    return { verdict: "error", reason_code, says: `${name} could not run: ${says}`, remedy, tail };
  }
  return {
    verdict: "error",
    reason_code: "could_not_run",
    // Words of a tool or an exception often end without a full stop.
    says: `${name} could not run: ${otherwise.replace(/[^.!?:]$/, "$&.")}`,
    remedy: "Read its last lines in the job summary.",
    tail,
  };
}

/** The last lines that a command printed, errors after output, without colours. */
export function tailOf({ stdout, stderr }: Pick<Ran, "stdout" | "stderr">): string {
  const text = plain(`${stdout.trimEnd()}\n${stderr.trimEnd()}`).trim();
  return text.split("\n").slice(-40).join("\n").slice(-6_000);
}

/**
 * Text as a person would read it: without a terminal's colours, carriage returns before a line's end, and control
 * characters.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, "")
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

/** The first line that says something. */
export function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.trim() ?? "";
}
