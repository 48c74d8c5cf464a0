// A mini runner: starts an action of this repository exactly as the Actions runner does, and keeps the runner's limits.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "yaml";

const node = join(import.meta.dirname, "../../.tools/node_modules/node24/bin/node");

/** Linux's limit for one environment string, name and NUL included. */
const maxInputBytes = 131_072;
const maxSummaryBytes = 1024 * 1024;
const maxAnnotations = 10;
const maxAnnotationCharacters = 4_096;

export interface Annotation {
  readonly kind: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface RunRequest {
  /** Folder of the action.yml. */
  readonly action: string;
  readonly with: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly github: {
    readonly apiUrl: string;
    readonly token: string;
    readonly runId: string;
    readonly runAttempt: string;
    readonly sha: string;
    readonly jobId: string;
    readonly repository: string;
    readonly actor: string;
  };
  /** What started the run, and what GitHub says of it; a push to main unless given. */
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly env?: Readonly<Record<string, string>>;
  /** Hears each line of the log, and may end the action because of it, or later. */
  readonly onLine?: (line: string, running: Running) => void;
}

/** An action under way. Both ends come to the node process alone, and only once. */
export interface Running {
  /** As somebody cancels the run: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL. */
  cancel(): void;
  /** As when the runner's machine is gone: SIGKILL. */
  kill(): void;
}

export interface RunResult {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  /** What the job log shows, masks applied. */
  readonly log: string;
  /** Most memory that the action's own process held, bytes (VmHWM as it was seen last). */
  readonly peakBytes: number;
  /** Outputs that the runner dropped because they held a masked value. */
  readonly dropped: readonly string[];
  /** From the start of its process to its end, of `performance.now()`; what the workflow does around it is left out. */
  readonly beganMs: number;
  readonly endedMs: number;
}

/** Runs one action in its own process. */
export async function runAction(request: RunRequest): Promise<RunResult> {
  const { github, workspace } = request;
  const metadata = parse(readFileSync(join(request.action, "action.yml"), "utf8")) as {
    inputs: Record<string, { default?: string }>;
    runs: { using: string; main: string };
  };
  if (metadata.runs.using !== "node24") throw new Error(`runs.using is ${metadata.runs.using}`);
  const contexts: Record<string, string> = { "github.token": github.token, "job.check_run_id": github.jobId };
  const evaluate = (text: string) =>
    text.replaceAll(/\$\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => contexts[name] ?? "");
  const inputs: Record<string, string> = {};
  for (const [name, { default: value }] of Object.entries(metadata.inputs))
    if (value !== undefined) inputs[name] = evaluate(value);
  Object.assign(inputs, request.with);

  const temp = mkdtempSync(join(tmpdir(), "pd-runner-"));
  const files = Object.fromEntries(
    ["OUTPUT", "STEP_SUMMARY", "STATE", "ENV", "PATH"].map((name) => [name, join(temp, `${name}_${randomUUID()}`)]),
  );
  for (const path of Object.values(files)) writeFileSync(path, "");
  mkdirSync(join(temp, "work"));
  const event = request.event ?? {
    name: "push",
    payload: { ref: "refs/heads/main", repository: { default_branch: "main" } },
  };
  writeFileSync(join(temp, "event.json"), JSON.stringify(event.payload));
  const env: Record<string, string> = {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "/root",
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_SHA: github.sha,
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_WORKFLOW: "deploy",
    GITHUB_RUN_ID: github.runId,
    GITHUB_RUN_ATTEMPT: github.runAttempt,
    GITHUB_ACTOR: github.actor,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: join(temp, "event.json"),
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: `${github.apiUrl}/graphql`,
    RUNNER_TEMP: join(temp, "work"),
    RUNNER_TRACKING_ID: `github_${randomUUID()}`,
    ...compileCache(),
    ACTIONS_RUNTIME_TOKEN: "runtime-token-that-children-must-not-see",
    ...Object.fromEntries(Object.entries(files).map(([name, path]) => [`GITHUB_${name}`, path])),
    ...request.env,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
    ),
  };
  try {
    const tooLong = Object.entries(env).find(
      ([name, value]) => Buffer.byteLength(`${name}=${value}`) + 1 > maxInputBytes,
    );
    if (tooLong !== undefined)
      return {
        exitCode: null,
        outputs: {},
        annotations: [{ kind: "error", message: `Argument list too long: ${tooLong[0]}`, properties: {} }],
        summary: "",
        log: "",
        ...{ peakBytes: 0, dropped: [], beganMs: 0, endedMs: 0 },
      };
    return await start(request, metadata.runs.main, env, files);
  } finally {
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The tests start bundles hundreds of times, and compile them once. A real runner has no such cache. */
function compileCache(): Record<string, string> {
  const shared = process.env["PD_SHARED"];
  return shared === undefined ? {} : { NODE_COMPILE_CACHE: join(shared, "node") };
}

async function start(
  request: RunRequest,
  main: string,
  env: Record<string, string>,
  files: Record<string, string>,
): Promise<RunResult> {
  const masks = new Set([request.github.token]);
  const hide = (text: string) =>
    [...masks].filter((mask) => mask !== "").reduce((shown, mask) => shown.replaceAll(mask, "***"), text);
  const log: string[] = [];
  const annotations: Annotation[] = [];
  const commandOutputs: Record<string, string> = {};
  let stopped: string | null = null;
  let ending = false;

  const beganMs = performance.now();
  const child = spawn(node, [join(request.action, main)], {
    cwd: request.workspace,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const running: Running = {
    cancel() {
      if (ending) return;
      ending = true;
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGTERM"), 7_500).unref();
      setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
    },
    kill() {
      if (ending) return;
      ending = true;
      child.kill("SIGKILL");
    },
  };
  const hear = (line: string) => {
    const command = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    if (stopped !== null) {
      if (line.trim() === `::${stopped}::`) stopped = null;
      else say(line);
    } else if (command !== null) obey(command[1] ?? "", command[2] ?? "", decode(command[3] ?? ""));
    else say(line);
  };
  const say = (line: string) => {
    const shown = hide(line);
    log.push(shown);
    request.onLine?.(shown, running);
  };
  const obey = (name: string, properties: string, value: string) => {
    // A secret of several lines is printed line by line.
    if (name === "add-mask") for (const mask of [value, ...value.split(/\r?\n/)]) masks.add(mask);
    // Deprecated, and obeyed by the real runner to this day: the reason why output of tools is fenced.
    else if (name === "set-output") commandOutputs[propertiesOf(properties)["name"] ?? ""] = value;
    else if (name === "stop-commands") stopped = value;
    else if (name === "group") say(`▸ ${value}`);
    else if (name === "error" || name === "warning" || name === "notice") {
      const message = hide(value).slice(0, maxAnnotationCharacters);
      if (annotations.filter((one) => one.kind === name).length < maxAnnotations)
        annotations.push({ kind: name, message, properties: propertiesOf(properties) });
      say(`${name}: ${message}`);
    } else if (name !== "endgroup" && name !== "debug") say(`unknown command ${name}`);
  };

  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = peakOf(child.pid) ?? peakBytes;
  }, 50);
  const ended = [child.stdout, child.stderr].map((stream) => {
    const lines = createInterface({ input: stream });
    lines.on("line", hear);
    return new Promise<void>((resolve) => lines.once("close", resolve));
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  const endedMs = performance.now();
  clearInterval(watch);
  // A server that was started keeps no pipe of ours; what is left in the pipes is read.
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);

  const outputs: Record<string, string> = {};
  const dropped: string[] = [];
  const written = fileCommands(readFileSync(files["OUTPUT"] ?? "", "utf8"));
  if ("broken" in written) annotations.push({ kind: "error", message: written.broken, properties: {} });
  for (const [name, value] of Object.entries({ ...commandOutputs, ...("values" in written ? written.values : {}) })) {
    if (hide(value) === value) outputs[name] = value;
    else dropped.push(name);
  }
  let summary = hide(readFileSync(files["STEP_SUMMARY"] ?? "", "utf8"));
  if (Buffer.byteLength(summary) > maxSummaryBytes) {
    annotations.push({
      kind: "error",
      message: "$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k",
      properties: {},
    });
    summary = "";
  }
  const code = "broken" in written && exitCode === 0 ? 1 : exitCode;
  return { exitCode: code, outputs, annotations, summary, log: log.join("\n"), peakBytes, dropped, beganMs, endedMs };
}

/** Linux keeps the peak of a process's resident memory. */
function peakOf(pid: number | undefined): number | null {
  try {
    // A process that has ended but was not yet waited for has no memory any more.
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
  } catch {
    return null;
  }
}

/** `name=value` lines and heredocs, as the runner reads its command files: one that is broken counts for nothing. */
function fileCommands(
  text: string,
): { readonly values: Readonly<Record<string, string>> } | { readonly broken: string } {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? "", index + 1);
      if (end === -1) return { broken: `Invalid value. Matching delimiter not found '${heredoc[2]}'` };
      values[heredoc[1] ?? ""] = lines.slice(index + 1, end).join("\n");
      index = end;
    } else if (line.includes("=")) values[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    else if (line !== "") return { broken: `Invalid format '${line}'` };
  }
  return { values };
}

function propertiesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(",")
      .filter((pair) => pair.includes("="))
      .map((pair) => {
        const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
        return [name.trim(), decode(value.replaceAll("%3A", ":").replaceAll("%2C", ","))];
      }),
  );
}

/** The percent sign comes last: `%250A` is the text `%0A`. */
function decode(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

/** `toJSON(needs)` of a later job. */
export function needs(jobs: Readonly<Record<string, RunResult | "skipped">>): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(jobs).map(([id, job]) => [
        id,
        job === "skipped"
          ? { result: "skipped", outputs: {} }
          : {
              result: job.exitCode === 0 ? "success" : "failure",
              outputs: job.outputs["evidence"] === undefined ? {} : { evidence: job.outputs["evidence"] },
            },
      ]),
    ),
    null,
    2,
  );
}
