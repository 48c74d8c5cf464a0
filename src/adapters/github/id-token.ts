import { z } from "zod";
import { readJson } from "../../domain/values/json.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import { type ApiOptions, openApi } from "./api.ts";

/** Where a job with `id-token: write` asks for its ID token, and the right to ask. */
export interface IdTokenSource {
  readonly url: string;
  readonly token: string;
}

/**
 * What the job's ID token says of the job. `sub` is for those who trust by pattern; its form changed, and its parts
 * stand beside it.
 */
export interface Claims {
  /** Null when the job names no environment. */
  readonly environment: string | null;
  readonly jobId: string | null;
  readonly runId: string;
}

const tokenAnswer = z.looseObject({ value: z.string() });
const id = z.union([z.string(), z.number()]).transform(String);
const claimsForm = z.looseObject({ environment: z.string().nullish(), check_run_id: id.nullish(), run_id: id });

/** Good for nobody else: whoever trusts GitHub's tokens asks for an audience of their own. */
const audience = "phoenix-deploy";

/**
 * The claims of this job's ID token. It comes from the runner's own service over its own connection, as every other
 * answer of GitHub does; its signature is for third parties.
 */
export async function claimsOf(
  source: IdTokenSource,
  options: Pick<ApiOptions, "repository" | "limitMs" | "pausesMs" | "sleep">,
): Promise<GitHubAnswer<Claims>> {
  const api = openApi({ ...options, token: source.token, apiUrl: source.url, graphqlUrl: "" });
  const answer = await api.ask(tokenAnswer, `GET ${source.url}`, { audience, headers: { accept: "application/json" } });
  if (!answer.ok) return answer;
  const claims = claimsForm.safeParse(payload(answer.value.value));
  if (!claims.success) return { ok: false, status: 200, why: "the ID token is not of the known form" };
  const { environment, check_run_id, run_id } = claims.data;
  return { ok: true, value: { environment: environment ?? null, jobId: check_run_id ?? null, runId: run_id } };
}

/** The middle part of a JWT; undefined when it has none that can be read. */
function payload(token: string): unknown {
  return readJson(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}
