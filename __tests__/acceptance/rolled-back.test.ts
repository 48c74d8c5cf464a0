// Rollbacks on two hosts by ssh, from the bundles of `dist`: one host is away, the schema goes back too, and a release
// that the suite removed is fetched. The releases are small servers with a stand-in for Ecto; the database is real.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { elixir, withEcto } from "../host/ecto.ts";
import type { FakeRelease } from "../host/fake-release.ts";
import { webRelease } from "../lab/web-release.ts";
import { apartRefusal, type HostApart, type HostsApart, startApart } from "../support/apart.ts";
import { drawn, line } from "../support/extent.ts";
import { type Postgres, postgres } from "../support/postgres.ts";
import { freePort } from "../support/sshd.ts";
import { type GitHubLoopback, startGitHub } from "./github/server.ts";
import { runReadyMade } from "./ready-made.ts";

const refusal = apartRefusal();
if (refusal !== null) line(refusal);
const onHosts = refusal === null ? test : test.skip;

const [orders, items, notes] = [20260101, 20260201, 20260301];
const added: Readonly<Record<string, string>> = {
  [`${orders}_orders.exs`]: "create table(:orders) do\n add :id, :integer\n end",
  [`${items}_items.exs`]: "create table(:items) do\n add :id, :integer\n end",
  [`${notes}_notes.exs`]: "alter table(:orders) do\n add :note, :text\n end",
};

let apart: HostsApart;
let server: Postgres;
let github: GitHubLoopback;
let port = 0;
beforeAll(async () => {
  if (refusal !== null) return;
  port = await freePort();
  [apart, github] = await Promise.all([startApart(["web1", "web2"], port), startGitHub()]);
  server = postgres();
  const secret = encodeURIComponent("s%crét'").replaceAll("'", "%27");
  const url = `ecto://owner:${secret}@localhost/shop?socket_dir=${encodeURIComponent(server.socket)}`;
  for (const { files } of apart.hosts) {
    mkdirSync(join(files, "shared"));
    const path = `${elixir.replace(/\/[^/]*$/, "")}:/usr/bin:/bin`;
    writeFileSync(join(files, "shared/env"), `DATABASE_URL='${url}'\nPATH=${path}\n`);
  }
  server.sql("CREATE DATABASE shop");
  server.sql(
    `CREATE TABLE schema_migrations (version bigint PRIMARY KEY); INSERT INTO schema_migrations VALUES (${orders});
     CREATE TABLE orders (id int); INSERT INTO orders VALUES (7)`,
    "shop",
  );
}, 120_000);
afterAll(async () => {
  await apart?.close();
  await github?.close();
  server?.close();
});

function settings(migrations: string): string {
  const known = apart.hosts.map(({ knownHost }) => `"${knownHost}"`).join(", ");
  return `version: 1
app: app
smoke: [{get: /, status: 200}]
criteria: {error-rate: 20%, watch: 6s, probes-per-second: 20, latency: off, inconclusive: pass}
environments:
  production:
    url: ${apart.url}
    hosts: [${apart.hosts.map(({ setting }) => setting).join(", ")}]
    ssh: {key-from: DEPLOY_KEY, known-hosts: [${known}]}
    path: ${apart.path}
    slots: {main: {port: ${port}}}
    strategy: {type: restart, keep: 2}
    health: {path: /health, version: /version, within: 30s}
    approval: {by: none}
    ref-moved: off${migrations}
`;
}

const migrating = `
    migrations: {migrate: App.Release.migrate(), settle: 0s}`;

/** A release with these migrations, the first ones of all. */
function release(version: string, migrations = 1): FakeRelease {
  const change = (folder: string) => {
    mkdirSync(join(folder, "migrations"));
    for (const [name, text] of Object.entries(added).slice(0, migrations)) {
      const code = `defmodule M${text.length} do\n use Ecto.Migration\n def change do\n ${text}\n end\nend\n`;
      writeFileSync(join(folder, "migrations", name), code);
    }
  };
  return webRelease(apart.folder, version, "sound", { evaluates: withEcto(), change });
}

type Job = Parameters<typeof runReadyMade>[1];

async function job(given: Pick<Job, "action" | "runId"> & Partial<Job>, reason: string) {
  const made = await runReadyMade(
    { folder: apart.folder, github },
    {
      ...{ app: "app", environment: "production", settings: settings(migrating), release: null },
      ...{ env: { DEPLOY_KEY: apart.key } },
      ...given,
    },
  );
  if (made.evidence.reason_code === reason) return made;
  throw new Error(`${given.action} ended with ${made.evidence.reason_code}:\n${made.result.log}`);
}

