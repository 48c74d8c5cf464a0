import { join, relative } from "node:path";
import type { Check } from "../checks/define.ts";
import { handover } from "../domain/evidence/handover.ts";
import type { Result } from "../domain/evidence/result.ts";
import { type Change, changeOf } from "../domain/validation/change.ts";
import type { TestRun } from "../domain/validation/test-run.ts";
import { errorText } from "../domain/values/error-text.ts";
import { fromRoot } from "../mix-output/location.ts";
import { renderJunit } from "../render/findings/junit.ts";
import { renderSarif } from "../render/findings/sarif.ts";
import type { StageRun } from "./stage.ts";

/**
 * What the pull request of this run changes; null when there is none, or GitHub does not say: that costs the order,
 * never the findings.
 */
export async function readChange({ world, recorder }: StageRun): Promise<Change | null> {
  const { github, job } = world;
  if (job.pullRequest === null) return null;
  const answer = await github.changedFiles(job.pullRequest.number);
  if (answer.ok) return changeOf(answer.value);
  await recorder.warn(
    `What this pull request changes is not known (${answer.status}: ${answer.why}), so its findings do not come ` +
      "first. Give the job `pull-requests: read`.",
  );
  return null;
}

/** What the reports are written from. */
interface Reported {
  readonly checks: readonly Pick<Check, "id" | "sarif">[];
  readonly results: readonly Result[];
  readonly runs: readonly TestRun[];
}

/**
 * Writes the findings for code scanning and the tests for test reporters, each as an output; what is not there leaves
 * no file of an earlier run. A report that cannot be written is a warning: no verdict hangs on it.
 */
export async function writeReports(run: StageRun, { checks, results, runs }: Reported): Promise<void> {
  const { settings, recorder } = run;
  const { workspace } = run.world.job;
  const path = (file: string) => fromRoot(workspace, settings.projectPath, file);
  await write(run, { output: "sarif-file", name: "validate.sarif" }, async () => {
    const tools = Object.fromEntries(checks.flatMap(({ id, sarif }) => (sarif === undefined ? [] : [[id, sarif]])));
    const folder = relative(workspace, settings.projectPath);
    const sarif = renderSarif(results, { tools, folder, place: path("mix.exs") });
    for (const left of sarif?.left ?? []) await recorder.warn(left);
    return sarif?.text ?? null;
  });
  await write(run, { output: "junit-file", name: "junit.xml" }, async () =>
    runs.length === 0 ? null : renderJunit(runs, path),
  );
}

async function write(
  { world, recorder }: StageRun,
  { output, name }: { readonly output: string; readonly name: string },
  render: () => Promise<string | null>,
): Promise<void> {
  const file = join(handover.report, name);
  const path = join(world.job.workspace, file);
  recorder.output(output, "");
  try {
    await world.files.remove(path);
    const text = await render();
    if (text === null) return;
    await world.files.write(path, text);
    recorder.output(output, file);
  } catch (error) {
    await recorder.warn(`${file} could not be written: ${errorText(error)}.`);
  }
}
