/** Requests of one release, and how many of them failed. */
export interface Counts {
  readonly requests: number;
  readonly errors: number;
}

/** The requests of both releases in one span of time. */
export interface Both {
  readonly fresh: Counts;
  readonly old: Counts;
}

/** How strongly the errors of two arms say that the new release is worse by the limit or more, in nats. */
export type TwoSampleTest = (both: Both) => number;

interface Pair {
  readonly old: readonly [error: number, success: number];
  readonly fresh: readonly [error: number, success: number];
}

/** Own rates that the alternatives are built on, as parts of the limit, and how many limits a bad release is above. */
const owns = [0.01, 0.1, 0.6];
const aboves = [1.1, 2.2, 6];
/** Of a release that is dead so many requests fail. */
const dead = 0.9;
/** How often requests fail at most that any alternative or null names. */
const most = 0.97;

/**
 * What must be exceeded where both arms have the rate of the null, as parts of the limit. Where the own rate is far
 * below the limit, the errors of the new release alone are evidence, and little more is needed. The figures are from
 * the simulation (`bench/judge.ts`), for a wrongful fail of at most 0.4 % of watches at any own rate.
 */
const needed: readonly (readonly [partOfLimit: number, nats: number])[] = [
  [0.01, -0.5],
  [0.3, 0],
  [0.46, 4.4],
  [1, 4.1],
  [18, 3.6],
];

/**
 * A mixture likelihood ratio of two samples: how likely the errors of both are where the new release is worse by the
 * limit or more, against the likeliest rate that both share (Robbins 1970; with the null maximised, the universal
 * inference of Wasserman, Ramdas and Balakrishnan 2020). At or above 0 it fails a release. Because a shared rate may be
 * anything, an outage that both share never adds to it.
 */
export function startEvidence(limit: number): TwoSampleTest {
  const logs = (rate: number) => [Math.log(rate), Math.log(1 - rate)] as const;
  const alternatives: readonly Pair[] = [
    ...owns.flatMap((own) =>
      aboves.map((above) => ({ old: logs(own * limit), fresh: logs(Math.min(most, (own + above) * limit)) })),
    ),
    ...owns.map((own) => ({ old: logs(own * limit), fresh: logs(dead) })),
  ];
  const nulls = nullRates(limit).map((rate) => ({ logs: logs(rate), nats: natsNeeded(rate / limit) }));
  const scores = new Float64Array(alternatives.length);

  return ({ fresh, old }) => {
    if (fresh.errors * old.requests <= old.errors * fresh.requests) return Number.NEGATIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < alternatives.length; index += 1) {
      const pair = alternatives[index] as Pair;
      const score = likelihood(fresh, pair.fresh) + likelihood(old, pair.old);
      scores[index] = score;
      if (score > highest) highest = score;
    }
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - highest);
    const both = { requests: fresh.requests + old.requests, errors: fresh.errors + old.errors };
    const rate = both.errors / both.requests;
    let worst = likelihood(both, logs(Math.min(rate, 1 - 1e-12))) + natsNeeded(rate / limit);
    for (const { logs: of, nats } of nulls) worst = Math.max(worst, likelihood(both, of) + nats);
    return highest + Math.log(sum / alternatives.length) - worst - extraNats(fresh, old);
  };
}

/** The figures above are for as many requests of both; a control that has more leaves more ways to be wrong. */
function extraNats(fresh: Counts, old: Counts): number {
  return Math.min(2, Math.max(0, 0.6 * Math.log(old.requests / fresh.requests)));
}

function likelihood({ requests, errors }: Counts, [error, success]: readonly [number, number]): number {
  return errors * error + (requests - errors) * success;
}

function nullRates(limit: number): readonly number[] {
  const low = limit * 0.005;
  const steps = 36;
  return Array.from({ length: steps + 1 }, (_, index) => low * (most / low) ** (index / steps));
}

function natsNeeded(part: number): number {
  let [before, nats] = needed[0] as readonly [number, number];
  if (part <= before) return nats;
  for (const [at, wanted] of needed.slice(1)) {
    if (part <= at) return nats + ((wanted - nats) * Math.log(part / before)) / Math.log(at / before);
    [before, nats] = [at, wanted];
  }
  return nats;
}

/**
 * Twice this is the square of a standard normal deviate where both rates are equal; 0 where the new one is not worse.
 */
export function deviance({ fresh, old }: Both): number {
  if (fresh.errors * old.requests <= old.errors * fresh.requests) return 0;
  const requests = fresh.requests + old.requests;
  const rate = (fresh.errors + old.errors) / requests;
  return own(fresh) + own(old) - own({ requests, errors: rate * requests });
}

/** The log-likelihood of requests at their own rate. */
function own({ requests, errors }: Counts): number {
  const part = (many: number) => (many <= 0 ? 0 : many * Math.log(many / requests));
  return part(errors) + part(requests - errors);
}

/**
 * With how many nats the counts exclude that the new release is worse by `limit` or more: the least of all shared
 * rates, found by ternary search in a convex function.
 */
export function excludes({ fresh, old }: Both, limit: number): number {
  if (fresh.requests === 0 || old.requests === 0) return 0;
  if (fresh.errors / fresh.requests >= old.errors / old.requests + limit) return 0;
  const top = own(fresh) + own(old);
  const at = (rate: number) =>
    top -
    likelihood(fresh, [Math.log(rate + limit), Math.log1p(-rate - limit)]) -
    likelihood(old, [Math.log(rate), Math.log1p(-rate)]);
  let low = 1e-9;
  let high = 1 - limit - 1e-9;
  for (let round = 0; round < 60; round += 1) {
    const third = (high - low) / 3;
    if (at(low + third) < at(high - third)) high -= third;
    else low += third;
  }
  return at((low + high) / 2);
}

/** The chance that at least so many of all errors are the new release's where both fail alike. */
export function chanceOf({ fresh, old }: Both): number {
  const errors = fresh.errors + old.errors;
  const share = fresh.requests / (fresh.requests + old.requests);
  let term = 0;
  for (let k = 0; k < fresh.errors; k += 1) term += Math.log(((errors - k) / (k + 1)) * (share / (1 - share)));
  let tail = 0;
  for (let k = fresh.errors; k <= errors; k += 1) {
    const chance = Math.exp(term + errors * Math.log(1 - share));
    tail += chance;
    if (chance < tail * 1e-12) break;
    term += Math.log(((errors - k) / (k + 1)) * (share / (1 - share)));
  }
  return Math.min(1, tail);
}
