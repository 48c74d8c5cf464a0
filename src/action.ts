import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { setFailed, setOutput, setSecret, summary } from "@actions/core";
import { clockAdapter } from "./adapters/clock.ts";
import { filesAdapter } from "./adapters/files.ts";
import { githubAdapter } from "./adapters/github.ts";
import { httpAdapter } from "./adapters/http.ts";
import { fence, logAdapter } from "./adapters/log.ts";
import { repositoryAdapter } from "./adapters/repository.ts";
import { shellAdapter } from "./adapters/shell.ts";
import type { Contract } from "./contract.ts";
import type { StageName } from "./domain/evidence.ts";
import type { JobFacts, World } from "./ports.ts";
import { annotationsOf } from "./render/annotations.ts";
import { renderSummary } from "./render/summary.ts";
import { type Fault, readAll } from "./settings/read.ts";
import { type Places, publish } from "./stages/publish.ts";
import { openRecorder } from "./stages/recorder.ts";
import { type Conclusion, type Stage, workspaceFolder } from "./stages/stage.ts";

/** Bytes of the settings file that are read; more is a fault. */
const maxSettingsBytes = 256 * 1024;

/**
 * The whole of an action: reads inputs and settings, opens the world, runs the stage, and says how it ended.
 * Always ends the process itself: an open handle must not keep a finished job alive.
 */
export async function runAction<Inputs>(contract: Contract, stage: Stage<Inputs>): Promise<void> {
  let code = 1;
  try {
    code = (await runStage(contract, stage)) ? 0 : 1;
  } catch (error) {
    setFailed(`Unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  process.exit(code);
}

/** True when the stage passed, or was a dry run. */
async function runStage<Inputs>(contract: Contract, stage: Stage<Inputs>): Promise<boolean> {
  const env = process.env;
  const job = jobFacts(env);
  const files = filesAdapter();
  const told = await readAll({ contract, env, workspace: job.workspace, readFile: (path) => files.read(path, maxSettingsBytes) });
  if (!told.ok) return refuse(contract, told.faults);
  const { settings, inputs } = told;

  const stop = new AbortController();
  const world = openWorld(job, env, String((inputs as Record<string, unknown>)["github-token"] ?? ""), stop.signal);
  const named = (inputs as Record<string, unknown>)["environment"];
  const recorder = await openRecorder(world, contract.folder as StageName, {
    app: settings.app,
    environment: typeof named === "string" ? named : null,
  });
  // Evidence and journal are already written when a signal comes: what is left is to end our tools and begin nothing new.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) world.log.warning(`${signal}: the step under way is finished, no other begins.`);
      stop.abort();
    });
  }

  let conclusion: Conclusion;
  try {
    conclusion = await stage({ world, settings, recorder }, inputs as Inputs);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.log.info(what);
    conclusion = {
      status: "failed",
      decision: "stop",
      reason_code: "unexpected_error",
      says: `Unexpected error: ${error instanceof Error ? error.message : String(error)}`,
      remedy: "This is a fault of phoenix-deploy or of the machine. The stack is in the log; look at the target before running again.",
    };
  }
  const { evidence, pin } = await recorder.finish(conclusion);

  // The evidence is sealed by its pin: what could not be shown elsewhere is said in the summary.
  const warnings = await publish(world, evidence, placesOf(inputs as Record<string, unknown>));
  for (const warning of warnings) world.log.warning(warning);
  const shown = { ...evidence, warnings: [...evidence.warnings, ...warnings] };
  for (const { finding, title } of annotationsOf(shown)) world.log.annotate(finding, title);
  const report =
    contract.folder === "report" ? await files.read(join(job.workspace, workspaceFolder, "report", "report.md"), 8 << 20) : null;
  await writeSummary(report ?? renderSummary(shown), world);
  setOutput("status", evidence.status);
  setOutput("decision", evidence.decision);
  setOutput("reason-code", evidence.reason_code);
  setOutput("evidence", JSON.stringify(pin));
  for (const [name, value] of Object.entries(recorder.outputs)) setOutput(name, value);

  const passed = evidence.status === "passed" || evidence.status === "planned";
  const sentence = evidence.remedy === "" ? evidence.says : `${evidence.says} ${evidence.remedy}`;
  if (passed) world.log.info(`✓ ${sentence}`);
  else setFailed(sentence);
  return passed;
}

/** Faults of inputs and settings: all at once, in one annotation and the summary; nothing was touched. */
async function refuse(contract: Contract, faults: readonly Fault[]): Promise<boolean> {
  const lines = faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`.trim());
  const count = `${faults.length} ${faults.length === 1 ? "fault" : "faults"} in the inputs and settings of ${contract.folder}. Nothing was run.`;
  process.stdout.write(fence(lines.map((line) => `✗ ${line}`).join("\n")));
  setFailed([count, ...lines].join("\n"));
  setOutput("status", "failed");
  setOutput("decision", "stop");
  setOutput("reason-code", faults[0]?.code ?? "invalid_input");
  const { renderFaults } = await import("./render/faults.ts");
  await summary
    .addRaw(renderFaults(count, faults))
    .write()
    .catch(() => undefined);
  return false;
}

/** Where the report is shown besides the summary; an action without these inputs shows it nowhere else. */
function placesOf(inputs: Record<string, unknown>): Places {
  return { comment: inputs["comment"] === true, checkRun: inputs["check-run"] === true };
}

async function writeSummary(markdown: string, world: World): Promise<void> {
  try {
    await summary.addRaw(markdown, true).write();
  } catch (error) {
    // Bookkeeping never changes a verdict.
    world.log.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function jobFacts(env: NodeJS.ProcessEnv): JobFacts {
  const workspace = resolve(env["GITHUB_WORKSPACE"] ?? process.cwd());
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const runId = env["GITHUB_RUN_ID"] ?? "0";
  const runAttempt = env["GITHUB_RUN_ATTEMPT"] ?? "1";
  const temp = join(env["RUNNER_TEMP"] ?? "/tmp", `phoenix-deploy-${process.pid}`);
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  return {
    repository,
    sha: env["GITHUB_SHA"] ?? "",
    ref: env["GITHUB_REF"] ?? "",
    runId,
    runAttempt,
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    actor: env["GITHUB_ACTOR"] ?? "",
    eventName: env["GITHUB_EVENT_NAME"] ?? "",
    cores: availableParallelism(),
    workspace,
    temp,
  };
}

function openWorld(job: JobFacts, env: NodeJS.ProcessEnv, token: string, cancel: AbortSignal): World {
  if (token !== "") setSecret(token);
  return {
    shell: shellAdapter({ cwd: job.workspace, env, cancel, show: (chunk) => process.stdout.write(fence(chunk)) }),
    http: httpAdapter(),
    files: filesAdapter(),
    clock: clockAdapter(cancel),
    cancellation: {
      get cancelled() {
        return cancel.aborted;
      },
    },
    github: githubAdapter({
      token,
      repository: job.repository,
      runId: job.runId,
      apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
      graphqlUrl: env["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
    }),
    repository: repositoryAdapter(job.workspace),
    log: logAdapter((text) => process.stdout.write(text)),
    job,
    secret: (name) => env[name] || undefined,
  };
}
