// Prometheus from Debian's package, scraping a small exporter on loopback that counts, lies or fails as a test says.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the exporter answers at a path, seconds after it was first asked there; null is an answer 500. */
export type Exporter = (path: string, seconds: number) => string | null;

export interface RunningPrometheus {
  readonly url: string;
  /** An address of loopback on which nobody listens. */
  readonly nobody: string;
  close(): Promise<void>;
}

/**
 * `paths`: what is scraped, each every other second, as the instance of that name. `rules` is a group of alerting rules
 * in YAML, each on a line.
 */
export async function startPrometheus(
  paths: readonly string[],
  exporter: Exporter,
  rules: readonly string[] = [],
): Promise<RunningPrometheus> {
  const firsts = new Map<string, number>();
  const server: Server = createServer(({ url = "" }, answer) => {
    const path = url.slice(1);
    const first = firsts.get(path) ?? performance.now();
    firsts.set(path, first);
    const body = exporter(path, (performance.now() - first) / 1_000);
    answer.writeHead(body === null ? 500 : 200, { "content-type": "text/plain; version=0.0.4" }).end(body ?? "");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const running = await runPrometheus(
    paths.map((path) => ({ target: `127.0.0.1:${port}`, path: `/${path}`, instance: path })),
    rules,
  );
  // A busy machine loses scrapes: each path was read once.
  while ((await scraped(running.url, "sum(up)")) < paths.length)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    ...running,
    async close() {
      await running.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What Prometheus scrapes, and how it names that. */
interface Scraped {
  readonly target: string;
  readonly path: string;
  readonly instance: string;
}

/** Prometheus, once it has asked each of its targets, whatever they answered; it asks them every other second. */
export async function runPrometheus(
  targets: readonly Scraped[],
  rules: readonly string[] = [],
): Promise<RunningPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), "pd-prometheus-"));
  const jobs = targets.map(
    ({ target, path, instance }) =>
      `  - {job_name: "${instance}", metrics_path: ${path}, static_configs: [{targets: ["${target}"],
      labels: {instance: "${instance}"}}]}`,
  );
  const config = join(folder, "prometheus.yml");
  writeFileSync(
    config,
    "global: {scrape_interval: 2s, scrape_timeout: 2s, evaluation_interval: 1s}\n" +
      `rule_files: [rules.yml]\nscrape_configs:\n${jobs.join("\n")}\n`,
  );
  const group = `groups: [{name: shop, rules: [${rules.join(", ")}]}]\n`;
  writeFileSync(join(folder, "rules.yml"), group);
  const at = `127.0.0.1:${await freePort()}`;
  const child: ChildProcess = spawn(
    "prometheus",
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${folder}/data`,
      `--web.listen-address=${at}`,
      "--log.level=error",
    ],
    { stdio: "ignore" },
  );
  // It looks for its targets some seconds after it began.
  while ((await scraped(`http://${at}`)) < targets.length) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    url: `http://${at}`,
    nobody: `http://127.0.0.1:${await freePort()}`,
    async close() {
      const gone = once(child, "exit");
      if (child.kill("SIGKILL")) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many targets were scraped, whatever they answered; how many answered for `sum(up)`. */
async function scraped(url: string, query = "count(up)"): Promise<number> {
  const answer = await fetch(`${url}/api/v1/query?query=${query}`).catch(() => null);
  const body = answer?.ok ? ((await answer.json()) as { data: { result: { value: [number, string] }[] } }) : null;
  return Number(body?.data.result[0]?.value[1] ?? 0);
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
