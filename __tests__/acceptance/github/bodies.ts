// The forms in which GitHub's REST API gives its state.
import {
  actionsBot,
  alice,
  type ChangedFile,
  type CheckRun,
  type Comment,
  type Deployment,
  type Issue,
  type Job,
  type Person,
  type Rules,
  type State,
} from "./state.ts";

export const repository = "acme/shop";
const at = "2026-11-24T10:00:00Z";
const web = `https://github.com/${repository}`;
const api = `https://api.github.com/repos/${repository}`;

const links = (base: string, names: string) =>
  Object.fromEntries(names.split(" ").map((name) => [`${name}_url`, `${base}/${name}`]));
const userLinks = "followers following gists starred subscriptions organizations repos events received_events";
const repositoryLinks =
  "archive assignees blobs branches collaborators comments commits compare contents contributors deployments " +
  "downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels " +
  "languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams " +
  "trees";

export function person({ login, id }: Person) {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`;
  const [page, type] = login.endsWith("[bot]") ? [`apps/${login.slice(0, -"[bot]".length)}`, "Bot"] : [login, "User"];
  return {
    ...{
      login,
      id,
      node_id: `U_${id}`,
      avatar_url: `${url}/avatar`,
      gravatar_id: "",
      url,
      html_url: `https://github.com/${page}`,
    },
    ...links(url, userLinks),
    ...{ type, site_admin: false },
  };
}

function team(slug: string) {
  const url = `https://api.github.com/organizations/1/team/${slug}`;
  return {
    ...{
      id: 1,
      node_id: "T_1",
      name: slug,
      slug,
      description: null,
      permission: "pull",
      parent: null,
      type: "organization",
    },
    ...{
      url,
      html_url: `https://github.com/orgs/acme/teams/${slug}`,
      members_url: `${url}/members`,
      repositories_url: `${url}/repos`,
    },
  };
}

export function environment(name: string, rules: Rules) {
  const { reviewers, teams = [], preventSelfReview, waitMinutes = 0 } = rules;
  const reviewing = [
    ...reviewers.map((one) => ({ type: "User", reviewer: person(one) })),
    ...teams.map((slug) => ({ type: "Team", reviewer: team(slug) })),
  ];
  const timer = { id: 2, node_id: "GA_2", type: "wait_timer", wait_timer: waitMinutes };
  const review = {
    id: 3,
    node_id: "GA_3",
    type: "required_reviewers",
    prevent_self_review: preventSelfReview,
    reviewers: reviewing,
  };
  return {
    ...{
      id: 1,
      node_id: "EN_1",
      name,
      url: `${api}/environments/${encodeURIComponent(name)}`,
      html_url: `${web}/deployments`,
    },
    ...{ created_at: at, updated_at: at, can_admins_bypass: false, deployment_branch_policy: null },
    protection_rules: [...(waitMinutes > 0 ? [timer] : []), ...(reviewing.length > 0 ? [review] : [])],
  };
}

export function approval(one: State["approvals"][number]) {
  const {
    protection_rules: _,
    can_admins_bypass: __,
    deployment_branch_policy: ___,
    ...named
  } = environment(one.environment, none);
  return { state: one.state, comment: "Ship it", user: person(one.user), environments: [named] };
}
const none: Rules = { reviewers: [], preventSelfReview: false };

export function repositoryBody() {
  return {
    ...{
      id: 1,
      node_id: "R_1",
      name: "shop",
      full_name: repository,
      owner: person({ id: 1, login: "acme" }),
      private: false,
    },
    ...{ html_url: web, description: null, fork: false, url: api, ...links(api, repositoryLinks) },
  };
}

export function run({ actor, attempt }: State, id: number) {
  const url = `${api}/actions/runs/${id}`;
  const author = { name: "a", email: "a@example.com" };
  const sha = "0".repeat(40);
  return {
    ...{
      id,
      name: "deploy",
      node_id: "WFR_1",
      head_branch: "main",
      head_sha: sha,
      path: ".github/workflows/deploy.yml",
    },
    ...{
      display_title: "deploy",
      run_number: 1,
      run_attempt: attempt,
      event: "push",
      status: "in_progress",
      conclusion: null,
    },
    ...{ workflow_id: 1, url, html_url: `${web}/actions/runs/${id}`, pull_requests: [], previous_attempt_url: null },
    ...{ created_at: at, updated_at: at, run_started_at: at, actor: person(actor), triggering_actor: person(actor) },
    ...links(url, "jobs logs check_suite artifacts cancel rerun workflow"),
    head_commit: { id: sha, tree_id: sha, message: "x", timestamp: at, author, committer: author },
    repository: repositoryBody(),
    head_repository: repositoryBody(),
  };
}

export function jobs(list: readonly Job[], total: number) {
  return { total_count: total, jobs: list.map(job) };
}

