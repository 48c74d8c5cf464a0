// Which of the long stories of a fleet a run tries: each boots hosts and deploys to them a dozen times. All of them at
// night, or by a FAULT_ variable of their own.
import { drawn, slow } from "../support/extent.ts";
import { labRefusal } from "./lab.ts";

const stories = ["confirm", "faults", "groups", "killed"] as const;

/** Why a story is not tried in this run, as a sentence; null where it is. */
export async function notNow(story: (typeof stories)[number]): Promise<string | null> {
  const refusal = await labRefusal();
  if (refusal !== null || slow) return refusal;
  const now = drawn("stories of a fleet", stories, 1);
  return now.includes(story) ? null : `lab/${story} is not tried in this run: ${now.join(" and ")} was drawn.`;
}
