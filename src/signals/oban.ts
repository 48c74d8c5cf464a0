import type { CanaryJob } from "./oban-canary.ts";

/** What the jobs of Oban are, as one question sees them. */
export interface ObanJobs {
  /** Jobs that may be taken and are not, by queue. */
  readonly waiting: ReadonlyMap<string, { readonly count: number; readonly oldestSeconds: number }>;
  /** Jobs that a node began within the time that was asked for. */
  readonly begun: readonly { readonly queue: string; readonly node: string; readonly count: number }[];
  /** The canary job; null where none was asked for, or it is gone. */
  readonly canary: CanaryJob | null;
}

/** Jobs begun are looked for among so many of the newest: nothing else is indexed for that. */
const newest = 10_000;

/**
 * An expression for the release itself that prints a line for each queue with waiting jobs, and one for each queue and
 * node with jobs that were begun in the last seconds. `pd_app` is the application; repository and prefix are those of
 * Oban's configuration. `canary` is more SQL, where a canary job is wanted.
 */
export function jobsExpression(seconds: number, canary: string | null = null): string {
  return `Application.load(pd_app)
pd_oban = Application.get_env(pd_app, Oban, [])
pd_repo = pd_oban[:repo] || hd(Application.fetch_env!(pd_app, :ecto_repos))
Code.ensure_loaded(pd_repo)
if pd_repo.__adapter__() != Ecto.Adapters.Postgres, do: raise "Oban's jobs are read from PostgreSQL alone"
pd_table = "\\"#{pd_oban[:prefix] || "public"}\\".oban_jobs"
pd_waiting = """
SELECT 'waiting ' || count(*) || ' '
  || extract(epoch FROM timezone('UTC', now()) - min(scheduled_at))::bigint || ' ' || queue
FROM #{pd_table} WHERE state = 'available' GROUP BY queue
"""
pd_begun = """
SELECT 'begun ' || count(*) || ' ' || coalesce(attempted_by[1], '?') || ' ' || queue FROM #{pd_table}
WHERE id > (SELECT coalesce(max(id), 0) - ${newest} FROM #{pd_table})
  AND attempted_at > timezone('UTC', now()) - interval '${Math.max(1, Math.ceil(seconds))} seconds'
GROUP BY queue, attempted_by[1]
"""${canary === null ? "" : `\npd_canary = """\n${canary}\n"""`}
{:ok, pd_lines, _} = Ecto.Migrator.with_repo(pd_repo, fn pd_repo ->
  Enum.flat_map([${canary === null ? "" : "pd_canary, "}pd_waiting, pd_begun], fn pd_sql ->
    Enum.map(pd_repo.query!(pd_sql, [], timeout: 15_000).rows, &hd/1)
  end)
end)
Enum.each(pd_lines ++ ["read"], &IO.puts("phoenix-deploy: " <> &1))`;
}

/** What the expression printed. Throws where it did not come to its end, or a line is of another form. */
export function readObanJobs(printed: string): ObanJobs {
  const waiting = new Map<string, { count: number; oldestSeconds: number }>();
  const begun: { queue: string; node: string; count: number }[] = [];
  let canary: CanaryJob | null = null;
  const lines = printed.split("\n").filter((line) => line !== "");
  if (lines.at(-1) !== "read") throw new Error("the release did not print what jobs there are");
  for (const line of lines.slice(0, -1)) {
    const [, kind, count, second = "", queue = ""] = /^(waiting|begun|inserted) (\d+) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === "waiting" && /^-?\d+$/.test(second))
      waiting.set(queue, { count: Number(count), oldestSeconds: Number(second) });
    else if (kind === "begun") begun.push({ queue, node: second, count: Number(count) });
    else if (kind === "inserted") canary = { id: Number(count), state: second, node: queue };
    else throw new Error(`the release printed \`${line.slice(0, 80)}\`, which is no line about jobs`);
  }
  return { waiting, begun, canary };
}
