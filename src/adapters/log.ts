import { error, notice, warning } from "@actions/core";
import type { Finding } from "../domain/evidence/result.ts";
import type { Log } from "../ports/log.ts";
import { fenceWhereNeeded } from "./fence.ts";

/** The job log on standard output. */
export function logAdapter(write: (text: string) => void): Log {
  return {
    info: (line) => write(fenceWhereNeeded(line)),
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
