import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, jest, test } from "@jest/globals";
import { runCompressed } from "../../src/commands/host.ts";
import type { Target } from "../../src/targets/target.ts";
import { chance, line, whole } from "../support/extent.ts";
import type { FakeRelease } from "./fake-release.ts";
import { type Fields, fleetOf, hostOf, install, passed, program, type Sandbox, sandbox, until } from "./sandbox.ts";

jest.setTimeout(120_000);

/**
 * Has the program killed at its effect with this number: whatever it asks of the system counts as one. A removal has
 * begun by then.
 */
const effects = ["mv", "ln", "mkdir", "tar", "sync", "kill", "sha256sum", "od"];
const dieAt = (number: number) => `effects=0
effect() { effects=$((effects + 1)); [ "$effects" -ne ${number} ] || { "$@"; command kill -KILL $$; }; }
begin_to_remove() { for last; do command rm -f "$last/zz-last"; done; }
${effects.map((name) => `${name}() { effect :; command ${name} "$@"; }`).join("\n")}
rm() { effect begin_to_remove "$@"; command rm "$@"; }`;

interface Scene {
  readonly host: Sandbox;
  readonly target: Target;
  readonly release: FakeRelease;
}

interface Case {
  readonly step: (release: FakeRelease) => Fields;
  readonly values: (release: FakeRelease) => Record<string, string>;
  /** What was done before the step. */
  readonly before: (scene: Scene) => Promise<unknown>;
  /** What has to hold once the step was killed and done again. */
  readonly after: (scene: Scene) => Promise<unknown>;
}

const started = async ({ host, target, release }: Scene) => {
  await install(target, release);
  await passed(target, { type: "start", slot: "blue", release: release.id });
  await until(() => host.processes().length === 1);
};
const state = ({ host }: Scene, name: string) => readFileSync(join(host.path, "state", name), "utf8");

const cases: Readonly<Record<string, Case>> = {
  "acquire-lock": {
    step: () => ({ type: "acquire-lock" }),
    values: () => ({}),
    before: async () => undefined,
    after: async ({ target }) => expect((await hostOf(target)).lease?.owner).toBe("run-1-1"),
  },
  unpack: {
    step: ({ id }) => ({ type: "unpack", release: id }),
    values: ({ id, digest }) => ({ PD_RELEASE: id, PD_DIGEST: digest }),
    async before({ target, release }) {
      await passed(target, { type: "acquire-lock" });
      await passed(target, { type: "upload", release: release.id });
    },
    after: async ({ target, release }) => expect((await hostOf(target)).releases).toEqual([release.id]),
  },
  migrate: {
    step: ({ id }) => ({ type: "migrate", release: id }),
    values: ({ id }) => ({
      PD_RELEASE: id,
      PD_MIGRATE: "App.Release.migrate()",
      PD_VERSIONS: "phoenix-deploy versions",
    }),
    before: ({ target, release }) => install(target, release),
    async after(scene) {
      expect(state(scene, "migrated")).toBe(`${scene.release.id} 20260101\n`);
      expect(readFileSync(join(scene.host.folder, "schema"), "utf8")).toBe("20260101\n");
    },
  },
  start: {
    step: ({ id }) => ({ type: "start", slot: "blue", release: id }),
    values: ({ id }) => ({ PD_RELEASE: id, PD_SLOT: "blue" }),
    before: ({ target, release }) => install(target, release),
    async after({ host, target, release }) {
      await until(() => host.processes().length > 0);
      const [pid] = host.processes();
      expect(host.processes()).toHaveLength(1);
      expect((await hostOf(target)).slots["blue"]).toMatchObject({
        link: release.id,
        running: { pid, release: release.id },
      });
    },
  },
  activate: {
    step: ({ id }) => ({ type: "activate", slot: "blue", release: id }),
    values: ({ id }) => ({ PD_RELEASE: id, PD_SLOT: "blue" }),
    before: started,
    after: async ({ target, release: { id } }) =>
      expect(await hostOf(target)).toMatchObject({
        active: { release: id, slot: "blue", before: null },
        current: id,
        intent: null,
      }),
  },
  hold: {
    step: () => ({ type: "hold", slot: "blue", seconds: 60 }),
    values: () => ({ PD_SLOT: "blue", PD_SECONDS: "60" }),
    before: started,
    after: async ({ target }) => expect((await hostOf(target)).holdUntil).toBeGreaterThan(Date.now() / 1_000),
  },
  stop: {
    step: () => ({ type: "stop", slot: "blue", how: "drain" }),
    values: () => ({ PD_SLOT: "blue", PD_HOW: "drain", PD_LIMIT: "10" }),
    before: started,
    async after({ host, target }) {
      expect(host.processes()).toEqual([]);
      expect((await hostOf(target)).slots["blue"]?.running).toBeNull();
    },
  },
  "mark-bad": {
    step: ({ id }) => ({ type: "mark-bad", release: id }),
    values: ({ id }) => ({ PD_RELEASE: id }),
    before: ({ target, release }) => install(target, release),
    after: async ({ target, release }) => expect((await hostOf(target)).bad).toEqual([release.id]),
  },
  prune: {
    step: ({ id }) => ({ type: "prune", keep: [], remove: [id] }),
    values: ({ id }) => ({ PD_REMOVE: id }),
    before: ({ target, release }) => install(target, release),
    after: async ({ target }) => expect((await hostOf(target)).releases).toEqual([]),
  },
  "release-lock": {
    step: () => ({ type: "release-lock" }),
    values: () => ({}),
    before: ({ target }) => passed(target, { type: "acquire-lock" }),
    after: async ({ target }) => expect((await hostOf(target)).lease).toBeNull(),
  },
};

