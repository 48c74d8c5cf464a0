import type { ReasonCode } from "../../domain/evidence/reason.ts";

/** A cause outside the release, as the release's own log names it. */
export interface OutsideCause {
  readonly reason_code: ReasonCode;
  readonly says: string;
  readonly remedy: string;
}

interface Sign {
  readonly pattern: RegExp;
  readonly cause: (match: RegExpExecArray) => OutsideCause;
}

const missing = (name: string): OutsideCause => ({
  reason_code: "configuration_missing",
  says: `Its log reports that the environment variable ${name} is missing.`,
  remedy: `Set ${name} in \`shared/env\` below the application's path on the host, and run the job again.`,
});

const database = (words: string): OutsideCause => ({
  reason_code: "database_unreachable",
  says: `Its log reports that it could not connect to the database: ${words}.`,
  remedy: "Look at the database and at its address in `shared/env` on the host, and run the job again.",
});

const host = (words: string): OutsideCause => ({
  reason_code: "host_unsuitable",
  says: `Its log reports a fault of the host: ${words}.`,
  remedy: "Look at the host, and run the job again.",
});

/**
 * What Elixir, Phoenix' and Ecto's generated files, their database drivers and the Erlang VM print for these causes.
 */
const signs: readonly Sign[] = [
  {
    pattern: /environment variable "?([A-Z][A-Z0-9_]*)"? is (?:missing|not set)/,
    cause: ([, name = ""]) => missing(name),
  },
  {
    pattern: /could not fetch environment variable "([^"\s]+)" because it is not set/,
    cause: ([, name = ""]) => missing(name),
  },
  {
    pattern: /Config provider \S+ failed with(?:[:\s]*\*\* (\([\w.]+\) [^\n]{1,200}))?/,
    cause: ([, words = ""]) => ({
      reason_code: "configuration_missing",
      says:
        "Its log reports that its configuration could not be evaluated on this host" +
        `${words === "" ? "" : `: ${words.trim().replace(/[.:]$/, "")}`}.`,
      remedy: "Read its log in the job summary, correct `shared/env` on the host, and run the job again.",
    }),
  },
  {
    // Only what comes from the connection itself: a pool that is used up is the release's own work.
    pattern: new RegExp(
      String.raw`(?:tcp|ssl) connect \([^)]*\): [^\n]*?` +
        String.raw`(econnrefused|nxdomain|timeout|ehostunreach|enetunreach|enoent|[a-z -]*refused[^\n]*)`,
    ),
    cause: ([, words = ""]) => database(words.trim()),
  },
  {
    pattern: /FATAL (57P03|53300|28P01|28000|3D000) \((\w+)\)/,
    cause: ([, code = "", name = ""]) => database(`${name}, PostgreSQL's code ${code}`),
  },
  {
    pattern: /the name (\S+) seems to be in use by another Erlang node/,
    cause: ([, name = ""]) => ({
      reason_code: "host_unsuitable",
      says: `Its log reports that another Erlang node of this host is called ${name}.`,
      remedy:
        "Where rel/env.sh.eex sets RELEASE_NODE, let it use the name that each slot is given: " +
        "`export RELEASE_NODE=${RELEASE_NODE:-my_app}@127.0.0.1`. Else stop that node, or set " +
        "RELEASE_DISTRIBUTION=none in `shared/env` on the host where nobody connects to nodes. Then run the job again.",
    }),
  },
  {
    pattern: /\berl: (?:command )?not found/,
    cause: () => ({
      reason_code: "host_unsuitable",
      says: "Its log reports that there is no Erlang in the host's PATH, and it has none of its own.",
      remedy:
        "Install Erlang on the host, set PATH in `shared/env` where it is elsewhere, or build the release with " +
        "`include_erts: true`. Then run the job again.",
    }),
  },
  { pattern: /\beaddrinuse\b/, cause: () => host("its port is in use by another program (eaddrinuse)") },
  { pattern: /\benospc\b|No space left on device/, cause: () => host("its disk is full") },
  { pattern: /\bemfile\b|\benfile\b/, cause: () => host("no more files can be opened (emfile)") },
];

/** The first cause outside the release that a log names; null when it names none that is known. */
export function outsideCause(log: string): OutsideCause | null {
  for (const { pattern, cause } of signs) {
    const match = pattern.exec(log);
    if (match !== null) return cause(match);
  }
  return null;
}
