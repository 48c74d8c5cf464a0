// A scratch git repository of the demo application, with the settings of whoever deploys it.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** What a test or the demo may do to the settings and to the application before it is committed. */
export interface Commit {
  readonly version: string;
  /** Replaces text in files of the application; every pattern must be found. */
  readonly edits?: readonly { readonly file: string; readonly from: string | RegExp; readonly to: string }[];
  /** Whole files to add. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Sources {
  readonly folder: string;
  readonly repository: string;
  /** Commits the demo application in this version, and returns the commit's id. */
  commit(commit: Commit): string;
  /** A fresh checkout of the commit for one job, with the folder that jobs pass on in it. */
  checkout(sha: string, passedOn: string | null): string;
}

/** What is deployed to, with the sources of what is deployed. */
export interface Ground extends Sources {
  /** Secrets of the jobs. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Durations of the settings file. `within` is how long a release may take to get healthy. */
export interface Pace {
  readonly watch: string;
  readonly hold: string;
  readonly within: string;
  /**
   * Only what builds the release is checked, and nothing of the settings: for stories that are about what becomes of
   * it. They share what validate left of the same application.
   */
  readonly buildOnly?: boolean;
}

// The demo application has no hex packages: these tools cannot be its dependencies.
const withoutTools = "credo: off, sobelow: off, hex-audit: off, dialyzer: off";
const onlyBuilt =
  "compile: off, format: off, test: off, coverage: off, unused-deps: off, " +
  "deps-audit: off, migrations: off, migration-safety: off, rollback-plan: off, backup: off";

/** What `checks` of the settings switches off. */
export function checksOff({ buildOnly = false }: Pick<Pace, "buildOnly">): string {
  return buildOnly ? `${withoutTools}, ${onlyBuilt}` : withoutTools;
}

/** Makes the repository in a folder. */
export function openSources(folder: string, settings: string): Sources {
  const repository = join(folder, "repository");
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  mkdirSync(repository);
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "demo");
  git("config", "user.email", "demo@example.com");
  let jobs = 0;

  return {
    folder,
    repository,
    commit({ version, edits = [], files = {} }) {
      for (const name of readdirSync(repository))
        if (name !== ".git") rmSync(join(repository, name), { recursive: true });
      cpSync(join(root, "examples/demo_app"), repository, {
        recursive: true,
        filter: (path) => !/^(_build|cover|deps|\.phoenix-deploy)$/.test(basename(path)),
      });
      mkdirSync(join(repository, ".github"), { recursive: true });
      writeFileSync(join(repository, ".github/phoenix-deploy.yml"), settings);
      const all = [{ file: "mix.exs", from: /@version "[^"]+"/, to: `@version "${version}"` }, ...edits];
      for (const { file, from, to } of all) {
        const path = join(repository, file);
        const before = readFileSync(path, "utf8");
        const after = before.replace(from, to);
        if (after === before && !before.includes(to)) throw new Error(`${file} of the demo application has no ${from}`);
        writeFileSync(path, after);
      }
      document(repository, version);
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(join(repository, file, ".."), { recursive: true });
        writeFileSync(join(repository, file), text);
      }
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", `Release ${version}`);
      return git("rev-parse", "HEAD");
    },
    checkout(sha, passedOn) {
      jobs += 1;
      const workspace = join(folder, "jobs", String(jobs), "checkout");
      mkdirSync(join(workspace, ".."), { recursive: true });
      execFileSync("git", ["clone", "--quiet", repository, workspace], { stdio: "ignore" });
      execFileSync("git", ["checkout", "--quiet", sha], { cwd: workspace, stdio: "ignore" });
      if (passedOn !== null && existsSync(passedOn))
        cpSync(passedOn, join(workspace, ".phoenix-deploy"), { recursive: true });
      return workspace;
    },
  };
}

/** Gives the version a section in the CHANGELOG, as whoever releases it does. */
function document(repository: string, version: string): void {
  const path = join(repository, "CHANGELOG.md");
  const text = readFileSync(path, "utf8");
  if (text.includes(`## [${version}]`)) return;
  const section = `## [${version}] - ${new Date().toISOString().slice(0, 10)}\n\n- Another version.\n\n`;
  writeFileSync(path, text.replace("## [", `${section}## [`));
}
