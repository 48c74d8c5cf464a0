import { z } from "zod";
import type { JobEnvironment } from "../../domain/gate/approval.ts";
import type { GitHub, GitHubAnswer } from "../../ports/github.ts";
import type { Api } from "./api.ts";
import type { Claims } from "./id-token.ts";
import { ownRecord } from "./own-record.ts";

const checkRunAnswer = z.looseObject({ node_id: z.string() });
const deploymentOfJob = z.looseObject({
  node: z
    .looseObject({
      deployment: z
        .looseObject({
          databaseId: z.number().nullish(),
          environment: z.string().nullish(),
          statuses: z
            .looseObject({ nodes: z.array(z.looseObject({ state: z.string() }).nullish()).nullish() })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
const deployment = z.looseObject({ id: z.number(), environment: z.string(), payload: z.unknown().optional() });
const deploymentStatus = z.looseObject({
  state: z.string(),
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
});
const jobsAnswer = z.looseObject({
  jobs: z.array(z.looseObject({ id: z.number(), status: z.string(), runner_name: z.string().nullish() })),
});

/** The deployment of a check run: a job is one, and its deployment is the one that its environment gate held. */
const deploymentQuery =
  "query($id: ID!) { node(id: $id) { ... on CheckRun { deployment { databaseId environment statuses(first: 100) { " +
  "nodes { state } } } } } }";

/**
 * The environment of this very job: never that of "the latest deployment". In the order of their strength: the job's
 * own ID token, the deployment of its check run, the deployment whose log is this job's, and the only deployment that
 * names this run.
 */
export function jobEnvironmentBy(
  api: Api,
  ours: {
    readonly runId: string;
    readonly runnerName: string;
    readonly claims: () => Promise<GitHubAnswer<Claims> | null>;
  },
): GitHub["jobEnvironment"] {
  return async (input, sha, environment) => {
    const claims = await ours.claims();
    const claimed = claims?.ok === true ? claims.value : null;
    const given = /^\d+$/.test(input) ? input : null;
    if (
      claimed !== null &&
      (claimed.runId !== ours.runId || (given !== null && claimed.jobId !== null && claimed.jobId !== given))
    )
      return {
        ok: false,
        status: 200,
        why: `the ID token is of run ${claimed.runId}, job ${claimed.jobId ?? "unknown"}: not of this job`,
      };

    const jobId = given ?? claimed?.jobId ?? (await jobOnThisRunner(api, ours));
    const recorded =
      (await ofCheckRun(api, jobId)) ?? (await ofRecords(api, { jobId, runId: ours.runId, sha, environment }));
    if (claimed === null) return recorded;
    // The token says where the job runs, not whether anything held it: that is in the history alone.
    const { waited, deployment } =
      recorded.ok && recorded.value.name === claimed.environment ? recorded.value : { waited: null };
    const number = deployment === undefined ? {} : { deployment };
    return { ok: true, value: { name: claimed.environment, evidence: "oidc", waited, ...number } };
  };
}

/** Servers before `job.check_run_id`: the only job of this run that is in progress on the runner of this name. */
async function jobOnThisRunner(
  api: Api,
  { runId, runnerName }: { runId: string; runnerName: string },
): Promise<string | null> {
  if (runnerName === "") return null;
  const answer = await api.ask(jobsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
    run_id: runId,
    per_page: 100,
  });
  if (!answer.ok) return null;
  const here = answer.value.jobs.filter((one) => one.runner_name === runnerName && one.status === "in_progress");
  return here.length === 1 && here[0] !== undefined ? String(here[0].id) : null;
}

/** What GraphQL says of the job's deployment; null when it cannot be asked. A clear "it has none" is an answer. */
async function ofCheckRun(api: Api, jobId: string | null): Promise<GitHubAnswer<JobEnvironment> | null> {
  if (jobId === null) return null;
  const checkRun = await api.ask(checkRunAnswer, "GET /repos/{owner}/{repo}/check-runs/{check_run_id}", {
    check_run_id: jobId,
  });
  if (!checkRun.ok) return null;
  const answer = await api.query(deploymentOfJob, deploymentQuery, { id: checkRun.value.node_id });
  if (!answer.ok || answer.value.node == null) return null;
  const { environment = null, statuses, databaseId } = answer.value.node.deployment ?? {};
  const states = statuses?.nodes?.map((one) => one?.state ?? "");
  const found = {
    name: environment,
    evidence: "graphql",
    waited: states === undefined ? null : waited(states),
  } as const;
  return { ok: true, value: databaseId == null ? found : { ...found, deployment: databaseId } };
}

/**
 * Where GraphQL does not answer: the deployments of this commit in this environment, and what their statuses link to.
 */
async function ofRecords(
  api: Api,
  job: { readonly jobId: string | null; readonly runId: string; readonly sha: string; readonly environment: string },
): Promise<GitHubAnswer<JobEnvironment>> {
  const { jobId, runId, sha, environment } = job;
  const deployments = await api.ask(z.array(deployment), "GET /repos/{owner}/{repo}/deployments", {
    sha,
    environment,
    per_page: 100,
  });
  if (!deployments.ok) return deployments;
  const ofRun: JobEnvironment[] = [];
  // One that we put on record ourselves was held by nothing.
  const ofJobs = deployments.value.filter(({ payload }) => ownRecord(payload) === null);
  for (const { id, environment: name } of ofJobs) {
    const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
    const statuses = await api.ask(z.array(deploymentStatus), route, { deployment_id: id, per_page: 100 });
    if (!statuses.ok) return statuses;
    const logs = statuses.value.map((one) => logOf(one.log_url ?? one.target_url ?? ""));
    const found = { name, deployment: id, waited: waited(statuses.value.map(({ state }) => state)) };
    if (jobId !== null && logs.some((log) => log.jobId === jobId))
      return { ok: true, value: { ...found, evidence: "log-url" } };
    const ofAnotherJob = jobId !== null && logs.some((log) => log.jobId !== null);
    if (!ofAnotherJob && logs.some((log) => log.runId === runId)) ofRun.push({ ...found, evidence: "run-url" });
  }
  const [only] = ofRun;
  return {
    ok: true,
    value: only !== undefined && ofRun.length === 1 ? only : { name: null, evidence: "log-url", waited: null },
  };
}

/** REST says `waiting`, GraphQL `WAITING`. */
function waited(states: readonly string[]): boolean {
  return states.some((state) => state.toLowerCase() === "waiting");
}

/**
 * What a status links to: `…/actions/runs/RUN/job/JOB`, `…/actions/runs/RUN`, or `…/runs/JOB` as older servers write.
 */
function logOf(url: string): { readonly runId: string | null; readonly jobId: string | null } {
  const ofRun = /\/actions\/runs\/(\d+)(?:\/jobs?\/(\d+))?(?=[/?#]|$)/.exec(url);
  if (ofRun !== null) return { runId: ofRun[1] ?? null, jobId: ofRun[2] ?? null };
  return { runId: null, jobId: /\/runs\/(\d+)(?=[/?#]|$)/.exec(url)?.[1] ?? null };
}
