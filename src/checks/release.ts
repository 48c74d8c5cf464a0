import { join } from "node:path";
import { type Release, releaseSchema } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import type { Files, JobFacts, Shell } from "../ports.ts";
import type { Project, ReleaseArtefact } from "./artefacts.ts";
import { tailOf } from "./lane.ts";

/** What the release check stands on. */
export interface Assembled {
  readonly artefact: ReleaseArtefact;
  readonly project: Project;
  readonly name: string;
  readonly head: { readonly sha: string; readonly tree: string };
  /** `.phoenix-deploy/release` of the checkout. */
  readonly folder: string;
  readonly job: JobFacts;
}

/** Values that config/runtime.exs usually demands, so that a boot check can read it. Set ones win. */
const dummies = {
  SECRET_KEY_BASE: "phoenix-deploy-boot-check-".repeat(4),
  DATABASE_URL: "ecto://boot:check@localhost/none",
  PHX_HOST: "localhost",
};

/** Boots the assembled release once, packs it, and writes its manifest. The bytes are the same for the same content. */
export async function packRelease(
  assembled: Assembled,
  shell: Shell,
  files: Files,
  secret: (name: string) => string | undefined,
): Promise<{ readonly judgement: Judgement; readonly release: Release | null }> {
  const { artefact, project, name, folder } = assembled;
  const failed = (reason_code: Judgement["reason_code"], says: string, remedy: string, tail = "") => ({
    judgement: { verdict: "fail", reason_code, says, remedy, tail } as const,
    release: null,
  });
  if (artefact.status === "failed")
    return failed("release_not_assembled", `mix release failed: ${artefact.message.split("\n")[0]}`, "See the message.", artefact.message);
  const start = join(artefact.path, "bin", name);
  if (!(await files.exists(start)))
    return failed("release_not_assembled", `mix release left no bin/${name}.`, "Look at `releases` in mix.exs.");

  const app = project.app ?? name;
  const asked = `_ = Application.load(:"${app}"); IO.puts(["phoenix-deploy-version ", to_string(Application.spec(:"${app}", :vsn))])`;
  const env = Object.fromEntries(Object.entries(dummies).map(([key, value]) => [key, secret(key) ?? value]));
  const boot = await shell.run({ argv: [start, "eval", asked], cwd: artefact.path, env, limitMs: 60_000, onCancel: "end" });
  const version = /^phoenix-deploy-version (\S+)$/m.exec(boot.stdout)?.[1];
  if (version === undefined)
    return failed(
      "release_does_not_boot",
      "The release does not boot: `eval` printed no version.",
      "config/runtime.exs usually needs a variable or does not compile; see the last lines.",
      tailOf(boot),
    );
  if (version !== project.version)
    return failed(
      "release_does_not_boot",
      `The release says version ${version}, mix.exs says ${project.version}.`,
      "A stale build was packed: remove _build/prod and run again.",
    );

  const plts = await shell.run({ argv: ["find", ".", "-name", "*.plt", "-print"], cwd: artefact.path, limitMs: 60_000, onCancel: "end" });
  if (plts.ended !== "exited" || plts.stdout.trim() !== "")
    return failed(
      "release_not_assembled",
      `The release holds ${plts.stdout.trim().split("\n").join(", ")}.`,
      "Keep PLT files outside `priv/`.",
    );

  await files.remove(folder);
  await files.makeFolder(folder);
  const packed = join(folder, "packing.tar.gz");
  // No times, owners or order of the machine: two builds of the same content have the same digest.
  const tar = await shell.run({
    argv: [
      "tar",
      "--create",
      "--file",
      packed,
      "--use-compress-program=gzip -n",
      "--sort=name",
      "--mtime=@0",
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--directory",
      artefact.path,
      ".",
    ],
    limitMs: 600_000,
    onCancel: "end",
  });
  const sum = tar.code === 0 ? await files.digest(packed) : null;
  if (sum === null) return failed("release_not_assembled", "The release could not be packed.", "Look at the disk space.", tailOf(tar));
  const file = `${app}-${version}-${sum.sha256.slice(0, 8)}.tar.gz`;
  await files.move(packed, join(folder, file));
  const { job, head } = assembled;
  const parsed = releaseSchema.safeParse({
    schema_version: 1,
    app,
    name,
    version,
    git_sha: head.sha,
    git_tree: head.tree,
    digest: sum.sha256,
    bytes: sum.bytes,
    file,
    elixir: project.elixir,
    otp: project.otp,
    os: "linux",
    arch: process.arch,
    built_by: { run_id: job.runId, run_attempt: job.runAttempt, url: job.runUrl },
  });
  if (!parsed.success) {
    return failed(
      "release_not_assembled",
      `The release cannot be named: ${parsed.error.issues.map((one) => `${one.path.join(".")} ${one.message}`).join("; ")}.`,
      "Mend `app` or `version` in mix.exs.",
    );
  }
  await files.write(join(folder, "manifest.json"), `${JSON.stringify(parsed.data, null, 2)}\n`);
  const says = `${app} ${version} was assembled, booted and packed: ${sum.bytes} bytes, sha256 ${sum.sha256.slice(0, 12)}….`;
  return {
    judgement: { verdict: "pass", reason_code: "passed", says, facts: { version, digest: sum.sha256, bytes: sum.bytes, file } },
    release: parsed.data,
  };
}
