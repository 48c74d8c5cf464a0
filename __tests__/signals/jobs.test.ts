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
    const { samples } = await watch((nth) => [`waiting 3 ${30 * nth} mailers`, "begun 9 shop_green@web1 default"]);
    expect(held(samples)).toEqual([true, true, true, false, false, false, false]);
    expect(samples.at(-1)).toMatchObject({
      of: "jobs",
      says:
        "Queue `mailers` is stuck: 3 jobs wait, the oldest for 180 s, and none was begun since the question " +
        "before.",
    });
  });

  test("that is idle holds, and one that works off what waits does too", async () => {
    const idle = await watch(() => []);
    expect(held(idle.samples).every((one) => one)).toBe(true);
    expect(idle.samples[0]).toMatchObject({ says: "No job waits: the queues are idle." });
    const busy = await watch((nth) => [`waiting 900 ${600 + nth} default`, "begun 5 shop_green@web1 default"]);
    expect(held(busy.samples).every((one) => one)).toBe(true);
    expect(busy.warnings).toEqual([]);
  });

  test("that was stuck before the watch is not counted, until it has moved", async () => {
    const never = await watch((nth) => [`waiting 3 ${4_000 + 30 * nth} legacy`]);
    expect(held(never.samples).every((one) => one)).toBe(true);
    expect(never.samples.at(-1)).toMatchObject({ says: expect.stringContaining("`legacy` was stuck before") });
    const again = await watch((nth) => (nth === 2 ? [] : [`waiting 3 ${nth < 2 ? 4_000 : 60 * (nth - 2)} legacy`]));
    expect(held(again.samples)).toEqual([true, true, true, true, false, false, false]);
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
  ["waiting 3 10 default", "the release did not print"],
  ["waiting 3 NaN default\nread", "is no line about jobs"],
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
    // As Oban's migrations leave it, as far as it is read here.
    server.sql(`CREATE TYPE oban_job_state AS ENUM ('available', 'scheduled', 'executing', 'retryable', 'completed',
        'discarded', 'cancelled');
      CREATE TABLE oban_jobs (id bigserial PRIMARY KEY, state oban_job_state NOT NULL DEFAULT 'available',
        queue text NOT NULL DEFAULT 'default', attempted_by text[],
        worker text NOT NULL DEFAULT 'Shop.Mailer', args jsonb NOT NULL,
        max_attempts integer NOT NULL DEFAULT 20, tags text[] DEFAULT '{}',
        scheduled_at timestamp NOT NULL DEFAULT timezone('UTC', now()), attempted_at timestamp, completed_at timestamp);
      INSERT INTO oban_jobs (args, state, queue, scheduled_at, attempted_at, attempted_by) VALUES
        ('{}', 'available', 'mailers', timezone('UTC', now()) - interval '90 seconds', NULL, NULL),
        ('{}', 'available', 'mailers', timezone('UTC', now()) - interval '5 seconds', NULL, NULL),
        ('{}', 'scheduled', 'default', timezone('UTC', now()) + interval '1 hour', NULL, NULL),
        ('{}', 'completed', 'default', timezone('UTC', now()), timezone('UTC', now()), '{shop_green@web1,uuid}'),
        ('{}', 'executing', 'default', timezone('UTC', now()), timezone('UTC', now()), '{shop_green@web1,uuid}'),
        ('{}', 'completed', 'default', timezone('UTC', now()), timezone('UTC', now()) - interval '1 hour',
          '{old@web1}')`);
    writeFileSync(join(folder, "stand-in.exs"), standIn);
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

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
Application.put_env(:shop, :ecto_repos, [Shop.Repo])
IO.puts("12:00:00 [info] a line of the log")
Code.eval_string("pd_app = :shop\\n" <> File.read!(System.fetch_env!("EXPRESSION")))
`;

  test("gives waiting jobs by their age, and those that were begun, by queue and node, in whatever time zone", () => {
    const canary = { worker: "Shop.Canary", queue: "canaries", within: 60_000 };
    writeFileSync(join(folder, "expression.exs"), jobsExpression(30, canarySql(canary, null)));
    const env = { ...process.env, PGHOST: server.socket, PGUSER: "owner", PGPASSWORD: "s%crét'", LANG: "C.UTF-8" };
    const printed = execFileSync("elixir", [join(folder, "stand-in.exs")], {
      env: { ...env, EXPRESSION: join(folder, "expression.exs") },
      encoding: "utf8",
    });
    const lines = printed.split("\n").flatMap((line) => /^phoenix-deploy: (.*)$/.exec(line)?.[1] ?? []);
    const { waiting, begun, canary: inserted } = readObanJobs(lines.join("\n"));
    expect(inserted).toEqual({ id: 7, state: "available", node: "?" });
    const asked = canarySql(canary, 7).replace("#{pd_table}", "oban_jobs");
    expect(server.sql(asked).trim()).toBe("inserted 7 available ?");
    expect([...waiting.keys()].sort()).toEqual(["canaries", "mailers"]);
    expect(waiting.get("mailers")?.count).toBe(2);
    expect(waiting.get("mailers")?.oldestSeconds).toBeGreaterThanOrEqual(90);
    expect(waiting.get("mailers")?.oldestSeconds).toBeLessThan(300);
    expect(begun).toEqual([{ queue: "default", node: "shop_green@web1", count: 2 }]);
  });
});
