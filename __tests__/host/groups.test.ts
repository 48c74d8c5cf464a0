// A host of a group: it has one slot, and records what serves from the other group.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { hostOf, install, passed, type Sandbox, sandbox, step } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const settings = { groups: { web1: "blue", web2: "green" } };

test("a host records what serves from the other group, and runs on what it has", async () => {
  const release = host.release("1.0.0", { server: "listens" });
  const target = host.target({ release, settings });
  await install(target, release);
  expect(Object.keys((await hostOf(target)).slots)).toEqual(["blue"]);
  await passed(target, { type: "start", slot: "blue", release: release.id });
  while (!(await target.running("web1", "blue"))?.served) await new Promise((resolve) => setTimeout(resolve, 20));
  await passed(target, { type: "activate", slot: "blue", release: release.id });

  const next = "1.1.0-00000002";
  expect(await step(target, { type: "activate", slot: "green", release: next })).toMatchObject({
    verdict: "pass",
    says: "It serves from the other group of hosts.",
    facts: { serves: false },
  });
  expect(await hostOf(target)).toMatchObject({
    active: { release: next, slot: "green", before: release.id },
    current: release.id,
    intent: null,
    slots: { blue: { running: { release: release.id } } },
  });
  expect(existsSync(join(host.path, `state/kept/${next}`))).toBe(false);
  // Nothing of it lives there, and the release before, to which a rollback goes, is not removed.
  await passed(target, { type: "prune", keep: [], remove: [release.id] });
  expect((await hostOf(target)).releases).toEqual([release.id]);

  await passed(target, { type: "activate", slot: "blue", release: release.id });
  expect((await hostOf(target)).active).toEqual({ release: release.id, slot: "blue", before: next });
});
