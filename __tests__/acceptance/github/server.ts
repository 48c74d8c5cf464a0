// GitHub's API on loopback: holds state, answers the operations that the suite uses, and checks every exchange against GitHub's own descriptions.
// Known deviations: 403 and 404 everywhere; `can_admins_bypass`, which the real service sends and the description lacks.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema, parse, validate } from "graphql";
import { breaches } from "./contract.ts";

export interface Person {
  readonly id: number;
  readonly login: string;
}

export const alice: Person = { id: 101, login: "alice" };
export const bob: Person = { id: 102, login: "bob" };

interface Job {
  readonly jobId: string;
  readonly runId: string;
  readonly sha: string;
  readonly environment: string;
}

/** What GitHub knows. Tests change it freely. */
export interface State {
  /** Reviewers by environment; an environment that is absent does not exist. */
  environments: Record<string, { reviewers: readonly Person[]; preventSelfReview: boolean }>;
  approvals: { environment: string; state: string; user: Person }[];
  actor: Person;
  attempt: number;
  /** Paths that the token may not read: answered 403. */
  forbidden: RegExp | null;
  jobs: Job[];
}

export interface GitHubLoopback {
  readonly url: string;
  readonly state: State;
  readonly requests: readonly string[];
  readonly breaches: readonly string[];
  startJob(job: Job): void;
  close(): Promise<void>;
}

const repository = "acme/shop";
let schema: GraphQLSchema | null = null;

