import type { Judgement } from "../domain/result.ts";
import type { FormatArtefact } from "./artefacts.ts";

/** Formatted or not, told apart from code that does not parse and a formatter that could not run. */
export function judgeFormat(seen: FormatArtefact, path: (file: string) => string): Judgement {
  if (seen.status === "ok") return { verdict: "pass", reason_code: "passed", says: "Every file is formatted." };
  const plain = seen.message.replaceAll(/\u001b\[[0-9;]*m/g, "");
  if (seen.status === "syntax_error") {
    const where = {
      ...(seen.file == null ? {} : { file: path(seen.file) }),
      ...(seen.line == null || seen.line < 1 ? {} : { line: seen.line }),
    };
    return {
      verdict: "fail",
      reason_code: "syntax_error",
      says: `A file cannot be parsed: ${plain.split("\n")[0]}`,
      remedy: "Mend the syntax.",
      findings: [{ severity: "error", message: plain, ...where }],
    };
  }
  const files = unformatted(plain);
  if (files.length === 0) {
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: `mix format could not run: ${plain.split("\n")[0]}`,
      remedy: "A plugin or `import_deps` of .formatter.exs is missing: add it to mix.exs and fetch it.",
      tail: plain,
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
    tail: plain.slice(0, 6_000),
  };
}

/** The files that mix names: a list on 1.14, a diff below each absolute path from 1.15 on. */
function unformatted(message: string): readonly string[] {
  if (!message.includes("not formatted")) return [];
  return message.split("\n").flatMap((line) => {
    const named = /^ {2}\* (.+)$/.exec(line) ?? /^(\/.+\.\w+)$/.exec(line.trimEnd());
    return named?.[1] === undefined ? [] : [named[1]];
  });
}
