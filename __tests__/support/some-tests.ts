// Tests of which a run tries some, drawn by a seed that is printed: each takes seconds of a real toolchain or bundle,
// and shows once more what quicker tests prove of all of them.
import { beforeAll, test } from "@jest/globals";
import { drawn } from "./extent.ts";

export interface SomeTests {
  (title: string, work: () => Promise<void>): void;
  /** Adds those that were drawn to the block that calls it. */
  add(): void;
}

/** So many tests of those that it is called with; `what` they are about is printed. */
export function someTests(what: string, count: number): SomeTests {
  const every: (readonly [string, () => Promise<void>])[] = [];
  let added = false;
  // Without it none of them would run, and nobody would notice.
  beforeAll(() => {
    if (!added) throw new Error(`${what}: \`add\` was not called.`);
  });
  const one = (title: string, work: () => Promise<void>) => void every.push([title, work]);
  return Object.assign(one, {
    add() {
      added = true;
      for (const [title, work] of drawn(what, every, count)) test(title, work);
    },
  });
}
