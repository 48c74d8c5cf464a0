import type { Judgement } from "../domain/result.ts";
import type { FormatArtefact } from "./artefacts.ts";
import { plain } from "./lane.ts";
import { placed } from "./place.ts";
import { unformattedIn } from "./text-run.ts";

/** Formatted or not, told apart from code that does not parse and a formatter that could not run. */
export function judgeFormat(seen: FormatArtefact, path: (file: string) => string): Judgement {
  if (seen.status === "ok") return { verdict: "pass", reason_code: "passed", says: "Every file is formatted." };
  const words = plain(seen.message);
  if (seen.status === "syntax_error") {
    return {
      verdict: "fail",
      reason_code: "syntax_error",
      says: `A file cannot be parsed: ${words.split("\n")[0]}`,
      remedy: "Mend the syntax.",
      findings: [{ severity: "error", message: words, ...placed(seen, path) }],
    };
  }
  const files = unformattedIn(words);
  if (files.length === 0) {
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: `mix format could not run: ${words.split("\n")[0]}`,
      remedy: "A plugin or `import_deps` of .formatter.exs is missing: add it to mix.exs and fetch it.",
      tail: words,
    };
  }
  return {
    verdict: "fail",
    reason_code: "not_formatted",
    says: `${files.length} ${files.length === 1 ? "file is" : "files are"} not formatted: ${files.slice(0, 5).map(path).join(", ")}${files.length > 5 ? ", …" : ""}.`,
    remedy: "Run `mix format` and commit.",
    facts: { files: files.map(path) },
    findings: files.map((file) => ({
      severity: "error",
      file: path(file),
      line: 1,
      message: "This file is not formatted. Run `mix format`.",
    })),
    tail: words.slice(0, 6_000),
  };
}
