import { join } from "node:path";
import { z } from "zod";
import { loadModules } from "../commands/mix.ts";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { readJson } from "../domain/values/json.ts";
import { diagnosticsIn } from "../mix-output/compile.ts";
import { plain } from "../mix-output/unfinished.ts";
import type { Ran } from "../ports/shell.ts";
import type { CheckContext } from "./context.ts";
import type { ReleaseArtefact } from "./release-artefact.ts";
import { judgeLoaded, loadConfiguration, runRelease, type Variables } from "./release-boot.ts";
import { variablesOfElixir } from "./release-environment.ts";

/** A variable that the configuration does not load without, and the value of ours that it loaded with. */
export interface Need {
  readonly name: string;
  /** "integer", "Base64 of 32 bytes", "URL". */
  readonly form: string;
  readonly value: string;
  /** In config/runtime.exs; null where the name does not stand there. */
  readonly line: number | null;
}

/** What was found out of a release's configuration. */
export interface Configuration {
  /** Null where it loads, or stays open for want of a value. */
  readonly judgement: Judgement | null;
  /** True when it was loaded by the release itself. */
  readonly loads: boolean;
  /** What it was loaded with. */
  readonly env: Variables;
  readonly needs: readonly Need[];
  /** Every variable that was seen to be read. */
  readonly reads: readonly string[];
  readonly findings: readonly Finding[];
}

const needSchema = z.object({ name: z.string(), form: z.string(), value: z.string(), line: z.int().nullable() });

const searchSchema = z.object({
  status: z.literal("ran"),
  loads: z.boolean(),
  tries: z.int(),
  /** Name of the file that the configuration is read from. */
  file: z.string().nullable(),
  needs: z.array(needSchema),
  reads: z.array(z.string()),
  message: z.string().optional(),
  line: z.int().nullish(),
  /** Variables that the failure hangs on. */
  suspects: z.array(z.string()).default([]),
  wants_value: z.boolean().default(false),
  /** A file of the host that this machine does not have. */
  lacks: z.string().nullish(),
});
type Search = z.infer<typeof searchSchema>;

/** How long values are tried, milliseconds; how many the search tries at most stands in elixir/configuration.exs. */
const searchMs = 30_000;
/** Of variables that the shell's part of a release wants. */
const mostOfShell = 40;
const modules = [
  "json",
  ...["forms", "places", "trace", "variables"].map((name) => `configuration_${name}`),
  "configuration",
];

/**
 * Loads the configuration with what is known. Where it stops for want of a value, finds out which variables it needs
 * and in which form, and loads it again with those. `env` may be replaced where `dummies` names it; the job's own
 * variables may not.
 */
export async function proveConfiguration(
  context: CheckContext,
  artefact: ReleaseArtefact,
  given: { readonly env: Variables; readonly dummies: readonly string[] },
): Promise<Configuration> {
  const shell = await throughShell(context, artefact, given.env);
  const proved = {
    loads: true,
    env: shell.env,
    needs: shell.needs,
    reads: [],
    findings: [],
    judgement: judgeLoaded(shell.ran, artefact),
  };
  if (proved.judgement === null || shell.ran.ended !== "exited") return { ...proved, loads: proved.judgement === null };
  const dummies = [...given.dummies, ...shell.needs.map((one) => one.name)];
  const search = await searchFor(context, artefact, { env: shell.env, dummies });
  if (search === null) return { ...proved, loads: false };
  const needs = [...shell.needs.filter((one) => search.needs.every(({ name }) => name !== one.name)), ...search.needs];
  const found = { ...proved, needs, reads: search.reads };
  if (!search.loads) return { ...found, loads: false, ...(await stuck(context, search, shell.ran)) };
  const env = { ...shell.env, ...Object.fromEntries(search.needs.map(({ name, value }) => [name, value])) };
  const judgement = judgeLoaded(await loadConfiguration(context, artefact, env), artefact);
  return { ...found, env, judgement, loads: judgement === null };
}

/**
 * Loads it, and gives the shell what its env.sh stops for: `${NAME:?}`, `set -u`, or words and an exit. No VM is
 * started before env.sh is through.
 */
async function throughShell(context: CheckContext, artefact: ReleaseArtefact, env: Variables) {
  const needs: Need[] = [];
  let now = env;
  for (;;) {
    const ran = await loadConfiguration(context, artefact, now);
    const name = needs.length < mostOfShell ? await wantedByShell(context, artefact, { ran, env: now }) : null;
    if (name === null) return { ran, env: now, needs };
    const value = `dummy-${needs.length + 1}`;
    needs.push({ name, form: "text", value, line: null });
    now = { ...now, [name]: value };
  }
}

