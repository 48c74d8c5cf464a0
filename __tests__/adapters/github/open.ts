// The adapter against the loopback GitHub, with limits that a test can wait for.
import { afterEach, beforeEach, expect } from "@jest/globals";
import { type GitHubOptions, githubAdapter } from "../../../src/adapters/github.ts";
import type { GitHub } from "../../../src/ports/github.ts";
import { type GitHubLoopback, startGitHub } from "../../acceptance/github/server.ts";

export const sha = "a".repeat(40);

/** A server for each test, whose exchanges must keep to GitHub's descriptions. */
export function withServer() {
  let server: GitHubLoopback;
  beforeEach(async () => {
    server = await startGitHub();
  });
  afterEach(async () => {
    await server.close();
    expect(server.breaches).toEqual([]);
  });
  return {
    get server() {
      return server;
    },
    /** The door as a job of run 42 has it. */
    open: (more: Partial<GitHubOptions> = {}): GitHub =>
      githubAdapter({
        ...{ token: "ghs_x", repository: "acme/shop", runId: "42", runnerName: "", idToken: null },
        ...{ apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, limitMs: 60_000, pausesMs: [1, 1] },
        sleep: async () => undefined,
        ...more,
      }),
  };
}
