import { basename, isAbsolute, join, relative, resolve } from "node:path";
import type { Contract } from "../contract.ts";
import { handover } from "../domain/evidence/handover.ts";
import { errorText } from "../domain/values/error-text.ts";
import { readEnvironment } from "./environment.ts";
import { type Fault, shown } from "./fault.ts";
import type { Registries } from "./file.ts";
import { readInputs } from "./inputs.ts";
import { fileSchemaOf, type SettingsFile } from "./schema.ts";
import type { CheckSettings, Settings, SmokeTest } from "./settings.ts";

export type { Fault } from "./fault.ts";

/**
 * What settings are read from. `readFile` gives null when there is no such file and throws with a sentence when it
 * cannot be read.
 */
export interface Sources extends Registries {
  readonly contract: Contract;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  readonly readFile: (path: string) => Promise<string | null>;
  /** The first symbolic link at a folder or below it that leads out of the repository; null where there is none. */
  readonly linkOut: (folder: string) => Promise<{ readonly path: string; readonly to: string } | null>;
}

/** Inputs and settings file to one value; every fault of both at once. Inputs win. */
export async function readAll(
  sources: Sources,
): Promise<
  | { readonly ok: true; readonly inputs: Record<string, unknown>; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly Fault[] }
> {
  const { contract, env, workspace } = sources;
  const inputs = readInputs(contract, env);
  const given = inputs.ok ? inputs.inputs : {};
  const config = text(given["config"]) ?? defaultFile;
  const folder = text(given["working-directory"]) ?? ".";
  const cache = text(given["cache-path"]);
  const read = await settingsFile(sources, config);
  const faults = [
    ...(inputs.ok ? [] : inputs.faults),
    ...outside(workspace, { config, "working-directory": folder }),
    ...reserved(workspace, cache),
    ...(await linksOut(sources, cache ?? ("cache-path" in contract.inputs.shape ? cacheFolder : null))),
    ...(read.ok ? [] : read.faults),
  ];
  if (!inputs.ok || !read.ok || faults.length > 0) return { ok: false, faults };
  const projectPath = resolve(workspace, folder);
  return { ok: true, inputs: given, settings: settingsOf(read.file, given, { workspace, projectPath }) };
}

