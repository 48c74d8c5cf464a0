import type { Judgement } from "../domain/result.ts";
import type { FormatArtefact } from "./artefacts.ts";
import { type Reach, reachOf, some, unmatchedNotice } from "./format-reach.ts";
import { plain } from "./lane.ts";
import { placed } from "./place.ts";
import { unformattedIn } from "./text-run.ts";

/**
 * Formatted or not, distinguished from code that does not parse and a formatter that could not run. Only files that were read count:
 * patterns that match none of the code pass in mix. `sources` are the tracked Elixir and HEEx files of the repository.
 */
export function judgeFormat(seen: FormatArtefact, path: (file: string) => string, sources: readonly string[] = []): Judgement {
  const reach = reachOf(seen, sources, path);
  const notices = unmatchedNotice(reach, path(".formatter.exs"));
  if (seen.status === "ok") {
    const judgement = formatted(reach, path);
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
  if (files.length === 0) return couldNotFormat(words, path);
  return {
    verdict: "fail",
    reason_code: "not_formatted",
    says: `${files.length} ${files.length === 1 ? "file is" : "files are"} not formatted: ${files.slice(0, 5).map(path).join(", ")}${files.length > 5 ? ", …" : ""}.`,
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
function formatted(reach: Reach, path: (file: string) => string): Judgement {
  const { read, unmatched, missed } = reach;
  const facts = factsOf(reach);
  const formatter = path(".formatter.exs");
  if (read === 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `mix format read no file: the \`inputs\` and \`subdirectories\` of ${formatter} match none.`,
      remedy: 'Write `inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]` in it.',
      facts,
      reproduce: "",
    };
  }
  const files = `${read} ${read === 1 ? "file" : "files"}`;
  if (missed.length > 0) {
    return {
      verdict: "fail",
      reason_code: "sources_not_read",
      says: `mix format reads ${files} and none in ${some(missed)}: the \`inputs\` and \`subdirectories\` of ${formatter} do not match there.`,
      remedy: 'Add them to `inputs`; at the root of an umbrella write `subdirectories: ["apps/*"]`, with a .formatter.exs in each app.',
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
  const rest = unmatched.length === 0 ? "" : ` ${unmatched.length} tracked ${unmatched.length === 1 ? "file is" : "files are"} not read.`;
  return { verdict: "pass", reason_code: "passed", says: `${files} read, every one is formatted.${rest}`, facts };
}

function factsOf({ read, unmatched, missed }: Reach): NonNullable<Judgement["facts"]> {
  return { read, unmatched: [...unmatched], missed: [...missed] };
}

function couldNotFormat(words: string, path: (file: string) => string): Judgement {
  const missing = /:inputs or :subdirectories key/.test(words);
  return {
    verdict: "error",
    reason_code: "could_not_run",
    says: `mix format could not run: ${words.split("\n")[0]}`,
    remedy: missing
      ? `Write \`inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]\` in ${path(".formatter.exs")}.`
      : "A plugin or `import_deps` of .formatter.exs is missing: add it to mix.exs and fetch it.",
    tail: words,
  };
}
