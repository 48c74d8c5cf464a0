// What no test can exceed, whatever it does with the requests: exact, without a simulation.

/** A question to any test: so many requests of each release until then, and how often those of each fail. */
export interface Question {
  readonly requests: number;
  readonly old: number;
  readonly fresh: number;
  /** How often a release may be failed wrongly at most, whatever rate both share. */
  readonly wrong: number;
}

/**
 * The part of bad releases that the best test finds. A test that wrongly fails at most `wrong` at every rate that both
 * share does so at one of them: and against that one none finds more than the test of Neyman and Pearson (1933), which
 * knows both rates and fails the counts that speak most against it. The least over all shared rates is the bound. The
 * counts are sufficient, so that the order of requests and earlier looks add nothing.
 */
export function bestPower(question: Question): number {
  const { old, fresh } = question;
  let least = 1;
  for (let step = 0; step <= 80; step += 1) {
    const shared = fresh * (0.15 + (0.85 * step) / 80);
    if (shared > old) least = Math.min(least, powerAgainst(question, shared));
  }
  return least;
}

function powerAgainst({ requests, old, fresh, wrong }: Question, shared: number): number {
  const counts = (rate: number) => binomial(requests, rate);
  const [ofFresh, ofOld, ofShared] = [counts(fresh), counts(old), counts(shared)];
  const cells: { readonly bad: number; readonly good: number; readonly ratio: number }[] = [];
  for (const [errors, bad] of ofFresh.entries())
    for (const [before, likely] of ofOld.entries()) {
      const [one, other] = [bad * likely, (ofShared[errors] ?? 0) * (ofShared[before] ?? 0)];
      if (one > 0) cells.push({ bad: one, good: other, ratio: one / other });
    }
  cells.sort((one, other) => (one.ratio === other.ratio ? 0 : other.ratio - one.ratio));
  let [power, left] = [0, wrong];
  for (const { bad, good } of cells) {
    // The last one is failed in a part of the cases, which a test may do by chance.
    if (good >= left) return power + (good > 0 ? (bad * left) / good : 0);
    left -= good;
    power += bad;
  }
  return power;
}

/** How likely each number of errors is, as far as that is more than nothing. */
function binomial(requests: number, rate: number): readonly number[] {
  const most = Math.min(requests, Math.ceil(requests * rate + 9 * Math.sqrt(requests * rate) + 9));
  const chances: number[] = [];
  let log = requests * Math.log1p(-rate);
  for (let errors = 0; errors <= most; errors += 1) {
    chances.push(Math.exp(log));
    log += Math.log(((requests - errors) / (errors + 1)) * (rate / (1 - rate)));
  }
  return chances;
}

/**
 * What is asked of the error test at one request a second of each release: a case of `arms.ts`, and its part in time.
 */
export const asked: readonly (Omit<Question, "wrong" | "requests"> & {
  readonly name: string;
  readonly withinS: number;
  readonly part: number;
})[] = [
  { name: "5 % against 0.1 %", old: 0.001, fresh: 0.05, withinS: 180, part: 0.95 },
  { name: "5 % against 1 %", old: 0.01, fresh: 0.05, withinS: 180, part: 0.95 },
  { name: "5 points above 3 %", old: 0.03, fresh: 0.08, withinS: 600, part: 0.9 },
  { name: "10 points above 0.1 %", old: 0.001, fresh: 0.101, withinS: 60, part: 0.5 },
  { name: "10 points above 1 %", old: 0.01, fresh: 0.11, withinS: 60, part: 0.5 },
  { name: "10 points above 3 %", old: 0.03, fresh: 0.13, withinS: 60, part: 0.5 },
];
