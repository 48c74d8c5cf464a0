import { join } from "node:path";
import type { Judgement } from "../domain/result.ts";
import type { Command, Ran } from "../ports.ts";
import type { ReleaseArtefact } from "./artefacts.ts";
import { tailOf } from "./lane.ts";
import type { Bench } from "./vm.ts";

export type Variables = Readonly<Record<string, string>>;

/** Runs the release's own script on trial: it writes beside the folder that is packed, and leaves nothing in it. */
export function runRelease(bench: Bench, { path, name }: ReleaseArtefact, args: readonly string[], more: Partial<Command>): Promise<Ran> {
  const { env, ...rest } = more;
  return bench.shell.run({
    argv: [join(path, "bin", name), ...args],
    cwd: path,
    limitMs: 60_000,
    onCancel: "end",
    ...rest,
    env: { RELEASE_TMP: join(bench.job.temp, "release"), ERL_CRASH_DUMP_SECONDS: "0", ...env },
  });
}

/** Loads the release's configuration as a server does, and starts nothing of the application. */
export function loadConfiguration(bench: Bench, artefact: ReleaseArtefact, env: Variables): Promise<Ran> {
  const { app } = artefact;
  const vsn = app === null ? '""' : `_ = Application.load(:"${app.name}"); to_string(Application.spec(:"${app.name}", :vsn) || "")`;
  const asked = `vsn = (${vsn}); IO.puts(["phoenix-deploy-version ", System.fetch_env!("RELEASE_VSN"), " ", vsn])`;
  return runRelease(bench, artefact, ["eval", asked], { env });
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
export function reasonIn(ran: Ran): string {
  const words = `${ran.stderr}\n${ran.stdout}`;
  const raised = /^\s*\*\* (\(.{1,400})$/m.exec(words)?.[1] ?? /^ERROR! (.{1,400})$/m.exec(words)?.[1];
  const last = ran.stderr.trim().split("\n").at(-1)?.slice(0, 400) ?? "";
  return raised ?? (last !== "" ? last : ran.why || `it exited with code ${ran.code ?? "none"}.`);
}