// All moments at night; else every tenth, from one that is drawn.
const stride = whole ? 1 : 10;
const { seed, random } = chance();
const begin = 1 + Math.floor(random() * stride);
if (!whole) line(`steps that are killed: every tenth effect from ${begin}, by FAULT_SEED=${seed}`);

describe("a step that is killed with SIGKILL", () => {
  test.each(Object.entries(cases))(
    "%s: wherever it was, leaves a host that can be observed, and doing it again finishes it",
    async (name, { step, values, before, after }) => {
      let killed = true;
      for (let number = begin; killed; number += stride) {
        const host = sandbox();
        try {
          const release = host.release("1.0.0", { migrate: 'echo 20260101 >"$schema"' });
          const scene = { host, release, target: host.target({ release }) };
          await before(scene);
          const { report } = await host.run(name, values(release), dieAt(number));
          killed = report.exit === null;
          if (!killed) expect(report.exit).toBe(0);

          // What is there is whole, and every link and record names something that is there.
          await settled(host);
          const seen = (await fleetOf(scene.target)).hosts[0];
          for (const id of seen?.releases ?? [])
            expect(existsSync(join(host.path, "releases", id, "zz-last"))).toBe(true);
          for (const id of [
            seen?.current,
            seen?.active?.release,
            ...Object.values(seen?.slots ?? {}).map(({ link }) => link),
          ]) {
            if (id) expect(seen?.releases).toContain(id);
          }
          const fields = step(release);
          if (fields.type === "unpack" && seen?.releases.length === 0)
            await passed(scene.target, { type: "upload", release: release.id });
          await passed(scene.target, fields);
          await after(scene);
        } finally {
          host.close();
        }
      }
    },
  );
});

/** Waits for what a killed program left working: it holds the step lock until it is done. */
async function settled(host: Sandbox): Promise<void> {
  const lock = join(host.path, "state/step");
  if (existsSync(lock)) execFileSync("flock", [lock, "true"]);
}

describe("a program that is cut on its way", () => {
  test("runs nothing, wherever it is cut", async () => {
    const host = sandbox();
    try {
      const line = "{ main </dev/null; }";
      const last = program.lastIndexOf(line);
      const within = Array.from(line, (_, length) => last + length);
      const cuts = [1, 100, Math.floor(program.length / 3), Math.floor(program.length / 2), last - 1, ...within];
      for (const cut of cuts) {
        const { ran, report } = await host.runCut("acquire-lock", cut);
        expect(report.exit).toBeNull();
        expect(ran.stdout).toBe("");
        expect(existsSync(host.path)).toBe(false);
      }
    } finally {
      host.close();
    }
  });

  test("runs nothing either where it travels compressed", () => {
    const all = gzipSync(`echo ${"first ".repeat(2_000)}\nmain() { echo last; }\nmain\n`);
    const [shell, ...words] = runCompressed;
    const printed = (input: Uint8Array) => spawnSync(shell, words, { input, encoding: "utf8" }).stdout;
    expect(printed(all)).toMatch(/^first .*\nlast\n$/);
    for (const cut of [0, 1, 20, all.length - 8, all.length - 1]) expect(printed(all.subarray(0, cut))).toBe("");
    const bent = Buffer.from(all);
    bent[all.length - 5] = (bent[all.length - 5] ?? 0) ^ 1;
    expect(printed(bent)).toBe("");
  });

  test("or whose last lines are lost leaves its state unknown, whatever the exit code says", async () => {
    const host = sandbox();
    try {
      await passed(host.target(), { type: "acquire-lock" });
      const { ran, report } = await host.run("hold", { PD_SECONDS: "5" }, "op_hold() { trap - EXIT; exit 0; }");
      expect(ran.code).toBe(0);
      expect(report.exit).toBeNull();
      expect(readdirSync(join(host.path, "state"))).not.toContain("hold-until");
    } finally {
      host.close();
    }
  });
});
