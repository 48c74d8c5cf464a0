// Projects as `mix new` writes them, each built for production by the real mix of this machine.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { CheckContext } from "../../src/checks/context.ts";
import type { ReleaseRules } from "../../src/checks/release.ts";
import { fromRoot } from "../../src/mix-output/location.ts";
import { askMix } from "../../src/validation/project.ts";
import { runProdBuild } from "../../src/validation/release-vm.ts";
import { readyHelpers } from "../support/helpers.ts";
import { jobFacts } from "../support/job.ts";

/** What becomes of a project beside what `mix new` wrote. */
export interface Changes {
  /** Flags of `mix new`. */
  readonly flags?: readonly string[];
  /** Whole files. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines for `project` in mix.exs, before `deps: deps()`. */
  readonly project?: string;
  /** Variables of the job. */
  readonly env?: Readonly<Record<string, string>>;
  readonly app?: string;
  /** The version of the tag that is released. */
  readonly version?: string;
  readonly settings?: Partial<ReleaseRules>;
}

const folder = mkdtempSync(join(tmpdir(), "pd-releases-"));
export const removeProjects = () => rmSync(folder, { recursive: true, force: true });
let count = 0;

/** What `mix new` wrote with these flags, once for each. */
const written = new Map<string, string>();
function writtenWith(flags: readonly string[]): string {
  const key = flags.join(" ");
  const found = written.get(key) ?? mkdtempSync(join(folder, "new-"));
  if (!written.has(key)) execFileSync("mix", ["new", "shop", ...flags], { cwd: found, stdio: "ignore" });
  written.set(key, found);
  return join(found, "shop");
}

/** What mix said of the project in each of the folders that hold the same for it. */
const asked = new Map<string, { readonly root: string; readonly said: ReturnType<typeof askMix> }>();

/** What mix says of the project, asked once for each mix.exs and config: what else a project holds changes nothing. */
async function projectIn(context: CheckContext, { flags = [], files = {}, project = "", env = {} }: Changes) {
  const read = Object.entries(files).filter(([path]) => /(^|\/)(mix|config\/config)\.exs$/.test(path));
  const key = JSON.stringify([flags, read, project, env]);
  const { root, said } = asked.get(key) ?? { root: context.project, said: askMix(context) };
  asked.set(key, { root, said });
  const known = await said;
  if ("verdict" in known) throw new Error(`${known.says}\n${known.tail ?? ""}`);
  return JSON.parse(JSON.stringify(known).replaceAll(root, context.project)) as typeof known;
}

/**
 * Makes the project `shop`, builds it, and says what was judged, what the tarball holds, and how many commands were
 * run.
 */
export async function build(changes: Changes) {
  const { flags = [], files = {}, project = "", env = {}, app, version, settings = {} } = changes;
  count += 1;
  const home = join(folder, `run-${count}`);
  const root = join(home, "shop");
  mkdirSync(home);
  cpSync(writtenWith(flags), root, { recursive: true });
  if (project !== "") {
    const mixfile = readFileSync(join(root, "mix.exs"), "utf8");
    writeFileSync(join(root, "mix.exs"), mixfile.replace("deps: deps()", `${project},\n      deps: deps()`));
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { context, ran } = await benchIn(home, root, env);
  const known = await projectIn(context, changes);
  ran.length = 0;
  const { judged, release } = await runProdBuild(context, {
    project: Promise.resolve(known),
    app: app ?? null,
    version: version ?? null,
    shipment: (one) => ({
      project: one,
      app: app ?? one.app ?? one.release ?? "release",
      head: { sha: "1".repeat(40), tree: "2".repeat(40) },
      folder: join(home, "release"),
      rules: { allow: [], env: {}, boot: "eval", ...settings },
      secret: (name) => env[name],
    }),
  });
  if (judged === null) throw new Error("nothing was judged");
  const tarball = release === null ? null : join(home, "release", release.file);
  return {
    ...judged.judgement,
    release,
    /** `<erts> <version>` as the tarball itself says it. */
    get starts() {
      const data = "./releases/start_erl.data";
      return tarball === null ? null : tar(["--extract", "--to-stdout", "--file", tarball, data]);
    },
    /** The paths in it. */
    get packed(): readonly string[] {
      const listed = tarball === null ? "" : tar(["--list", "--file", tarball]);
      return listed.split("\n").map((path) => path.replace(/^\.\//, ""));
    },
    notices: (judged.judgement.findings ?? []).map((one) => one.message),
    ran,
    /** A file that was left beside the checkout or in it. */
    read: (path: string) => (existsSync(join(home, path)) ? readFileSync(join(home, path), "utf8") : null),
  };
}

function tar(args: readonly string[]): string {
  return execFileSync("tar", ["--gzip", ...args], { encoding: "utf8" });
}

async function benchIn(home: string, root: string, env: Readonly<Record<string, string>>) {
  const ran: string[] = [];
  const files = filesAdapter();
  const cancel = new AbortController().signal;
  const shell = shellAdapter({ cwd: root, env: { ...process.env, ...env }, cancel, show: () => undefined });
  const context: CheckContext = {
    helpers: await readyHelpers(join(home, "temp")),
    project: root,
    limitMs: 120_000,
    job: jobFacts({ workspace: root, temp: join(home, "temp") }),
    shell: {
      run(command) {
        ran.push(command.argv.slice(0, 2).join(" "));
        return shell.run(command);
      },
    },
    files,
    clock: clockAdapter(cancel),
    cancellation: { cancelled: false },
    path: (file) => fromRoot(root, root, file),
  };
  return { context, ran };
}
