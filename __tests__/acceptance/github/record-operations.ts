// What is written into the record of deployments and into issues, and how the record is read by GraphQL.
import * as bodies from "./bodies.ts";
import type { Operation } from "./rest.ts";
import type { Deployment, Issue, Permission, State } from "./state.ts";

const made = (body: unknown) => ({ status: 201, body });

/** The clock of the record: a second passes with each word. */
let seconds = 0;
const now = () => new Date(Date.parse("2026-11-24T11:00:00Z") + 1_000 * seconds++).toISOString();

const invalid = (resource: string, field: string) => ({
  status: 422,
  body: {
    ...{ message: "Validation Failed", errors: [{ value: "x", resource, field, code: "invalid" }] },
    documentation_url: "https://docs.github.com/rest",
  },
});

export const recordOperations: readonly Operation[] = [
  {
    route: /^POST \/deployments$/,
    needs: ["deployments", "write"],
    answer({ state, sent }) {
      const job = { jobId: "", runId: "", sha: sent.ref, environment: sent.environment };
      const { task, payload } = sent;
      const one: Deployment = {
        ...{ id: 700_000 + state.deployments.length, job, states: [], words: [] },
        ...{ task, payload, at: now() },
      };
      state.deployments.unshift(one);
      return made(bodies.deployment(one));
    },
  },
  {
    route: /^POST \/deployments\/(\d+)\/statuses$/,
    needs: ["deployments", "write"],
    answer({ state, id, sent }) {
      const index = state.deployments.findIndex((one) => String(one.id) === id);
      const one = state.deployments[index];
      if (one === undefined) return { status: 404, body: { message: "Not Found" } };
      const word = { state: sent.state, at: now(), description: sent.description ?? "", log: sent.log_url };
      const kept = { ...one, words: [word, ...(one.words ?? [])] };
      state.deployments[index] = kept;
      return made(bodies.deploymentStatuses(kept, state.logNames)[0]);
    },
  },
  {
    route: /^POST \/issues$/,
    needs: ["issues", "write"],
    answer({ state, sent }) {
      // Only who may read the repository can be assigned.
      if ((sent.assignees ?? []).some((login: string) => state.roles[login] === undefined))
        return invalid("Issue", "assignees");
      const one: Issue = {
        number: Math.max(0, ...state.issues.map(({ number }) => number)) + 1,
        ...{ title: sent.title, body: sent.body, labels: sent.labels ?? [], assignees: sent.assignees ?? [] },
        ...{ user: state.viewer, state: "open" },
      };
      state.issues.push(one);
      return made(bodies.issue(one));
    },
  },
  {
    route: /^PATCH \/issues\/(\d+)$/,
    needs: ["issues", "write"],
    answer({ state, id, sent }) {
      const one = state.issues.find(({ number }) => String(number) === id);
      if (one === undefined) return { status: 404, body: { message: "Not Found" } };
      one.state = sent.state ?? one.state;
      return { status: 200, body: bodies.issue(one) };
    },
  },
];

const pageSize = 100;
const at = "2026-11-24T10:00:00Z";

/** `repository { deployments }` of GraphQL, whose cursor is the number of those before. */
export function deploymentHistory(state: State, may: (permission: Permission) => boolean) {
  return {
    deployments({ environments, after }: { environments: readonly string[]; after?: string | null }) {
      if (!may("deployments")) throw new Error("Resource not accessible by integration");
      const all = state.deployments.filter(({ job }) => environments.includes(job.environment));
      const from = Number(after ?? 0);
      const nodes = all.slice(from, from + pageSize).map(deploymentNode);
      const end = from + nodes.length;
      return { nodes, pageInfo: { hasNextPage: end < all.length, endCursor: nodes.length === 0 ? null : String(end) } };
    },
  };
}

function deploymentNode({ id, job, states, words = [], ...one }: Deployment) {
  const { at: when = at, task = "deploy", payload } = one;
  const all = [...words, ...states.map((state) => ({ state, at: when, description: null }))];
  return {
    ...{ databaseId: id, createdAt: when, task, commitOid: job.sha },
    payload: payload === undefined ? null : JSON.stringify(payload),
    statuses: {
      nodes: all.map(({ state, at: said, description }) => ({
        state: state.toUpperCase(),
        createdAt: said,
        description,
      })),
    },
  };
}

/** `repository { object }` of GraphQL for a commit: the linear history of the state, with the dates that it has. */
export function commitObject(state: State, may: (permission: Permission) => boolean) {
  return ({ oid }: { oid: string }) => {
    if (!may("contents")) throw new Error("Resource not accessible by integration");
    const last = state.history.indexOf(oid);
    if (last < 0) return null;
    return {
      __typename: "Commit",
      history({ since }: { since?: string }) {
        const below = state.history.slice(0, last + 1).map((sha, index, all) => ({
          oid: sha,
          committedDate: state.dates[sha] ?? at,
          parents: { nodes: index === 0 ? [] : [{ oid: all[index - 1] }] },
        }));
        const nodes = below.reverse().filter(({ committedDate }) => since === undefined || committedDate >= since);
        return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
      },
    };
  };
}
