// GitHub's GraphQL on loopback: the published schema, executed over the state.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema, graphql, parse, validate } from "graphql";
import { commitObject, deploymentHistory } from "./record-operations.ts";
import { pullRequests } from "./release-operations.ts";
import type { Permission, State } from "./state.ts";

const schemaPath = join(import.meta.dirname, "../../../node_modules/@octokit/graphql-schema/schema.graphql");
let schema: GraphQLSchema | null = null;

/** What GitHub answers, with 200 also when it refuses, and what the query breaks of the schema. */
export async function answerGraphql(
  state: State,
  sent: unknown,
  may: (permission: Permission) => boolean,
): Promise<{ readonly body: unknown; readonly breaches: readonly string[] }> {
  const { query, variables } = sent as { query: string; variables?: Record<string, unknown> };
  schema ??= buildSchema(readFileSync(schemaPath, "utf8"), { assumeValid: true });
  const wrong = validate(schema, parse(query)).map((error) => error.message);
  if (wrong.length > 0)
    return { body: { errors: wrong.map((message) => ({ message })) }, breaches: wrong.map((one) => `GraphQL: ${one}`) };
  const body = await graphql({
    schema,
    source: query,
    ...(variables === undefined ? {} : { variableValues: variables }),
    rootValue: {
      viewer: { __typename: "User", login: state.viewer.login },
      node: ({ id }: { id: string }) => checkRun(state, id, may),
      repository: () => ({
        ...{ ...deploymentHistory(state, may), ...pullRequests(state, may) },
        object: commitObject(state, may),
      }),
    },
  });
  return { body, breaches: [] };
}

function checkRun(state: State, id: string, may: (permission: Permission) => boolean) {
  const job = state.jobs.find((one) => `CR_${one.jobId}` === id);
  if (job === undefined) throw new Error(`Could not resolve to a node with the global id of '${id}'.`);
  return {
    __typename: "CheckRun",
    deployment() {
      if (!may("deployments")) throw new Error("Resource not accessible by integration");
      const deployment = state.deployments.find((one) => one.job === job);
      if (deployment === undefined) return null;
      const nodes = deployment.states.map((one) => ({ state: one.toUpperCase() }));
      return { databaseId: deployment.id, environment: job.environment, statuses: { nodes, totalCount: nodes.length } };
    },
  };
}
