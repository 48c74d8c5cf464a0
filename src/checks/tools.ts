import { join } from "node:path";
import { credo, dialyzer, hexAudit, sobelow, toolLines } from "../commands/mix.ts";
import type { Judgement } from "../domain/result.ts";
import type { Project } from "./artefacts.ts";
import { judgeCredo } from "./credo.ts";
import { judgeDialyzer } from "./dialyzer.ts";
import { judgeHexAudit } from "./hex-audit.ts";
import { type Timed, unfinished } from "./lane.ts";
import { judgeSobelow, type Scan } from "./sobelow.ts";
import { type Bench, inProject } from "./vm.ts";

/** The checks that stand on a tool of the user's project. */
export const toolChecks = ["credo", "sobelow", "hex-audit", "dialyzer"] as const;
export type ToolCheck = (typeof toolChecks)[number];

/** The package that brings the tool; Hex is installed beside mix. */
const packages = { credo: "credo", sobelow: "sobelow", dialyzer: "dialyxir" } as const;

/** Bytes of a report that are read. */
const maxReportBytes = 32 << 20;

/** Why a tool is not there, with the line that brings it; null when it is. */
export function missingTool(id: ToolCheck, project: Project): Judgement | null {
  const missing = (says: string, remedy: string): Judgement => ({
    verdict: "error",
    reason_code: "tool_missing",
    says,
    remedy: `${remedy}, or set \`checks: {${id}: off}\`.`,
  });
  if (id === "hex-audit")
    return project.hex === null ? missing("Hex is not installed.", "Run `mix local.hex --force` before this step") : null;
  const tool = packages[id];
  return tool in project.deps ? null : missing(`${tool} is not among the dependencies.`, `Add \`${toolLines[tool]}\` to deps in mix.exs`);
}

/** The build that a tool is compiled in: the `test` build that all share, unless mix.exs keeps the tool out of it. */
export function environmentOf(id: ToolCheck, project: Project): "test" | "dev" {
  const only = id === "hex-audit" ? [] : (project.deps[packages[id]] ?? []);
  return only.length === 0 || only.includes("test") ? "test" : "dev";
}

/** Runs a tool that is there and judges what it left. */
export async function runTool(id: ToolCheck, bench: Bench, project: Project): Promise<Timed> {
  const env = { MIX_ENV: environmentOf(id, project) };
  if (id === "sobelow") return scan(bench, project, env);
  const argv = { credo, "hex-audit": hexAudit, dialyzer }[id];
  const ran = await inProject(bench, argv, env);
  const judge = {
    credo: () => judgeCredo(ran, bench.path),
    "hex-audit": () => judgeHexAudit(ran, project.hex ?? ""),
    dialyzer: () => judgeDialyzer(ran, bench.path),
  }[id];
  const judgement = ran.ended === "exited" ? judge() : unfinished({ name: argv.join(" "), ran, limitMs: bench.limitMs });
  return { judgement, durationMs: ran.durationMs };
}

/** sobelow app by app: it scans nothing at the root of an umbrella. */
async function scan(bench: Bench, project: Project, env: { readonly MIX_ENV: string }): Promise<Timed> {
  const scans: Scan[] = [];
  let durationMs = 0;
  for (const [index, folder] of Object.values(project.folders).entries()) {
    const out = join(bench.job.temp, "out", `sobelow-${index}.json`);
    await bench.files.remove(out);
    const ran = await inProject(bench, sobelow(folder, out), env);
    durationMs += ran.durationMs;
    if (ran.ended !== "exited") return { judgement: unfinished({ name: "mix sobelow", ran, limitMs: bench.limitMs }), durationMs };
    scans.push({ folder, ...ran, report: await bench.files.read(out, maxReportBytes).catch(() => null) });
  }
  return { judgement: judgeSobelow(scans, bench.path), durationMs };
}
