// One deployment to hosts of the lab, as a job of `promote` performs it once its gates have passed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { filesAdapter } from "../../src/adapters/files.ts";
import { httpAdapter } from "../../src/adapters/http.ts";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import type { Result } from "../../src/domain/evidence/result.ts";
import type { Release } from "../../src/domain/release/release.ts";
import { deploy } from "../../src/stages/deploy.ts";
import { ownerOf, targetOf } from "../../src/stages/environment.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { rollback } from "../../src/stages/rollback.ts";
import type { Conclusion, StageRun } from "../../src/stages/stage.ts";
import { openTarget } from "../../src/targets/registry.ts";
import type { FakeRelease } from "../host/fake-release.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { shellOf } from "../support/ssh-target.ts";
import { closedWorld } from "../support/world.ts";

/** What one deployment is given. */
export interface Given {
  readonly settings: string;
  /** What of the strategy's settings is shorter than users may set it. */
  readonly own?: Readonly<Record<string, unknown>>;
  readonly release: FakeRelease;
  /** A person rolls back instead, to the release before. */
  readonly rollback?: true;
  readonly runId: string;
  readonly keyFile: string;
  /** For the evidence and all that a job writes. */
  readonly folder: string;
  readonly watchMs?: number;
}

/** A moment of a deployment: before something begins, which is the `index`-th of all. */
export interface Moment {
  readonly index: number;
  readonly what: string;
}

export interface Deployed {
  readonly conclusion: Conclusion;
  readonly evidence: Evidence;
  readonly log: readonly string[];
}

/** Deploys; `before` hears of each lock that is taken and of each batch of steps. */
export async function deployOnce(given: Given, before: (moment: Moment) => void = () => undefined): Promise<Deployed> {
  const { folder, release, runId } = given;
  const settings = await settingsFrom(given.settings);
  const found = settings.environments["production"];
  if (found === undefined) throw new Error("The settings name no environment.");
  const environment = { ...found, strategy: { ...found.strategy, own: { ...found.strategy.own, ...given.own } } };
  const over = new AbortController();
  const cancel = over.signal;
  const log: string[] = [];
  const world = closedWorld({
    ...{ files: filesAdapter(), http: httpAdapter(), clock: clockAdapter(cancel), shell: shellOf({}, cancel) },
    secret: (name) => (name === "DEPLOY_KEY" ? readFileSync(given.keyFile, "utf8") : undefined),
    job: jobFacts({ workspace: join(folder, runId), temp: join(folder, runId), runId }),
    log: {
      info: (text) => void log.push(text),
      warning: (text) => void log.push(text),
      group: (_, work) => work(),
      annotate: () => undefined,
    },
  });
  let index = 0;
  const hear = (what: string) => before({ index: index++, what });
  const recorder = heard(await openRecorder(world, "promote", { app: settings.app, environment: "production" }), hear);
  const run: StageRun = {
    ...{ world, settings, recorder },
    openTarget: (opening) => {
      const target = openTarget({
        ...{ environment, app: settings.app ?? "", releaseName: "app", owner: ownerOf(opening), release },
        ...{ shell: world.shell, clock: world.clock, files: world.files, secret: world.secret },
      });
      const perform: typeof target.perform = (step) => {
        if (step.type === "acquire-lock") hear(step.type);
        return target.perform(step);
      };
      return { ...target, perform };
    },
  };
  const asked = {
    environment: "production",
    reason: "p1-bug",
    "reason-detail": "",
    confirm: "",
    to: "previous",
    drill: false,
    "dry-run": false,
    lock: "wait",
  } as const;
  const built = { version: JSON.parse(release.manifest).version, digest: release.digest } as Release;
  const target = targetOf(run, environment, built);
  const changing =
    given.rollback === true
      ? rollback(run, asked)
      : deploy(run, {
          environment,
          release: built,
          target,
          dryRun: false,
          watchMs: given.watchMs ?? 0,
          done: { decision: "complete", reason_code: "promoted" },
        });
  const conclusion = await changing.finally(() => target.close()).finally(() => over.abort());
  return { conclusion, evidence: recorder.evidence, log };
}

/** A recorder that says what begins before it is written down. */
function heard(recorder: StageRun["recorder"], hear: (what: string) => void): StageRun["recorder"] {
  return Object.assign(Object.create(recorder) as StageRun["recorder"], {
    begin: (...results: readonly Result[]) => {
      hear(results[0]?.id ?? "");
      return recorder.begin(...results);
    },
  });
}
