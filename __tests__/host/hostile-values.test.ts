// Values that a shell, systemd, sudo or a router could take for its own: what the settings accept arrives as it is, and
// nothing of it is executed.

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { programText, runProgram } from "../../src/commands/host.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { backupValues } from "../../src/targets/hosts/backing-up.ts";
import { figure } from "../support/extent.ts";
import { settingsFrom } from "../support/settings.ts";
import { unicode } from "../support/unicode.ts";
import { type Sandbox, sandbox, shell } from "./sandbox.ts";

let box: Sandbox;
let trap: string;
let show: string;
let shown: string;

beforeAll(() => {
  box = sandbox();
  mkdirSync(box.path, { recursive: true });
  trap = join(box.folder, "executed");
  shown = join(box.folder, "shown");
  show = join(box.folder, "show");
  // Keeps its words, and prints what a router has.
  writeFileSync(
    show,
    `#!/bin/sh\nprintf '%s\\0' "$@" >"${shown}"\n` +
      `echo '{"servers": {"blue": {"state": "ready", "weight": 100, "sessions": 0}}}'\n`,
  );
  chmodSync(show, 0o755);
});
afterAll(() => box.close());

const words = () => readFileSync(shown, "utf8").split("\0").slice(0, -1);

/** Pieces that mean something to somebody: shells, printf, awk, sed, systemd, sudo, HAProxy, JSON, YAML. */
const pieces = () => [
  ...[
    `$(touch ${trap})`,
    `\`touch ${trap}\``,
    `; touch ${trap} ;`,
    `\n touch ${trap}\n`,
    `|touch ${trap}`,
    "&",
    "<",
    ">",
  ],
  ...[
    "'",
    '"',
    "\\",
    "\\n",
    "$HOME",
    "$1",
    "$",
    "%n",
    "%i",
    "%",
    "-",
    "--",
    "-c",
    "=",
    ":",
    ",",
    "#",
    "!",
    "*",
    "?",
    "[a]",
  ],
  ...[
    " ",
    "\t",
    "\r",
    "~",
    "{a,b}",
    "..",
    "/",
    "@",
    "ü",
    "\u2028",
    "a",
    "blue",
    "web1",
    "0",
    "EOF",
    "\u0001",
    "\u007f",
  ],
];
const hostile = () =>
  fc.array(fc.constantFrom(...pieces()), { minLength: 1, maxLength: 5 }).map((some) => some.join(""));

/** The settings with these changes, or null where they are refused. */
async function accepted(environment: object, app = "my_app"): Promise<Settings["environments"][string] | null> {
  const whole = {
    version: 1,
    app,
    environments: {
      production: {
        url: "https://example.com",
        hosts: [{ name: "web1", address: "local" }],
        path: "/opt/my_app",
        slots: { blue: { port: 4000 }, green: { port: 4001 } },
        router: { type: "haproxy", socket: "/run/haproxy/admin.sock", backend: "my_app" },
        ...environment,
      },
    },
  };
  try {
    return (await settingsFrom(JSON.stringify(whole))).environments["production"] ?? null;
  } catch {
    return null;
  }
}

const nginx = { type: "nginx", upstream: "my_app", file: "/etc/nginx/my_app.conf" };
const haproxy = { type: "haproxy", socket: "/run/haproxy/admin.sock", backend: "my_app" };
const caddy = { type: "caddy", id: "my_app" };

/** Every setting that is a name, a path or an address on a host. */
const names: Readonly<Record<string, (value: string) => object>> = {
  path: (path) => ({ path }),
  slots: (name) => ({ slots: { [name]: { port: 4000 }, green: { port: 4001 } } }),
  "hosts.name": (name) => ({ hosts: [{ name, address: "local" }] }),
  "hosts.address": (address) => ({ hosts: [{ name: "web1", address }] }),
  "host.user": (user) => ({ hosts: [{ name: "web1", address: "web1.example.com" }], host: { user } }),
  "host.become": (become) => ({ host: { become } }),
  "ssh.jump": (jump) => ({ hosts: [{ name: "web1", address: "deploy@web1.example.com" }], ssh: { jump } }),
  "ssh.options": (ProxyCommand) => ({
    hosts: [{ name: "web1", address: "deploy@web1.example.com" }],
    ssh: { options: { HostKeyAlias: ProxyCommand } },
  }),
  "systemd.name": (name) => ({ systemd: { manage: true, name } }),
  "systemd.memory-max": (max) => ({ systemd: { manage: true, "memory-max": max } }),
  "haproxy socket": (socket) => ({ router: { ...haproxy, socket } }),
  "haproxy backend": (backend) => ({ router: { ...haproxy, backend } }),
  "haproxy state-file": (file) => ({ router: { ...haproxy, "state-file": file } }),
  "router on": (on) => ({ router: { ...haproxy, on } }),
  "nginx upstream": (upstream) => ({ router: { ...nginx, upstream } }),
  "nginx file": (file) => ({ router: { ...nginx, file } }),
  "nginx pid-file": (file) => ({ router: { ...nginx, "pid-file": file } }),
  "nginx servers": (at) => ({ router: { ...nginx, servers: { blue: at, green: "127.0.0.1:4001" } } }),
  "caddy id": (id) => ({ router: { ...caddy, id } }),
  "caddy admin": (admin) => ({ router: { ...caddy, admin } }),
  "caddy config-file": (file) => ({ router: { ...caddy, "config-file": file } }),
  "caddy servers": (at) => ({ router: { ...caddy, servers: { blue: at, green: "127.0.0.1:4001" } } }),
  "backup.path": (path) => ({ migrations: { migrate: "A.b()" }, backup: { by: "postgres", path } }),
  "backup.url-from": (name) => ({ migrations: { migrate: "A.b()" }, backup: { by: "postgres", "url-from": name } }),
};

