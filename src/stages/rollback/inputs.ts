import { digitsOfId, parseRollbackTo } from "../../domain/rollback/to.ts";
import type { RollbackReason } from "../../domain/watch/criteria.ts";
import type { Environment } from "../../settings/settings.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";
import type { SchemaInputs } from "./schema.ts";

/** Inputs of rollback. */
export interface RollbackInputs extends SchemaInputs {
  readonly environment: string;
  /** The environment's name once more, from whoever started the run by hand. */
  readonly confirm: string;
  /** `previous`, a version, digits of a digest, or a release id. */
  readonly to: string;
  readonly reason?: RollbackReason | undefined;
  readonly "reason-detail": string;
  /** Back and forward again, so that nothing is changed by it. */
  readonly drill: boolean;
  readonly "dry-run": boolean;
  /** Wait for a run that holds the lock, or take the lock from it. */
  readonly lock: "wait" | "take";
}

/** Characters of an input that are shown again. */
const shownCharacters = 60;

/** Why these inputs are refused, before anything is touched; null where they are not. */
export function refusedInputs(run: StageRun, environment: Environment, inputs: RollbackInputs): Conclusion | null {
  const { confirm, to, reason, "reason-detail": detail, drill } = inputs;
  const { name } = environment;
  const byHand = run.world.job.eventName === "workflow_dispatch";
  const shown = (text: string) => text.slice(0, shownCharacters).replaceAll("`", "'");
  if (confirm !== name && (byHand || confirm !== "")) {
    const seen = confirm === "" ? "is empty" : `is \`${shown(confirm)}\``;
    return refuse(`Input \`confirm\` ${seen}, and has to be \`${name}\`, the environment that is rolled back.`);
  }
  if (reason === undefined && !drill) {
    const reasons = "`error-rate`, `performance`, `p1-bug`, `security`, `data-integrity` or `manual`";
    return refuse("Input `reason` is empty.", `Give ${reasons}; only a drill needs none.`);
  }
  if (reason === "manual" && detail.trim() === "") {
    return refuse(
      "Input `reason-detail` is empty, and the reason is `manual`.",
      "Give the reason in `reason-detail`; the report shows it.",
    );
  }
  if (parseRollbackTo(to) !== null) return null;
  return refuse(
    `Input \`to\` is \`${shown(to)}\`, which is no release.`,
    `Give \`previous\`, a version such as \`1.2.3\`, or at least ${digitsOfId} digits of the tarball's sha256.`,
  );
}

function refuse(says: string, remedy = ""): Conclusion {
  return stopped({ reason_code: "invalid_input", says, remedy });
}
