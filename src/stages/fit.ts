import type { Finding, Judgement } from "../domain/evidence/result.ts";
import type { Fitness } from "../domain/fleet/fitness.ts";
import type { Fleet } from "../domain/fleet/fleet.ts";
import type { Environment } from "../settings/settings.ts";
import type { Target } from "../targets/target.ts";
import { nothingChanged, recordTimed, timed } from "./judged.ts";
import { askPublicFirst } from "./public-url.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";

const fitGate = { kind: "gate", id: "target-fit", title: "The target is fit for the release", required: true } as const;

/** What came of the look before anything changes: why it ends here, or what was seen, null where that was nothing. */
type Fit = { readonly ends: Conclusion } | { readonly ends: null; readonly fleet: Fleet | null };

/**
 * Before anything changes: every fault of every host at once, and whether the public address leads to what serves now.
 */
export async function fitFirst(
  run: StageRun,
  asked: { readonly environment: Environment; readonly target: Target },
): Promise<Fit> {
  const { target } = asked;
  const fit = await timed(run, () => target.fitness());
  const { fleet, record } = await publicFirst(run, asked);
  const judgement = judgeFitness(fit.value);
  await recordTimed(run, fitGate, { judgement, durationMs: fit.durationMs });
  const unreachable = await record();
  if (judgement.verdict !== "pass") return { ends: stopped(judgement, nothingChanged) };
  return unreachable === null ? { ends: null, fleet } : { ends: stopped(unreachable, nothingChanged) };
}

/** Where the target cannot be observed, its fitness says why. */
async function publicFirst(
  run: StageRun,
  asked: { readonly environment: Environment; readonly target: Target },
): Promise<{ readonly fleet: Fleet | null; readonly record: () => Promise<Judgement | null> }> {
  const seen = await asked.target.observe();
  if ("failed" in seen) return { fleet: null, record: async () => null };
  const { fleet } = seen;
  return { fleet, record: await askPublicFirst(run, { ...asked, fleet }) };
}

/** One fault has its own reason; several are listed as findings, one for each. */
export function judgeFitness({ faults, seen }: Fitness): Judgement {
  const [first] = faults;
  if (first === undefined) return { verdict: "pass", reason_code: "passed", says: seen.join(" ") };
  const says = ({ host, says: why }: typeof first) => `${host}: ${why}`;
  if (faults.length === 1)
    return { verdict: "fail", reason_code: first.reason_code, says: says(first), remedy: first.remedy };
  return {
    verdict: "fail",
    reason_code: "target_unfit",
    says: `The target has ${faults.length} faults: ${faults.map(says).join(" ")}`,
    remedy: [...new Set(faults.map(({ remedy }) => remedy).filter((text) => text !== ""))].join(" "),
    findings: faults.map((fault): Finding => ({ severity: "error", rule: fault.reason_code, message: says(fault) })),
  };
}
