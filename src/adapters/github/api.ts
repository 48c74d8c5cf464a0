import { z } from "zod";
import { errorText } from "../../domain/values/error-text.ts";
import type { GitHubAnswer } from "../../ports/github.ts";

/** Where GitHub is, and with what right it is asked. */
export interface ApiOptions {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** One request may take this long. */
  readonly limitMs?: number;
  /** How long to wait before a read that met a failing server is tried again, once for each number. */
  readonly pausesMs?: readonly number[];
  /** Waits, and no longer than the run lasts; a timer unless given. */
  readonly sleep?: (ms: number) => Promise<void>;
}

type Parameters = Readonly<Record<string, unknown>>;

/** What a list is asked with, and how many pages of a hundred are read at most. */
interface Pages {
  readonly parameters: Parameters;
  readonly maxPages: number;
}

/**
 * Questions to GitHub's API, of which none throws. Answers are parsed loosely: unknown members are welcome, states are
 * strings.
 */
export interface Api {
  ask<T>(schema: z.ZodType<T>, route: string, parameters?: Parameters): Promise<GitHubAnswer<T>>;
  /** All pages of a list. */
  list<T>(schema: z.ZodType<T>, route: string, pages: Pages): Promise<GitHubAnswer<readonly T[]>>;
  query<T>(data: z.ZodType<T>, query: string, variables?: Parameters): Promise<GitHubAnswer<T>>;
}

const pageSize = 100;

/** The longest that GitHub is waited for where it asks to be left alone. */
const maxWaitMs = 60_000;

/** What a question came to, and after how long GitHub may be asked it again. */
type Sent = GitHubAnswer<unknown> & { readonly againMs?: number | undefined };

const timer = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const errorBody = z.looseObject({
  message: z.string(),
  errors: z.array(z.looseObject({ message: z.string().optional() })).optional(),
});

const graphqlBody = z.looseObject({
  data: z.unknown(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/** Octokit is loaded at the first question: most jobs ask none. */
export function openApi(options: ApiOptions): Api {
  const { token, graphqlUrl, pausesMs = [500, 2_000], sleep = timer } = options;
  const [owner = "", repo = ""] = options.repository.split("/");

  async function ask<T>(schema: z.ZodType<T>, route: string, parameters: Parameters = {}): Promise<GitHubAnswer<T>> {
    if (token === "") return { ok: false, status: 0, why: "the input `github-token` is empty" };
    const named = route.includes("{owner}") ? { owner, repo, ...parameters } : parameters;
    let answer = await send(options, route, named);
    // A write may have been done although its answer was lost: only what changes nothing is tried again.
    const reads = route.startsWith("GET ") || route === `POST ${graphqlUrl}`;
    let asked = false;
    for (const pause of reads ? pausesMs : []) {
      // Who asks to be left alone is waited for once.
      if (answer.ok || answer.againMs === undefined || (asked && answer.againMs > 0)) break;
      asked ||= answer.againMs > 0;
      await sleep(Math.max(pause, answer.againMs));
      answer = await send(options, route, named);
    }
    if (!answer.ok) return { ok: false, status: answer.status, why: answer.why };
    const parsed = schema.safeParse(answer.value);
    if (parsed.success) return { ok: true, value: parsed.data };
    const place = parsed.error.issues[0]?.path.join(".") ?? "";
    return { ok: false, status: 200, why: `the answer is not of the known form${place === "" ? "" : ` (${place})`}` };
  }

  return {
    ask,
    async list(schema, route, { parameters, maxPages }) {
      const all: z.infer<typeof schema>[] = [];
      for (let page = 1; page <= maxPages; page += 1) {
        const answer = await ask(z.array(schema), route, { ...parameters, per_page: pageSize, page });
        if (!answer.ok) return answer;
        all.push(...answer.value);
        if (answer.value.length < pageSize) break;
      }
      return { ok: true, value: all };
    },
    async query(data, query, variables = {}) {
      const answer = await ask(graphqlBody, `POST ${graphqlUrl}`, { query, variables });
      if (!answer.ok) return answer;
      // GraphQL refuses with 200.
      const [error] = answer.value.errors ?? [];
      if (error !== undefined) return { ok: false, status: 200, why: oneLine(error.message) };
      const parsed = data.safeParse(answer.value.data);
      return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, status: 200, why: "the answer is not of the known form" };
    },
  };
}

async function send(options: ApiOptions, route: string, parameters: Parameters): Promise<Sent> {
  const { token, apiUrl, limitMs = 20_000 } = options;
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, { baseUrl: apiUrl });
  const signal = AbortSignal.timeout(limitMs);
  try {
    return { ok: true, value: (await octokit.request(route, { ...parameters, request: { signal } })).data };
  } catch (error) {
    return signal.aborted ? { ok: false, status: 0, why: `no answer within ${limitMs / 1_000} s` } : refusal(error);
  }
}

/**
 * What octokit threw, as an answer. It gives a lost connection the status 500: only an error with a response is
 * GitHub's word. A connection that was lost is made again; one that was waited for in vain is not.
 */
function refusal(error: unknown): Sent {
  const { status, response } = (error ?? {}) as {
    status?: number;
    response?: { headers: Record<string, string | undefined>; data: unknown };
  };
  if (status === undefined || response === undefined)
    return { ok: false, status: 0, why: oneLine(errorText(error)), againMs: 0 };
  const body = errorBody.safeParse(response.data);
  const details = body.data?.errors?.flatMap(({ message }) => message ?? []) ?? [];
  const why = body.success ? oneLine([body.data.message, ...details].join(": ")) : "without a reason";
  const wait = response.headers["retry-after"];
  // GitHub says 403 to a token without permission and to one that asks too much; the remedies differ.
  const tooMuch =
    status === 429 || (status === 403 && (wait !== undefined || response.headers["x-ratelimit-remaining"] === "0"));
  if (tooMuch) {
    const said = wait === undefined ? why : `${why} (it asks to wait ${oneLine(wait)} s)`;
    return { ok: false, status: 429, why: said, againMs: waitOf(wait) };
  }
  return { ok: false, status, why, ...(status >= 500 ? { againMs: 0 } : {}) };
}

/** The seconds of `retry-after`; undefined where it names none, or more than anybody waits. */
function waitOf(seconds: string | undefined): number | undefined {
  const ms = /^\d{1,6}$/.test(seconds ?? "") ? Number(seconds) * 1_000 : Number.POSITIVE_INFINITY;
  return ms <= maxWaitMs ? ms : undefined;
}

/** The first line, without a full stop, as part of a sentence. */
function oneLine(text: string): string {
  return (text.split(/[\r\n]/)[0] ?? "").slice(0, 300).replace(/\.$/, "");
}
