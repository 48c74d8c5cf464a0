import type { Criteria } from "../domain/criteria.ts";
import type { Judgement } from "../domain/result.ts";
import type { Measure, Sample } from "../domain/sample.ts";

/** A sequential test under way: it may be asked at any time. */
export interface ErrorTestRun {
  add(sample: Sample): void;
  /** True once the release has failed, which no later sample changes. */
  readonly failed: boolean;
  /** `nowMs` is how long the watch has lasted: what was silent until then counts as silence. */
  verdict(nowMs: number): Judgement;
}

/** How samples are judged. One file each, registered in `registry.ts`. */
export interface StatisticalTest {
  readonly id: string;
  /** What it judges: it is started for each signal that measures this. */
  readonly judges: Measure;
  /** Starts the test for one signal; null where the criteria set no limit for it. */
  start(watch: { readonly criteria: Criteria; readonly watchMs: number }): ErrorTestRun | null;
}
