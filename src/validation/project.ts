import type { CheckContext } from "../checks/context.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { type Project, projectSchema } from "../domain/validation/project.ts";
import type { Ran } from "../ports/shell.ts";
import { artefact } from "./artefact.ts";
import { startVm, type Vm } from "./vm.ts";

/** What mix itself knows of the project, asked in a VM of its own, or why it cannot say. */
export async function askMix(context: CheckContext): Promise<Project | Judgement> {
  return projectOf(
    context,
    await startVm(context, { name: "mix", task: "pd.project", loads: ["json", "releases", "project"], env: "test" }),
  );
}

/** The same from a VM that goes on with other work. */
export async function projectOf({ files, path }: CheckContext, vm: Vm): Promise<Project | Judgement> {
  const output = (await vm.left("project.json"))
    ? { out: vm.out, ran: stillRunning, limitMs: 0, path }
    : await vm.ended;
  const left = await artefact({ ...output, name: "mix" }, { name: "project.json", schema: projectSchema }, files);
  return "missing" in left ? left.missing : left.value;
}

const stillRunning: Ran = { ended: "exited", code: null, stdout: "", stderr: "", durationMs: 0, why: "" };