/** The next variable that env.sh stops for, or that the configuration names and halts; null where neither does. */
async function wantedByShell(
  context: CheckContext,
  { path, version }: ReleaseArtefact,
  { ran, env }: { readonly ran: Ran; readonly env: Variables },
): Promise<string | null> {
  if (ran.ended !== "exited" || ran.code === 0) return null;
  const words = `${ran.stderr}\n${ran.stdout}`;
  const said = /env\.sh: (?:line )?\d+: ([A-Za-z_]\w*): /.exec(words)?.[1];
  if (said !== undefined) return said in env ? null : said;
  if (/\*\* \(|ERROR!|init terminating/.test(words)) return null;
  const inRelease = (file: string) =>
    context.files.read(join(path, "releases", version, file), 1 << 20).catch(() => null);
  // A configuration that ends the VM by itself, with System.halt, has no exception either.
  const all = [
    ...variablesOfShell((await inRelease("env.sh")) ?? ""),
    ...variablesOfElixir((await inRelease("runtime.exs")) ?? ""),
  ];
  const read = all.filter((name) => !(name in env));
  return read.find((name) => new RegExp(`\\b${name}\\b`).test(words)) ?? null;
}

/**
 * Names that a shell script expands and does not set itself; what the release's own script sets is not the server's.
 */
export function variablesOfShell(text: string): readonly string[] {
  const code = text.replaceAll(/^\s*#.*$/gm, "");
  const names = [...code.matchAll(/\$\{?([A-Z][A-Z0-9_]{2,})/g)].map(([, name]) => name ?? "");
  return [...new Set(names)].filter(
    (name) => !name.startsWith("RELEASE_") && !["HOME", "PATH", "HOSTNAME", "PWD"].includes(name),
  );
}

/** Searches in one VM of the release whose own configuration is left out, so that it starts. */
async function searchFor(
  context: CheckContext,
  artefact: ReleaseArtefact,
  given: { readonly env: Variables; readonly dummies: readonly string[] },
): Promise<Search | null> {
  const { files, job, helpers } = context;
  const out = join(job.temp, "out", "configuration");
  await files.remove(out);
  await files.makeFolder(out);
  await files.write(join(out, "sys.config"), "[].\n");
  const env = {
    ...given.env,
    PD_OUT: out,
    PD_LIMIT_MS: String(searchMs),
    PD_DUMMIES: given.dummies.join(","),
    RELEASE_SYS_CONFIG: join(out, "sys"),
  };
  const code = `${loadModules(helpers, modules)}; PhoenixDeploy.Configuration.run()`;
  await runRelease(context, artefact, { args: ["eval", code], env, keepBytes: 256 * 1024 });
  const text = await files.read(join(out, "configuration.json"), 1 << 20).catch(() => null);
  return text === null ? null : (searchSchema.safeParse(readJson(text)).data ?? null);
}

/** Nothing helped: either a value is wanted that nobody can guess, or the configuration is at fault. */
async function stuck(
  { files, project, path }: CheckContext,
  search: Search,
  ran: Ran,
): Promise<Pick<Configuration, "judgement" | "findings">> {
  const { file, suspects, tries } = search;
  const { line, message } = reasonOf(search, ran);
  const source = file === null ? null : join(project, "config", file);
  const known = source !== null && (await files.exists(source));
  const place = known && source !== null ? { file: path(source), ...(line ? { line } : {}) } : {};
  const where = known && line ? ` at config/${file}:${line}` : "";
  const words = firstWords(message);
  const names = suspects.map((name) => `\`${name}\``).join(", ");
  if (search.lacks) {
    const says =
      `Whether the configuration loads is unknown: it needs the file \`${search.lacks}\`${where}, which this ` +
      "machine does not have and staging proves. Or write one in a step before.";
    return { judgement: null, findings: [{ severity: "notice", rule: "configuration", message: says, ...place }] };
  }
  if (search.wants_value) {
    const says =
      "Whether the configuration loads is unknown: it needs a real " +
      `value${names === "" ? "" : ` of ${names}`}${where} (${words}), which staging proves. Or give one here: ` +
      `\`checks: {release: {env: {${suspects[0] ?? "NAME"}: "…"}}}\`.`;
    return { judgement: null, findings: [{ severity: "notice", rule: "configuration", message: says, ...place }] };
  }
  const says = `The release's configuration does not load${where}: ${words}`;
  const judgement: Judgement = {
    verdict: "fail",
    reason_code: "release_does_not_boot",
    says,
    remedy: "Fix it there; no value of an environment variable helps.",
    findings: [{ severity: "error", rule: "configuration", message: words, ...place }],
    facts: { tries },
    tail: [ran.stdout, ran.stderr].join("\n").trim().split("\n").slice(0, 30).join("\n"),
  };
  return { judgement, findings: [] };
}

/** Elixir from 1.15 on logs what it cannot compile, and its exception says no more than that. */
function reasonOf(
  { message = "", line = null }: Search,
  ran: Ran,
): { readonly message: string; readonly line: number | null } {
  if (!/errors have been logged/.test(message)) return { message, line };
  const logged = diagnosticsIn(plain(`${ran.stderr}\n${ran.stdout}`)).find((one) => one.severity === "error");
  return logged === undefined ? { message, line } : { message: logged.message, line: logged.line };
}

function firstWords(message: string): string {
  const text = message.trim().replaceAll(/\s+/g, " ");
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
