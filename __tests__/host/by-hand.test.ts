// rollback-procedures.md on a host without the suite: every command of the file is pasted into a shell there.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { webRelease } from "../lab/web-release.ts";
import { programOn } from "../routers/command-bench.ts";
import { commandsFor, type Pasted, type Person, person } from "../support/procedures.ts";
import type { FakeRelease } from "./fake-release.ts";
import { alive, hostOf, install, passed, type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
let somebody: Person | null = null;
beforeEach(() => {
  host = sandbox();
});
afterEach(async () => {
  await somebody?.leave();
  somebody = null;
  host.close();
});

/** Opens the file for an environment with these settings, and a shell. */
async function read(settings: string): Promise<{ readonly blocks: readonly Pasted[]; readonly reader: Person }> {
  const blocks = await commandsFor(host, settings);
  const reader = person(blocks);
  somebody = reader;
  await reader.does(/^Log in/);
  return { blocks, reader };
}

/** A release that runs in a slot and was verified there. */
async function deployed(version: string, slot: string): Promise<FakeRelease> {
  const release = webRelease(host.folder, version);
  const target = host.target({ release });
  await install(target, release);
  await passed(target, { type: "start", slot, release: release.id });
  await passed(target, { type: "activate", slot, release: release.id });
  return release;
}

/** No unit of systemd is installed for the sandbox: those blocks are pasted on hosts that have one. */
const ofUnits = ({ when }: Pasted) => when.includes("where systemd runs it");

describe("the commands of the rollback procedures", () => {
  test("move traffic between two slots, and leave a state that the next run of the suite reads", async () => {
    const router = join(host.folder, "router");
    const [before, after] = [await deployed("1.0.0", "blue"), await deployed("1.1.0", "green")];
    writeFileSync(router, "blue 0 0 up\ngreen 100 0 up\n");
    writeFileSync(join(host.path, "shared/env"), 'NAME="a value"\n');
    const target = host.target();
    await passed(target, { type: "stop", slot: "blue", how: "kill" });
    const left = await target.running("web1", "green");

    const { blocks, reader } = await read(
      `slots: {blue: {port: ${host.ports.blue}}, green: {port: ${host.ports.green}}}
    router: ${JSON.stringify(programOn(router))}`,
    );
    // What a fresh Debian does not have is needed nowhere but on the reader's own machine.
    const onHosts = blocks.filter(({ part }) => part !== "See what users get");
    expect(onHosts.filter(({ text }) => /\b(curl|wget|jq|python3?)\b/.test(text))).toEqual([]);
    const seen = await reader.does(/^See what serves/);
    expect(seen).toContain(`${after.id} green ${before.id}`);
    expect(seen).toContain('"green": {"state": "ready"');
    await reader.does(/^Keep everything/);
    await reader.does(/^Start the slot/, /^First|^Slot blue, elsewhere/);
    expect(await reader.does(/^See that it is healthy/, /blue/)).toMatch(new RegExp(`is healthy[^]*${before.id}/`));
    await reader.does(/^Send traffic back/, /^To blue/);
    expect(readFileSync(router, "utf8")).toBe("blue 100 0 up\ngreen 0 0 up\n");
    expect(await reader.does(/^See what users get/)).toContain("answers");
    await reader.does(/^Stop the slot/, /green/);
    expect(alive(left?.pid ?? 0)).toBe(false);
    await reader.does(/^Record it/, /blue/);
    expect(await hostOf(host.target())).toMatchObject({
      ...{ active: { release: before.id, slot: "blue", before: after.id }, current: before.id, bad: [after.id] },
      ...{ lease: null, holdUntil: null, intent: null },
      slots: { blue: { running: { release: before.id }, listens: true }, green: { running: null } },
    });
    const [pid] = readFileSync(join(host.path, "state/slot.blue"), "utf8").split(" ");
    const environ = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    for (const line of ["NAME=a value", `PORT=${host.ports.blue}`, "RELEASE_NODE=app_blue"])
      expect(environ).toContain(line);

    // The other direction, so that every block was pasted.
    await reader.does(/^Start the slot/, /^Slot green, elsewhere/);
    await reader.does(/^See that it is healthy/, /green/);
    await reader.does(/^Send traffic back/, /^To green/);
    await reader.does(/^Stop the slot/, /blue/);
    await reader.does(/^Record it/, /green/);
    expect((await hostOf(host.target())).active).toEqual({ release: after.id, slot: "green", before: before.id });
    expect(reader.unused().filter((one) => !ofUnits(one))).toEqual([]);
    expect(blocks.filter(ofUnits)).toHaveLength(2);
  });

  test("replace the release of the only slot by the one before", async () => {
    const before = await deployed("1.0.0", "blue");
    const target = host.target();
    await passed(target, { type: "stop", slot: "blue", how: "kill" });
    const after = await deployed("1.1.0", "blue");
    await passed(target, { type: "hold", slot: "blue", seconds: 600 });

    const { reader } = await read(`slots: {blue: {port: ${host.ports.blue}}}\n    strategy: {type: restart}`);
    expect(await reader.does(/^See what serves/)).toContain(`${after.id} blue ${before.id}`);
    await reader.does(/^Keep everything/);
    await reader.does(/^Replace the release/, /^(First|Stop|Set|Start, elsewhere)/);
    expect(await reader.does(/^See that it is healthy/)).toContain(`${before.id}/`);
    await reader.does(/^See what users get/);
    await reader.does(/^Record it/);
    expect(await hostOf(host.target())).toMatchObject({
      ...{ active: { release: before.id, slot: "blue", before: after.id }, current: before.id, bad: [after.id] },
      ...{ lease: null, holdUntil: null, slots: { blue: { running: { release: before.id } } } },
    });
    expect(reader.unused().filter((one) => !ofUnits(one))).toEqual([]);
  });
});
