// Oban's jobs: the question in real Elixir against a real PostgreSQL with Oban's table, and what its answers mean.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { jobs } from "../../src/signals/jobs.ts";
import { jobsExpression, readObanJobs } from "../../src/signals/oban.ts";
import { canarySql } from "../../src/signals/oban-canary.ts";
import { type Postgres, postgres } from "../support/postgres.ts";
import { answering, held, watchWith } from "./watching.ts";

const signals = "jobs: {every: 30s, oldest: 60s}";

/** A watch of three minutes, asked every half, where the release prints these lines. */
function watch(printed: (nth: number) => readonly string[], more = signals) {
  let nth = 0;
  const evaluate = async () => [...printed(nth++), "read", ""].join("\n");
  return watchWith(jobs, { signals: more, forMs: 180_000, doors: { target: answering({ evaluate }) } });
}

describe("a queue", () => {
  test("is stuck where its oldest job grows old and none is begun", async () => {
    const { samples } = await watch((nth) => [`waiting 3 ${30 * nth} 7 mailers`, "begun 9 shop_green@web1 default"]);
    expect(held(samples)).toEqual([true, true, true, false, false, false, false]);
    expect(samples.at(-1)).toMatchObject({
      of: "jobs",
      says:
        "Queue `mailers` is stuck: 3 jobs in its line, the oldest of which has waited for 180 s, and none was begun " +
        "since the question before.",
    });
  });

  test("that is idle holds, and one that works off what waits does too", async () => {
    const idle = await watch(() => []);
    expect(held(idle.samples).every((one) => one)).toBe(true);
    expect(idle.samples[0]).toMatchObject({ says: "No job waits: the queues are idle." });
    const busy = await watch((nth) => [`waiting 900 ${600 + nth} 7 default`, "begun 5 shop_green@web1 default"]);
    expect(held(busy.samples).every((one) => one)).toBe(true);
    expect(busy.warnings).toEqual([]);
  });

  test("that was late before the watch is not counted, until it has caught up", async () => {
    const never = await watch((nth) => [`waiting 3 ${4_000 + 30 * nth} 7 legacy`]);
    expect(held(never.samples).every((one) => one)).toBe(true);
    expect(never.samples.at(-1)).toMatchObject({ says: expect.stringContaining("`legacy` was late before the watch") });
    const again = await watch((nth) => (nth === 2 ? [] : [`waiting 3 ${nth < 2 ? 4_000 : 60 * (nth - 2)} 7 legacy`]));
    expect(held(again.samples)).toEqual([true, true, true, true, false, false, false]);
  });

  test("holds where jobs are begun that are not among the newest: another one waits longest", async () => {
    const { samples } = await watch((nth) => [`waiting ${60_000 - 9_000 * nth} ${30 * nth} ${9_000 * nth} default`]);
    expect(held(samples)).toEqual(Array.from({ length: 7 }, () => true));
    expect(samples.at(-1)).toMatchObject({
      says: "No queue is stuck.",
    });
  });

  test("whose places long jobs may have taken is not known to be stuck, unless the other slot has them", async () => {
    const of = (node: string) => watch((nth) => [`waiting 2 ${30 * nth} 7 media`, `executing 1 ${node} media`]);
    const busy = await of("shop_green@web1");
    expect(held(busy.samples)).toEqual([true, true, true, null, null, null, null]);
    expect(busy.samples.at(-1)).toMatchObject({
      says:
        "Queue `media` is stuck, or busy with long jobs: 1 job executing, 2 jobs in its line, the oldest of which " +
        "has waited for 180 s, and none was begun since the question before.",
    });
    expect(held((await of("a-name-of-the-user's")).samples).at(-1)).toBe(null);
    expect(held((await of("shop_blue@web1")).samples).at(-1)).toBe(false);
    const both = await watch((nth) => [
      ...[`waiting 2 ${30 * nth} 7 media`, "executing 1 shop_green@web1 media", `waiting 2 ${30 * nth} 9 mailers`],
    ]);
    expect(both.samples.at(-1)).toMatchObject({ holds: false, says: expect.stringContaining("`mailers` is stuck") });
  });

  test("that only the release before works on is a warning", async () => {
    const seen = await watch(() => ["begun 4 shop_blue@web1 default"]);
    expect(held(seen.samples).every((one) => one)).toBe(true);
    expect(seen.warnings).toEqual([
      expect.stringContaining("Of 28 jobs that were begun during the watch, no node of the new release began one"),
    ]);
  });
});

