import type { Judgement, Timed } from "../domain/evidence/result.ts";

/** The oldest Elixir that the checks run on. */
const oldest = [1, 14] as const;

/** Why nothing can run on this Elixir; null where it can, or where the version is not known yet. */
export function tooOld(versions: { readonly elixir: string } | null): Judgement | null {
  const [major = 0, minor = 0] = versions?.elixir.split(".").map(Number) ?? oldest;
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null;
  return {
    verdict: "error",
    reason_code: "could_not_run",
    says: `Elixir ${versions?.elixir} is too old: the checks need ${oldest.join(".")} or later.`,
    remedy: "Set a later `elixir-version` up before this step, with erlef/setup-beam.",
  };
}

/**
 * Says one cause once: of checks that could not run for the very same one, the first names it, and the others refer to
 * that check. They were not run, and none of them passes. `ids` is their order.
 */
export function saidOnce(ids: readonly string[], judged: ReadonlyMap<string, Timed>): ReadonlyMap<string, Timed> {
  const first = new Map<string, string>();
  const all = new Map(judged);
  for (const id of ids) {
    const timed = judged.get(id);
    const cause = timed === undefined ? null : causeOf(timed.judgement);
    if (timed === undefined || cause === null) continue;
    const named = first.get(cause);
    if (named === undefined) first.set(cause, id);
    else all.set(id, { ...timed, judgement: { ...notRun(named), reason_code: timed.judgement.reason_code } });
  }
  return all;
}

/**
 * What is the same for several checks, without the name of the command that it stopped; null for what is a check's own.
 */
function causeOf({ verdict, says, remedy = "" }: Judgement): string | null {
  if (verdict !== "error") return null;
  const [, why] = /could not (?:run|start): (.+)$/s.exec(says) ?? [];
  const cause = (why ?? says).split(" Before that it had printed:")[0] ?? "";
  return `${cause.replace(/^\*\* \([\w.]+\) /, "")}\n${remedy}`;
}

function notRun(named: string): Judgement {
  return { verdict: "not-run", reason_code: "could_not_run", says: `Not run, for the reason that \`${named}\` names.` };
}
