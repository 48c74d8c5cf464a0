// What the first deployment of a new Phoenix application meets on a host, by the functions of the host program.
import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startSession } from "../../src/commands/by-hand.ts";
import { until } from "./sandbox.ts";

const program = join(import.meta.dirname, "../../host");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pd-first-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a function prints. */
function says(part: string, call: string, env: Readonly<Record<string, string>> = {}): string {
  const script = `. ${join(program, part)}\n${call}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8", env: { ...process.env, ...env } });
}

describe("the Erlang node of a slot", () => {
  test.each([
    ["/opt/my_app", "my_app_blue"],
    ["/opt/my_app_staging", "my_app_staging_blue"],
    ["/opt/my_app-staging", "my_app-staging_blue"],
    ["/srv/staging/current", "my_app_blue"],
    ["/opt/my_app_staging.example.com", "my_app_blue"],
    ["/opt/my_application", "my_app_blue"],
  ])("below %s is %s: staging and production may share a host", (PD_PATH, name) => {
    expect(says("35-environment.sh", "node_name blue", { PD_PATH, PD_APP: "my_app" })).toBe(name);
    // By hand, by the commands of rollback-procedures.md, it is the same.
    const place = { app: "my_app", path: PD_PATH, unit: "my_app", slots: [] };
    expect(startSession(place, "blue", 4_000)).toContain(` RELEASE_NODE=${name} `);
  });
});

describe("an order that sudo does not allow", () => {
  test.each([
    ["sudo", "sudo: a password is required"],
    ["sudo-rs, the sudo of Ubuntu since 25.10", "sudo-rs: I'm sorry deploy. I'm afraid I can't do that"],
  ])("is not said to be refused by systemd: %s", (_which, said) => {
    const call = `. ${join(program, "42-units.sh")}\n(unit_refused start_failed "systemd did not start it") || :`;
    const printed = says("10-records.sh", call, { said, order: "systemctl start app@blue" });
    expect(printed).toMatch(/^pd\tfail\thost_unsuitable\tsudo does not let \S+ run "systemctl start app@blue"/);
  });
});

describe("a database that nobody made", () => {
  test("is what is said of a pool that has no connections", () => {
    const output = join(folder, "output");
    const refused = '** (Postgrex.Error) FATAL 3D000 (invalid_catalog_name) database "shop" does not exist';
    const pool =
      "** (DBConnection.ConnectionError) [Elixir.Shop.Repo] connection not available and request was dropped";
    writeFileSync(
      output,
      `19:59:34.735 [error] Postgrex.Protocol (#PID<0.164.0>) failed to connect: ${refused}\n${pool}\n`,
    );
    expect(says("36-migrate.sh", `tool_error ${output}`)).toBe(`${refused}.`);
    writeFileSync(output, `${pool}\n`);
    expect(says("36-migrate.sh", `tool_error ${output}`)).toBe(`${pool}.`);
  });
});

describe("a database that takes TLS alone", () => {
  // As Postgrex 0.21 says it of PostgreSQL 15.
  test.each([
    [
      'FATAL 28000 (invalid_authorization_specification) no pg_hba.conf entry for host "::1", user "owner", database ' +
        '"shop", no encryption',
      "set `ssl` of the repository in config/runtime.exs, since Ecto does not read `sslmode` in an address",
    ],
    [
      "ssl connect: TLS client: In state wait_cert_cr at ssl_handshake.erl:2111 generated CLIENT ALERT: Fatal - " +
        "Unknown CA",
      "name the file of its CA in config/runtime.exs, as `ssl: [cacertfile: …]` of the repository",
    ],
  ])("that says %s is answered with what to set", (words, remedy) => {
    const output = join(folder, "output");
    writeFileSync(output, `19:59:34.735 [error] Postgrex.Protocol (#PID<0.1.0>) failed to connect: ** ${words}\n`);
    expect(says("36-migrate.sh", `meaning ${output}`)).toContain(remedy);
  });

  test("is dumped with the CA of the address", () => {
    const PD_ADDRESS = "ecto://a:b@db.example.com/shop?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.crt&pool_size=5";
    const read = says("38-postgres.sh", 'awk "$address_reader"', { PD_ADDRESS });
    expect(read).toContain("export PGSSLROOTCERT='/etc/ca.crt'");
    expect(read).toContain("export PGSSLMODE='verify-full'");
  });
});

describe("HAProxy that asks another page than the settings", () => {
  test("is named with what the page answered", async () => {
    const pages = createServer((_, response) => response.writeHead(404).end()).listen(0, "127.0.0.1");
    await once(pages, "listening");
    const socket = join(folder, "sock");
    const config = join(folder, "cfg");
    writeFileSync(
      config,
      `global
  stats socket ${socket} mode 600 level admin
defaults
  mode http
  timeout connect 2s
  timeout client 2s
  timeout server 2s
backend app
  option httpchk GET /health
  server blue 127.0.0.1:${(pages.address() as AddressInfo).port} check inter 500ms fall 1
`,
    );
    const haproxy = spawn("/usr/sbin/haproxy", ["-db", "-f", config], { stdio: "ignore" });
    try {
      await until(() => existsSync(socket));
      const script = `. ${join(program, "routers/haproxy.sh")}\nhaproxy_checked blue`;
      const env = { ...process.env, haproxy_socket: socket, haproxy_backend: "app" };
      let said = "";
      for (let tries = 0; tries < 100 && !said.includes("L7STS"); tries += 1) {
        // This process answers the checks: it must not wait for a child.
        said = (await promisify(execFile)("sh", ["-c", script], { env })).stdout;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(said).toBe(
        " Its own check ended with L7STS 404: let `option httpchk` ask the health path of the settings, as " +
          "prepare.sh --health does.",
      );
    } finally {
      const gone = once(haproxy, "exit");
      haproxy.kill("SIGKILL");
      await gone;
      pages.close();
    }
  });
});
