import { blocks, notPassed, type Result, type Verdict } from "../../domain/evidence/result.ts";
import { capital } from "../text/wording.ts";

/** Results that did not pass for one and the same reason, which is said once. */
export interface Cause {
  readonly results: readonly Result[];
  readonly says: string;
  readonly remedy: string;
}

const worst: Readonly<Record<Verdict, number>> = { fail: 0, error: 1, inconclusive: 2, "not-run": 3, off: 4, pass: 5 };

/** What did not pass, by cause: what is required first, then the worst. */
export function causesOf(results: readonly Result[]): readonly Cause[] {
  const failed = results
    .filter(notPassed)
    .sort((a, b) => Number(blocks(b)) - Number(blocks(a)) || worst[a.verdict] - worst[b.verdict]);
  // What failed twice under one name is two rows: nothing is said by naming it twice in one.
  const seen = new Map<string, number>();
  const groups = Map.groupBy(failed, (one) => {
    seen.set(one.id, (seen.get(one.id) ?? 0) + 1);
    return JSON.stringify([seen.get(one.id), blocks(one), one.verdict, withoutName(one), one.remedy, one.findings]);
  });
  return [...groups.values()].map((group) => {
    const [{ says, remedy } = { says: "", remedy: "" }, second] = group;
    return { results: group, says: second === undefined ? says : withoutName(second), remedy };
  });
}

/**
 * What a result says, without the name of its check in front: "mix credo could not run" and "mix sobelow could not
 * run" are one cause.
 */
export function withoutName({ id, title, says }: Pick<Result, "id" | "title" | "says">): string {
  const name = [title, `mix ${id}`, id, ...title.split(", ")].find((one) => says.startsWith(`${one} `));
  const mix = /^mix [\w.-]+ (?=could not|did not|ended)/.exec(says)?.[0] ?? "";
  const rest = name === undefined ? says.slice(mix.length) : says.slice(name.length + 1);
  return rest === says ? says : capital(rest);
}
