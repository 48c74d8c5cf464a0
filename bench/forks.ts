// How many processes each operation of the host program starts, in a PID namespace where nobody else starts any: the
// number of the last process says it. One slot serves, the other one is started. Needs root. Run it with:
// unshare --pid --fork --mount-proc script/node bench/forks.ts
import { readFileSync } from "node:fs";
import type { FakeRelease } from "../__tests__/host/fake-release.ts";
import { type Fields, passed, sandbox } from "../__tests__/host/sandbox.ts";
import type { Target } from "../src/targets/target.ts";

const host = sandbox();
const counts = new Map<string, number[]>();

const lastProcess = () => Number(readFileSync("/proc/loadavg", "utf8").trim().split(" ").at(-1));

async function counted(name: string, work: () => Promise<unknown>): Promise<void> {
  const before = lastProcess();
  await work();
  counts.set(name, [...(counts.get(name) ?? []), lastProcess() - before]);
}

async function deploy(target: Target, release: string, [slot, other]: readonly [string, string]): Promise<void> {
  const steps = (...all: readonly (readonly [string, Fields])[]) =>
    all.reduce(
      (before, [name, fields]) => before.then(() => counted(name, () => passed(target, fields))),
      Promise.resolve(),
    );
  await counted("observe", () => target.observe());
  await counted("fit", () => target.fitness());
  await steps(
    ["acquire-lock", { type: "acquire-lock" }],
    ["upload", { type: "upload", release }],
    ["unpack", { type: "unpack", release }],
    ["start", { type: "start", slot, release }],
  );
  while ((await target.answering("web1", slot))?.listener !== "own");
  await counted("running", () => target.answering("web1", slot));
  await counted("renew", () => target.renew());
  await steps(["activate", { type: "activate", slot, release }]);
  if ((await target.running("web1", other)) !== null)
    await steps(
      ["hold", { type: "hold", slot: other, seconds: 3_600 }],
      ["stop", { type: "stop", slot: other, how: "drain" }],
    );
  await steps(["release-lock", { type: "release-lock" }]);
}

const releases: readonly FakeRelease[] = ["1.0.0", "2.0.0", "3.0.0"].map((version) =>
  host.release(version, { server: "listens" }),
);
for (const [index, release] of releases.entries())
  await deploy(host.target({ release }), release.id, index % 2 === 0 ? ["blue", "green"] : ["green", "blue"]);
for (const [name, of] of counts) console.log(`${name.padEnd(14)}${of.join(", ")}`);
host.close();
process.exit(0);
