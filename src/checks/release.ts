import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { z } from "zod";
import { packFolder } from "../commands/tar.ts";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { manifestOf, type Release, releaseSchema } from "../domain/release/release.ts";
import type { Project } from "../domain/validation/project.ts";
import { counted } from "../domain/values/plural.ts";
import { tailOf } from "../mix-output/unfinished.ts";
import type { Ran } from "../ports/shell.ts";
import { environmentName, environmentValue, repositoryPath } from "../settings/values.ts";
import { inFolder, releaseCommand } from "./by-hand.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck, type Given, optionsOf } from "./define.ts";
import { anyFile } from "./reads.ts";
import type { ReleaseArtefact } from "./release-artefact.ts";
import { startOnce } from "./release-boot.ts";
import { type Configuration, proveConfiguration, variablesOfShell } from "./release-configuration.ts";
import { judgeContents } from "./release-contents.ts";
import { environmentExample, wantedIn } from "./release-environment.ts";
import { type Listed, listFiles } from "./release-files.ts";
import { needsOfBinaries } from "./release-needs.ts";
import { choiceOf, exampleFile, needsOf, unbilled, unlisted } from "./release-notices.ts";
import { writeBill } from "./release-sbom.ts";
import { versionIn } from "./released.ts";

const check = defineCheck({
  id: "release",
  title: "MIX_ENV=prod mix release",
  level: "must",
  docs: {
    passes: "the release was assembled, its configuration loads, and it holds nothing that must not ship",
    more: "see below",
  },
  settings: {
    allow: z.array(repositoryPath).max(100).optional(),
    env: z.record(environmentName, environmentValue).optional(),
    boot: z.enum(["eval", "start"]).optional(),
  },
  vm: "builds",
  reads: anyFile,
  restsOn: ({ settings, released }) => ({ app: settings.app, version: versionIn(released) }),
  byHand: releaseCommand,
});

export default check;

/** What the settings say of the release, with the defaults. */
export interface ReleaseRules {
  /** Files that may ship though the rule of its contents refuses them. */
  readonly allow: readonly string[];
  /** Variables that its configuration is loaded with, where the job has none of that name. */
  readonly env: Readonly<Record<string, string>>;
  /** `eval` loads the configuration; `start` starts the application as well. */
  readonly boot: "eval" | "start";
}

export function releaseRules(given: Given): ReleaseRules {
  return { allow: [], env: {}, boot: "eval", ...optionsOf(check, given) };
}

/** What a release is named and packed with. */
export interface Shipment {
  readonly project: Project;
  readonly app: string;
  readonly head: { readonly sha: string; readonly tree: string; readonly committedAt?: string };
  /** `.phoenix-deploy/release` of the checkout. */
  readonly folder: string;
  readonly rules: ReleaseRules;
  /** A variable of the job's environment. */
  readonly secret: (name: string) => string | undefined;
}

/** The judgement, and the release where it passed. */
interface Packed {
  readonly judgement: Judgement;
  readonly release: Release | null;
}

/** Values that config/runtime.exs usually demands, so that it can be read. Set ones win. */
const dummies = {
  SECRET_KEY_BASE: "phoenix-deploy-boot-check-".repeat(4),
  DATABASE_URL: "ecto://boot:check@localhost/none",
  PHX_HOST: "localhost",
};

/**
 * Loads the configuration of the assembled release once, packs it, and writes its manifest. The bytes are the same for
 * the same content.
 */
