import { runProgram } from "../../commands/host.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import { slotsOn } from "../../domain/fleet/fleet.ts";
import type { Command } from "../../ports/shell.ts";
import type { Environment } from "../../settings/settings.ts";
import type { RanThere, Transport } from "../../transports/transport.ts";
import type { TargetOptions } from "../target.ts";
import type { Call, Calling } from "./context.ts";
import { leaseSecondsOf } from "./lease.ts";
import { programFor } from "./program.ts";
import { remedyOf } from "./remedies.ts";
import { type HostReport, readReport } from "./report.ts";
import { unitName } from "./units.ts";
import type { Ways } from "./ways.ts";

/** Operations that may be asked twice: they change nothing, or the same again. */
const repeatable = new Set([
  ...["observe", "fit", "running", "log", "router", "stock"],
  ...["router-counts", "memory", "evaluate", "kept-schema", "look-down"],
  ...["acquire-lock", "renew", "release-lock"],
]);

/** Between two attempts to reach a host, milliseconds, and how many there are at most. */
const pauseMs = 500;
const mostTries = 60;
/**
 * How many sessions of ssh that end with code 0 before anything began are lost ones; after them it is the login shell.
 */
const mostSilent = 3;

/**
 * What the program prints first, on a line of its own: a login shell may have printed something without a last line
 * end. Without it, nothing of the program began.
 */
const begins = "printf '\\npd\\tbegan\\n'";

/** Runs the program on hosts as this run may. */
export function callerOf(options: TargetOptions, ways: Ways): Call {
  const { environment } = options;
  const common = commonValues(options);
  return async (calling) => {
    const { host, op, values = {}, limitMs } = calling;
    const way = ways.to(host);
    const own = { PD_OP: op, PD_HOST: host, PD_SLOTS: slotsText(environment, host) };
    const program = await programFor(environment, host, { ...own, ...common, ...values });
    const command: Command = {
      argv: runProgram,
      stdin: { text: `${begins}\n${program.values}`, shared: program.shared },
      ...{ limitMs, onCancel: "finish", evenAfterCancel: op === "release-lock" },
    };
    const ran = await reaching(options, way, { command, mayRepeat: repeatable.has(op) });
    const report = readReport(ran.stdout);
    if (report.exit === 0 && report.failure === null) return report;
    const tail = [report.relayed, ran.stderr.trim()].filter((one) => one !== "").join("\n");
    const judgement =
      report.failure === null ? withoutReason(calling, { way, report, ran }) : refused(host, report.failure);
    return { remedy: remedyOf(judgement.reason_code, environment), ...judgement, tail: tail.slice(-4_000) };
  };
}
/**
 * Tries again within the limit where nothing began on the host, or where it may be asked twice: after a session that
 * was cut, which may end with code 0 as well, without the program's last line.
 */
async function reaching(
  { clock }: TargetOptions,
  way: Transport,
  { command, mayRepeat }: { readonly command: Command; readonly mayRepeat: boolean },
): Promise<RanThere> {
  const began = clock.ticks();
  let silent = 0;
  for (let tries = mostTries; ; tries -= 1) {
    const left = command.limitMs - (clock.ticks() - began);
    const ran = await way.run({ ...command, limitMs: left });
    const ended = ran.ended === "exited" && ran.code === 0;
    if (ended && !hasBegun(ran)) silent += 1;
    const cut = ran.lost === true || (ended && silent <= (way.login === null ? 0 : mostSilent));
    const again = ran.unreached?.again === true || (cut && mayRepeat && !hasEnd(ran));
    if (!again || tries === 0 || left <= 2 * pauseMs) return ran;
    await clock.sleep(pauseMs);
  }
}

function hasBegun({ stdout }: RanThere): boolean {
  return readReport(stdout).records.some(([key]) => key === "began");
}

function hasEnd({ stdout }: RanThere): boolean {
  return readReport(stdout).exit !== null;
}

/** The slots of a host, with their ports. */
function slotsText(environment: Environment, host: string): string {
  const slots = Object.entries(slotsOn(environment, host));
  return slots.map(([name, { port }]) => `${name}=${port}`).join(" ");
}

/** The values that every operation has, on whatever host. */
function commonValues(options: TargetOptions): Readonly<Record<string, string>> {
  const { path } = options.environment;
  const runUrl = options.runUrl ?? "";
  return {
    PD_OWNER: options.owner,
    PD_URL: /^https?:\/\/\S+$/.test(runUrl) ? runUrl : "",
    PD_PATH: path,
    PD_APP: options.app,
    PD_UNIT: unitName(options),
    PD_NAME: options.releaseName,
    PD_TTL: String(leaseSecondsOf(options)),
    PD_MANIFEST: "",
  };
}

/** The program said itself why. */
function refused(host: string, { reason_code, says }: NonNullable<HostReport["failure"]>): Judgement {
  return { verdict: "fail", reason_code, says: `${host}: ${says}` };
}

/** The program ended without a reason: it was not begun, or what it did is unknown, whatever its exit code was. */
function withoutReason(
  { host, op }: Pick<Calling, "host" | "op">,
  { way, report, ran }: { readonly way: Transport; readonly report: HostReport; readonly ran: RanThere },
): Judgement {
  if (ran.unreached !== undefined) {
    const { again: _, ...judgement } = ran.unreached;
    return judgement;
  }
  const begun = report.records.some(([key]) => key === "began");
  if (way.login !== null && ran.ended === "exited" && ran.lost !== true && !begun) {
    return {
      verdict: "fail",
      reason_code: "host_unsuitable",
      says: `${host}: the login shell of ${way.login} ended with code ${ran.code} before it began /bin/sh.`,
      remedy: "Look at its start files there, such as ~/.bashrc: for a login without a terminal they must not exit.",
    };
  }
  const lost =
    ran.lost === true ? "lost its connection" : `exited with code ${report.exit ?? ran.code} without a reason`;
  const how = {
    exited: lost,
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