describe("a name, path or address of the settings", () => {
  test.each(Object.keys(names))("%s is refused with anything that a shell, systemd or sudo reads", async (key) => {
    await fc.assert(
      fc.asyncProperty(hostile(), fc.constantFrom("", "/opt/", "a", "127.0.0.1:"), async (value, before) => {
        const given = before + value;
        if (/^[A-Za-z0-9_/.[\]@:+-]*$/.test(given) && !given.startsWith("-")) return;
        // Those of ssh are values in one line of ssh_config, which takes words there.
        if (key === "ssh.options" && /^[A-Za-z0-9+^@.,:*_ -]+$/.test(given)) return;
        expect([given, await accepted(names[key]?.(given) ?? {})]).toEqual([given, null]);
      }),
      { numRuns: figure("HOSTILE_RUNS", 10, 100) },
    );
  });

  test.each(["my_app; touch x", "$(touch x)", "-my_app", "my app", "../my_app", "my_app\n", "my_app%n", "'my_app'"])(
    "and the application %j is refused",
    async (app) => {
      expect(await accepted({})).not.toBeNull();
      expect(await accepted({}, app)).toBeNull();
    },
  );
});

describe("on a real /bin/sh", () => {
  test("each value of the program is the text that it was, and nothing of it is executed", async () => {
    const value = fc.oneof(hostile(), unicode()).filter((text) => !text.includes("\0"));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 40 }), async (values) => {
        const wanted = values.map((text) => Buffer.from(text).toString("utf8"));
        const named = Object.fromEntries(wanted.map((text, index) => [`PD_V${index}`, text]));
        const printing = wanted.map((_, index) => `printf '%s\\0' "$PD_V${index}"`).join("\n");
        const stdin = { text: programText({ PD_ALL: programText(named, printing) }, `eval "$PD_ALL" >"${shown}"`) };
        const ran = await shell.run({ argv: runProgram, stdin, limitMs: 60_000, onCancel: "finish" });
        expect(ran).toMatchObject({ ended: "exited", code: 0 });
        expect(words()).toEqual(wanted);
        expect(existsSync(trap)).toBe(false);
      }),
      { numRuns: figure("HOSTILE_RUNS", 10, 100) },
    );
  });

  test("each word of a router's program arrives as it is, or is refused", async () => {
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(hostile(), { minLength: 1, maxLength: 4 }), async (given) => {
        const read = [show, ...given];
        const environment = await accepted({ router: { type: "command", read, set: [show] } });
        if (environment === null) {
          expect(given.join("")).toMatch(/\p{Cc}/u);
          return;
        }
        ran += 1;
        await box.target({ router: environment.router }).observe();
        expect(words()).toEqual(given);
        expect(existsSync(trap)).toBe(false);
      }),
      { numRuns: figure("HOSTILE_RUNS", 10, 100) },
    );
    expect(ran).toBeGreaterThan(0);
  });

  test("each word of a backup arrives as it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile(), { minLength: 1, maxLength: 4 }), async (given) => {
        const environment = await accepted({
          migrations: { migrate: "A.b()" },
          backup: { by: "command", verify: [show, ...given] },
        });
        if (environment === null) throw new Error("refused");
        const values = backupValues({ environment } as Parameters<typeof backupValues>[0]);
        await box.run("observe", values, 'op_observe() { mkdir -p "$state" && cookie && work "$PD_VERIFY"; }');
        expect(words()).toEqual(given);
        expect(existsSync(trap)).toBe(false);
      }),
      { numRuns: figure("HOSTILE_RUNS", 10, 100) },
    );
  });

  test.each(["--help", "-c", "-a"])("a program is not named %s", async (program) => {
    const word = [program, show];
    const migrations = { migrate: "A.b()" };
    expect(await accepted({ router: { type: "command", read: word, set: [show] } })).toBeNull();
    expect(await accepted({ router: { ...nginx, test: word } })).toBeNull();
    expect(await accepted({ migrations, backup: { by: "command", verify: word } })).toBeNull();
    expect(await accepted({ migrations, backup: { by: "command", verify: [show] } })).not.toBeNull();
  });
});
