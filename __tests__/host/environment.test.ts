import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { install, passed, type Sandbox, sandbox, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

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

describe("a server's environment", () => {
  test("holds the user's values as they are: none is run, none is expanded", async () => {
    const hostile = {
      COMMAND: `$(touch ${host.folder}/owned)`,
      TICKS: "`touch owned`; touch owned",
      QUOTES: `it's "quoted" \\ and more`,
      GLOB: "* ? [a]",
      EMPTY: "",
      SPACES: "  both ends  ",
      EQUALS: "a=b=c",
      UNICODE: "größer €",
      HASH: "a # no comment",
      URL: "ecto://user:p%40ss@db/app?ssl=true&pool=5",
    };
    const env = await startedWith({
      env: Object.entries(hostile)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(""),
    });
    for (const [key, value] of Object.entries(hostile)) expect(Buffer.from(env.get(key) ?? "?", "latin1").toString()).toBe(value);
    expect(existsSync(join(host.folder, "owned"))).toBe(false);
  });

  test("is read as systemd reads such a file", async () => {
    const env = await startedWith({
      env: '# a comment\n; another\n\nPLAIN=1\nDOUBLE="a b"\nSINGLE=\'c d\'\nODD="e\nnonsense\n1DIGIT=x\nA-B=x\n$(id)=x\nTWICE=1\nTWICE=2\nOF_SLOT=no\nLAST=end',
      "env.blue": "OF_SLOT=yes\n",
      "env.green": "OF_SLOT=other\n",
    });
    expect(Object.fromEntries(env)).toMatchObject({
      PLAIN: "1",
      DOUBLE: "a b",
      SINGLE: "c d",
      ODD: '"e',
      TWICE: "2",
      OF_SLOT: "yes",
      LAST: "end",
    });
    for (const name of ["nonsense", "1DIGIT", "A-B", "$(id)"]) expect(env.has(name)).toBe(false);
  });

  test("cannot change what the program itself does, whatever its names", async () => {
    const names = ["PATH", "IFS", "PD_PATH", "PD_SLOT", "state", "releases", "slot", "verb", "key", "value", "line", "ENV"];
    const env = await startedWith({ env: names.map((name) => `${name}=/usr/bin:/bin\n`).join("") });
    for (const name of names) expect(env.get(name)).toBe("/usr/bin:/bin");
  });

  test("has what two slots need, which the user's files do not replace, and nothing that binds it to the runner's job", async () => {
    process.env["RUNNER_TRACKING_ID"] = "github_1";
    try {
      const env = await startedWith({ env: "PORT=1\nRELEASE_NODE=x\nRELEASE_TMP=/nowhere\nRELEASE_COOKIE=mine\n" });
      expect(Object.fromEntries(env)).toMatchObject({
        PORT: "4000",
        RELEASE_NODE: "app_blue",
        RELEASE_TMP: join(host.path, "state/tmp.blue"),
        RELEASE_COOKIE: "mine",
      });
      expect(env.has("RUNNER_TRACKING_ID")).toBe(false);
    } finally {
      delete process.env["RUNNER_TRACKING_ID"];
    }
  });

  test("may be binary nonsense: what is no line of it is left out", async () => {
    const noise = Buffer.from(Array.from({ length: 2_048 }, (_, index) => (index * 7) % 256).filter((byte) => byte !== 0));
    const env = await startedWith({ env: Buffer.concat([noise, Buffer.from("\nGOOD=yes\n")]) });
    expect(env.get("GOOD")).toBe("yes");
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
          const { ran } = await host.run("log", { PD_SLOT: "x", PD_VALUE: value }, 'op_log() { printf %s "$PD_VALUE"; }');
          expect(ran.stdout).toBe(`${value}pd\texit\t0\n`);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("of 100 kB are carried whole, since they are no arguments", async () => {
    const { ran } = await host.run("log", { PD_VALUE: "x".repeat(100_000) }, 'op_log() { printf %s "$PD_VALUE" | wc -c; }');
    expect(ran.stdout.trim()).toMatch(/^100000\n/);
  });

  test("that hold a NUL byte are refused before anything is sent", async () => {
    await expect(host.run("log", { PD_VALUE: "a\0b" })).rejects.toThrow("NUL");
  });
});
