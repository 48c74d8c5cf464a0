import { join } from "node:path";
import type { Judgement } from "../domain/evidence/result.ts";
import { tailOf } from "../mix-output/unfinished.ts";
import type { Command, Ran } from "../ports/shell.ts";
import type { CheckContext } from "./context.ts";
import type { ReleaseArtefact } from "./release-artefact.ts";

export type Variables = Readonly<Record<string, string>>;

/** Runs the release's own script on trial: it writes beside the folder that is packed, and leaves nothing in it. */
export function runRelease(
  context: CheckContext,
  { path, name }: ReleaseArtefact,
  { args, env, ...rest }: Partial<Command> & { readonly args: readonly string[] },
): Promise<Ran> {
  return context.shell.run({
    argv: [join(path, "bin", name), ...args],
    cwd: path,
    limitMs: 60_000,
    onCancel: "end",
    ...rest,
    env: { RELEASE_TMP: join(context.job.temp, "release"), ERL_CRASH_DUMP_SECONDS: "0", ...env },
  });
}

/** Loads the release's configuration as a server does, and starts nothing of the application. */
export function loadConfiguration(context: CheckContext, artefact: ReleaseArtefact, env: Variables): Promise<Ran> {
  const { app } = artefact;
  const vsn =
    app === null
      ? '""'
      : `_ = Application.load(:"${app.name}"); to_string(Application.spec(:"${app.name}", :vsn) || "")`;
  const asked = `vsn = (${vsn}); IO.puts(["phoenix-deploy-version ", System.fetch_env!("RELEASE_VSN"), " ", vsn])`;
  return runRelease(context, artefact, { args: ["eval", asked], env });
}

/** Null when the configuration loaded, in the very release that was assembled. */
export function judgeLoaded(ran: Ran, { version, app }: ReleaseArtefact): Judgement | null {
  const [, release, own] = /^phoenix-deploy-version (\S+) (\S*)$/m.exec(ran.stdout) ?? [];
  if (release === undefined) {
    const late = ran.ended === "timed-out" && ran.stderr.trim() === "";
    return {
      verdict: "fail",
      reason_code: "release_does_not_boot",
      says:
        "The release's configuration does not " +
        `load${ran.ended === "timed-out" ? " within 60 s" : ""}${late ? "." : `: ${reasonIn(ran)}`}`,
      remedy: "Fix in config/runtime.exs or `rel/` what its last lines in the job summary name.",
      tail: tailOf(ran),
    };
  }
  if (release === version && (app === null || app.version === null || own === "" || own === app.version)) return null;
  const [says, wanted] = release === version ? [own, app?.version ?? ""] : [release, version];
  return {
    verdict: "fail",
    reason_code: "release_does_not_boot",
    says: `The release says version ${says}, and ${wanted} was built.`,
    remedy: "A stale build was packed: remove _build/prod and run again.",
  };
}

/** The application's own words for why it ended, else how it ended. */
export function reasonIn(ran: Ran): string {
  const words = `${ran.stderr}\n${ran.stdout}`;
  const raised = /^\s*\*\* (\(.{1,400})$/m.exec(words)?.[1] ?? /^ERROR! (.{1,400})$/m.exec(words)?.[1];
  const last = ran.stderr.trim().split("\n").at(-1)?.slice(0, 400) ?? "";
  return raised ?? (last !== "" ? last : ran.why || `it exited with code ${ran.code ?? "none"}.`);
}

/** How long an application may take to start and to stop, milliseconds. */
const startMs = 60_000;

/**
 * Starts the application as a server does, with `bin/app start`, on a port that the system chooses and without
 * distribution. One second after the last application has started the VM writes down which ones run, and stops by
 * itself. Null when the project's own were among them.
 */
export async function startOnce(
  context: CheckContext,
  artefact: ReleaseArtefact,
  given: Variables,
): Promise<Judgement | null> {
  const { files, job } = context;
  const runningFile = join(job.temp, "out", "started");
  await files.remove(runningFile);
  await files.makeFolder(join(job.temp, "out"));
  // No quotation marks and no blanks: ERL_ZFLAGS is split at those. An env.sh often sets ERL_AFLAGS, and not this one.
  const running = "[[atom_to_list(A),10]||{A,_,_}<-application:which_applications()]";
  const code = `timer:sleep(1000),file:write_file(os:getenv(${characters("PD_STARTED")}),${running}),init:stop().`;
  const env = {
    ...{ PORT: "0", PHX_SERVER: "true", RELEASE_DISTRIBUTION: "none" },
    ...given,
    ...{ PD_STARTED: runningFile, ERL_ZFLAGS: `-eval ${code}` },
  };
  const ran = await runRelease(context, artefact, { args: ["start"], env, limitMs: startMs, keepBytes: 256 * 1024 });
  const seen = (await files.read(runningFile, 1 << 20))?.split("\n");
  if (seen !== undefined && artefact.starts.every((app) => seen.includes(app))) return null;
  if (ran.ended === "cancelled") return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
  const late = ran.ended === "timed-out" ? `did not start within ${startMs / 1_000} s` : "does not start";
  return {
    verdict: "fail",
    reason_code: "release_does_not_boot",
    says: `The application ${late}: ${whyNotStarted(ran)}`,
    remedy:
      `Read its last lines in the job summary. What it needs to start, such as a database, the job can give it: ` +
      "`env` and `services` of the job, `checks: {release: {env: …}}` in the settings.",
    tail: tailOf(ran),
  };
}

function characters(text: string): string {
  return `[${[...text].map((one) => one.charCodeAt(0)).join(",")}]`;
}

/** The exception that kept the application from starting, else the last words. */
function whyNotStarted(ran: Ran): string {
  const words = `${ran.stderr}\n${ran.stdout}`;
  const could = /Could not start application \S+ (.{1,400})/.exec(words)?.[1];
  const raised = /\*\* \((?!EXIT\)|exit\))(.{1,400})$/m.exec(words)?.[1];
  if (raised !== undefined) return `(${raised}`;
  return could ?? reasonIn(ran);
}