function job({ jobId, runId, sha, environment: name, runnerName, ended }: Job) {
  const began = ended?.began ?? true;
  return {
    ...{
      id: Number(jobId),
      run_id: Number(runId),
      run_url: `${api}/actions/runs/${runId}`,
      node_id: `CR_${jobId}`,
      head_sha: sha,
    },
    ...{
      url: `${api}/actions/jobs/${jobId}`,
      html_url: logOf(runId, jobId),
      status: ended === undefined ? "in_progress" : "completed",
      conclusion: ended?.conclusion ?? null,
      name,
    },
    ...{
      created_at: at,
      started_at: at,
      completed_at: ended === undefined ? null : at,
      check_run_url: `${api}/check-runs/${jobId}`,
      labels: ["ubuntu-latest"],
    },
    ...(began
      ? { runner_id: 1, runner_name: runnerName ?? null, runner_group_id: 0, runner_group_name: "GitHub Actions" }
      : { runner_id: 0, runner_name: "", runner_group_id: 0, runner_group_name: "" }),
    ...{ workflow_name: "deploy", head_branch: "main", steps: [] },
  };
}

const logOf = (runId: string, jobId: string) => `${web}/actions/runs/${runId}/job/${jobId}`;

export function checkRun({ id, name, sha, status, conclusion, detailsUrl, output, annotations }: CheckRun) {
  const url = `${api}/check-runs/${id}`;
  return {
    ...{
      id,
      node_id: `CR_${id}`,
      head_sha: sha,
      external_id: "",
      url,
      html_url: `${web}/runs/${id}`,
      details_url: detailsUrl ?? web,
    },
    ...{ status, conclusion, started_at: at, completed_at: status === "completed" ? at : null, name },
    output: { ...output, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    ...{ check_suite: { id: 1 }, app: null, pull_requests: [] },
  };
}

export function deployment({
  id,
  job: { sha, environment: name },
  at: made = at,
  task = "deploy",
  payload,
}: Deployment) {
  const url = `${api}/deployments/${id}`;
  return {
    ...{
      url,
      id,
      node_id: `DE_${id}`,
      sha,
      ref: "main",
      task,
      payload: payload ?? {},
      environment: name,
      original_environment: name,
    },
    ...{ description: null, creator: person(actionsBot), created_at: made, updated_at: made },
    ...{ statuses_url: `${url}/statuses`, repository_url: api },
  };
}

export function deploymentStatuses(
  { id, job: { runId, jobId, environment: name }, states, words = [], at: made = at }: Deployment,
  names: State["logNames"],
) {
  const log = names === "job" ? logOf(runId, jobId) : `${web}/actions/runs/${runId}`;
  const url = `${api}/deployments/${id}`;
  const all = [...words, ...states.map((state) => ({ state, at: made, description: "", log }))];
  return all.map(({ state, description, at: when, log: page = log }, index) => ({
    ...{ url: `${url}/statuses/${index}`, id: all.length - index, node_id: `DES_${index}`, state, description },
    ...{ environment: name, creator: person(actionsBot), target_url: page, log_url: page },
    ...{ created_at: when, updated_at: when, deployment_url: url, repository_url: api },
  }));
}

export function comment({ id, issue, body, user }: Comment) {
  return {
    ...{
      id,
      node_id: `IC_${id}`,
      url: `${api}/issues/comments/${id}`,
      html_url: `${web}/pull/${issue}#issuecomment-${id}`,
    },
    ...{
      issue_url: `${api}/issues/${issue}`,
      body,
      user: person(user),
      created_at: at,
      updated_at: at,
      author_association: "NONE",
    },
    performed_via_github_app: null,
  };
}

export function issue({ number, title, labels, isPull = false, body, user = alice, state = "open" }: Issue) {
  const url = `${api}/issues/${number}`;
  const page = `${web}/${isPull ? "pull" : "issues"}/${number}`;
  const pull = { url: `${api}/pulls/${number}`, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` };
  return {
    ...{ id: 5_000 + number, node_id: `I_${number}`, number, title, url, html_url: page, repository_url: api },
    ...{ ...links(url, "comments events"), labels_url: `${url}/labels{/name}` },
    ...{ state, locked: false, comments: 0, user: person(user), assignee: null, milestone: null },
    ...(body === undefined ? {} : { body }),
    ...{ created_at: at, updated_at: at, closed_at: null, author_association: "NONE" },
    labels: labels.map((name, index) => ({ id: index, node_id: `L_${index}`, url: `${api}/labels/${index}`, name })),
    ...(isPull ? { pull_request: pull } : {}),
  };
}

export function changedFile({ filename, status, patch }: ChangedFile) {
  const path = filename.split("/").map(encodeURIComponent).join("/");
  return {
    ...{
      sha: "0".repeat(40),
      filename,
      status,
      additions: 1,
      deletions: 0,
      changes: 1,
      blob_url: `${web}/blob/main/${path}`,
    },
    ...{
      raw_url: `${web}/raw/main/${path}`,
      contents_url: `${api}/contents/${path}`,
      ...(patch === undefined ? {} : { patch }),
    },
  };
}
