import { join } from "node:path";
import type { Judgement } from "../domain/result.ts";
import type { Ran } from "../ports.ts";
import type { ReleaseArtefact } from "./artefacts.ts";
import { tailOf } from "./lane.ts";
import type { Bench } from "./vm.ts";

/** Variables for a release that is run on trial: where it writes, and nothing left behind in the folder that is packed. */
export function trialEnvironment(bench: Bench): Readonly<Record<string, string>> {
  return { RELEASE_TMP: join(bench.job.temp, "release"), ERL_CRASH_DUMP_SECONDS: "0" };
}

/** Loads the release's configuration with its own script, as a server does, and starts nothing of the application. */
export function loadConfiguration(bench: Bench, { path, name, app }: ReleaseArtefact, env: Readonly<Record<string, string>>): Promise<Ran> {
  const vsn = app === null ? '""' : `_ = Application.load(:"${app.name}"); to_string(Application.spec(:"${app.name}", :vsn) || "")`;
  const asked = `vsn = (${vsn}); IO.puts(["phoenix-deploy-version ", System.fetch_env!("RELEASE_VSN"), " ", vsn])`;
  return bench.shell.run({
    argv: [join(path, "bin", name), "eval", asked],
    cwd: path,
    env: { ...trialEnvironment(bench), ...env },
    limitMs: 60_000,
    onCancel: "end",
  });
}

/** Null when the configuration loaded, in the very release that was assembled. */
export function judgeLoaded(ran: Ran, { version, app }: ReleaseArtefact): Judgement | null {
  const [, release, own] = /^phoenix-deploy-version (\S+) (\S*)$/m.exec(ran.stdout) ?? [];
  if (release === undefined) {
    const ended = ran.ended === "timed-out" ? " within 60 s" : "";
    return {
      verdict: "fail",
      reason_code: "release_does_not_boot",
      says: `The release's configuration does not load${ended}: ${reasonIn(ran)}`,
      remedy: "Fix what the last lines name, in config/runtime.exs or `rel/`.",
      tail: tailOf(ran),
    };
  }
  if (release === version && (app === null || app.version === null || own === "" || own === app.version)) return null;
  const [says, wanted] = release === version ? [own, app?.version ?? ""] : [release, version];
  return {
    verdict: "fail",
    reason_code: "release_does_not_boot",
    says: `The release says version ${says}, mix.exs says ${wanted}.`,
    remedy: "A stale build was packed: remove _build/prod and run again.",
  };
}

/** The application's own words for why it ended, else how it ended. */
function reasonIn(ran: Ran): string {
  const words = `${ran.stderr}\n${ran.stdout}`;
  const raised = /^\*\* (.{1,400})$/m.exec(words)?.[1] ?? /^ERROR! (.{1,400})$/m.exec(words)?.[1];
  const last = ran.stderr.trim().split("\n").at(-1)?.slice(0, 400) ?? "";
  return raised ?? (last !== "" ? last : ran.why || `\`eval\` exited with code ${ran.code ?? "none"}.`);
}