test.each([
  ["", "the release did not print what jobs there are"],
  ["waiting 3 10 7 default", "the release did not print"],
  ["waiting 3 NaN 7 default\nread", "is no line about jobs"],
  ["** (Postgrex.Error)\nread", "is no line about jobs"],
])("an answer %j is no answer", (printed, why) => {
  expect(() => readObanJobs(printed)).toThrow(why);
});

describe("a canary job", () => {
  const wanted = "jobs: {every: 30s, canary: {worker: Shop.Canary, within: 60s}}";
  const of = async (became: (nth: number) => string | null) => {
    const { samples, fault } = await watch((nth) => {
      const state = nth === 0 ? "available ?" : became(nth);
      return state === null ? [] : [`inserted 12 ${state}`];
    }, wanted);
    return { fault, states: samples.filter((one) => one.kind === "state" && one.of === "canary job") };
  };

  test("is unknown while it may be done, holds once it was, is lost where it waits or fails", async () => {
    const done = await of((nth) => (nth === 1 ? "executing shop_green@web1" : "completed shop_green@web1"));
    expect(held(done.states)).toEqual([null, null, true, true, true, true, true]);
    expect(done.states.at(-1)).toMatchObject({
      says: "The canary job of Shop.Canary in queue `default` was completed by shop_green@web1.",
    });
    const waits = await of(() => "available ?");
    expect(held(waits.states)).toEqual([null, null, false, false, false, false, false]);
    expect(waits.states.at(-1)).toMatchObject({ says: expect.stringContaining("is still available after 180 s.") });
    expect(
      held((await of(() => "discarded shop_green@web1")).states)
        .slice(1)
        .some((one) => one !== false),
    ).toBe(false);
    expect(held((await of(() => null)).states)).toEqual(Array.from({ length: 7 }, () => null));
  });

  // Oban's own pruner deletes jobs that were completed a minute ago.
  test("that was completed stays so when it is deleted, and is asked for no more", async () => {
    const asked: string[] = [];
    let nth = 0;
    const evaluate = async (_host: string, _slot: string, expression: string) => {
      asked.push(expression);
      return (
        [["inserted 12 available ?"], ["inserted 12 completed shop_green@web1"]][nth++]?.concat("read").join("\n") ??
        "read"
      );
    };
    const doors = { target: answering({ evaluate }) };
    const { samples, fault } = await watchWith(jobs, { signals: wanted, forMs: 180_000, doors });
    expect(fault).toBeNull();
    const states = samples.filter((one) => one.kind === "state" && one.of === "canary job");
    expect(held(states)).toEqual([null, true, true, true, true, true, true]);
    expect(asked.map((one) => one.includes("pd_canary"))).toEqual([true, true, false, false, false, false, false]);
  });

  test("that is not inserted breaks the watch", async () => {
    expect((await watch(() => [], wanted)).fault).toBe("the canary job could not be inserted");
  });
});

test("a release that cannot be asked breaks the watch when the patience is over", async () => {
  const evaluate = () => Promise.reject(new Error("web1: the database is away"));
  const seen = await watchWith(jobs, { signals, forMs: 600_000, doors: { target: answering({ evaluate }) } });
  expect([seen.fault, seen.samples]).toEqual(["web1: the database is away", []]);
});