type FileRead =
  | { readonly ok: true; readonly file: SettingsFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The settings file, or the defaults where there is none. A path out of the repository is not read. */
async function settingsFile(sources: Sources, config: string): Promise<FileRead> {
  if (!inside(sources.workspace, config)) return { ok: true, file: defaults() };
  try {
    const content = await sources.readFile(join(sources.workspace, config));
    if (content !== null) return await readText(content, config, sources);
    const faults = await missing(sources, config);
    return faults.length > 0 ? { ok: false, faults } : { ok: true, file: defaults() };
  } catch (error) {
    const says = `It cannot be read: ${errorText(error)}.`;
    return { ok: false, faults: [{ code: "invalid_settings", place: config, says, remedy: "Fix the file." }] };
  }
}

/** Paths that lead out of the repository, by the input that names them. */
function outside(workspace: string, paths: Readonly<Record<string, string>>): readonly Fault[] {
  return Object.entries(paths)
    .filter(([, path]) => !inside(workspace, path))
    .map(([name]) => ({
      code: "invalid_input",
      place: `Input \`${name}\``,
      says: "It leads out of the repository.",
      remedy: "Give a path below the repository's root.",
    }));
}

/** A cache in a folder of git or of the evidence would be mixed with what is there. */
function reserved(workspace: string, cache: string | undefined): readonly Fault[] {
  if (cache === undefined) return [];
  const folders = [".git", handover.folder].map((own) => join(workspace, own));
  if (!cache.includes("\0") && !folders.some((folder) => below(folder, workspace, cache))) return [];
  return [
    {
      code: "invalid_input",
      place: "Input `cache-path`",
      says: `It is \`${shown(cache)}\`, a folder of git or of this run's evidence.`,
      remedy: "Leave the default `.phoenix-deploy-cache`, or name another folder.",
    },
  ];
}

const defaultFile = ".github/phoenix-deploy.yml";

/** A file that is named must exist, and one with the other ending is not read: neither may pass for the defaults. */
async function missing({ workspace, readFile }: Sources, config: string): Promise<readonly Fault[]> {
  const fault = (says: string, remedy: string): readonly Fault[] => [
    { code: "invalid_input", place: "Input `config`", says, remedy },
  ];
  if (config !== defaultFile)
    return fault(
      `There is no file \`${shown(config)}\`.`,
      `Name a file of the repository, or leave \`config\` out for ${defaultFile}.`,
    );
  const other = defaultFile.replace(/yml$/, "yaml");
  if ((await readFile(join(workspace, other))) === null) return [];
  return fault(`There is ${other}, which is not read.`, `Rename it to ${defaultFile}, or set \`config: ${other}\`.`);
}

/** What is written and removed below our own folders must stay in them, whatever links the repository holds. */
async function linksOut({ workspace, linkOut }: Sources, cache: string | null): Promise<readonly Fault[]> {
  const folders = [
    handover.folder,
    ...(cache === null || cache.includes("\0") ? [] : [relative(workspace, cacheIn(workspace, cache))]),
  ];
  const faults: Fault[] = [];
  for (const folder of folders.filter((one) => inside(workspace, one))) {
    const link = await linkOut(join(workspace, folder));
    if (link === null) continue;
    const own = folder === handover.folder;
    const path = shown(relative(workspace, link.path));
    faults.push({
      code: "invalid_input",
      place: own ? "Checkout" : "Input `cache-path`",
      says: `\`${path}\` is a symbolic link out of the repository, to ${shown(link.to)}.`,
      remedy: own
        ? "Remove the link from the repository."
        : "Remove the link from the repository, or name the folder that it leads to in `cache-path`.",
    });
  }
  return faults;
}

/** A file that does not exist leaves the defaults. */
function defaults(): SettingsFile {
  return fileSchemaOf([]).parse({ version: 1 });
}

/** YAML is loaded where there is some. */
async function readText(text: string, path: string, registries: Registries) {
  const { readFile } = await import("./file.ts");
  return readFile(text, path, registries);
}

function settingsOf(
  file: SettingsFile,
  inputs: Record<string, unknown>,
  { workspace, projectPath }: { readonly workspace: string; readonly projectPath: string },
): Settings {
  return {
    app: file.app ?? null,
    projectPath,
    checks: Object.fromEntries(
      Object.entries(file.checks).flatMap(([id, given]) => (given === undefined ? [] : [[id, checkSettings(given)]])),
    ),
    checkLimitMs: number(inputs["check-timeout"]) ?? 15 * 60_000,
    failFast: inputs["fail-fast"] === true,
    cachePath: cacheIn(workspace, text(inputs["cache-path"]) ?? cacheFolder),
    fresh: inputs["fresh"] === true,
    artifactName: text(inputs["artifact-name"]) ?? null,
    smoke: file.smoke.map(smokeTest),
    criteria: {
      errorRate: file.criteria["error-rate"] / 100,
      watchMs: file.criteria.watch,
      probesPerSecond: file.criteria["probes-per-second"],
      ...latencyCriteria(file.criteria.latency),
      inconclusive: file.criteria.inconclusive,
    },
    environments: Object.fromEntries(
      Object.entries(file.environments).map(([name, one]) => [name, readEnvironment(name, one)]),
    ),
    notify: file.notify,
  };
}

function latencyCriteria(given: SettingsFile["criteria"]["latency"]) {
  if (given === false || given === "off") return { latencyIncrease: null, latencyMaxMs: null };
  return { latencyIncrease: given.increase / 100, latencyMaxMs: given.max ?? null };
}

function checkSettings(given: NonNullable<SettingsFile["checks"][string]>): CheckSettings {
  if (given === false || given === "off") return { level: "off", options: {} };
  const { level, ...options } = given;
  return { level: level ?? null, options };
}

function smokeTest(one: SettingsFile["smoke"][number]): SmokeTest {
  const [method, path] = (["get", "head", "post", "put", "patch", "delete"] as const).flatMap((name) =>
    one[name] === undefined ? [] : [[name.toUpperCase(), one[name]] as const],
  )[0] ?? ["GET", "/"];
  return {
    name: one.name ?? `${method} ${path}`,
    method,
    path,
    headers: one.headers,
    body: one.body ?? null,
    status: one.status,
    text: one.text ?? null,
    json: one.json ?? null,
    withinMs: one.within,
    ...(one.tries > 1 ? { tries: one.tries } : {}),
  };
}

/** The name of the folder that is kept between runs. */
const cacheFolder = ".phoenix-deploy-cache";

/** Always a folder of that name: what is removed or ignored in it is ours, whatever folder the input names. */
function cacheIn(workspace: string, path: string): string {
  const folder = resolve(workspace, path);
  return basename(folder) === cacheFolder ? folder : join(folder, cacheFolder);
}

/** Does the path lead to this folder, or below it? */
function below(folder: string, workspace: string, path: string): boolean {
  const away = relative(folder, resolve(workspace, path));
  return away === "" || (!away.startsWith("..") && !isAbsolute(away));
}

function inside(workspace: string, path: string): boolean {
  const away = relative(workspace, resolve(workspace, path));
  return !away.startsWith("..") && !isAbsolute(away) && !path.includes("\0");
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