const versions = () => server.sql("SELECT version FROM schema_migrations ORDER BY 1", "shop").trim().split("\n");
const kept = ({ files }: HostApart) => readdirSync(join(files, "releases")).map((id) => id.replace(/-.*/, ""));

/** The version that runs on each host, by its process. */
const running = () =>
  apart.hosts.map(({ files }) => {
    const [, , id = ""] = readFileSync(join(files, "state/slot.main"), "utf8").trim().split(" ");
    return id.replace(/-.*/, "");
  });

const asked = { action: "rollback", runId: "74", with: { reason: "p1-bug" } } as const;
const recovered = ({ results }: Awaited<ReturnType<typeof job>>["evidence"]) =>
  results.find(({ id }) => id === "recovered");

/** What becomes of the third release, each from where the one before it left the hosts. */
const parts: readonly (readonly [string, (releases: readonly FakeRelease[]) => Promise<void>])[] = [
  [
    "goes on without a host that is away, and takes the schema back when all are there",
    async ([, second]) => {
      const [, web2] = apart.hosts;
      await web2?.leave();
      const down = { ...asked, with: { ...asked.with, migrations: "down" } };
      const partial = await job(asked, "partial_fleet");
      expect(partial.evidence.says).toMatch(
        /rolled back from 1\.2\.0-\S+ to 1\.1\.0-\S+, .* web2 could not be reached/,
      );
      expect(partial.result.exitCode).toBe(1);
      expect(running()).toEqual(["1.1.0", "1.2.0"]);

      await web2?.comeBack();
      const whole = await job({ ...down, attempt: "2" }, "rolled_back");
      expect(whole.evidence.says).toContain(`The schema was rolled back by ${notes}, ${items}.`);
      expect(running()).toEqual(["1.1.0", "1.1.0"]);
      expect(versions()).toEqual([String(orders)]);
      expect(server.sql("SELECT * FROM orders", "shop")).toBe("7\n");
      expect(recovered(whole.evidence)?.says).toContain(`What it was when ${second?.id} was verified is not known`);
    },
  ],
  [
    "fetches what was removed",
    async ([first = null]) => {
      // Which run built it is on record where its files are gone, and so is what its watch measured.
      const event = { name: "workflow_dispatch", payload: { repository: { default_branch: "main" } } };
      const named = { ...asked, runId: "75", event, with: { ...asked.with, to: "1.0.0", confirm: "production" } };
      const before = running();
      const lacking = await job(named, "release_not_kept");
      const artifact = "phoenix-deploy-validate-1";
      expect(lacking.result.outputs).toMatchObject({ release: first?.id, "run-id": "71", artifact });
      expect(running()).toEqual(before);
      const fetched = await job({ ...named, release: first }, "rolled_back");
      expect(fetched.result.log).toContain(`▸ Upload ${first?.id} to `);
      expect(running()).toEqual(["1.0.0", "1.0.0"]);
      expect(recovered(fetched.evidence)?.says).toMatch(/When 1\.0\.0-\w+ was verified, /);
      expect(apart.hosts.every(({ files }) => existsSync(join(files, "releases", first?.id ?? "none")))).toBe(true);
    },
  ],
];
const now = refusal === null ? drawn("rollbacks on two hosts", parts, 1) : parts;

onHosts(
  `a rollback ${now.map(([what]) => what).join(", and ")}`,
  async () => {
    const releases = [release("1.0.0"), release("1.1.0"), release("1.2.0", 3)] as const;
    const [first, second, third] = releases;
    const removes = now.some(([what]) => what.startsWith("fetches"));
    if (removes) await job({ action: "promote", runId: "71", release: first, settings: settings("") }, "promoted");
    await job({ action: "deploy-staging", runId: "72", release: second, settings: settings("") }, "deployed");
    await job({ action: "deploy-staging", runId: "73", release: third }, "deployed");
    expect(versions()).toEqual([orders, items, notes].map(String));
    expect(running()).toEqual(["1.2.0", "1.2.0"]);
    // The suite keeps two, and has removed the first one where there was one.
    expect(apart.hosts.map(kept)).toEqual(apart.hosts.map(() => ["1.1.0", "1.2.0"]));
    for (const [, part] of now) await part(releases);
  },
  600_000,
);