describe("the question", () => {
  let server: Postgres;
  const folder = mkdtempSync(join(tmpdir(), "pd-oban-"));
  beforeAll(() => {
    server = postgres();
    server.sql(table);
    server.sql(`INSERT INTO oban_jobs (worker, args, state, queue, scheduled_at, attempted_at, attempted_by)
      SELECT 'Shop.Mailer', '{}', given.* FROM (VALUES
        ('available'::oban_job_state, 'mailers', ${ago("90 seconds")}, NULL::timestamp, NULL::text[]),
        ('available', 'mailers', ${ago("5 seconds")}, NULL, NULL),
        ('scheduled', 'default', ${ago("-1 hour")}, NULL, NULL),
        ('retryable', 'default', ${ago("-1 hour")}, ${ago("1 hour")}, '{shop_green@web1,uuid}'),
        ('suspended', 'default', ${ago("1 hour")}, NULL, NULL),
        ('scheduled', 'reports', ${ago("70 seconds")}, NULL, NULL),
        ('retryable', 'reports', ${ago("80 seconds")}, ${ago("2 minutes")}, '{old@web1}'),
        ('completed', 'default', ${ago("0 s")}, ${ago("0 s")}, '{shop_green@web1,uuid}'),
        ('executing', 'default', ${ago("0 s")}, ${ago("0 s")}, '{shop_green@web1,uuid}'),
        ('executing', 'media', ${ago("1 hour")}, ${ago("1 hour")}, '{shop_blue@web1,uuid}'),
        ('completed', 'default', ${ago("0 s")}, ${ago("1 hour")}, '{old@web1}')) given`);
    writeFileSync(join(folder, "stand-in.exs"), standIn);
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const ago = (span: string) => `timezone('UTC', now()) - interval '${span}'`;

  /**
   * The table as Oban's migrations leave it, in version 14 (Oban 2.21 to 2.23). Before version 10 `args` had no
   * default: it has none here.
   */
  const table = `CREATE TYPE oban_job_state AS ENUM ('available', 'suspended', 'scheduled', 'executing', 'retryable',
      'completed', 'discarded', 'cancelled');
    CREATE TABLE oban_jobs (id bigserial PRIMARY KEY, state oban_job_state NOT NULL DEFAULT 'available',
      queue text NOT NULL DEFAULT 'default', worker text NOT NULL, args jsonb NOT NULL,
      errors jsonb[] NOT NULL DEFAULT ARRAY[]::jsonb[], attempt integer NOT NULL DEFAULT 0,
      max_attempts integer NOT NULL DEFAULT 20, inserted_at timestamp NOT NULL DEFAULT timezone('UTC', now()),
      scheduled_at timestamp NOT NULL DEFAULT timezone('UTC', now()), attempted_at timestamp, completed_at timestamp,
      attempted_by text[], discarded_at timestamp, priority integer NOT NULL DEFAULT 0,
      tags text[] DEFAULT ARRAY[]::text[], meta jsonb DEFAULT '{}', cancelled_at timestamp,
      CONSTRAINT attempt_range CHECK (attempt >= 0 AND attempt <= max_attempts),
      CONSTRAINT non_negative_priority CHECK (priority >= 0),
      CONSTRAINT positive_max_attempts CHECK (max_attempts > 0),
      CONSTRAINT queue_length CHECK (char_length(queue) > 0 AND char_length(queue) < 128),
      CONSTRAINT worker_length CHECK (char_length(worker) > 0 AND char_length(worker) < 128));
    CREATE INDEX oban_jobs_args_index ON oban_jobs USING gin (args);
    CREATE INDEX oban_jobs_meta_index ON oban_jobs USING gin (meta);
    CREATE INDEX oban_jobs_state_cancelled_at_index ON oban_jobs (state, cancelled_at);
    CREATE INDEX oban_jobs_state_discarded_at_index ON oban_jobs (state, discarded_at);
    CREATE INDEX oban_jobs_state_queue_priority_scheduled_at_id_index
      ON oban_jobs (state, queue, priority, scheduled_at, id)`;

  /** A repository by psql, in place of Ecto. */
  const standIn = `
defmodule Shop.Repo do
  def __adapter__, do: Ecto.Adapters.Postgres
  def query!(sql, [], _) do
    zoned = "SET timezone = 'Asia/Tokyo'; " <> sql
    {text, 0} = System.cmd("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", zoned])
    %{rows: text |> String.split("\\n", trim: true) |> Enum.map(&[&1])}
  end
end
defmodule Ecto.Migrator do
  def with_repo(repo, fun), do: {:ok, fun.(repo), []}
end
{oban, _} = Code.eval_string(System.fetch_env!("OBAN"))
Application.put_env(:shop, Oban, oban)
IO.puts("12:00:00 [info] a line of the log")
Code.eval_string("pd_apps = [:shop]\\npd_repos = [Shop.Repo]\\n" <> File.read!(System.fetch_env!("EXPRESSION")))
`;

  /** What the release prints, where this is Oban's configuration. */
  function asked(expression: string, oban = "[]"): string {
    writeFileSync(join(folder, "expression.exs"), expression);
    const env = { ...process.env, PGHOST: server.socket, PGUSER: "owner", PGPASSWORD: "s%crét'", LANG: "C.UTF-8" };
    const printed = execFileSync("elixir", [join(folder, "stand-in.exs")], {
      env: { ...env, EXPRESSION: join(folder, "expression.exs"), OBAN: oban },
      encoding: "utf8",
    });
    return printed
      .split("\n")
      .flatMap((line) => /^phoenix-deploy: (.*)$/.exec(line)?.[1] ?? [])
      .join("\n");
  }

  test("gives jobs that are due by their age, and those that were begun, by queue and node, in any time zone", () => {
    const canary = { worker: "Shop.Canary", queue: "canaries", within: 60_000 };
    const {
      waiting,
      begun,
      executing,
      canary: inserted,
    } = readObanJobs(asked(jobsExpression(30, canarySql(canary, null))));
    expect(inserted).toEqual({ id: 12, state: "available", node: "?" });
    const again = canarySql(canary, 12).replace("#{pd_table}", "oban_jobs");
    expect(server.sql(again).trim()).toBe("inserted 12 available ?");
    expect([...waiting.keys()].sort()).toEqual(["canaries", "mailers", "reports"]);
    expect(waiting.get("mailers")).toMatchObject({ count: 2, oldest: 1 });
    expect(waiting.get("mailers")?.oldestSeconds).toBeGreaterThanOrEqual(90);
    expect(waiting.get("mailers")?.oldestSeconds).toBeLessThan(300);
    expect(waiting.get("reports")).toMatchObject({ count: 2, oldest: 7 });
    expect(begun).toEqual([{ queue: "default", node: "shop_green@web1", count: 2 }]);
    expect([...executing].sort((one, other) => one.queue.localeCompare(other.queue))).toEqual([
      { queue: "default", node: "shop_green@web1", count: 1 },
      { queue: "media", node: "shop_blue@web1", count: 1 },
    ]);
    // After so many newer jobs those are found that are executed still.
    server.sql("INSERT INTO oban_jobs (id, worker, args, state) VALUES (50000, 'Shop.Mailer', '{}', 'cancelled')");
    expect(readObanJobs(asked(jobsExpression(300))).begun).toEqual([
      { queue: "default", node: "shop_green@web1", count: 1 },
    ]);
  });

  test("goes to the prefix of Oban's configuration, or of the repository where that is false", () => {
    server.sql(`CREATE SCHEMA "own jobs"; SET search_path TO "own jobs"; ${table};
      INSERT INTO oban_jobs (worker, args, queue) VALUES ('Shop.Own', '{}', 'owned');`);
    const queues = (oban: string) => [...readObanJobs(asked(jobsExpression(30), oban)).waiting.keys()];
    expect(queues('[prefix: "own jobs"]')).toEqual(["owned"]);
    expect(queues("[prefix: false]")).toContain("mailers");
    server.sql(`ALTER ROLE owner SET search_path TO "own jobs"`);
    try {
      expect(queues("[prefix: false]")).toEqual(["owned"]);
      expect(queues("[]")).toContain("mailers");
    } finally {
      server.sql("ALTER ROLE owner RESET search_path");
    }
  });
});