/** Starts the server; `bob` reviews production and has approved, `alice` started the run. */
export async function startGitHub(): Promise<GitHubLoopback> {
  const state: State = {
    environments: { staging: { reviewers: [], preventSelfReview: false }, production: { reviewers: [bob], preventSelfReview: true } },
    approvals: [{ environment: "production", state: "approved", user: bob }],
    actor: alice,
    attempt: 1,
    forbidden: null,
    jobs: [],
  };
  const requests: string[] = [];
  const broken: string[] = [];
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://loopback");
      const method = request.method ?? "GET";
      requests.push(`${method} ${url.pathname}${url.search}`);
      const body = Buffer.concat(chunks).toString();
      const authorized = /^(token|bearer) ghs_/i.test(request.headers.authorization ?? "");
      const forbidden = !authorized || (state.forbidden?.test(url.pathname) ?? false);
      const said = forbidden
        ? {
            status: authorized ? 403 : 401,
            body: { message: "Resource not accessible by integration", documentation_url: "https://docs.github.com/rest", status: "403" },
          }
        : url.pathname === "/graphql"
          ? graphql(state, body, broken)
          : rest(state, url, base());
      if (url.pathname !== "/graphql") broken.push(...breaches({ method, url, ...said }));
      answer.writeHead(said.status, { "content-type": "application/json; charset=utf-8" });
      answer.end(JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = () => `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    url: base(),
    state,
    requests,
    breaches: broken,
    startJob: (job) => state.jobs.push(job),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Said = { readonly status: number; readonly body: unknown };

function rest(state: State, url: URL, base: string): Said {
  const missing: Said = { status: 404, body: { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" } };
  const path = url.pathname.replace(`/repos/${repository}`, "");
  const environment = /^\/environments\/([^/]+)$/.exec(path)?.[1];
  if (environment !== undefined) {
    const name = decodeURIComponent(environment);
    const known = state.environments[name];
    return known === undefined ? missing : { status: 200, body: environmentBody(name, known, base) };
  }
  const run = /^\/actions\/runs\/(\d+)(\/approvals)?$/.exec(path);
  if (run?.[2] !== undefined)
    return {
      status: 200,
      body: state.approvals.map((one) => ({
        state: one.state,
        comment: "Ship it",
        user: user(one.user),
        environments: [
          { id: 1, node_id: "EN_1", name: one.environment, url: `${base}/e`, html_url: `${base}/e`, created_at: at, updated_at: at },
        ],
      })),
    };
  if (run !== null) return { status: 200, body: runBody(state, Number(run[1]), base) };
  const check = /^\/check-runs\/(\d+)$/.exec(path)?.[1];
  if (check !== undefined)
    return state.jobs.some((job) => job.jobId === check) ? { status: 200, body: checkBody(Number(check), base) } : missing;
  if (path === "/deployments") {
    const wanted = url.searchParams;
    const jobs = state.jobs.filter((job) => job.sha === wanted.get("sha") && job.environment === wanted.get("environment"));
    return { status: 200, body: jobs.map((job) => deploymentBody(job, base)) };
  }
  const statuses = /^\/deployments\/(\d+)\/statuses$/.exec(path)?.[1];
  const job = state.jobs.find((one) => one.jobId === statuses);
  if (job !== undefined) return { status: 200, body: [statusBody(job, base)] };
  return missing;
}

function graphql(state: State, body: string, broken: string[]): Said {
  const { query, variables } = JSON.parse(body) as { query: string; variables: { id?: string } };
  schema ??= buildSchema(readFileSync(join(import.meta.dirname, "../../../node_modules/@octokit/graphql-schema/schema.graphql"), "utf8"), {
    assumeValid: true,
  });
  broken.push(...validate(schema, parse(query)).map((error) => `GraphQL: ${error.message}`));
  const job = state.jobs.find((one) => `CR_${one.jobId}` === variables.id);
  return { status: 200, body: { data: { node: job === undefined ? null : { deployment: { environment: job.environment } } } } };
}

const at = "2026-11-24T10:00:00Z";

function user(person: Person) {
  const base = `https://api.github.com/users/${person.login}`;
  const links = Object.fromEntries(
    ["followers", "following", "gists", "starred", "subscriptions", "organizations", "repos", "events", "received_events"].map((name) => [
      `${name}_url`,
      `${base}/${name}`,
    ]),
  );
  return {
    login: person.login,
    id: person.id,
    node_id: `U_${person.id}`,
    avatar_url: `${base}/avatar`,
    gravatar_id: "",
    url: base,
    html_url: `https://github.com/${person.login}`,
    ...links,
    type: "User",
    site_admin: false,
  };
}

function environmentBody(name: string, known: State["environments"][string], base: string) {
  const rules =
    known.reviewers.length === 0
      ? []
      : [
          {
            id: 1,
            node_id: "GA_1",
            type: "required_reviewers",
            prevent_self_review: known.preventSelfReview,
            reviewers: known.reviewers.map((one) => ({ type: "User", reviewer: user(one) })),
          },
        ];
  return {
    id: 1,
    node_id: "EN_1",
    name,
    url: `${base}/e`,
    html_url: `${base}/e`,
    created_at: at,
    updated_at: at,
    can_admins_bypass: false,
    protection_rules: rules,
    deployment_branch_policy: null,
  };
}

function repositoryBody(base: string) {
  const names =
    "archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees".split(
      " ",
    );
  const links = Object.fromEntries(names.map((name) => [`${name}_url`, `${base}/repos/${repository}/${name}`]));
  return {
    id: 1,
    node_id: "R_1",
    name: "shop",
    full_name: repository,
    owner: user({ id: 1, login: "acme" }),
    private: false,
    html_url: `https://github.com/${repository}`,
    description: null,
    fork: false,
    url: `${base}/repos/${repository}`,
    hooks_url: `${base}/hooks`,
    ...links,
  };
}

function runBody(state: State, id: number, base: string) {
  const url = `${base}/repos/${repository}/actions/runs/${id}`;
  return {
    id,
    name: "deploy",
    node_id: "WFR_1",
    head_branch: "main",
    head_sha: "0".repeat(40),
    path: ".github/workflows/deploy.yml",
    display_title: "deploy",
    run_number: 1,
    run_attempt: state.attempt,
    event: "push",
    status: "in_progress",
    conclusion: null,
    workflow_id: 1,
    url,
    html_url: url,
    pull_requests: [],
    created_at: at,
    updated_at: at,
    run_started_at: at,
    actor: user(state.actor),
    triggering_actor: user(state.actor),
    jobs_url: url,
    logs_url: url,
    check_suite_url: url,
    artifacts_url: url,
    cancel_url: url,
    rerun_url: url,
    workflow_url: url,
    previous_attempt_url: null,
    head_commit: {
      id: "0".repeat(40),
      tree_id: "0".repeat(40),
      message: "x",
      timestamp: at,
      author: { name: "a", email: "a@example.com" },
      committer: { name: "a", email: "a@example.com" },
    },
    repository: repositoryBody(base),
    head_repository: repositoryBody(base),
  };
}

function checkBody(id: number, base: string) {
  const url = `${base}/check-runs/${id}`;
  return {
    id,
    node_id: `CR_${id}`,
    head_sha: "0".repeat(40),
    external_id: "",
    url,
    html_url: url,
    details_url: url,
    status: "in_progress",
    conclusion: null,
    started_at: at,
    completed_at: null,
    name: "production",
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: url },
    check_suite: { id: 1 },
    app: null,
    pull_requests: [],
  };
}

function deploymentBody(job: Job, base: string) {
  const url = `${base}/deployments/${job.jobId}`;
  return {
    url,
    id: Number(job.jobId),
    node_id: "DE_1",
    sha: job.sha,
    ref: "main",
    task: "deploy",
    payload: {},
    environment: job.environment,
    original_environment: job.environment,
    description: null,
    creator: user({ id: 41898282, login: "github-actions[bot]" }),
    created_at: at,
    updated_at: at,
    statuses_url: `${url}/statuses`,
    repository_url: base,
  };
}

function statusBody(job: Job, base: string) {
  const log = `https://github.com/${repository}/actions/runs/${job.runId}/job/${job.jobId}`;
  return {
    url: `${base}/s`,
    id: 1,
    node_id: "DES_1",
    state: "in_progress",
    creator: user({ id: 41898282, login: "github-actions[bot]" }),
    description: "",
    environment: job.environment,
    target_url: log,
    created_at: at,
    updated_at: at,
    deployment_url: `${base}/d`,
    repository_url: base,
    environment_url: `${base}/u`,
    log_url: log,
  };
}
