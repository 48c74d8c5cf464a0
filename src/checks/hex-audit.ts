import type { Finding, Judgement } from "../domain/result.ts";
import type { Ran } from "../ports.ts";
import { couldNotRun, firstLine, plain, tailOf } from "./lane.ts";

/** Says that advisories were consulted, and none was found: only Hex 2.5 and later write it. */
const clean = /^No retired or security advisory packages found$/m;

/** No retired package, no advisory (Phase 6: mix hex.audit), by the sentences that prove that the registry was asked. `hex` is Hex's version. */
export function judgeHexAudit(ran: Pick<Ran, "code" | "stdout" | "stderr">, hex: string): Judgement {
  const output = plain(ran.stdout);
  const errors = plain(ran.stderr);
  const tail = tailOf(ran);
  if (!advises(hex)) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `Hex ${hex} knows retired packages only, not security advisories.`,
      remedy: "Run `mix local.hex --force` before this step: Hex 2.5 or later is needed.",
      tail,
    };
  }
  const findings = [
    ...section(output, "Retired", "A retired package", "warning"),
    ...section(output, "Advisories", "A security advisory", "error"),
  ];
  const ignored = [...section(output, "Ignored retired", "", "notice"), ...section(output, "Ignored advisories", "", "notice")];
  const facts = { found: findings.length, ignored: ignored.map((one) => one.message.trim()) };
  const rest = ignored.length === 0 ? "" : ` ${ignored.length} ignored by the project's settings.`;
  if (/Found retired packages|Found packages with security advisories/.test(errors) || findings.length > 0) {
    return {
      verdict: "fail",
      reason_code: "vulnerabilities_found",
      says: `${findings.length} retired or vulnerable ${findings.length === 1 ? "package" : "packages"}.${rest}`,
      remedy: "Update them with `mix deps.update`, or list a false one under `hex: [ignore_advisories: …]` with its reason.",
      facts,
      findings,
      tail,
    };
  }
  if (/Failed to fetch record/.test(errors)) {
    return {
      verdict: "inconclusive",
      reason_code: "not_judged",
      says: "The registry could not be asked: Hex answered from what it had.",
      remedy: "Run again when hex.pm can be reached from the job.",
      facts,
      tail,
    };
  }
  if (ran.code === 0 && (clean.test(output) || ignored.length > 0))
    return { verdict: "pass", reason_code: "passed", says: `No retired package and no advisory.${rest}`, facts };
  return couldNotRun("mix hex.audit", `${output}\n${errors}`, firstLine(errors) || `it ended with ${ran.code} without its verdict.`, tail);
}

/** The entries below a heading: `  plug 1.19.2 - EEF-… (HIGH)`, with what is indented further as its text. */
function section(output: string, heading: string, says: string, severity: Finding["severity"]): readonly Finding[] {
  const lines = output.split("\n");
  const start = lines.indexOf(`${heading}:`);
  if (start < 0) return [];
  const found: Finding[] = [];
  for (const line of lines.slice(start + 1)) {
    if (!line.startsWith("  ")) break;
    const last = found.pop();
    if (last !== undefined && line.startsWith("    ")) found.push({ ...last, message: `${last.message}\n${line.trim()}` });
    else found.push(...(last === undefined ? [] : [last]), { severity, rule: says, message: line.trim(), file: "mix.lock", line: 1 });
  }
  return found;
}

/** Hex 2.5 was the first to consult advisories. */
function advises(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 2 || (major === 2 && minor >= 5);
}
