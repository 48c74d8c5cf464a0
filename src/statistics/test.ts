import type { Judgement } from "../domain/evidence/result.ts";
import type { Criteria } from "../domain/watch/criteria.ts";
import type { History } from "../domain/watch/history.ts";
import type { Measure, Sample } from "../domain/watch/sample.ts";

/** A sequential test under way: it may be asked at any time. */
export interface ErrorTestRun {
  add(sample: Sample): void;
  /** True once the release has failed, which no later sample changes. */
  readonly failed: boolean;
  /** `nowMs` is how long the watch has lasted: what was silent until then counts as silence. */
  verdict(nowMs: number): Judgement;
}

/** What a test is started with. */
export interface JudgedWatch {
  readonly criteria: Criteria;
  readonly watchMs: number;
  /** True where the signal gives samples of the release before as well: `arm: "old"`. */
  readonly control: boolean;
  /** What was measured before the deployment; null where nothing was. */
  readonly history: History | null;
}

/** How samples are judged. One file each, registered in `registry.ts`. */
export interface StatisticalTest {
  readonly id: string;
  /** What it judges: it is started for each signal that measures this. */
  readonly judges: Measure;
  /** Starts the test for one signal; null where nothing sets a limit for it. */
  start(watch: JudgedWatch): ErrorTestRun | null;
}
