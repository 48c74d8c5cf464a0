import { expect, test } from "@jest/globals";
import type { Answering, UnitEnd } from "../../../src/domain/fleet/fleet.ts";
import { judgeOwner } from "../../../src/signals/once/owner.ts";

const none: UnitEnd = { restarts: 0, result: "success", status: 0, memoryMax: null };

/** What is said of a slot without a process, whose unit ended like this. */
async function judged(unit: Partial<UnitEnd>) {
  const answering: Answering = { process: null, listener: "none", stranger: "", unit: { ...none, ...unit } };
  return judgeOwner({ host: "web1", slot: "blue", release: "1.0.0-11112222", answering: async () => answering });
}

test.each([
  [{ result: "oom-kill", status: 9, memoryMax: 2 ** 28 }, "killed for its use of memory; its unit allows 256 MiB"],
  [{ result: "signal", status: 9, memoryMax: 2 ** 28 }, "killed by signal 9 (SIGKILL); its unit allows 256 MiB"],
  [{ result: "signal", status: 9 }, "it was ended by signal 9."],
  [{ result: "exit-code", status: 3, restarts: 2 }, "it exited with code 3. It was started again 2 times before."],
  [{ restarts: 1 }, "systemd started it again 1 time since its start."],
])("a slot that ended shows what systemd has of it: %j", async (unit, words) => {
  const judgement = await judged(unit);
  expect(judgement).toMatchObject({ reason_code: "not_healthy", says: expect.stringContaining(words) });
});

test("nothing is added where systemd reports no failure, or what answers is another process", async () => {
  expect((await judged({})).says).toBe("The process of slot blue of web1 has ended.");
  const answering = async () => ({ process: null, listener: "foreign" as const, stranger: "process 7", unit: none });
  const seen = await judgeOwner({ host: "web1", slot: "blue", release: "1.0.0-11112222", answering });
  expect(seen).toMatchObject({ reason_code: "port_taken", says: expect.not.stringContaining("systemd") });
});
