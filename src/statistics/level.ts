import { reasonOfGrowth } from "../domain/evidence/reason.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Arm, LevelSample } from "../domain/watch/sample.ts";
import { percentText } from "./error-verdict.ts";
import { type Series, startSeries, type Trend } from "./series.ts";
import type { StatisticalTest } from "./test.ts";

/** What must not grow with the new release: memory, the run queue. */
export const levelTest: StatisticalTest = {
  id: "level",
  judges: "level",
  start({ watchMs }) {
    const test = startLevelTest({ watchMs });
    return {
      ...test,
      add(sample) {
        if (sample.kind === "level") test.add(sample);
      },
      get failed() {
        return test.failed;
      },
    };
  },
};

/** Growth that fails a release: by half where the release before is seen beside it, to the double where it is not. */
const growthLimit = { beside: 0.5, alone: 1 };
/** Standard deviations of Mann and Kendall's test for a trend: 0.02 % where there is none. */
const trendAt = 3.5;
/** The old release must grow by less than this part of the new one's growth. */
const sharedPart = 1 / 3;
/** The newest third of the watch must still grow by this part of its fair share: a cache that fills up stops. */
const stillPart = 0.5;
/** A new slot fills its caches: so much of the watch is left out, at most a minute. */
const warmUpMs = 60_000;
const fewest = 10;
const mostNames = 100;
/** What counts as at least so much: a run queue that goes from none to one is none that grows. */
const floors: readonly (readonly [name: string, least: number])[] = [["run queue", 10]];
const floorOf = (of: string) => floors.find(([name]) => of.startsWith(name))?.[1] ?? 1e-9;

interface Level {
  readonly new: Series;
  readonly old: Series;
}

/**
 * Does a level of the new release grow, as a leak does? Robust and conservative: it must rise all the time (Mann 1945,
 * Kendall), in the newest third too, by half of where it was, and not with the release before alike.
 */
export function startLevelTest({ watchMs }: { readonly watchMs: number }) {
  const levels = new Map<string, Level>();
  const warm = Math.min(warmUpMs, watchMs / 5);
  let failure: Judgement | null = null;
  let asked = 0;
  let seen = 0;

  return {
    add({ of, value, arm, atMs }: { of: string; value: number; arm: Arm; atMs: number } & Partial<LevelSample>): void {
      if (!Number.isFinite(value) || !Number.isFinite(atMs)) return;
      const level = levels.get(of) ?? { new: startSeries(), old: startSeries() };
      if (!levels.has(of) && levels.size >= mostNames) return;
      levels.set(of, level);
      if (atMs < warm) return;
      level[arm].add(atMs, value);
      seen += 1;
      // A trend is looked for when 5 % more samples have come: the effort for each stays the same.
      if (failure !== null || arm === "old" || seen < asked * 1.05) return;
      asked = seen;
      failure = leak(of, level);
    },
    get failed() {
      return failure !== null;
    },
    verdict(): Judgement {
      return failure ?? levelVerdict(levels);
    },
  };
}

function leak(of: string, level: Level): Judgement | null {
  const trend = level.new.trend();
  if (trend === null || level.new.samples < fewest || trend.deviations < trendAt) return null;
  const control = level.old.trend();
  const base = Math.max(Math.abs(trend.first), Math.abs(control?.first ?? 0), floorOf(of));
  const growth = (trend.last - trend.first) / base;
  if (growth < (control === null ? growthLimit.alone : growthLimit.beside)) return null;
  if (trend.lastThird < ((trend.last - trend.first) / 3) * stillPart) return null;
  if (control !== null && control.last - control.first > (trend.last - trend.first) * sharedPart) return null;
  return {
    verdict: "fail",
    reason_code: reasonOfGrowth(of),
    says: `${grown(of, trend)}, and still grows; ${beside(control)}.`,
    remedy: "Look for what the new release keeps: processes, ETS tables, messages, atoms.",
    facts: { of, from: trend.first, to: trend.last, deviations: Math.round(trend.deviations * 10) / 10 },
  };
}

function grown(of: string, { first, last, seconds }: Trend): string {
  const by = first > 0 ? ` (${last >= first ? "+" : "-"}${percentText(Math.abs(last / first - 1))})` : "";
  return `${of} of the new release went from ${figureText(first)} to ${figureText(last)} in ${seconds} s${by}`;
}

function beside(control: Trend | null): string {
  if (control === null) return "the previous release was not seen";
  return `that of the previous release from ${figureText(control.first)} to ${figureText(control.last)}`;
}

function levelVerdict(levels: ReadonlyMap<string, Level>): Judgement {
  const open = (says: string): Judgement => ({
    ...{ verdict: "inconclusive", reason_code: "watch_inconclusive", says },
    remedy: "Watch for longer (`criteria.watch`), or look at what the signal is given.",
  });
  if (levels.size === 0) return open("No level of the release was seen, so nothing is known.");
  const parts: string[] = [];
  for (const [of, level] of levels) {
    const trend = level.new.trend();
    if (trend === null || level.new.samples < fewest)
      return open(`${of} of the new release was seen ${level.new.samples} times after its start: too few to decide.`);
    parts.push(`${grown(of, trend)}; ${beside(level.old.trend())}`);
  }
  return { verdict: "pass", reason_code: "passed", says: `${parts.slice(0, 3).join(". ")}.`, facts: {} };
}

function figureText(value: number): string {
  return String(Number(value.toPrecision(3)));
}
