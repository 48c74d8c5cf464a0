import { dirname, join, resolve } from "node:path";
import type { z } from "zod";
import { toolLines } from "../commands/mix.ts";
import type { CheckId, Confidence } from "../domain/check.ts";
import type { Judgement } from "../domain/result.ts";
import { credoSchema, dialyzerSchema, type Project, sobelowSchema } from "./artefacts.ts";
import { judgeCredo } from "./credo.ts";
import { judgeDialyzer } from "./dialyzer.ts";
import { artefact, type Lane, type Timed } from "./lane.ts";
import { withinApps } from "./place.ts";
import { judgeSobelow } from "./sobelow.ts";
import { type Bench, startVm } from "./vm.ts";

/** The checks that stand on a tool of the user's project. */
export const toolChecks = ["credo", "sobelow", "dialyzer"] as const satisfies readonly CheckId[];
export type ToolCheck = (typeof toolChecks)[number];

/** The package that brings the tool. */
const packages = { credo: "credo", sobelow: "sobelow", dialyzer: "dialyxir" } as const;

/** What the judges and the tools need beside the project. */
export interface ToolRules {
  /** Findings of sobelow below this do not fail. */
  readonly sobelowConfidence: Confidence;
  /** Folder of all that is kept between runs. */
  readonly cachePath: string;
}

/** Why a tool is not there, with the line that brings it; null when it is. */
export function missingTool(id: ToolCheck, project: Project): Judgement | null {
  const tool = packages[id];
  if (tool in project.deps) return null;
  return {
    verdict: "error",
    reason_code: "tool_missing",
    says: `${tool} is not among the dependencies.`,
    remedy: `Add \`${toolLines[tool]}\` to deps in mix.exs, or set \`checks: {${id}: off}\`.`,
  };
}

/** The build that a tool is compiled in: the `test` build that all share, unless mix.exs keeps its package out of it. */
export function environmentOf(name: string, project: Project): "test" | "dev" {
  const only = project.deps[name] ?? [];
  return only.length === 0 || only.includes("test") ? "test" : "dev";
}

/** Runs a tool that is there, in a VM of its own, and judges what it left. */
export async function runTool(id: ToolCheck, bench: Bench, project: Project, rules: ToolRules): Promise<Timed> {
  const { files, path } = bench;
  const lane = await start(id, bench, environmentOf(packages[id], project), rules);
  const read = async <T>(schema: z.ZodType<T>, judged: (value: T) => Judgement): Promise<Timed> => {
    const left = await artefact(lane, `${id}.json`, schema, files);
    return { judgement: "missing" in left ? left.missing : judged(left.value), durationMs: left.durationMs };
  };
  switch (id) {
    case "credo":
      return read(credoSchema, (seen) => judgeCredo(seen, path));
    case "sobelow":
      return read(sobelowSchema, (seen) => judgeSobelow(seen.scans, rules.sobelowConfidence, path));
    case "dialyzer":
      return { judgement: await dialyzed(bench, lane, project), durationMs: lane.ran.durationMs };
  }
}

async function dialyzed({ files, path, job }: Bench, lane: Lane, project: Project): Promise<Judgement> {
  const left = await artefact(lane, "dialyzer.json", dialyzerSchema, files);
  if ("missing" in left) return left.missing;
  const named = project.umbrella ? (judgeDialyzer(left.value, lane, (file) => file).findings ?? []) : [];
  const places = await withinApps(
    named.flatMap(({ file }) => file ?? []),
    project.folders,
    files.exists,
  );
  const judgement = judgeDialyzer(left.value, lane, (file) => path(places.get(file) ?? file));
  // dialyxir takes a PLT that could not be finished for up to date: marked so, it is looked at again in the next run.
  const plt = judgement.verdict === "error" ? judgement.facts?.["plt_file"] : undefined;
  if (typeof plt === "string") {
    const file = resolve(job.workspace, plt);
    await files.remove(`${file}.hash`);
    await files.write(join(dirname(file), "unfinished"), "");
  }
  return judgement;
}

async function start(id: ToolCheck, bench: Bench, env: "test" | "dev", { cachePath }: ToolRules): Promise<Lane> {
  const vm = await startVm(bench, {
    name: `mix ${id}`,
    env,
    ...(id === "dialyzer"
      ? { task: "pd.dialyzer", loads: ["json", "step", "dialyzer"], args: [join(cachePath, "plt")], speaks: true }
      : { task: "pd.tools", loads: ["json", "step", "coverage", "credo", "sobelow", "tools"], args: [id] }),
  });
  return vm.ended;
}
