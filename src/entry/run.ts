import { join } from "node:path";
import { setFailed, setOutput, setSecret, summary } from "@actions/core";
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
import type { StageName } from "../domain/evidence.ts";
import { handover } from "../domain/handover.ts";
import type { JobFacts, World } from "../ports.ts";
import { annotationsOf } from "../render/annotations.ts";
import { renderSummary } from "../render/summary.ts";
import type { Settings } from "../settings/settings.ts";
import { publish } from "../stages/publish.ts";
import { openRecorder } from "../stages/recorder.ts";
import type { Conclusion, Stage } from "../stages/stage.ts";

/** Largest report that becomes the summary. */
const maxReportBytes = 8 << 20;

/** Opens the world, runs the stage, and writes down how it ended. True when it passed, or was a dry run. */
export async function runStage<Inputs>(
  contract: Contract,
  stage: Stage<Inputs>,
  told: { readonly inputs: Record<string, unknown>; readonly settings: Settings },
): Promise<boolean> {
  const { settings, inputs } = told;
  const env = process.env;
  const job = jobFacts(env, String(inputs["job-id"] ?? ""));
  const stop = new AbortController();
  const world = openWorld(job, env, String(inputs["github-token"] ?? ""), stop.signal);
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

  let conclusion: Conclusion;
  try {
    conclusion = await stage({ world, settings, recorder }, inputs as Inputs);
  } catch (error) {
    const what = errorStack(error);
    world.log.info(what);
    conclusion = {
      status: "failed",
      decision: "stop",
      reason_code: "unexpected_error",
      says: `Unexpected error: ${errorText(error)}`,
      remedy:
        "This is a fault of phoenix-deploy or of the machine. The stack is in the log; look at the target before running again.",
    };
  }
  const { evidence, pin } = await recorder.finish(conclusion);

  // The evidence is sealed by its pin: what could not be shown elsewhere is said in the summary.
  const warnings = await publish(world, evidence, {
    comment: inputs["comment"] === true,
    checkRun: inputs["check-run"] === true,
  });
  for (const warning of warnings) world.log.warning(warning);
  const shown = { ...evidence, warnings: [...evidence.warnings, ...warnings] };
  for (const { finding, title } of annotationsOf(shown)) world.log.annotate(finding, title);
  const report = contract.folder === "report" ? await readReport(world) : null;
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

/** The report as its stage left it; null where there is none, or it cannot be read, which changes no verdict. */
async function readReport({ files, job, log }: World): Promise<string | null> {
  try {
    return await files.read(join(job.workspace, handover.report, "report.md"), maxReportBytes);
  } catch (error) {
    log.warning(`The report is not in the job summary: ${errorText(error)}`);
    return null;
  }
}

async function writeSummary(markdown: string, world: World): Promise<void> {
  try {
    await summary.addRaw(markdown, true).write();
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

function openWorld(job: JobFacts, env: NodeJS.ProcessEnv, token: string, cancel: AbortSignal): World {
  if (token !== "") setSecret(token);
  const idTokenUrl = env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
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
      runnerName: env["RUNNER_NAME"] ?? "",
      idToken: idTokenUrl === "" ? null : { url: idTokenUrl, token: env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "" },
      apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
      graphqlUrl: env["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
    }),
    repository: repositoryAdapter(job.workspace),
    toolchain: toolchainAdapter(env["PATH"] ?? ""),
    log: logAdapter((text) => process.stdout.write(text)),
    job,
    secret: (name) => masked(env[name]),
  };
}
