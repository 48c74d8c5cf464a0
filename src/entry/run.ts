import { clockAdapter } from "../adapters/clock.ts";
import { filesAdapter } from "../adapters/files.ts";
import { githubAdapter } from "../adapters/github.ts";
import { httpAdapter } from "../adapters/http.ts";
import { repositoryAdapter } from "../adapters/repository.ts";
import { shellAdapter } from "../adapters/shell.ts";
import { toolchainAdapter } from "../adapters/toolchain.ts";
import type { Contract } from "../contract.ts";
import type { Evidence, Pin, StageName } from "../domain/evidence/evidence.ts";
import { changeBegan } from "../domain/evidence/result.ts";
import { errorStack, errorText } from "../domain/values/error-text.ts";
import type { GitHub } from "../ports/github.ts";
import type { JobFacts } from "../ports/job.ts";
import type { World } from "../ports/world.ts";
import { annotationsOf } from "../render/findings/annotations.ts";
import { renderSummary } from "../render/stage/summary.ts";
import type { Settings } from "../settings/settings.ts";
import { applicationOf, publish } from "../stages/publish.ts";
import { type OpenRecorder, openRecorder } from "../stages/recorder.ts";
import { type Conclusion, type Stage, stopped } from "../stages/stage.ts";
import type { Voice } from "./surroundings.ts";

/** Inputs and settings without a fault. */
interface Given {
  readonly inputs: Record<string, unknown>;
  readonly settings: Settings;
}

/** A stage that is about to run, and who hears it. */
interface Running<Inputs> {
  readonly contract: Contract;
  readonly stage: Stage<Inputs>;
  readonly voice: Voice;
  /** What the stage sees of the environment. */
  readonly env: NodeJS.ProcessEnv;
}

/** Opens the world, runs the stage, and writes down how it ended. True when it passed, or was a dry run. */
export async function runStage<Inputs>(running: Running<Inputs>, given: Given): Promise<boolean> {
  const { contract, stage, voice, env } = running;
  const { settings, inputs } = given;
  const stop = new AbortController();
  const world = openWorld({ voice, env, inputs }, stop.signal);
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
  await show({ world, inputs, voice }, { evidence: sealed.evidence, summary: recorder.summary });
  return leaveOutcome(recorder, sealed, voice);
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
  { world, inputs, voice }: { readonly world: World; readonly inputs: Given["inputs"]; readonly voice: Voice },
  { evidence, summary }: { readonly evidence: Evidence; readonly summary: string | null },
): Promise<void> {
  const warnings = await publish(world, evidence, {
    comment: inputs["comment"] === true,
    checkRun: inputs["check-run"] === true,
    application: applicationOf(inputs),
  });
  for (const warning of warnings) world.log.warning(warning);
  // What could not be shown elsewhere is said in the summary.
  const shown = { ...evidence, warnings: [...evidence.warnings, ...warnings] };
  for (const { finding, title } of annotationsOf(shown)) world.log.annotate(finding, title);
  try {
    await voice.summary(summary ?? renderSummary(shown), world, summary !== null);
  } catch (error) {
    // Bookkeeping never changes a verdict.
    world.log.warning(`The job summary could not be written: ${errorText(error)}`);
  }
}

/** Sets the outputs and says in the log how the stage ended. True when it passed, or was a dry run. */
function leaveOutcome(
  { outputs }: OpenRecorder,
  { evidence, pin }: { readonly evidence: Evidence; readonly pin: Pin },
  { log, failed, outputs: leave }: Voice,
): boolean {
  const { status, decision, reason_code } = evidence;
  const changed = String(changeBegan(evidence.results));
  leave({ status, decision, "reason-code": reason_code, changed, evidence: JSON.stringify(pin), ...outputs });

  const passed = evidence.status === "passed" || evidence.status === "planned";
  const sentence = `${evidence.says} ${evidence.remedy}`.trim();
  if (passed) log.info(`✓ ${sentence}`);
  else failed(sentence);
  return passed;
}

/**
 * What is shorter is hidden only where it is a secret of GitHub, which hides it by itself. The runner hides a value
 * wherever it stands, and drops the outputs that hold it: `https` of a header, or `1`, would be in all of them.
 */
const leastMasked = 8;

/**
 * A value that must not be shown, hidden from the log: the runner hides whole lines, so each is named, and what follows
 * a header's name.
 */
function masked(value: string | undefined, mask: Voice["mask"]): string | undefined {
  for (const line of value?.split(/\r?\n/) ?? []) {
    const [, part = ""] = /^[A-Za-z0-9-]+:\s*(.+)$/.exec(line) ?? [];
    for (const one of [line, part]) if (one.trim().length >= leastMasked) mask(one.trim());
  }
  return value || undefined;
}

/** What the world is opened with. */
interface Opening {
  readonly voice: Voice;
  readonly env: NodeJS.ProcessEnv;
  readonly inputs: Given["inputs"];
}

function openWorld(opening: Opening, cancel: AbortSignal): World {
  const { voice, env, inputs } = opening;
  const job = voice.job(String(inputs["job-id"] ?? ""));
  const clock = clockAdapter(cancel);
  return {
    shell: shellAdapter({ cwd: job.workspace, env, cancel, show: voice.show }),
    http: httpAdapter(env),
    files: filesAdapter(),
    clock,
    cancellation: {
      get cancelled() {
        return cancel.aborted;
      },
    },
    github: openGitHub(opening, job, clock.sleep),
    repository: repositoryAdapter(job.workspace, env),
    toolchain: toolchainAdapter(env["PATH"] ?? ""),
    log: voice.log,
    job,
    secret: (name) => masked(env[name], voice.mask),
  };
}

/** From how long on a wait for GitHub is said in the log. */
const saidFromMs = 5_000;

function openGitHub(
  { voice, env, inputs }: Opening,
  { repository, runId }: JobFacts,
  sleep: World["clock"]["sleep"],
): GitHub {
  let said = false;
  const token = String(inputs["github-token"] ?? "");
  if (token !== "") voice.mask(token);
  const idTokenUrl = env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
  return githubAdapter({
    token,
    repository,
    runId,
    runnerName: env["RUNNER_NAME"] ?? "",
    idToken: idTokenUrl === "" ? null : { url: idTokenUrl, token: env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "" },
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    graphqlUrl: env["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
    async sleep(ms) {
      // Questions that are asked at once are refused at once.
      if (ms >= saidFromMs && !said)
        voice.log.info(`GitHub asks to wait ${Math.ceil(ms / 1_000)} s; it is asked again then.`);
      said ||= ms >= saidFromMs;
      await sleep(ms);
    },
  });
}
