// A router of type `command`, by the small program of these tests.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../../src/routers/command.ts";
import type { RouterBench } from "./bench.ts";

const program = join(import.meta.dirname, "program.sh");

/** The settings of the program on this file. */
export function programOn(path: string) {
  const argv = (what: string) => ["/bin/sh", program, what, path];
  return { type: "command", read: argv("read"), set: argv("set"), verify: argv("verify") };
}

export const commandBench: RouterBench = {
  kind: command,
  async start(host) {
    const path = join(host.folder, "router");
    writeFileSync(path, "blue 100 0 up\ngreen 0 0 up\n");
    const edit = (from: RegExp, to: string) => writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    return {
      settings: programOn(path),
      users: null,
      forgetful: null,
      elsewhere: programOn(`${path}.shop`),
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
