import { toolLines } from "../commands/mix.ts";
import type { Judgement } from "../domain/result.ts";
import type { Project } from "./artefacts.ts";

/** The checks that stand on a tool of the user's project, and the package that brings it. */
export const toolChecks = { credo: "credo", sobelow: "sobelow", dialyzer: "dialyxir", "hex-audit": "hex" } as const;

/** A tool that is missing is an error with the line to add; a tool that is there is not judged yet, and says so. Neither passes. */
export function judgeTool(id: keyof typeof toolChecks, project: Project): Judgement {
  const tool = toolChecks[id];
  const there = tool === "hex" ? project.hex : project.deps.includes(tool);
  if (!there) {
    const line = toolLines[tool];
    return {
      verdict: "error",
      reason_code: "tool_missing",
      says: tool === "hex" ? "Hex is not installed." : `${tool} is not among the dependencies.`,
      remedy:
        line === undefined
          ? `Run \`mix local.hex --force\` before this step, or set \`checks: {${id}: off}\`.`
          : `Add \`${line}\` to deps in mix.exs, or set \`checks: {${id}: off}\`.`,
    };
  }
  return {
    verdict: "error",
    reason_code: "not_judged",
    says: `The result of ${tool} is not read yet by this version of phoenix-deploy.`,
    remedy: `Set \`checks: {${id}: off}\` and run it in a step of its own until it is.`,
  };
}
