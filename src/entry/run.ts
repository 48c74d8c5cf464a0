import { summary as jobSummary, setFailed, setOutput, setSecret } from "@actions/core";
import { clockAdapter } from "../adapters/clock.ts";
import { fence } from "../adapters/fence.ts";
import { filesAdapter } from "../adapters/files.ts";
import { githubAdapter } from "../adapters/github.ts";
import { httpAdapter } from "../adapters/http.ts";
import { jobFacts } from "../adapters/job.ts";
import { logAdapter } from "../adapters/log.ts";
import { repositoryAdapter } from "../adapters/repository.ts";
import { shellAdapter } from "../adapters/shell.ts";
import { toolchainAdapter } from "../adapters/toolchain.ts";
import type { Contract } from "../contract.ts";
import { errorStack, errorText } from "../domain/error-text.ts";
import type { Evidence, Pin, StageName } from "../domain/evidence.ts";
import type { GitHub } from "../ports/github.ts";
import type { JobFacts } from "../ports/job.ts";
import type { World } from "../ports/world.ts";
import { annotationsOf } from "../render/annotations.ts";
import { renderSummary } from "../render/summary.ts";
import type { Settings } from "../settings/settings.ts";
import { publish } from "../stages/publish.ts";
import { type OpenRecorder, openRecorder } from "../stages/recorder.ts";
import { type Conclusion, type Stage, stopped } from "../stages/stage.ts";

/** Inputs and settings without a fault. */
interface Given {
  readonly inputs: Record<string, unknown>;
  readonly settings: Settings;
}

/** Opens the world, runs the stage, and writes down how it ended. True when it passed, or was a dry run. */
export async function runStage<Inputs>(contract: Contract, stage: Stage<Inputs>, given: Given): Promise<boolean> {
  const { settings, inputs } = given;
  const stop = new AbortController();
  const world = openWorld(inputs, stop.signal);
  const named = inputs["environment"];
  const recorder = await openRecorder(world, contract.folder as StageName, {
    app: settings.app,
    environment: typeof named === "string" ? named : null,
  });
  // Evidence and journal are already written when a signal comes: what is left is to end our tools and begin nothing
  // new.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) world.log.warning(`${signal}: the step under way is finished, no other begins.`);
      stop.abort();
    });
  }
  const conclusion = await concluded(() => stage({ world, settings, recorder }, inputs as Inputs), world);
  const sealed = await recorder.finish(conclusion);
  await show(world, inputs, { evidence: sealed.evidence, summary: recorder.summary });
  return leaveOutcome(recorder, sealed, world);
}

/** How the stage ended; an exception is a conclusion too. */
async function concluded(stage: () => Promise<Conclusion>, { log }: World): Promise<Conclusion> {
  try {
    return await stage();
  } catch (error) {
    log.info(errorStack(error));
    return stopped({
      reason_code: "unexpected_error",
      says: `Unexpected error: ${errorText(error)}`,
      remedy:
        "This is a fault of phoenix-deploy or of the machine. " +
        "The stack is in the log; look at the target before running again.",
    });
  }
}

/** Shows the evidence on the pull request, as annotations and as the job summary. It is sealed by its pin already. */
async function show(
  world: World,
  inputs: Given["inputs"],
  { evidence, summary }: { readonly evidence: Evidence; readonly summary: string | null },
): Promise<void> {
  const warnings = await publish(world, evidence, {
    comment: inputs["comment"] === true,
    checkRun: inputs["check-run"] === true,
  });
  for (const warning of warnings) world.log.warning(warning);
  // What could not be shown elsewhere is said in the summary.
  const shown = { ...evidence, warnings: [...evidence.warnings, ...warnings] };
  for (const { finding, title } of annotationsOf(shown)) world.log.annotate(finding, title);
  await writeSummary(summary ?? renderSummary(shown), world);
}

/** Sets the outputs and says in the log how the stage ended. True when it passed, or was a dry run. */
function leaveOutcome(
  { outputs }: OpenRecorder,
  { evidence, pin }: { readonly evidence: Evidence; readonly pin: Pin },
  { log }: World,
): boolean {
  setOutput("status", evidence.status);
  setOutput("decision", evidence.decision);
  setOutput("reason-code", evidence.reason_code);
  setOutput("evidence", JSON.stringify(pin));
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);

  const passed = evidence.status === "passed" || evidence.status === "planned";
  const sentence = `${evidence.says} ${evidence.remedy}`.trim();
  if (passed) log.info(`✓ ${sentence}`);
  else setFailed(sentence);
  return passed;
}

async function writeSummary(markdown: string, world: World): Promise<void> {
  try {
    await jobSummary.addRaw(markdown, true).write();
  } catch (error) {
    // Bookkeeping never changes a verdict.
    world.log.warning(`The job summary could not be written: ${errorText(error)}`);
  }
}

/**
 * A value that must not be shown, hidden from the log: the runner hides whole lines, so each is named, and what follows
 * a header's name.
 */
function masked(value: string | undefined): string | undefined {
  for (const line of value?.split(/\r?\n/) ?? []) {
    const [, part = ""] = /^[A-Za-z0-9-]+:\s*(.+)$/.exec(line) ?? [];
    for (const one of [line, part]) if (one.trim() !== "") setSecret(one.trim());
  }
  return value || undefined;
}

function openWorld(inputs: Given["inputs"], cancel: AbortSignal): World {
  const { env } = process;
  const runner = { env, cwd: process.cwd(), pid: process.pid, entry: process.argv[1] ?? "" };
  const job = jobFacts(runner, String(inputs["job-id"] ?? ""));
  const write = (text: string) => void process.stdout.write(text);
  return {
    shell: shellAdapter({ cwd: job.workspace, env, cancel, show: (chunk) => write(fence(chunk)) }),
    http: httpAdapter(env),
    files: filesAdapter(),
    clock: clockAdapter(cancel),
    cancellation: {
      get cancelled() {
        return cancel.aborted;
      },
    },
    github: openGitHub(job, String(inputs["github-token"] ?? "")),
    repository: repositoryAdapter(job.workspace, env),
    toolchain: toolchainAdapter(env["PATH"] ?? ""),
    log: logAdapter(write),
    job,
    secret: (name) => masked(env[name]),
  };
}

function openGitHub({ repository, runId }: JobFacts, token: string): GitHub {
  const { env } = process;
  if (token !== "") setSecret(token);
  const idTokenUrl = env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
  return githubAdapter({
    token,
    repository,
    runId,
    runnerName: env["RUNNER_NAME"] ?? "",
    idToken: idTokenUrl === "" ? null : { url: idTokenUrl, token: env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "" },
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    graphqlUrl: env["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
  });
}
