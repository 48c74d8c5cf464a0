// A router for tests: its weights are lines of a file on the host.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { RouterFacts, ServerFacts } from "../../src/domain/fleet/fleet.ts";
import { hostPath } from "../../src/domain/fleet/host-path.ts";
import { type HostRecord, whole } from "../../src/domain/fleet/host-record.ts";
import { type Router, type RouterKind, serverDifferences } from "../../src/routers/router.ts";
import type { RouterBench } from "./bench.ts";

const file: RouterKind = {
  type: "file",
  settings: z.strictObject({ type: z.literal("file"), path: hostPath }).transform(
    ({ path }): Router => ({
      name: "File router",
      routes: true,
      weights: true,
      on: null,
      part: async () => readFileSync(join(import.meta.dirname, "file.sh"), "utf8"),
      values: { file_path: path },
      read,
      differences: serverDifferences,
      warnings: () => [],
      byHand: {
        look: `cat ${path}`,
        shift: ({ open, close }) => {
          const set = (names: readonly string[], weight: number) =>
            names.map((name) => `-e 's/^${name} [0-9]*/${name} ${weight}/'`);
          return `sed -i ${[...set(open, 100), ...set(close, 0)].join(" ")} ${path}`;
        },
      },
      remedy: "Check the router's `path` in the settings.",
      lostRemedy: "Find out who wrote the file.",
    }),
  ),
};

function read(records: readonly HostRecord[]): RouterFacts {
  const servers = records.filter(([key]) => key === "server");
  return Object.fromEntries(servers.map(([, name, ...rest]) => [name, serverOf(rest)]));
}

function serverOf([percent, count, health]: readonly string[]): ServerFacts {
  const weight = whole(percent) ?? 0;
  const state = weight === 0 ? "drain" : health === "up" ? "ready" : "down";
  return { state, weight, sessions: whole(count) ?? 0 };
}

/** A process behind it could be anything: what it would do to the file is done to it here. */
export const fileBench: RouterBench = {
  kind: file,
  async start(host) {
    const path = join(host.folder, "router");
    writeFileSync(path, "blue 100 0 up\ngreen 0 0 up\n");
    const edit = (from: RegExp, to: string) => writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    return {
      settings: { type: "file", path },
      users: null,
      forgetful: null,
      elsewhere: { type: "file", path: `${path}.shop` },
      reload: async () => undefined,
      restart: async () => undefined,
      stop: async () => rmSync(path, { force: true }),
      async request() {
        edit(/^blue (\d+) 0/m, "blue $1 1");
        return async () => edit(/^blue (\d+) 1/m, "blue $1 0");
      },
      sicken: async (server) => edit(new RegExp(`^(${server} .*) up$`, "m"), "$1 down"),
    };
  },
};
