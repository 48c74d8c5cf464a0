// A promotion brief with what an approver should not overlook, and one of which hardly anything is known.
import { type Brief, briefSchema } from "../../../src/domain/brief/brief.ts";
import { sha } from "../story.ts";

const before = "99".repeat(20);
const commitOf = (letter: string) => letter.repeat(40);

export const brief: Brief = briefSchema.parse({
  ...{ app: "shop", environment: "production", version: "1.1.0", release: "1.1.0-1a2b3c4d", commit: sha },
  ...{ repository: "https://github.com/acme/shop", written_at: "2026-11-24T09:14:00.000Z" },
  runs: { by: "deployment", commit: before, version: "1.0.0", at: "2026-11-20T15:02:11Z", doubts: [], notes: [] },
  changes: {
    commits: {
      total: 3,
      list: [
        { sha, subject: "Remember the basket (#12)", author: "Ada", pull: 12 },
        { sha: commitOf("b"), subject: "Merge pull request #11 from acme/country", author: "Bob", pull: 11 },
        { sha: commitOf("c"), subject: "Ask for the country", author: "Bob", pull: 11 },
      ],
    },
    undone: { total: 0, list: [] },
    pulls: {
      total: 2,
      list: [
        { number: 12, title: "Remember the basket", author: "ada", url: "https://github.com/acme/shop/pull/12" },
        { number: 11, title: "Ask for the country", author: "bob", url: "https://github.com/acme/shop/pull/11" },
      ],
      note: "",
    },
    files: 14,
    configuration: { total: 1, list: [{ path: "config/runtime.exs", change: "changed" }] },
    migrations: { total: 1, list: [{ path: "priv/repo/migrations/20261101_add_country.exs", change: "added" }] },
    packages: {
      total: 3,
      list: [
        { name: "ecto_sql", before: "3.12.1", after: "3.13.2", how: "newer", advisories: [] },
        { name: "plug", before: "1.19.3", after: "1.19.2", how: "older", advisories: ["plug 1.19.2 - EEF-1 (HIGH)"] },
        { name: "req", before: null, after: "0.5.15", how: "added", advisories: [] },
      ],
    },
    note: "",
  },
  advisories: ["plug 1.19.2 - EEF-1 (HIGH)"],
  advisories_unknown: "",
  variables: ["DATABASE_URL", "SECRET_KEY_BASE"],
  migrations: {
    run: true,
    checks: [
      { title: "mix ecto.migrate, mix ecto.rollback", verdict: "pass", says: "12 migrations of Shop.Repo: up." },
      { title: "Migrations are safe under traffic", verdict: "fail", says: "1 unsafe while the old code serves." },
    ],
    risks: {
      total: 1,
      list: [
        {
          place: "priv/repo/migrations/20261101_add_country.exs:5",
          message: "`add :country, null: false`: the old code does not fill it. Safe: add it with a default.",
        },
      ],
    },
    before: { environment: "staging", says: "Migrated the schema by 20261101.", duration_ms: 1_240 },
    backup: "pg_dump of `DATABASE_URL` into /opt/shop/shared/backups, restored into a scratch database",
  },
  evidence: [
    {
      ...{ stage: "validate", environment: null, status: "passed", pinned: true, counts: { pass: 15, off: 1 } },
      gaps: ["mix sobelow: off"],
    },
    {
      ...{ stage: "deploy-staging", environment: "staging", status: "passed", pinned: false, counts: { pass: 14 } },
      gaps: [],
    },
    { stage: "smoke-test", environment: "staging", status: "passed", pinned: null, counts: { pass: 5 }, gaps: [] },
  ],
  plan: {
    ...{ from: "assumed", says: "Deploy 1.1.0-1a2b3c4d to production, blue-green, into slot blue." },
    ...{ steps: ["Take the lock on web1", "Upload 1.1.0-1a2b3c4d to web1"], warnings: [] },
  },
  rollback: [
    {
      when: "Within 15 min 0 s of the deployment, while 1.0.0 is kept warm:",
      plan: {
        ...{ from: "assumed", says: "Roll production back from 1.1.0-1a2b3c4d to 1.0.0." },
        ...{ steps: ["Take the lock on web1", "Send all new requests to blue and none to green"], warnings: [] },
      },
    },
  ],
  size: {
    ...{ tarball: 14_310_222, files: 1_840, unpacked: 38_222_111 },
    ...{ sent: [{ host: "stage1", bytes: 1_204_113 }], sent_to: "staging", had: "1.0.0-99999999" },
  },
  on_call: "Ada, +44 20 7946 0000",
  dashboards: [{ name: "Errors", url: "https://grafana.example.com/d/errors?from=now-1h&to=now" }],
  pull_request: 12,
});

/** A first look at a repository of which nothing can be asked. */
export const unknown: Brief = briefSchema.parse({
  ...brief,
  runs: {
    ...{ by: "none", commit: null, version: null, at: null, doubts: [] },
    notes: [
      "GitHub's deployments to production cannot be read (403: Resource not accessible by integration). " +
        "Give the job `deployments: read`.",
    ],
  },
  changes: { missing: "What runs now is not known, so nothing can be compared." },
  variables: [],
  ...{ advisories: [], advisories_unknown: "mix hex.audit: off", evidence: brief.evidence.slice(2) },
  migrations: { run: false, checks: [], risks: { total: 0, list: [] }, before: null, backup: "" },
  plan: { missing: "Strategy `blue-green` needs a router. Set `router`." },
  rollback: [],
  size: { tarball: 900, files: null, unpacked: null, sent: [], sent_to: null, had: null },
  ...{ on_call: null, dashboards: [], pull_request: null },
});
