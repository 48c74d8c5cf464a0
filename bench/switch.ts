// Requests that fail while releases are switched: blue-green, rolling and canary on 3 hosts of the lab behind HAProxy,
// by the job `deploy-staging`, under 200 requests a second with keep-alive and a request of 5 s every half second.
// Limit: none of them. Needs root. Run it with:
// script/node bench/switch.ts [switches of each, 100 unless given] [strategy...]
import { Agent, get } from "node:http";
import { jobs, type WorkflowRun } from "../__tests__/acceptance/pipeline.ts";
import { load, ranks, startFleet } from "./fleet.ts";

const perSecond = 200;
const [first = "100", ...named] = process.argv.slice(2);
const switches = Number(first);
const strategies = {
  "blue-green": { slots: ["blue", "green"], text: "{type: blue-green, hold: 0s}" },
  rolling: { slots: ["main"], text: "{type: rolling, batch: 1}" },
  canary: { slots: ["blue", "green"], text: "{type: canary, steps: [25, 100], pause: 10s, hold: 0s}" },
};

/** Sends requests until it is stopped, and keeps what failed. */
function startUsers(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const failures: string[] = [];
  const seen = { sent: 0, slow: 0, open: 0, versions: new Set<string>() };
  const ask = (path: string) => {
    seen.sent += 1;
    seen.open += 1;
    const end = (failure: string | null) => {
      seen.open -= 1;
      if (failure !== null) failures.push(`${new Date().toISOString()} ${path}: ${failure}`);
    };
    const request = get(`${url}${path}`, { agent }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on("error", (error) => end(error.message));
      answer.on("end", () => {
        if (answer.statusCode !== 200) return end(`status ${answer.statusCode}`);
        seen.versions.add((JSON.parse(body) as { version: string }).version);
        end(null);
      });
    });
    // A connection that was idle may have been closed by the balancer's own timeout at the moment of sending.
    const where = () => (request.reusedSocket ? " on a connection that was used before" : " on a new connection");
    request.on("error", (error) => end(`${error.message}${where()}`));
  };
  let due = performance.now();
  // A busy process is woken late: what is due by then is sent at once.
  const fast = setInterval(() => {
    for (; due <= performance.now(); due += 1_000 / perSecond) ask("/version");
  }, 5);
  const slow = setInterval(() => {
    seen.slow += 1;
    ask("/slow");
  }, 500);
  return {
    failures,
    seen,
    async stop() {
      clearInterval(fast);
      clearInterval(slow);
      while (seen.open > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      agent.destroy();
    },
  };
}

let missed = 0;
for (const [name, { slots, text }] of Object.entries(strategies)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const fleet = await startFleet(3, { slotNames: slots });
  const runs: WorkflowRun[] = [];
  for (const version of ["1.0.0", "1.1.0"]) runs.push(await fleet.built({ version, strategy: text }));
  const deploy = async (index: number) => {
    const run = runs[index % 2];
    if (run !== undefined) await fleet.job(run, jobs.staging);
  };
  await deploy(0);
  const users = startUsers(fleet.url);
  const seconds: number[] = [];
  for (let index = 1; index <= switches; index += 1) {
    const began = performance.now();
    await deploy(index);
    seconds.push((performance.now() - began) / 1_000);
  }
  await users.stop();
  const { failures, seen } = users;
  if (failures.length > 0 || seen.versions.size !== 2) missed += 1;
  console.log(
    `${name}: ${failures.length} of ${seen.sent} requests failed (limit 0) in ${switches} switches of ` +
      `${ranks(seconds).median.toFixed(1)} s (median), ${seen.slow} of them of 5 s; versions seen: ` +
      `${[...seen.versions].join(", ")}; ${load()}`,
  );
  for (const failure of failures.slice(0, 10)) console.log(`  ${failure}`);
  await fleet.close();
}
process.exit(missed === 0 ? 0 : 1);
