import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { drawn } from "../support/extent.ts";
import { fleetOf, hostOf, install, passed, type Sandbox, sandbox, step, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const wanted: Wanted = {
  environment: "production",
  release: "1.0.0-0123abcd",
  owner: "run-1-1",
  strategy: "restart",
  own: {},
  migrate: false,
  smoke: false,
  watchMs: 0,
  holdSeconds: 0,
  keep: 2,
  healthyWithinMs: 1_000,
  drainMs: 1_000,
};

/** The environment that a server was started with, after its files of variables were written. */
async function startedWith(files: Readonly<Record<string, string | Buffer>>): Promise<Map<string, string>> {
  const release = host.release("1.0.0");
  const target = host.target({ release });
  mkdirSync(join(host.path, "shared"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(host.path, "shared", name), text);
  await install(target, release);
  await passed(target, { type: "start", slot: "blue", release: release.id });
  await until(() => host.processes().length === 1);
  const environ = readFileSync(join(host.path, "state/tmp.blue/environ"), "latin1");
  return new Map(environ.split("\0").map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]));
}

/** A host with these files of variables, and its target. */
function hostWith(files: Readonly<Record<string, string | Buffer>>) {
  const release = host.release("1.0.0");
  mkdirSync(join(host.path, "shared"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(host.path, "shared", name), text);
  return { release, target: host.target({ release }) };
}

describe("a server's environment", () => {
  test("holds the user's values as they are: none is run, none is expanded", async () => {
    const hostile = {
      COMMAND: `$(touch ${host.folder}/owned)`,
      TICKS: "`touch owned`; touch owned",
      QUOTES: `it's "quoted"`,
      JSON: '{"a": "b"}',
      GLOB: "* ? [a]",
      EMPTY: "",
      INNER: "in   between",
      EQUALS: "a=b=c==",
      UNICODE: "größer € 🙂",
      COLOUR: "#fff",
      ANCHOR: "https://example.com/#top",
      URL: "ecto://user:p%40ss@db/app?ssl=true&pool=5",
    };
    const env = await startedWith({
      env: Object.entries(hostile)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(""),
    });
    for (const [key, value] of Object.entries(hostile))
      expect(Buffer.from(env.get(key) ?? "?", "latin1").toString()).toBe(value);
    expect(existsSync(join(host.folder, "owned"))).toBe(false);
  });

  test("is read as systemd reads such a file", async () => {
    const env = await startedWith({
      env: [
        "# a comment\n; another \\\n\n  \t\n  # and one",
        "PLAIN=1",
        'DOUBLE="a b"',
        "SINGLE='c \\d'",
        "  LEADING=x",
        "SPACED = y  ",
        "CRLF=z\r",
        "CONTINUED=/srv/data\\\n/more",
        'ESCAPES="a\\"b\\\\c\\$d\\`e\\nf"',
        "BARE=a\\ b\\\\c\\#",
        'LINES="-----BEGIN\nsecond\n\n-----END"',
        'JOINED="one \\\ntwo"',
        "HASH='a # b'",
        "TRAILING='q'  ",
        "TWICE=1\nTWICE=2",
        "OF_SLOT=no",
        "LAST=end",
      ].join("\n"),
      "env.blue": "OF_SLOT=yes\n",
      "env.green": "OF_SLOT=other\n",
    });
    expect(Object.fromEntries(env)).toMatchObject({
      PLAIN: "1",
      DOUBLE: "a b",
      SINGLE: "c \\d",
      LEADING: "x",
      SPACED: "y",
      CRLF: "z",
      CONTINUED: "/srv/data/more",
      ESCAPES: 'a"b\\c$d`e\\nf',
      BARE: "a b\\c#",
      LINES: "-----BEGIN\nsecond\n\n-----END",
      JOINED: "one two",
      HASH: "a # b",
      TRAILING: "q",
      TWICE: "2",
      OF_SLOT: "yes",
      LAST: "end",
    });
  });

  test.each<[string, string | Buffer, number]>(
    drawn<[string, string | Buffer, number]>(
      "lines of shared/env that are refused",
      [
        ["`export`", "A=1\nexport VALUE=/srv/data\n", 2],
        ["a byte order mark", "\uFEFFVALUE=/srv/data\n", 1],
        ["a comment behind a value", "VALUE=/srv/data # the data\n", 1],
        ["a comment behind a quoted value", 'VALUE="/srv/data" # the data\n', 1],
        ["a comment instead of a value", "VALUE= # none\n", 1],
        ["no `=`", "A=1\n\nVALUE\n", 3],
        ["no name", "=x\n", 1],
        ["a name that begins with a digit", "1VALUE=x\n", 1],
        ["a name with a hyphen", "MY-VALUE=x\n", 1],
        ["a name with a space", "MY VALUE=x\n", 1],
        ["a quote that is not closed", "A=1\nVALUE='x\nB=2\n", 2],
        ["a double quote that is not closed", 'VALUE="x', 1],
        ["a quote that the next line's closes", 'VALUE="x\nB="y"\n', 2],
        ["text behind a quoted value", "VALUE='it'\\''s'\n", 1],
        ["a NUL byte", "A=1\nVALUE=a\0b\n", 2],
        ["bytes that are not UTF-8", Buffer.from([0x41, 0x3d, 0xff, 0x0a]), 1],
        ["carriage returns alone", "A=1\rVALUE=2\r", 1],
        ["a backslash before a carriage return", "VALUE=a\\\r\nb\r\n", 1],
        ["a backslash at the end of the file", "VALUE=a\\\n", 1],
      ],
      5,
    ),
  )("that has a line with %s is refused with the line's number before anything changes", async (_what, text, line) => {
    const { target } = hostWith({ "env.blue": text });
    const { environmentFaults = [] } = await hostOf(target);
    expect(environmentFaults[0]).toMatch(new RegExp(`^${join(host.path, "shared/env.blue")}:${line}: `));
    const made = planDeploy(await fleetOf(target), wanted);
    expect(made).toMatchObject({
      refused: "environment_file_invalid",
      says: expect.stringContaining(`env.blue:${line}: `),
    });
    expect(existsSync(join(host.path, "state"))).toBe(false);
  });

  test("names every line that cannot be read, in every file, and none of their values", async () => {
    const { target } = hostWith({ env: "export A=hush\nB=2\nhush\n", "env.green": "C-D=hush\n" });
    const { environmentFaults = [] } = await hostOf(target);
    expect(environmentFaults.map((fault) => fault.replace(/: .*/, "").replace(`${host.path}/`, ""))).toEqual([
      "shared/env:1",
      "shared/env:3",
      "shared/env.green:1",
    ]);
    expect(environmentFaults.join()).not.toContain("hush");
  });

  test("that was spoilt after the plan was made starts nothing", async () => {
    const { release, target } = hostWith({ env: "A=1\n" });
    await install(target, release);
    writeFileSync(join(host.path, "shared/env"), "export A=1\n");
    const judgement = await step(target, { type: "start", slot: "blue", release: release.id });
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "environment_file_invalid",
      says: expect.stringContaining("env:1: "),
    });
    expect(host.processes()).toEqual([]);
  });

  test("cannot change what the program itself does, whatever its names", async () => {
    const names = [
      "PATH",
      "IFS",
      "PD_PATH",
      "PD_SLOT",
      "state",
      "releases",
      "slot",
      "verb",
      "key",
      "value",
      "line",
      "ENV",
      "PS4",
    ];
    const env = await startedWith({ env: names.map((name) => `${name}=/usr/bin:/bin\n`).join("") });
    for (const name of names) expect(env.get(name)).toBe("/usr/bin:/bin");
  });

  test("has what two slots need, which the user's files do not replace", async () => {
    const env = await startedWith({ env: "PORT=1\nRELEASE_NODE=x\nRELEASE_TMP=/nowhere\nRELEASE_COOKIE=mine\n" });
    expect(Object.fromEntries(env)).toMatchObject({
      PORT: String(host.ports.blue),
      RELEASE_NODE: "app_blue",
      RELEASE_TMP: join(host.path, "state/tmp.blue"),
      RELEASE_COOKIE: "mine",
    });
  });

  test("says which of the user's variables are not used, since a slot has its own", async () => {
    const { release, target } = hostWith({
      env: "PORT=1\nPORTAL=2\n",
      "env.blue": " RELEASE_NODE = x\n",
      "env.green": "PORT=3\n",
    });
    await install(target, release);
    const { warnings } = await passed(target, { type: "start", slot: "blue", release: release.id });
    expect(warnings).toEqual([
      `PORT in ${host.path}/shared/env is not used: each slot has its own, ` +
        `here the port ${host.ports.blue} of the settings.`,
      `RELEASE_NODE in ${host.path}/shared/env.blue is not used: each slot has its own, here made by the deployment.`,
    ]);
  });

  test("is the same whoever deploys: the path, home, user, language and time zone of the host", async () => {
    const ofTheJob = {
      RUNNER_TRACKING_ID: "github_1",
      AWS_SECRET_ACCESS_KEY: "hush",
      MIX_ENV: "test",
      CI: "true",
      "npm-odd": "1",
    };
    Object.assign(process.env, ofTheJob);
    try {
      const env = await startedWith({ env: "VALUE=1\n" });
      const known = [
        "PATH",
        "HOME",
        "USER",
        "LANG",
        "TZ",
        "PORT",
        "RELEASE_NODE",
        "RELEASE_TMP",
        "RELEASE_COOKIE",
        "VALUE",
      ];
      // A shell sets these itself.
      const added = [...env.keys()].filter((name) => name !== "" && !["PWD", "OLDPWD", "SHLVL", "_"].includes(name));
      expect(added.sort()).toEqual(known.sort());
      expect(env.get("LANG")).toBe("C.UTF-8");
      expect(env.get("PATH")).toContain("/usr/bin");
    } finally {
      for (const name of Object.keys(ofTheJob)) delete process.env[name];
    }
  });

  test.each(["env", "env.blue"])("is said to be older than shared/%s where that was changed later", async (name) => {
    await startedWith({ env: "A=1\n", "env.blue": "B=1\n", "env.green": "C=1\n" });
    const seen = async () => (await hostOf(host.target())).slots["blue"]?.stale;
    expect(await seen()).toBeUndefined();
    const later = Date.now() / 1_000 + 5;
    utimesSync(join(host.path, "shared/env.green"), later, later);
    expect(await seen()).toBeUndefined();
    utimesSync(join(host.path, "shared", name), later, later);
    expect(await seen()).toBe(join(host.path, "shared", name));
    // What was started again since then, as a unit is after a crash, has read the file as it is.
    const past = Date.now() / 1_000 - 60;
    for (const file of ["state/slot.blue", "shared/env", "shared/env.blue"])
      utimesSync(join(host.path, file), past, file.startsWith("state") ? past - 60 : past);
    expect(await seen()).toBeUndefined();
  });

  test("is what migrations see too", async () => {
    process.env["AWS_SECRET_ACCESS_KEY"] = "hush";
    try {
      const release = host.release("1.0.0", { migrate: 'env >"$root/../../seen"; echo 20260101 >>"$schema"' });
      const target = host.target({ release });
      mkdirSync(join(host.path, "shared"), { recursive: true });
      writeFileSync(join(host.path, "shared/env"), "DATABASE_URL=ecto://db\n");
      await install(target, release);
      await passed(target, { type: "migrate", release: release.id });
      const seen = readFileSync(join(host.path, "seen"), "utf8");
      expect(seen).toMatch(/^DATABASE_URL=ecto:\/\/db$/m);
      expect(seen).not.toContain("hush");
      expect(seen).not.toMatch(/^PORT=/m);
    } finally {
      delete process.env["AWS_SECRET_ACCESS_KEY"];
    }
  });

  test("is in no argument that others on the host can list", async () => {
    const { release, target } = hostWith({ env: "VALUE=very-secret-value\n" });
    await install(target, release);
    const seen = new Set<string>();
    let looking = true;
    const look = (async () => {
      while (looking) {
        for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
          try {
            seen.add(readFileSync(`/proc/${pid}/cmdline`, "latin1"));
          } catch {
            // It ended.
          }
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await passed(target, { type: "start", slot: "blue", release: release.id });
    await until(() => host.processes().length === 1);
    looking = false;
    await look;
    expect(
      [...seen].some((arguments_) => arguments_.includes("phoenix-deploy") || arguments_.includes("/bin/sh")),
    ).toBe(true);
    expect([...seen].filter((arguments_) => arguments_.includes("very-secret-value"))).toEqual([]);
  });
});

describe("values for the program", () => {
  test("are carried unharmed, whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("", "'", '"', "\n", "$(id)", "`id`", "\\", "\t"),
        async (text, more) => {
          const value = `${text}${more}${text}`.replaceAll("\0", "");
          const { ran } = await host.run(
            "log",
            { PD_SLOT: "x", PD_VALUE: value },
            'op_log() { printf %s "$PD_VALUE"; }',
          );
          expect(ran.stdout).toBe(`${value}pd\texit\t0\n`);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("of 100 kB are carried whole, since they are no arguments", async () => {
    const { ran } = await host.run(
      "log",
      { PD_VALUE: "x".repeat(100_000) },
      'op_log() { printf %s "$PD_VALUE" | wc -c; }',
    );
    expect(ran.stdout.trim()).toMatch(/^100000\n/);
  });

  test("that hold a NUL byte are refused before anything is sent", async () => {
    await expect(host.run("log", { PD_VALUE: "a\0b" })).rejects.toThrow("NUL");
  });
});
