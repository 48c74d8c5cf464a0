import type { Evidence } from "../evidence/evidence.ts";
import type { Result } from "../evidence/result.ts";

/**
 * What shows which release runs: `process`, its hosts say from which release folder the serving process runs;
 * `version`, only the version answers, which two builds of one version share; `none`, neither was seen.
 */
export const proofs = ["process", "version", "none"] as const;
export type Proved = (typeof proofs)[number];

/**
 * What the hosts of an environment say of the process that serves: the release of each, or why they could not be asked.
 */
export type HostsSay =
  | { readonly asked: true; readonly hosts: readonly ServingProcess[] }
  | { readonly asked: false; readonly why: string };

/**
 * The process in the active slot of a host; `pid` is null where none runs, `release` where it runs from no release
 * folder.
 */
export interface ServingProcess {
  readonly host: string;
  readonly slot: string;
  readonly pid: number | null;
  readonly release: string | null;
}

/** The id of the result that holds what was proved, in the evidence of smoke-test. */
export const runningId = "running-release";

/** What a smoke test proved, and the release id that it saw; `none` where its evidence does not say. */
export function provedBy(evidence: Pick<Evidence, "results"> | null): {
  readonly proved: Proved;
  readonly release: string | null;
} {
  const { proved, release } = evidence?.results.filter(isRunning).at(-1)?.facts ?? {};
  return {
    proved: proofs.find((one) => one === proved) ?? "none",
    release: typeof release === "string" ? release : null,
  };
}

function isRunning({ kind, id, verdict }: Result): boolean {
  return kind === "signal" && id === runningId && verdict !== "fail";
}
