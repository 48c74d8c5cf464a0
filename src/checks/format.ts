import { isAbsolute } from "node:path";
import { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import { counted, someOf } from "../domain/values/plural.ts";
import { placed } from "../mix-output/location.ts";
import { unformattedIn } from "../mix-output/run.ts";
import { couldNotRun, plain } from "../mix-output/unfinished.ts";
import { defineCheck } from "./define.ts";
import { type Reach, reachOf, unmatchedNotice } from "./format-reach.ts";
import { anyFile } from "./reads.ts";

const place = { file: z.string().nullish(), line: z.int().nullish(), column: z.int().nullish() };

export const formatSchema = z.object({
  status: z.enum(["ok", "failed", "syntax_error"]),
  message: z.string().default(""),
  ...place,
  /**
   * Files that the patterns of .formatter.exs match, files that it excludes, and the folders of the apps: all from the
   * project's folder.
   */
  read: z.array(z.string()),
  excluded: z.array(z.string()).default([]),
  apps: z.array(z.string()).default([]),
});
export type FormatArtefact = z.infer<typeof formatSchema>;

export default defineCheck({
  id: "format",
  title: "mix format --check-formatted",
  level: "must",
  docs: {
    passes:
      "every file that the patterns of `.formatter.exs` match is formatted, " +
      "and they match some in `lib`, `test` and each app of an umbrella",
    more:
      "tracked `.ex`, `.exs` and `.heex` files that no pattern matches are named in a notice. " +
      "No file at all is an error",
  },
  vm: "test",
  command: "mix format",
  artefact: formatSchema,
  reads: anyFile,
  judge: (seen, { context, sources }) => judgeFormat(seen, context.path, sources),
  byHand: () => "mix format --check-formatted",
});

/**
 * Formatted or not, distinguished from code that does not parse and a formatter that could not run. Only files that
 * were read count: patterns that match none of the code pass in mix. `sources` are the tracked Elixir and HEEx files of
 * the repository.
 */
export function judgeFormat(
  seen: FormatArtefact,
  path: (file: string) => string,
  sources: readonly string[] = [],
): Judgement {
  const reach = reachOf(seen, sources, path);
  const notices = unmatchedNotice(reach, path(".formatter.exs"));
  if (seen.status === "ok") {
    const judgement = formatted(reach, path(".formatter.exs"), isUmbrella(seen));
    return { ...judgement, findings: [...(judgement.findings ?? []), ...notices] };
  }
  const words = plain(seen.message);
  if (seen.status === "syntax_error") {
    return {
      verdict: "fail",
      reason_code: "syntax_error",
      says: `A file cannot be parsed: ${words.split("\n")[0]}`,
      remedy: "Fix the syntax.",
      findings: [{ severity: "error", message: words, ...placed(seen, path) }, ...notices],
    };
  }
  const files = unformattedIn(words);
  if (files.length === 0) return couldNotFormat(words, path(".formatter.exs"), isUmbrella(seen));
  return {
    verdict: "fail",
    reason_code: "not_formatted",
    says:
      `${counted(files.length, "file is", "files are")} not formatted: ` +
      `${files.slice(0, 5).map(path).join(", ")}${files.length > 5 ? ", …" : ""}.`,
    remedy: "Run `mix format` and commit.",
    facts: { ...factsOf(reach), files: files.map(path) },
    findings: [
      ...files.map((file) => ({
        severity: "error" as const,
        file: path(file),
        line: 1,
        message: "This file is not formatted. Run `mix format`.",
      })),
      ...notices,
    ],
    tail: words.slice(0, 6_000),
  };
}

/** Every file that was read is formatted: whether that says something of the code. */
function formatted(reach: Reach, formatter: string, umbrella: boolean): Judgement {
  const { read, unmatched, missed } = reach;
  const facts = factsOf(reach);
  if (read === 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `mix format read no file: the \`inputs\` and \`subdirectories\` of ${formatter} match none.`,
      remedy: `Write \`${patternsOf(umbrella)}\` in it.`,
      facts,
      reproduce: "",
    };
  }
  const files = `${counted(read, "file")}`;
  if (missed.length > 0) {
    return {
      verdict: "fail",
      reason_code: "sources_not_read",
      says:
        `mix format reads ${files} and none in ${someOf(missed)}: the \`inputs\` and \`subdirectories\` of ` +
        `${formatter} do not match there.`,
      remedy:
        'Add them to `inputs`; at the root of an umbrella write `subdirectories: ["apps/*"]`, with a ' +
        ".formatter.exs in each app.",
      facts,
      findings: missed.map((folder) => ({
        severity: "error",
        message: `mix format reads no file in ${folder}.`,
        rule: "formatter-inputs",
        file: formatter,
        line: 1,
      })),
      reproduce: "",
    };
  }
  const rest =
    unmatched.length === 0
      ? ""
      : ` ${unmatched.length} tracked ${unmatched.length === 1 ? "file is" : "files are"} not read.`;
  return { verdict: "pass", reason_code: "passed", says: `${files} read, every one is formatted.${rest}`, facts };
}

function factsOf({ read, unmatched, missed }: Reach): NonNullable<Judgement["facts"]> {
  return { read, unmatched: [...unmatched], missed: [...missed] };
}

/** An umbrella's root has no code of its own, and its apps are not in the project's own folder. */
function isUmbrella({ apps }: FormatArtefact): boolean {
  return apps.some((folder) => !["", "."].includes(folder) && !isAbsolute(folder));
}

/** The whole of .formatter.exs, as `mix new` writes it. */
function patternsOf(umbrella: boolean): string {
  if (umbrella) return '[inputs: ["mix.exs", "config/*.exs"], subdirectories: ["apps/*"]]';
  return '[inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]]';
}

function couldNotFormat(words: string, formatter: string, umbrella: boolean): Judgement {
  const missing = /:inputs or :subdirectories key/.test(words);
  if (/run "mix deps\.get"/.test(words)) return couldNotRun("mix format", { words, otherwise: "", tail: words });
  const [first = ""] = words.split("\n");
  return {
    verdict: "error",
    reason_code: "could_not_run",
    says: missing
      ? `mix format could not run: ${formatter} is missing, or has no \`inputs\` and no \`subdirectories\`.`
      : `mix format could not run: ${first.replace(/[^.!?]$/, "$&.")}`,
    remedy: missing
      ? `Write \`${patternsOf(umbrella)}\` in ${formatter}.`
      : "A plugin or `import_deps` of .formatter.exs is missing: add it to mix.exs and fetch it.",
    tail: words,
  };
}
