import type { CanaryJob } from "./oban-canary.ts";

interface WaitingJobs {
  readonly count: number;
  readonly oldestSeconds: number;
  readonly oldest: number;
}

interface JobsOfNode {
  readonly queue: string;
  readonly node: string;
  readonly count: number;
}

/** What the jobs of Oban are, as one question sees them. */
export interface ObanJobs {
  /** Jobs that are due and were not taken, by queue; `oldest` is the id of the one that waits longest. */
  readonly waiting: ReadonlyMap<string, WaitingJobs>;
  /** Jobs that a node began within the time that was asked for. */
  readonly begun: readonly JobsOfNode[];
  /** Jobs that a node is at, or was at when it died. */
  readonly executing: readonly JobsOfNode[];
  /** The canary job; null where none was asked for, or it is gone. */
  readonly canary: CanaryJob | null;
}

/** Jobs begun are looked for among so many of the newest, and those that are executed: no index has more of them. */
const newest = 10_000;

/**
 * An expression for the release itself that prints a line for each queue with waiting jobs, and one for each queue and
 * node with jobs that were begun in the last seconds, or are executed. `pd_apps` are the applications of the release;
 * repository and prefix are those of Oban's configuration in the first that has one, where a prefix of `false` is the
 * repository's own. `canary` is more SQL, where a canary job is wanted. A job that is due and still scheduled waits
 * too: somebody has to make it available.
 */
export function jobsExpression(seconds: number, canary: string | null = null): string {
  return `pd_oban = Enum.find_value(pd_apps, [], &Application.get_env(&1, Oban))
pd_repo = pd_oban[:repo] || List.first(pd_repos) || raise("no application of the release names Oban's repository")
Code.ensure_loaded(pd_repo)
if pd_repo.__adapter__() != Ecto.Adapters.Postgres, do: raise "Oban's jobs are read from PostgreSQL alone"
pd_prefix = if pd_oban[:prefix] == nil, do: "public", else: pd_oban[:prefix]
pd_table = if(pd_prefix, do: "\\"#{pd_prefix}\\".", else: "") <> "oban_jobs"
pd_waiting = """
SELECT 'waiting ' || count(*) || ' '
  || extract(epoch FROM timezone('UTC', now()) - min(scheduled_at))::bigint || ' '
  || (array_agg(id ORDER BY scheduled_at, id))[1] || ' ' || queue
FROM #{pd_table} WHERE state = 'available'
  OR (state IN ('scheduled', 'retryable') AND scheduled_at <= timezone('UTC', now()))
GROUP BY queue
"""
pd_begun = """
SELECT 'begun ' || count(*) || ' ' || coalesce(attempted_by[1], '?') || ' ' || queue FROM #{pd_table}
WHERE (id > (SELECT coalesce(max(id), 0) - ${newest} FROM #{pd_table}) OR state = 'executing')
  AND attempted_at > timezone('UTC', now()) - interval '${Math.max(1, Math.ceil(seconds))} seconds'
GROUP BY queue, attempted_by[1]
"""
pd_executing = """
SELECT 'executing ' || count(*) || ' ' || coalesce(attempted_by[1], '?') || ' ' || queue FROM #{pd_table}
WHERE state = 'executing' GROUP BY queue, attempted_by[1]
"""${canary === null ? "" : `\npd_canary = """\n${canary}\n"""`}
{:ok, pd_lines, _} = Ecto.Migrator.with_repo(pd_repo, fn pd_repo ->
  Enum.flat_map([${canary === null ? "" : "pd_canary, "}pd_waiting, pd_begun, pd_executing], fn pd_sql ->
    Enum.map(pd_repo.query!(pd_sql, [], timeout: 15_000).rows, &hd/1)
  end)
end)
Enum.each(pd_lines ++ ["read"], &IO.puts("phoenix-deploy: " <> &1))`;
}

/** What the expression printed. Throws where it did not come to its end, or a line is of another form. */
export function readObanJobs(printed: string): ObanJobs {
  const waiting = new Map<string, WaitingJobs>();
  const begun: JobsOfNode[] = [];
  const executing: JobsOfNode[] = [];
  let canary: CanaryJob | null = null;
  const lines = printed.split("\n").filter((line) => line !== "");
  if (lines.at(-1) !== "read") throw new Error("the release did not print what jobs there are");
  for (const line of lines.slice(0, -1)) {
    const [, count, age, oldest, late = ""] = /^waiting (\d+) (-?\d+) (\d+) (.+)$/.exec(line) ?? [];
    const [, kind, number, second = "", queue = ""] = /^(begun|executing|inserted) (\d+) (\S+) (.+)$/.exec(line) ?? [];
    if (count !== undefined)
      waiting.set(late, { count: Number(count), oldestSeconds: Number(age), oldest: Number(oldest) });
    else if (kind === "begun") begun.push({ queue, node: second, count: Number(number) });
    else if (kind === "executing") executing.push({ queue, node: second, count: Number(number) });
    else if (kind === "inserted") canary = { id: Number(number), state: second, node: queue };
    else throw new Error(`the release printed \`${line.slice(0, 80)}\`, which is no line about jobs`);
  }
  return { waiting, begun, executing, canary };
}
