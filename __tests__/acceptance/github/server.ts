// GitHub's API on loopback: answers from a state, and holds every exchange to GitHub's own descriptions (README).
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { repository } from "./bodies.ts";
import { breachesOf } from "./contract.ts";
import { answerGraphql } from "./graphql.ts";
import { uploads } from "./release-operations.ts";
import { answerRest, may, refused } from "./rest.ts";
import { firstState, type Instead, type Job, type Said, type State, startJob } from "./state.ts";

export { alice, bob } from "./state.ts";

export interface GitHubLoopback {
  readonly url: string;
  readonly state: State;
  /** `GET /path?query`, in the order of their arrival. */
  readonly requests: readonly string[];
  /** What broke GitHub's descriptions. */
  readonly breaches: readonly string[];
  startJob(job: Job): void;
  /** The variables with which a job that has `id-token: write` asks for its ID token. */
  idTokenOf(jobId: string): {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
  };
  close(): Promise<void>;
}

const idTokenPath = "/idtoken/";
/** Octokit sends a token of three parts as a bearer's, any other as `token`. */
const requestToken = "request.token.loopback";

export async function startGitHub(): Promise<GitHubLoopback> {
  const state = firstState();
  const requests: string[] = [];
  const breaches: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      breaches.push(`The loopback server failed: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? "/", base);
    // What is uploaded is taken as it is.
    const raw = url.pathname.startsWith(uploads);
    const sent: unknown = raw ? text : text === "" ? undefined : JSON.parse(text);
    const method = request.method ?? "GET";
    requests.push(`${method} ${url.pathname}${url.search}`);
    const instead = state.instead?.({ method, path: url.pathname, sent }) ?? null;
    if (instead !== null) return play(instead, response);
    const { status, body, link } = await say(method, url, sent, request.headers.authorization ?? "");
    response.writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      ...(link === undefined ? {} : { link }),
    });
    response.end(JSON.stringify(body));
  }

  async function say(method: string, url: URL, sent: unknown, authorization: string): Promise<Said> {
    if (url.pathname.startsWith(idTokenPath)) return idToken(state, url, authorization);
    if (!/^(token|bearer) ghs_/i.test(authorization)) return refused(401, "Bad credentials");
    if (url.pathname === "/graphql") {
      const { body, breaches: wrong } = await answerGraphql(state, sent, (permission) =>
        may(state, permission, "read"),
      );
      breaches.push(...wrong);
      return { status: 200, body };
    }
    const said = answerRest(state, method, url, sent);
    const described = new URL(url.href.replace(`${base}${uploads}`, base));
    breaches.push(...breachesOf({ method, url: described, sent, status: said.status, answered: said.body }));
    return said;
  }

  return {
    url: base,
    state,
    requests,
    breaches,
    startJob: (job) => startJob(state, job),
    idTokenOf: (jobId) => ({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${base}${idTokenPath}${jobId}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function play({ status, body, text, headers, afterMs }: Instead, response: ServerResponse): Promise<void> {
  if (afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, afterMs));
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(text ?? JSON.stringify(body));
}

/** The runner's service for ID tokens: it says which environment the job references, not whether anybody approved. */
function idToken({ jobs, attempt }: State, url: URL, authorization: string): Said {
  if (authorization.toLowerCase() !== `bearer ${requestToken}`) return refused(401, "Bad credentials");
  const job = jobs.find((one) => `${idTokenPath}${one.jobId}` === url.pathname);
  if (job === undefined) return refused(404, "Not Found");
  const claims = {
    ...{ iss: "https://token.actions.githubusercontent.com", aud: url.searchParams.get("audience"), repository },
    ...{ sub: `repo:acme@1/shop@1:environment:${job.environment}`, environment: job.environment, sha: job.sha },
    ...{
      run_id: job.runId,
      run_attempt: String(attempt),
      check_run_id: job.jobId,
      runner_environment: "github-hosted",
    },
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const value = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.signature`;
  return { status: 200, body: { count: value.length, value } };
}
