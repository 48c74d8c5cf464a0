import { z } from "zod";
import type { GitHub, JobOfRun } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const jobsAnswer = z.looseObject({
  jobs: z.array(
    z.looseObject({
      name: z.string(),
      conclusion: z.string().nullish(),
      runner_id: z.number().nullish(),
      runner_name: z.string().nullish(),
      steps: z.array(z.unknown()).nullish(),
    }),
  ),
});

const pageSize = 100;
/** A list that is longer is not judged: the job that is looked for may stand behind its end. */
const maxPages = 10;

/** The jobs of all attempts of a run. One that no runner ever had has neither a runner nor steps. */
export function jobsOfRunBy(api: Api, runId: string): GitHub["jobsOfRun"] {
  return async () => {
    const jobs: JobOfRun[] = [];
    for (let page = 1; page <= maxPages; page += 1) {
      const answer = await api.ask(jobsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
        ...{ run_id: runId, filter: "all", per_page: pageSize, page },
      });
      if (!answer.ok) return answer;
      for (const { name, conclusion = null, runner_id, runner_name, steps } of answer.value.jobs)
        jobs.push({ name, conclusion, began: Boolean(runner_id || runner_name || (steps ?? []).length > 0) });
      if (answer.value.jobs.length < pageSize) return { ok: true, value: jobs };
    }
    return { ok: false, status: 200, why: `this run has ${jobs.length} jobs or more, which are not all read` };
  };
}
