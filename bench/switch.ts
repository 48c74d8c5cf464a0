// Requests failed during 20 blue-green switches and 20 switches back under 200 requests a second (limit: 0), through
// the host program and a real HAProxy; the time from the order until every answer is from the other version. Run it
// with: script/node bench/switch.ts
import { Agent, get } from "node:http";
import { join } from "node:path";
import { startGitHub } from "../__tests__/acceptance/github/server.ts";
import { startMachine } from "../__tests__/acceptance/machine.ts";
import { jobs, startPipeline } from "../__tests__/acceptance/pipeline.ts";
import { clockAdapter } from "../src/adapters/clock.ts";
import { filesAdapter } from "../src/adapters/files.ts";
import { shellAdapter } from "../src/adapters/shell.ts";
import { haproxy } from "../src/routers/haproxy.ts";
import type { Environment } from "../src/settings/settings.ts";
import { openTarget } from "../src/targets/registry.ts";

const perSecond = 200;
const machine = await startMachine({ watch: "5s", hold: "1h", within: "60s" });
const github = await startGitHub();
const pipeline = startPipeline(machine, github);
for (const [index, version] of ["1.0.0", "1.1.0"].entries()) {
  const run = { sha: machine.commit({ version }), runId: String(index + 1), attempt: 1 };
  for (const spec of [jobs.validate, jobs.staging]) {
    const result = await pipeline.job(run, spec);
    if (result.exitCode !== 0) throw new Error(result.log);
  }
}
const place = machine.staging;
const environment = {
  hosts: [{ name: "this-machine", address: "local" }],
  path: place.path,
  slots: { blue: { port: place.slots.blue }, green: { port: place.slots.green } },
  target: "hosts",
  router: haproxy.settings.parse({
    type: "haproxy",
    socket: place.socket,
    backend: "app",
    "state-file": join(place.path, "../haproxy.state"),
  }),
  routerHosts: [{ name: "this-machine", address: "local" }],
  migrations: { migrate: null, versions: null },
} as unknown as Environment;
const cancel = new AbortController().signal;
const target = openTarget({
  environment,
  app: "demo_app",
  releaseName: "demo_app",
  owner: "run-bench-1",
  shell: shellAdapter({ cwd: machine.folder, env: process.env, cancel, show: () => undefined }),
  clock: clockAdapter(cancel),
  files: filesAdapter(),
  release: null,
});

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const answers: { sent: number; at: number; version: string | null }[] = [];
const timer = setInterval(() => {
  const sent = performance.now();
  const done = (version: string | null) => answers.push({ sent, at: performance.now(), version });
  get(`${place.url}/version`, { agent }, (answer) => {
    let body = "";
    answer.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    answer.on("end", () => done(answer.statusCode === 200 ? (JSON.parse(body) as { version: string }).version : null));
  }).on("error", () => done(null));
}, 1_000 / perSecond);

const lock = { host: "this-machine", says: "", limitMs: 60_000 };
await target.perform({ ...lock, type: "acquire-lock" });
const times: Record<"switch" | "back", number[]> = { switch: [], back: [] };
for (let round = 0; round < 40; round += 1) {
  const back = round % 2 === 0;
  const [to, from, version] = back ? (["blue", "green", "1.0.0"] as const) : (["green", "blue", "1.1.0"] as const);
  const ordered = performance.now();
  const judgement = await target.perform({
    type: "shift",
    weights: { [to]: 100, [from]: 0 },
    says: "",
    limitMs: 60_000,
  });
  if (judgement.verdict !== "pass") throw new Error(judgement.says);
  await new Promise((resolve) => setTimeout(resolve, 500));
  // The last request that was sent after the order and still answered by the other version.
  const late = answers
    .filter((one) => one.sent >= ordered && one.version !== null && one.version !== version)
    .map((one) => one.sent - ordered);
  times[back ? "back" : "switch"].push(Math.max(0, ...late));
}
clearInterval(timer);
await new Promise((resolve) => setTimeout(resolve, 500));
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const failed = answers.filter((one) => one.version === null).length;
console.log(
  `20 switches and 20 rollbacks under ${perSecond} requests a second: ` +
    `${failed} of ${answers.length} requests failed (limit 0)`,
);
for (const [name, list] of Object.entries(times))
  console.log(
    `${name}: all answers from the other version after ${median(list).toFixed(0)} ms ` +
      `(median; longest ${Math.max(...list).toFixed(0)} ms), measured from the order to the host program`,
  );
await target.perform({ ...lock, type: "release-lock" });
await github.close();
await machine.close();
process.exit(failed === 0 ? 0 : 1);
