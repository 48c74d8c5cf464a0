import type { Evidence, StageName } from "../evidence/evidence.ts";
import { leftOpen } from "../evidence/result.ts";
import type { Report } from "./report.ts";
import { rowOf } from "./rows.ts";

/** Who approved, what every gate saw, and what could not be verified; `unpinned` names evidence that no output pins. */
export function gateOf(promote: Evidence | null, unpinned: readonly StageName[]): Report["gate"] {
  const gates = (promote?.results ?? []).filter(({ kind }) => kind === "gate");
  const approval = gates.findLast(({ id, verdict }) => id === "approval" && verdict === "pass");
  const { approvers, self_approved } = approval?.facts ?? {};
  // One that refused saw what it asked for.
  const open = gates.filter((one) => one.verdict !== "fail" && (leftOpen(one) || one.verdict === "off"));
  return {
    approvers: typeof approvers === "string" ? approvers : null,
    self_approved: self_approved === true,
    rows: gates.map((one) => rowOf(one)),
    unverified: [
      ...(promote === null ? ["There is no evidence of promote: no gate was seen."] : []),
      ...open.map(({ title, says }) => `${title}: ${says}`),
      ...unpinned.map((stage) => `No job output pins the evidence of ${stage}: any job could have written it.`),
    ],
  };
}
