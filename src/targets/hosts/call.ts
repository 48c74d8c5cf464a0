import { runProgram } from "../../commands/host.ts";
import type { Judgement } from "../../domain/result.ts";
import type { Ran } from "../../ports.ts";
import { behind } from "../../transports/transport.ts";
import type { TargetOptions } from "../target.ts";
import type { Call, Calling } from "./context.ts";
import { leaseSecondsOf } from "./lease.ts";
import { programFor } from "./program.ts";
import { remedyOf } from "./remedies.ts";
import { type HostReport, readReport } from "./report.ts";
import type { Ways } from "./ways.ts";

/** Runs the program on hosts as this run may. */
export function callerOf(options: TargetOptions, ways: Ways): Call {
  const { environment, shell } = options;
  const common = commonValues(options);
  return async ({ host, op, values = {}, limitMs }) => {
    const ran = await shell.run({
      argv: behind(ways.to(host), runProgram),
      stdin: { text: await programFor(environment, host, { PD_OP: op, ...common, ...values }) },
      limitMs,
      onCancel: "finish",
      evenAfterCancel: op === "release-lock",
    });
    const report = readReport(ran.stdout);
    if (report.exit === 0 && report.failure === null) return report;
    const tail = [report.relayed, ran.stderr.trim()].filter((text) => text !== "").join("\n");
    const judgement =
      report.failure === null ? withoutReason({ host, op }, report, ran) : refused(host, report.failure);
    return { remedy: remedyOf(judgement.reason_code, environment), ...judgement, tail: tail.slice(-4_000) };
  };
}

/** The values that every operation has. */
function commonValues(options: TargetOptions): Readonly<Record<string, string>> {
  const { path, slots } = options.environment;
  const runUrl = options.runUrl ?? "";
  return {
    PD_OWNER: options.owner,
    PD_URL: /^https?:\/\/\S+$/.test(runUrl) ? runUrl : "",
    PD_PATH: path,
    PD_APP: options.app,
    PD_NAME: options.releaseName,
    PD_TTL: String(leaseSecondsOf(options)),
    PD_SLOTS: Object.entries(slots)
      .map(([name, { port }]) => `${name}=${port}`)
      .join(" "),
    PD_MANIFEST: "",
  };
}

/** The program said itself why. */
function refused(host: string, { reason_code, says }: NonNullable<HostReport["failure"]>): Judgement {
  return { verdict: "fail", reason_code, says: `${host}: ${says}` };
}

/** Without its last line, or without a reason, what the program did is unknown, whatever its exit code was. */
function withoutReason({ host, op }: Pick<Calling, "host" | "op">, report: HostReport, ran: Ran): Judgement {
  const how = {
    exited: `exited with code ${report.exit ?? ran.code} without a reason`,
    "timed-out": "timed out",
    cancelled: "was cancelled",
    "not-started": `could not be started (${ran.why})`,
  }[ran.ended];
  return {
    verdict: "error",
    reason_code: ran.ended === "cancelled" ? "cancelled" : "state_unknown",
    says: `${op} on ${host} ${how}; its effect is unknown.`,
    remedy: "Run the job again: it observes the host first.",
  };
}