export async function packRelease(
  context: CheckContext,
  artefact: ReleaseArtefact,
  shipment: Shipment,
): Promise<Packed> {
  const { files, shell } = context;
  const { folder, project, rules } = shipment;
  if (!(await files.exists(join(artefact.path, "bin", artefact.name)))) {
    const remedy = "Look at `releases` in mix.exs: `include_executables_for` must name `:unix`.";
    return failed("release_not_assembled", { says: `mix release left no bin/${artefact.name}.`, remedy });
  }
  const contents = await judgeContents(context, {
    path: artefact.path,
    apps: Object.keys(project.folders),
    allow: rules.allow,
  });
  // mix itself assembles it.
  if ("judgement" in contents) return { judgement: { ...contents.judgement, reproduce: "" }, release: null };

  await files.remove(folder);
  await files.makeFolder(folder);
  const packing = join(folder, "packing.tar.gz");
  // Packing works on the disk and gzip, loading on the VM: neither changes what the other reads.
  const [configuration, tar, list, needs] = await Promise.all([
    proveConfiguration(context, artefact, givenTo(shipment)),
    shell.run({ argv: packFolder(artefact.path, packing), limitMs: context.limitMs, onCancel: "end" }),
    listFiles(context, artefact.path),
    needsOfBinaries(context, artefact.path),
  ]);
  await writeExample(context, artefact, configuration);
  const left = [...contents.notices, ...unlisted(list), ...unbilled(artefact)];
  const notices = [...choiceOf(artefact), ...needsOf(configuration), ...left];
  // After the packing: an application may write into its folder when it starts.
  const unfit = await unfitness(context, { artefact, shipment, configuration });
  const assembled = { artefact, shipment, configuration, notices };
  const packed =
    unfit === null
      ? await nameIt(context, assembled, { packing, tar, list, needs })
      : { judgement: unfit, release: null };
  if (packed.release === null) await files.remove(folder);
  return packed;
}

/**
 * Why it may not ship: its configuration, or where the settings ask for it its start, with the command that shows it.
 */
async function unfitness(
  context: CheckContext,
  { artefact, shipment, configuration }: Omit<Assembled, "notices">,
): Promise<Judgement | null> {
  const shows = (command: string) => {
    const assembles = releaseCommand({ ...shipment, version: null });
    const script = join(relative(context.project, artefact.path), "bin", artefact.name);
    return {
      reproduce: inFolder(relative(context.job.workspace, context.project), `${assembles} && ${script} ${command}`),
    };
  };
  if (configuration.judgement !== null) return { ...configuration.judgement, ...shows("eval ':ok'") };
  const unstarted = shipment.rules.boot === "start" ? await started(context, artefact, configuration) : null;
  return unstarted === null ? null : { ...unstarted, ...shows("start") };
}

/** Null where the application started; without its configuration it cannot. */
async function started(
  context: CheckContext,
  artefact: ReleaseArtefact,
  { loads, env, findings }: Configuration,
): Promise<Judgement | null> {
  if (loads) return startOnce(context, artefact, env);
  return {
    verdict: "error",
    reason_code: "not_judged",
    says: "The application could not be started: its configuration needs a value that is unknown.",
    remedy: findings[0]?.message ?? "Give the job its variables.",
    findings,
  };
}

/** What the configuration is loaded with beside the job's own variables, which win; and what of it is made up. */
function givenTo({ rules, secret }: Shipment) {
  const ours = Object.entries({ ...dummies, ...rules.env }).filter(([key]) => secret(key) === undefined);
  return { env: Object.fromEntries(ours), dummies: ours.map(([key]) => key).filter((key) => !(key in rules.env)) };
}

/** Writes what the server's `shared/env` needs. */
async function writeExample(
  { files, job }: CheckContext,
  { name, version, path }: ReleaseArtefact,
  configuration: Configuration,
): Promise<void> {
  const inRelease = (file: string) => files.read(join(path, "releases", version, file), 4 << 20).catch(() => null);
  const text = (await inRelease("runtime.exs")) ?? (await inRelease("releases.exs")) ?? "";
  const reads = [...configuration.reads, ...variablesOfShell((await inRelease("env.sh")) ?? "")];
  await files.write(
    join(job.workspace, exampleFile),
    environmentExample({ release: `${name} ${version}`, needs: configuration.needs, reads, text }),
  );
}

/** A release that may be packed. */
interface Assembled {
  readonly artefact: ReleaseArtefact;
  readonly shipment: Shipment;
  readonly configuration: Configuration;
  readonly notices: readonly Finding[];
}

/** What was made of its folder. */
interface Packing {
  readonly packing: string;
  readonly tar: Ran;
  readonly list: Listed;
  readonly needs: Release["needs"];
}

