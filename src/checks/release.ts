import { join } from "node:path";
import { packFolder } from "../commands/tar.ts";
import { manifestOf, type Release, releaseSchema } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import type { Ran } from "../ports.ts";
import { type Project, type ReleaseArtefact, versionOf } from "./artefacts.ts";
import { tailOf } from "./lane.ts";
import { judgeContents } from "./release-contents.ts";
import type { Bench } from "./vm.ts";

/** What a release is named and packed with. */
export interface Shipment {
  readonly project: Project;
  readonly app: string;
  readonly head: { readonly sha: string; readonly tree: string };
  /** `.phoenix-deploy/release` of the checkout. */
  readonly folder: string;
  /** A variable of the job's environment. */
  readonly secret: (name: string) => string | undefined;
}

/** The judgement, and the release where it passed. */
interface Packed {
  readonly judgement: Judgement;
  readonly release: Release | null;
}

/** Values that config/runtime.exs usually demands, so that a boot check can read it. Set ones win. */
const dummies = {
  SECRET_KEY_BASE: "phoenix-deploy-boot-check-".repeat(4),
  DATABASE_URL: "ecto://boot:check@localhost/none",
  PHX_HOST: "localhost",
};

/** Boots the assembled release once, packs it, and writes its manifest. The bytes are the same for the same content. */
export async function packRelease(bench: Bench, artefact: ReleaseArtefact, shipment: Shipment): Promise<Packed> {
  const { files, shell } = bench;
  const { folder, project } = shipment;
  if (!(await files.exists(join(artefact.path, "bin", artefact.name))))
    return failed("release_not_assembled", `mix release left no bin/${artefact.name}.`, "Look at `releases` in mix.exs.");
  const unfit = await judgeContents(bench, { path: artefact.path, apps: Object.keys(project.folders) });
  if (unfit !== null) return { judgement: unfit, release: null };

  await files.remove(folder);
  await files.makeFolder(folder);
  const packing = join(folder, "packing.tar.gz");
  // Packing works on the disk and gzip, the boot on the VM: neither changes what the other reads.
  const [boot, tar] = await Promise.all([
    bootOnce(bench, artefact, shipment),
    shell.run({ argv: packFolder(artefact.path, packing), limitMs: bench.limitMs, onCancel: "end" }),
  ]);
  const packed =
    judgeBoot(boot, versionOf(project, shipment.app) ?? artefact.version) ?? (await nameIt(bench, artefact, shipment, packing, tar));
  if (packed.release === null) await files.remove(folder);
  return packed;
}

/** The application of the release whose version is asked for: the project's own, or the first of an umbrella that bears the release's name. */
function bootOnce({ shell }: Bench, { path, name }: ReleaseArtefact, { app, secret }: Shipment): Promise<Ran> {
  const asked = `_ = Application.load(:"${app}"); IO.puts(["phoenix-deploy-version ", to_string(Application.spec(:"${app}", :vsn) || System.get_env("RELEASE_VSN"))])`;
  const env = Object.fromEntries(Object.entries(dummies).map(([key, value]) => [key, secret(key) ?? value]));
  return shell.run({ argv: [join(path, "bin", name), "eval", asked], cwd: path, env, limitMs: 60_000, onCancel: "end" });
}

/** Null when the release booted and printed the version of mix.exs. */
function judgeBoot(boot: Ran, wanted: string): Packed | null {
  const version = /^phoenix-deploy-version (\S+)$/m.exec(boot.stdout)?.[1];
  if (version === undefined)
    return failed(
      "release_does_not_boot",
      "The release does not boot: `eval` printed no version.",
      "config/runtime.exs usually needs a variable or does not compile; see the last lines.",
      tailOf(boot),
    );
  if (version !== wanted)
    return failed(
      "release_does_not_boot",
      `The release says version ${version}, mix.exs says ${wanted}.`,
      "A stale build was packed: remove _build/prod and run again.",
    );
  return null;
}

/** Gives the packed bytes their name and writes the manifest beside them. */
async function nameIt({ files, job }: Bench, artefact: ReleaseArtefact, shipment: Shipment, packing: string, tar: Ran): Promise<Packed> {
  const { app, head, folder, project } = shipment;
  const sum = tar.code === 0 ? await files.digest(packing) : null;
  if (sum === null) return failed("release_not_assembled", "The release could not be packed.", "Look at the disk space.", tailOf(tar));
  const version = versionOf(project, app) ?? artefact.version;
  const file = `${app}-${version}-${sum.sha256.slice(0, 8)}.tar.gz`;
  const parsed = releaseSchema.safeParse({
    schema_version: 1,
    app,
    name: artefact.name,
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
  await files.move(packing, join(folder, file));
  await files.write(join(folder, "manifest.json"), manifestOf(parsed.data));
  const says = `${app} ${version} was assembled, booted and packed: ${sum.bytes} bytes, sha256 ${sum.sha256.slice(0, 12)}….`;
  return {
    judgement: { verdict: "pass", reason_code: "passed", says, facts: { version, digest: sum.sha256, bytes: sum.bytes, file } },
    release: parsed.data,
  };
}

function failed(reason_code: Judgement["reason_code"], says: string, remedy: string, tail = ""): Packed {
  return { judgement: { verdict: "fail", reason_code, says, remedy, tail }, release: null };
}
