import { basename } from "node:path";
import { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { tailOf } from "../mix-output/unfinished.ts";

const kinds = [
  ...(["missing", "duplicate", "out_of_order", "not_compiled", "failed", "irreversible", "versions"] as const),
  ...(["differs", "not_compared", "refused", "timed_out", "unreachable"] as const),
] as const;

/** What kept one repo's migrations from running, by kind. */
export const problemSchema = z.object({
  kind: z.enum(kinds),
  message: z.string(),
  step: z.enum(["base", "up", "down", "again"]).nullish(),
  file: z.string().nullish(),
  line: z.int().nullish(),
  /** Lines that were wanted (`-`) and lines that are there (`+`); `lines` is how many there were. */
  difference: z.array(z.string()).default([]),
  lines: z.int().default(0),
});
type Problem = z.infer<typeof problemSchema>;

/** A problem, and where it came up: the repo's adapter, and all that the VM printed. */
interface Seen {
  readonly problem: Problem;
  readonly adapter: string;
  readonly printed: string;
}

/** A problem as sentences need it. */
interface Described extends Seen {
  /** Ecto's or the database's own words, and the first line of them. */
  readonly words: string;
  readonly first: string;
  /** The migration's file; "A migration" where it is unknown. */
  readonly migration: string;
  /** "up", "down", "up again". */
  readonly step: string;
}

/** The lines of a workflow that give a job its database, by adapter; PostgreSQL where none is known. */
const services: Readonly<Record<string, string>> = {
  "Ecto.Adapters.MyXQL":
    'services: {mysql: {image: "mysql:8.4", env: {MYSQL_ALLOW_EMPTY_PASSWORD: "1"}, ports: ["3306:3306"], ' +
    'options: "--health-cmd mysqladmin\\ ping --health-interval 2s --health-retries 15"}}',
};
const postgres =
  'services: {postgres: {image: "postgres:17", env: {POSTGRES_PASSWORD: postgres}, ports: ["5432:5432"], ' +
  'options: "--health-cmd pg_isready --health-interval 2s --health-retries 15"}}';

/** What a step is called in a sentence. */
const steps = { base: "up to the base", up: "up", down: "down", again: "up again" } as const;

/** What a problem means for the check. */
export function judgeProblem(seen: Seen): Judgement {
  const { problem } = seen;
  const words = problem.message.trim();
  return judges[problem.kind]({
    ...seen,
    words,
    first: words.split("\n")[0]?.trim().replace(/\.$/, "") ?? "",
    migration: problem.file == null ? "A migration" : basename(problem.file),
    step: steps[problem.step ?? "up"],
  });
}

const judges: Readonly<Record<Problem["kind"], (problem: Described) => Judgement>> = {
  missing: ({ words }) =>
    failed("migration_missing", {
      says: `The base has applied migrations whose files are gone (** FILE NOT FOUND **): ${words}.`,
      remedy: "Restore the files: from this code nobody can roll back, and Ecto skips what it cannot find.",
    }),
  duplicate: ({ words }) =>
    failed("migration_failed", {
      says: `Ecto refuses its migrations: ${words}.`,
      remedy: "Give one of them another version.",
    }),
  out_of_order: ({ words }) =>
    failed("migration_out_of_order", {
      says: `A new migration is older than an applied one: ${words}.`,
      remedy: "Give it a version above: a rollback to before this change would revert others, and leave this one.",
    }),
  not_compiled: ({ migration, first, words }) =>
    failed("compile_error", {
      says: `${migration} does not compile: ${first}.`,
      remedy: "Read its last lines in the job summary.",
      tail: words,
    }),
  irreversible: ({ migration, first, words }) =>
    failed("migration_irreversible", {
      says: `${migration} cannot be rolled back: ${first}.`,
      remedy:
        "Write `up/0` and `down/0`, or give `execute/2` its second statement. " +
        "What cannot be undone belongs in a release of its own.",
      tail: words,
    }),
  failed: ({ migration, step, first, words, adapter, printed }) =>
    lostConnection.test(words)
      ? unreachable(adapter, words, printed)
      : failed("migration_failed", {
          says: `${migration} fails while migrating ${step}: ${first}.`,
          remedy: "Read its last lines in the job summary.",
          tail: words,
        }),
  versions: ({ step, words }) => ({
    ...failed("migration_failed", {
      says: `Migrating ${step} left other versions in schema_migrations than were run: ${words}.`,
      remedy: "Look for a migration that changes schema_migrations itself.",
    }),
    // Ecto ends well at this.
    reproduce: "",
  }),
  differs: ({ problem }) => {
    const lines = counted(problem.lines, "line differs", "lines differ");
    return failed("schema_differs", {
      says:
        problem.step === "down"
          ? `After the rollback the schema is not what it was before: ${lines}.`
          : `Migrating up a second time leaves another schema than the first: ${lines}.`,
      remedy: "Make `down/0` undo all that `up/0` does. In the job summary, `-` was wanted and `+` is there.",
      tail: problem.difference.join("\n"),
    });
  },
  not_compared: ({ first, words }) => ({
    verdict: "inconclusive",
    reason_code: "not_judged",
    says: `Its migrations went up, down and up again, but the schema could not be compared: ${first}.`,
    remedy: "Install the tool that reads the schema of this database, or set `checks: {migrations: {level: should}}`.",
    tail: words,
  }),
  refused: ({ first, words }) => ({
    verdict: "error",
    reason_code: "could_not_run",
    says: `No database of its own could be used: ${first}.`,
    remedy:
      "Nothing was changed. Let the user of config/test.exs create databases, " +
      "and drop the one named here if it is nobody's.",
    tail: words,
  }),
  timed_out: () => ({
    verdict: "error",
    reason_code: "timed_out",
    says: "Its migrations did not end within the time limit; their database was dropped.",
    remedy:
      "An index built `concurrently` waits for ever for the lock of its own migration: see the check " +
      "`migration-safety`. Else raise `check-timeout`.",
  }),
  unreachable: ({ adapter, words, printed }) => unreachable(adapter, words, printed),
};

const lostConnection = /tcp (connect|recv|send)|connection not available|connection is closed/;

const driverReason = /\((?:DBConnection\.ConnectionError|Postgrex\.Error|MyXQL\.Error)\) (.*)/;

function unreachable(adapter: string, words: string, printed: string): Judgement {
  // The driver keeps its reason to itself, and writes it to the log.
  const reason = driverReason.exec(printed)?.[1] ?? words.split("\n")[0] ?? "";
  const service = services[adapter] ?? postgres;
  return {
    verdict: "error",
    reason_code: "database_unreachable",
    says: `No database answers, so its migrations could not be rehearsed: ${reason.trim()}.`,
    remedy:
      `Add to the job \`${service}\` with the address and user of config/test.exs, ` +
      "or set `checks: {migrations: off}`.",
    tail: printed === "" ? words : tailOf({ stdout: printed, stderr: "" }),
  };
}

function failed(
  reason_code: Judgement["reason_code"],
  { says, remedy, tail = "" }: { readonly says: string; readonly remedy: string; readonly tail?: string },
): Judgement {
  return { verdict: "fail", reason_code, says, remedy, tail };
}