/** Gives the packed bytes their name and writes the list of files and the manifest beside them. */
async function nameIt(
  context: CheckContext,
  { artefact, shipment, configuration, notices }: Assembled,
  { packing, tar, list, needs }: Packing,
): Promise<Packed> {
  const { app, head, folder, project } = shipment;
  const { version, name } = artefact;
  const { files, job } = context;
  const environment = await needed(context, artefact, configuration);
  const sum = tar.code === 0 ? await files.digest(packing) : null;
  if (sum === null)
    return failed("release_not_assembled", {
      says: "The release could not be packed.",
      remedy: "Look at the disk space.",
      tail: tailOf(tar),
    });
  const stem = `${app}-${version}-${sum.sha256.slice(0, 8)}`;
  const file = `${stem}.tar.gz`;
  const listed = "text" in list ? { ...list, file: `${stem}.files`, sha256: sha256(list.text) } : undefined;
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
    environment,
    files: listed,
    needs,
    built_by: {
      ...{ run_id: job.runId, run_attempt: job.runAttempt, url: job.runUrl },
      artifact: context.artifactName ?? undefined,
    },
  });
  if (!parsed.success) {
    return failed("release_not_assembled", {
      says:
        "The release cannot be named: " +
        `${parsed.error.issues.map((one) => `${one.path.join(".")} ${one.message}`).join("; ")}.`,
      remedy: "Fix `app` or `version` in mix.exs.",
    });
  }
  await files.move(packing, join(folder, file));
  if (listed !== undefined) await files.write(join(folder, listed.file), listed.text);
  const release = await writeBill(context, { artefact, shipment, list }, parsed.data);
  await files.write(join(folder, "manifest.json"), manifestOf(release));
  return packed({ artefact, shipment, configuration, notices }, release);
}

/**
 * The variables that the host has to give it: those without which it was seen not to load, and those of our dummies
 * that its configuration wants and its env.sh does not set.
 */
async function needed(
  { files }: CheckContext,
  { path, version }: ReleaseArtefact,
  { needs }: Configuration,
): Promise<readonly string[]> {
  const inRelease = (file: string) => files.read(join(path, "releases", version, file), 4 << 20).catch(() => null);
  const text = (await inRelease("runtime.exs")) ?? "";
  const script = (await inRelease("env.sh")) ?? "";
  const wanted = wantedIn(text).filter((name) => name in dummies && !new RegExp(`\\b${name}=`).test(script));
  return [...new Set([...needs.map(({ name }) => name), ...wanted])];
}

function packed({ artefact, shipment, configuration, notices }: Assembled, release: Release): Packed {
  const { erts } = artefact;
  const { name, version, digest, bytes, file, otp } = release;
  const erlang = erts.included ? "" : ` It brings no Erlang: the host needs Erlang/OTP ${otp} (erts ${erts.version}).`;
  const says =
    `${name} ${version} was assembled, ${proofOf(configuration, shipment.rules)}, and it was packed: ${bytes} ` +
    `bytes, sha256 ${digest.slice(0, 12)}….${erlang}`;
  const needs = configuration.needs.map((one) => ({ name: one.name, form: one.form }));
  const proved = shipment.rules.boot === "start" ? "start" : configuration.loads ? "configuration" : "assembled";
  const facts = { name, version, digest, bytes, file, proved, needs, includes_erts: erts.included };
  return { judgement: { verdict: "pass", reason_code: "passed", says, facts, findings: notices }, release };
}

/** What was seen of the release before it was packed. */
function proofOf({ loads, needs }: Configuration, { boot }: ReleaseRules): string {
  if (boot === "start") return "its application started and stopped";
  if (!loads) return "whether its configuration loads is unknown for want of a value or a file";
  if (needs.length === 0) return "its configuration loads";
  return `its configuration loads (with ${counted(needs.length, "dummy", "dummies")})`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function failed(
  reason_code: Judgement["reason_code"],
  { says, remedy, tail = "" }: { readonly says: string; readonly remedy: string; readonly tail?: string },
): Packed {
  return { judgement: { verdict: "fail", reason_code, says, remedy, tail }, release: null };
}
