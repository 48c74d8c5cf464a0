import { randomUUID } from "node:crypto";
import { error, notice, warning } from "@actions/core";
import type { Finding } from "../domain/result.ts";
import type { Log } from "../ports.ts";

/** Would the runner read this text as a command to it? */
const speaksToRunner = /^\s*::|##\[/m;

/**
 * Text from outside between `::stop-commands::` and its token, so that a test's print cannot set outputs or annotations.
 * Each piece is fenced by itself: pieces of parallel tools and our own commands may follow in any order.
 */
export function fence(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.endsWith("\n") ? text : `${text}\n`}::${token}::\n`;
}

/** The job log on standard output. */
export function logAdapter(write: (text: string) => void): Log {
  const say = (line: string) => write(speaksToRunner.test(line) ? fence(line) : `${line}\n`);
  return {
    info: say,
    warning: (line) => warning(line),
    async group(title, work) {
      write(`::group::${title.replaceAll(/[\r\n%]/g, " ")}\n`);
      try {
        return await work();
      } finally {
        write("::endgroup::\n");
      }
    },
    annotate(finding: Finding, title: string) {
      const properties = {
        title,
        ...(finding.file === undefined ? {} : { file: finding.file }),
        ...(finding.line === undefined ? {} : { startLine: finding.line }),
        ...(finding.column === undefined ? {} : { startColumn: finding.column }),
      };
      const say = { error, warning, notice }[finding.severity];
      say(finding.message, properties);
    },
  };
}
