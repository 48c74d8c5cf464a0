import type { Proof } from "../../domain/report/exit-gate.ts";
import { errorText } from "../../domain/values/error-text.ts";
import type { StageRun } from "../stage.ts";
import type { ReleaseNotes } from "./documentation.ts";
import { checklistFile, writeChecklist } from "./release-checklist.ts";
import type { Story } from "./story.ts";

/** What ticks items besides the evidence of stages. */
interface Ticked {
  readonly notified: Proof;
  readonly documented: ReleaseNotes;
  /** What people say of items, by their ids. */
  readonly said: ReadonlyMap<string, string>;
}

/**
 * Writes the checklists of the version beside the report. They are bookkeeping: a fault is a warning. Null where they
 * were not written.
 */
export async function keepChecklist(
  run: StageRun,
  story: Story,
  { notified, documented, said }: Ticked,
): Promise<string | null> {
  const { version, release, stages, deployment, chain } = story;
  if (version === null) return null;
  const { environments } = run.settings;
  const named = (name: string) => (Object.hasOwn(environments, name) ? (environments[name] ?? null) : null);
  try {
    await writeChecklist(run, {
      ...{ app: release?.app ?? run.settings.app, version, sha: run.recorder.evidence.sha || null },
      ...{ environment: named(story.environment), from: named(story.from) },
      facts: { ...stages, deployment, notified, documented: documented.proof, notes: documented.notes, said },
      restsOn: `Ticked by the evidence of ${chain.links.map(({ evidence }) => evidence.stage).join(", ")} in this run.`,
    });
    run.recorder.output("release-checklist-path", checklistFile);
    return checklistFile;
  } catch (error) {
    await run.recorder.warn(`The checklist could not be written to ${checklistFile}: ${errorText(error)}.`);
    return null;
  }
}
