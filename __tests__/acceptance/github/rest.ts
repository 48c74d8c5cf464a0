// The REST operations that the suite uses, answered from the state.
import * as bodies from "./bodies.ts";
import * as pulls from "./pull-bodies.ts";
import { recordOperations } from "./record-operations.ts";
import { releaseOperations } from "./release-operations.ts";
import type { Access, CheckRun, Permission, Said, State } from "./state.ts";

export interface Question {
  readonly state: State;
  /** Of this server. */
  readonly origin: string;
  /** The parts of the path that stand for something. */
  readonly id: string;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: what is sent was held to the description before it comes here
  readonly sent: any;
}

export interface Operation {
  readonly route: RegExp;
  /** One of the permissions is enough. */
  readonly needs: readonly [Permission | readonly Permission[], Access];
  readonly answer: (question: Question) => Said;
}

/** GitHub's limit for the text of a comment, in characters. */
const maxCommentCharacters = 65_536;

const ok = (body: unknown): Said => ({ status: 200, body });
const documented = { documentation_url: "https://docs.github.com/rest" };
export const refused = (status: number, message: string): Said => ({
  status,
  body: { message, ...documented, status: String(status) },
});
const missing = refused(404, "Not Found");
const invalid = (resource: string, message: string): Said => ({
  status: 422,
  body: { message: "Validation Failed", errors: [{ resource, code: "unprocessable", message }], ...documented },
});

const operations: readonly Operation[] = [
  ...recordOperations,
  ...releaseOperations,
  {
    route: /^GET \/environments\/([^/]+)$/,
    needs: ["actions", "read"],
    answer({ state, id }) {
      const rules = state.environments[id];
      return rules === undefined ? missing : ok(bodies.environment(id, rules));
    },
  },
  {
    route: /^GET \/actions\/runs\/(\d+)$/,
    needs: ["actions", "read"],
    answer: ({ state, id }) => ok(bodies.run(state, Number(id))),
  },
  {
    route: /^GET \/actions\/runs\/\d+\/approvals$/,
    needs: ["actions", "read"],
    answer: ({ state }) => ok(state.approvals.map(bodies.approval)),
  },
  {
    route: /^GET \/actions\/runs\/(\d+)\/jobs$/,
    needs: ["actions", "read"],
    answer({ state, id, query }) {
      const list = state.jobs.filter((one) => one.runId === id);
      const said = page(list, query);
      return { ...said, body: bodies.jobs(said.body as State["jobs"], list.length) };
    },
  },
  {
    route: /^GET \/check-runs\/(\d+)$/,
    needs: ["checks", "read"],
    answer({ state, id }) {
      const one = checkRuns(state).find((candidate) => String(candidate.id) === id);
      return one === undefined ? missing : ok(bodies.checkRun(one));
    },
  },
  {
    route: /^POST \/check-runs$/,
    needs: ["checks", "write"],
    answer({ state, sent }) {
      const made: CheckRun = {
        ...{
          id: 900_000 + state.checkRuns.length,
          name: sent.name,
          sha: sent.head_sha,
          status: "queued",
          conclusion: null,
        },
        ...{ detailsUrl: null, output: { title: null, summary: null, text: null }, annotations: [] },
      };
      state.checkRuns.push(made);
      update(made, sent);
      return { status: 201, body: bodies.checkRun(made) };
    },
  },
  {
    route: /^PATCH \/check-runs\/(\d+)$/,
    needs: ["checks", "write"],
    answer({ state, id, sent }) {
      const one = state.checkRuns.find((candidate) => String(candidate.id) === id);
      if (one === undefined) return missing;
      update(one, sent);
      return ok(bodies.checkRun(one));
    },
  },
  {
    route: /^GET \/deployments$/,
    needs: ["deployments", "read"],
    answer({ state, query }) {
      const wanted = (name: string, value: string) => query.get(name) === null || query.get(name) === value;
      const list = state.deployments.filter(
        ({ job }) => wanted("sha", job.sha) && wanted("environment", job.environment),
      );
      return page(list.map(bodies.deployment), query);
    },
  },
  {
    route: /^GET \/deployments\/(\d+)\/statuses$/,
    needs: ["deployments", "read"],
    answer({ state, id, query }) {
      const one = state.deployments.find((candidate) => String(candidate.id) === id);
      return one === undefined ? missing : page(bodies.deploymentStatuses(one, state.logNames), query);
    },
  },
  {
    route: /^GET \/issues$/,
    needs: ["issues", "read"],
    answer({ state, query }) {
      const newest = [...state.issues].sort((one, other) => other.number - one.number);
      return page(newest.map(bodies.issue), query);
    },
  },
  {
    route: /^GET \/issues\/(\d+)\/comments$/,
    needs: [["pull-requests", "issues"], "read"],
    answer: ({ state, id, query }) =>
      page(state.comments.filter((one) => String(one.issue) === id).map(bodies.comment), query),
  },
  {
    route: /^POST \/issues\/(\d+)\/comments$/,
    needs: [["pull-requests", "issues"], "write"],
    answer({ state, id, sent }) {
      if (sent.body.length > maxCommentCharacters)
        return invalid("IssueComment", "body is too long (maximum is 65536 characters)");
      const made = {
        id: Math.max(0, ...state.comments.map((one) => one.id)) + 1,
        issue: Number(id),
        body: sent.body,
        user: state.viewer,
      };
      state.comments.push(made);
      return { status: 201, body: bodies.comment(made) };
    },
  },
  {
    route: /^PATCH \/issues\/comments\/(\d+)$/,
    needs: [["pull-requests", "issues"], "write"],
    answer({ state, id, sent }) {
      const one = state.comments.find((candidate) => String(candidate.id) === id);
      if (one === undefined) return missing;
      if (sent.body.length > maxCommentCharacters)
        return invalid("IssueComment", "body is too long (maximum is 65536 characters)");
      one.body = sent.body;
      return ok(bodies.comment(one));
    },
  },
  {
    route: /^GET \/pulls\/(\d+)\/files$/,
    needs: ["pull-requests", "read"],
    answer({ state, id, query }) {
      const files = state.files[Number(id)];
      return files === undefined ? missing : page(files.map(bodies.changedFile), query);
    },
  },
  {
    route: /^GET \/pulls\/(\d+)\/reviews$/,
    needs: ["pull-requests", "read"],
    answer({ state, id, query }) {
      const pull = state.pulls.find(({ number }) => String(number) === id);
      return pull === undefined ? missing : page(pulls.reviews(pull), query);
    },
  },
  {
    route: /^GET \/commits\/([^/]+)\/pulls$/,
    needs: ["pull-requests", "read"],
    answer: ({ state, id, query }) =>
      page(
        state.pulls
          .filter(({ head, mergedAs, commits = [] }) => [head, mergedAs, ...commits].includes(id))
          .map(pulls.pullRequest),
        query,
      ),
  },
  {
    route: /^GET \/commits\/([^/]+)$/,
    needs: ["contents", "read"],
    answer({ state, id }) {
      const at = state.refs[id] === undefined ? state.jobs.at(-1)?.sha : state.refs[id];
      return at == null ? refused(422, `No commit found for SHA: ${id}`) : ok(pulls.commit(at));
    },
  },
  {
    route: /^GET \/compare\/([^/]+)$/,
    needs: ["contents", "read"],
    answer({ state, id }) {
      const [base = "", head = ""] = id.split("...");
      const [from, to] = [state.history.indexOf(base), state.history.indexOf(head)];
      if (from < 0) return missing;
      const commits = state.history.slice(from + 1, to + 1).map((sha) => pulls.commit(sha, state.messages[sha]));
      return ok(pulls.comparison(base, head, to < 0 ? { ahead: null } : { ahead: to - from, commits }));
    },
  },
  {
    route: /^GET \/collaborators\/([^/]+)\/permission$/,
    needs: ["contents", "read"],
    answer: ({ state, id }) => ok(pulls.permission(state.roles[id] ?? "read")),
  },
  {
    route: /^GET \/orgs\/([^/]+\/teams\/[^/]+\/memberships\/[^/]+)$/,
    needs: ["members", "read"],
    answer({ state, id }) {
      const [org = "", , slug = "", , login = ""] = id.split("/");
      return state.teams[`${org}/${slug}`]?.some((one) => one.login === login)
        ? ok({ url: `https://api.github.com/orgs/${id}`, role: "member", state: "active" })
        : missing;
    },
  },
];

