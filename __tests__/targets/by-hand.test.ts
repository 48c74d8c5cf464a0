// What a person pastes where the suite cannot be run, in the states of a host in which that happens at night.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { linkBefore, recordActive, stopSlot } from "../../src/commands/by-hand.ts";
import { restoreFact, restoreIn } from "../../src/domain/rollback/procedures.ts";
import { rollbackProcedures } from "../../src/stages/report/procedures.ts";
import type { StageRun } from "../../src/stages/stage.ts";
import { restoreByHand } from "../../src/targets/hosts/by-hand.ts";
import { blocksOf } from "../support/procedures.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-by-hand-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** What a host has on record. */
interface Recorded {
  readonly active: string;
  readonly verified?: string;
  readonly intent?: string;
  readonly bad?: string;
  readonly kept?: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

/** A host in this state, on which text is pasted. */
function hostWith({ active, verified, intent, bad, kept = [], links }: Recorded) {
  count += 1;
  const path = join(folder, String(count));
  for (const name of ["state", "slots", "releases"]) mkdirSync(join(path, name), { recursive: true });
  for (const release of kept) mkdirSync(join(path, "releases", release));
  for (const [name, text] of Object.entries({ active, verified, intent, bad }))
    if (text !== undefined) writeFileSync(join(path, "state", name), `${text}\n`);
  for (const [slot, release] of Object.entries(links)) symlinkSync(`../releases/${release}`, join(path, "slots", slot));
  const lines = (name: string) =>
    readFileSync(join(path, "state", name), "utf8")
      .trimEnd()
      .split("\n");
  return {
    paste: (text: (path: string) => string) => execFileSync("sh", { input: text(path), encoding: "utf8" }),
    active: () => lines("active").join(),
    bad: () => lines("bad"),
    link: (slot: string) => readlinkSync(join(path, "slots", slot)).replace("../releases/", ""),
  };
}

const slots = ["blue", "green"].map((slot, index) => ({ slot, port: 4000 + index }));
const record =
  (slot: string, has: "the slot" | "the other group", own = slots) =>
  (path: string) =>
    recordActive({ app: "app", path, unit: "pd-test-none", slots: own }, slot, has);

describe("what is recorded by hand", () => {
  test("is the same where it is pasted again", () => {
    const host = hostWith({ active: "1.1.0 green 1.0.0", links: { blue: "1.0.0", green: "1.1.0" } });
    for (const _ of [1, 2]) {
      host.paste(record("blue", "the slot"));
      expect([host.active(), host.bad()]).toEqual(["1.0.0 blue 1.1.0", ["1.1.0"]]);
    }
  });

  test("is the same on the hosts of the other group, and never marks what serves as bad", () => {
    const host = hostWith({ active: "1.1.0 green 1.0.0", links: { green: "1.1.0" } });
    for (const _ of [1, 2]) {
      host.paste(record("blue", "the other group", slots.slice(1)));
      expect([host.active(), host.bad()]).toEqual(["1.0.0 blue 1.1.0", ["1.1.0"]]);
    }
  });

  test.each([
    ["the slot", slots, { blue: "1.0.0", green: "1.1.0" }],
    ["the other group", slots.slice(1), { green: "1.1.0" }],
  ] as const)("keeps the record where the run that is left never came to its own: %s", (has, own, links) => {
    const host = hostWith({ active: "1.0.0 blue 0.9.0", intent: "run-1 1.1.0 green", links });
    host.paste(record("blue", has, [...own]));
    expect([host.active(), host.bad()]).toEqual(["1.0.0 blue 0.9.0", ["1.1.0"]]);
  });
});

describe("the release that the only slot goes back to", () => {
  const kept = ["0.9.0", "1.0.0", "1.1.0"];
  const verified = "1.0.0 run-2\n0.9.0 run-1";
  const links = { main: "1.1.0" };

  test.each<[string, Omit<Recorded, "links">, string]>([
    ["the one before", { active: "1.1.0 main 1.0.0", verified: `1.1.0 run-3\n${verified}`, kept }, "1.0.0"],
    [
      "the last verified, where a run began another and did not end",
      { active: "1.0.0 main 0.9.0", intent: "run-3 1.1.0 main", verified, kept },
      "1.0.0",
    ],
    [
      "the one before, where a rollback had begun it",
      { active: "1.1.0 main 1.0.0", intent: "run-3 1.0.0 main", verified: `1.1.0 run-3\n${verified}`, kept },
      "1.0.0",
    ],
    [
      "an older one, where that is marked bad",
      { active: "1.1.0 main 1.0.0", bad: "1.0.0", verified: `1.1.0 run-3\n${verified}`, kept },
      "0.9.0",
    ],
    [
      "an older one, where that is not kept",
      { active: "1.1.0 main 1.0.0", verified, kept: ["0.9.0", "1.1.0"] },
      "0.9.0",
    ],
  ])("is %s, also where it is pasted again", (_, recorded, release) => {
    const host = hostWith({ ...recorded, links });
    for (const _ of [1, 2]) expect(host.paste((path) => linkBefore({ path }, "main"))).toBe(`../releases/${release}\n`);
  });

  test("stays where nothing else is kept, and says so", () => {
    const host = hostWith({ active: "1.1.0 main ", kept: ["1.1.0"], links });
    expect(host.paste((path) => linkBefore({ path }, "main"))).toContain("the link stays");
    expect(host.link("main")).toBe("1.1.0");
  });
});

test("a unit that fails and is started again all the time is stopped, although it is not active at that moment", () => {
  const host = hostWith({ active: "1.1.0 main 1.0.0", links: { main: "1.1.0" } });
  const systemctl = `n=0
systemctl() {
  case "$1" in
  is-active) return 3 ;;
  show) if [ -e stopped ]; then echo inactive; else echo activating; fi ;;
  stop) echo "stopped $*"; : >stopped ;;
  esac
}
sudo() { shift; "$@"; }
timeout() { :; }
`;
  const said = host.paste((path) => systemctl + stopSlot({ app: "app", path, unit: "app", slots: [] }, "main"));
  expect(said).toContain("stopped stop --no-block app@main");
});

describe("the restore that a refused rollback of the schema shows", () => {
  async function shown(backup: string, kept: Parameters<typeof restoreByHand>[1]) {
    const { environments } = await settingsFrom(`version: 1
app: app
environments:
  production:
    url: http://example.com
    hosts: [{name: web1, address: deploy@web1}, {name: web2, address: deploy@web2}]
    path: /opt/app
    slots: {blue: {port: 4000}, green: {port: 4001}}
    health: {path: /health}
    router: {type: nginx, upstream: app, file: /etc/nginx/app.conf, test: [nginx], reload: [nginx]}
    migrations: {migrate: App.Release.migrate()}
    backup: ${backup}`);
    const [environment] = Object.values(environments);
    if (environment === undefined) throw new Error("The settings have no environment");
    return await restoreByHand({ app: "app", environment }, kept);
  }

  test("is done where the dump is, and between its parts every slot of every host is stopped", async () => {
    const parts = await shown("{by: postgres}", { host: "web2", file: "/srv/before's.dump" });
    expect(parts.map(({ hosts }) => hosts)).toEqual([[], ["web2"], ["web1", "web2"], ["web2"]]);
    expect(parts[2]?.blocks.map(({ when }) => when)).toEqual(["Slot blue", "Slot green"]);
    for (const { text } of parts.flatMap(({ blocks }) => blocks)) execFileSync("sh", ["-n"], { input: text });
    expect(restoreIn(restoreFact(parts))).toEqual(parts);
  });

  test.each([
    ['{by: provider, says: "snapshots every hour", verified: 2026-11-01}', "snapshots every hour"],
    ["{by: command, make: Shop.Backup.make(), verify: Shop.Backup.verify()}", "`backup.make`"],
  ])("is left to who made it: %s", async (backup, says) => {
    expect(await shown(backup, null)).toEqual([expect.objectContaining({ says: expect.stringContaining(says) })]);
  });

  test("is none where no host has a dump", async () => {
    expect(restoreFact(await shown("{by: postgres}", null))).toEqual({});
  });
});

const haproxy = 'router: {type: haproxy, "on": lb1, socket: /run/haproxy.sock, backend: app';

describe("every block", () => {
  test.each([
    ["blue-green", `${haproxy}, state-file: /var/lib/state}`],
    ["blue-green", "router: {type: nginx, upstream: app, file: /etc/nginx/app.conf, test: [nginx], reload: [nginx]}"],
    ["blue-green", "router: {type: caddy, admin: 'localhost:2019', id: app}"],
    ["rolling", `${haproxy}}`],
    ["rolling", `${haproxy}, state-file: /var/lib/state}`],
  ])("is a program of sh, and an address stays one word: %s, %s", async (strategy, router) => {
    const given = await settingsFrom(`version: 1
app: app
environments:
  production:
    url: http://example.com
    hosts:
      - {name: web1, address: deploy@web1}
      - {name: web2, address: deploy@web2}
      ${router.includes("lb1") ? "- {name: lb1, address: deploy@lb1, role: router}" : ""}
    path: /opt/app
    slots: ${strategy === "rolling" ? "{main: {port: 4000}}" : "{blue: {port: 4000}, green: {port: 4001}}"}
    strategy: {type: ${strategy}}
    health: {path: "/health?full=1&deep=2", version: "/version?a=1&b=2"}
    migrations: {migrate: App.Release.migrate()}
    backup: {by: postgres}
    ${router}`);
    const run = { world: closedWorld(), settings: given } as StageRun;
    const document = { app: "app", version: "1.1.0", sha: "a".repeat(40), before: "1.0.0", evidence: [] };
    const blocks = blocksOf((await rollbackProcedures(run, document)).text);
    expect(blocks.length).toBeGreaterThan(10);
    for (const { text } of blocks) execFileSync("sh", ["-n"], { input: text });
    const users = blocks.find(({ part }) => part === "See what users get")?.text ?? "";
    expect(users).toContain("'http://example.com/health?full=1&deep=2' && echo http://example.com answers");
    expect(users).toContain("'http://example.com/version?a=1&b=2'; echo");
  });
});
