import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Shell } from "../../src/ports/shell.ts";
import { fleetOf, passed, type Sandbox, sandbox, shell } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

/** What a host says with its lock and with the release of it counts for a moment, however long that is here. */
const still: Clock = { ...clockAdapter(new AbortController().signal), ticks: () => 0 };

test("a host is not asked again for what it said with its lock, or with the release of it", async () => {
  const asked: string[] = [];
  const counting: Shell = {
    run(command) {
      const [, op = "send"] = /^PD_OP='(.*)'$/m.exec(command.stdin?.text ?? "") ?? [];
      asked.push(op);
      return shell.run(command);
    },
  };
  for (const [version, has] of [
    ["1.0.0", []],
    ["1.1.0", ["1.0.0"]],
  ] as const) {
    const release = host.release(version, { listed: true });
    const target = host.target({ release, shell: counting, clock: still });
    asked.length = 0;
    await passed(target, { type: "acquire-lock" });
    const { hosts } = await fleetOf(target);
    expect(hosts[0]?.releases.map((id) => id.slice(0, 5))).toEqual(has);
    await passed(target, { type: "upload", release: release.id });
    await passed(target, { type: "unpack", release: release.id });
    await passed(target, { type: "release-lock" });
    expect((await fleetOf(target)).hosts[0]).toMatchObject({
      lease: null,
      releases: [...has, version].map(startingWith),
    });
    expect(asked.filter((op) => ["observe", "stock"].includes(op))).toEqual([]);
    // What changed since is asked for: the look counts once.
    await fleetOf(target);
    expect(asked.at(-1)).toBe("observe");
  }
});

const startingWith = (text: string) => expect.stringMatching(`^${text}-`);