export function may({ permissions }: State, permission: Permission, access: Access): boolean {
  const has = permissions[permission];
  return has === "write" || (has === "read" && access === "read");
}

/** Paths are those below the repository, still percent-encoded. */
export function answerRest(state: State, method: string, url: URL, sent: unknown): Said {
  const path = url.pathname.replace(`/repos/${bodies.repository}`, "");
  for (const { route, needs, answer } of operations) {
    const match = route.exec(`${method} ${path}`);
    if (match === null) continue;
    const [permissions, access] = needs;
    if (![permissions].flat().some((one) => may(state, one, access)))
      return refused(403, "Resource not accessible by integration");
    const said = answer({
      state,
      id: decodeURIComponent(match[1] ?? ""),
      query: url.searchParams,
      sent,
      origin: url.origin,
    });
    return said.link === undefined
      ? said
      : { ...said, link: `<${url.origin}${url.pathname}?${said.link}>; rel="next"` };
  }
  return missing;
}

/** One page of a list, and the query of the next. */
function page(list: readonly unknown[], query: URLSearchParams): Said {
  const size = Math.min(100, Number(query.get("per_page") ?? 30));
  const number = Number(query.get("page") ?? 1);
  const body = list.slice((number - 1) * size, number * size);
  if (number * size >= list.length) return ok(body);
  const next = new URLSearchParams(query);
  next.set("page", String(number + 1));
  return { ...ok(body), link: String(next) };
}

/** A job is a check run of its own; the rest were made over the API. */
function checkRuns(state: State): readonly CheckRun[] {
  const ofJobs = state.jobs.map(({ jobId, sha, environment }) => ({
    ...{ id: Number(jobId), name: environment, sha, status: "in_progress", conclusion: null, detailsUrl: null },
    ...{ output: { title: null, summary: null, text: null }, annotations: [] },
  }));
  return [...ofJobs, ...state.checkRuns];
}

/** A conclusion completes a check run; annotations are added to those before. */
function update(one: CheckRun, sent: Question["sent"]): void {
  one.status = sent.conclusion === undefined ? (sent.status ?? one.status) : "completed";
  one.conclusion = sent.conclusion ?? one.conclusion;
  one.detailsUrl = sent.details_url ?? one.detailsUrl;
  const { annotations = [], title, summary, text } = sent.output ?? {};
  one.output = {
    title: title ?? one.output.title,
    summary: summary ?? one.output.summary,
    text: text ?? one.output.text,
  };
  one.annotations.push(...annotations);
}
