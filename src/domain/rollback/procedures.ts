import { z } from "zod";
import type { Evidence } from "../evidence/evidence.ts";
import { type Fact, trafficChanged } from "../evidence/result.ts";
import type { Plan } from "../fleet/plan.ts";
import type { Criteria } from "../watch/criteria.ts";
import { rollbackOutcome } from "./outcome.ts";

/** How an application is rolled back: by the suite, and by hand where the suite cannot be run. */
export interface Procedures {
  readonly app: string;
  readonly version: string;
  readonly sha: string;
  readonly criteria: Criteria;
  readonly environments: readonly EnvironmentProcedures[];
}

export interface EnvironmentProcedures {
  readonly name: string;
  readonly url: string;
  /** The Elixir expression that migrates its schema; null where none does. */
  readonly migrate: string | null;
  /** How its database is backed up, and by whom; null where the settings do not say. */
  readonly backup: string | null;
  /** What the suite would do, by when it holds. */
  readonly plans: readonly { readonly when: string; readonly plan: Plan }[];
  /** The slot that these plans have the release before in; null where there is only one slot. */
  readonly assumed: string | null;
  /** What the last evidence says of it; null where there is none. */
  readonly lastKnown: LastKnown | null;
  /** The same by hand, in the order in which it is done. */
  readonly byHand: HandProcedure;
}

/** What a target is, and how a person rolls it back. */
export interface HandProcedure {
  /** Where it runs: what, and its value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly parts: readonly HandPart[];
}

/** Commands to paste. */
const handBlock = z.object({
  /** Which of several blocks it is; empty where it is the only one. */
  when: z.string(),
  text: z.string(),
});
export type HandBlock = Readonly<z.infer<typeof handBlock>>;

/** One thing to do. */
const handPart = z.object({
  title: z.string(),
  /** The hosts on which it is done; none is any machine. */
  hosts: z.array(z.string()).readonly(),
  says: z.string(),
  blocks: z.array(handBlock.readonly()).readonly(),
});
export type HandPart = Readonly<z.infer<typeof handPart>>;

/** The fact of a result that is refused: how its backup is restored by hand. */
export function restoreFact(parts: readonly HandPart[]): { restore?: Fact } {
  const fact = ({ title, hosts, says, blocks }: HandPart) => ({
    ...{ title, says, hosts: [...hosts] },
    blocks: blocks.map(({ when, text }) => ({ when, text })),
  });
  return parts.length === 0 ? {} : { restore: parts.map(fact) };
}

/** That fact, where there is one. */
export function restoreIn(facts: Readonly<Record<string, Fact>>): readonly HandPart[] {
  return z.array(handPart).safeParse(facts["restore"]).data ?? [];
}

/** What evidence says of an environment. */
export interface LastKnown {
  readonly by: Pick<Evidence, "stage" | "run_url" | "run_id">;
  readonly at: string;
  /** The release that serves; null where the stage left that open. */
  readonly serves: string | null;
  readonly before: string | null;
  /** The releases that each host kept when the change began. */
  readonly kept: readonly { readonly host: string; readonly releases: readonly string[] }[];
  /** The newest version of the schema, and the versions that the last migration added. */
  readonly schema: string | null;
  readonly added: readonly string[];
  /** The file of the last backup. */
  readonly backup: string | null;
}

/** What the newest of these says that changed the environment, or was about to; null where none did. */
export function lastKnown(all: readonly Evidence[], environment: string): LastKnown | null {
  const [newest] = all
    .filter((one) => one.environment === environment && one.hosts !== undefined && one.status !== "planned")
    .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at));
  if (newest === undefined) return null;
  const { stage, run_url, run_id, hosts = [], finished_at, started_at } = newest;
  const facts = (id: string) =>
    newest.results.findLast((one) => one.id === id && one.verdict === "pass")?.facts ?? ({} as Record<string, Fact>);
  const { versions_after, added } = facts("migrate");
  const { file } = facts("backup");
  return {
    by: { stage, run_url, run_id },
    at: finished_at ?? started_at,
    ...servesAfter(newest),
    kept: hosts.flatMap(({ host, kept }) => (kept === undefined ? [] : [{ host, releases: kept }])),
    schema: textsOf(versions_after).at(-1) ?? null,
    added: textsOf(added),
    backup: typeof file === "string" ? file : null,
  };
}

/** What serves after a stage, and what did before it; `serves` is null where the stage left that open. */
function servesAfter(by: Evidence): Pick<LastKnown, "serves" | "before"> {
  const { stage, status, decision, from, to, results } = by;
  const outcome = rollbackOutcome(by);
  const byHand = stage === "rollback";
  const went = byHand ? outcome === "done" || outcome === "unfinished" : status === "passed";
  if (went) return { serves: to, before: from };
  const stayed = byHand
    ? outcome === "undone" || outcome === "nothing-changed" || outcome === "drill"
    : outcome === "done" || (decision === "stop" && !trafficChanged(results));
  return stayed ? { serves: from, before: null } : { serves: null, before: from };
}

function textsOf(fact: Fact | undefined): readonly string[] {
  return Array.isArray(fact) ? fact.filter((one) => typeof one === "string") : [];
}
