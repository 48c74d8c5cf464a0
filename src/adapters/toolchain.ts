import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { access, constants, readdir, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Toolchain } from "../ports/toolchain.ts";
import { cleanEnvironment } from "./environment.ts";

/**
 * Variables that differ from run to run and that no build reads: the runner's own, the shell's, the login's. What is
 * left decides whether a result of an earlier run may stand for this one. PATH is among it: it says which programs a
 * build and its tests find.
 */
const passing = new RegExp(
  `^(${[
    "GITHUB_.*|RUNNER_.*|AGENT_.*|CI_.*|HOSTNAME|HOME|USER|LOGNAME|PWD|OLDPWD|SHLVL|SHELL|TERM|TMPDIR|_",
    "LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|SYSTEMD_.*|INVOCATION_ID|JOURNAL_STREAM|MEMORY_PRESSURE_.*",
  ].join("|")})$`,
);

/** Elixir and OTP by the files that their installations carry. */
export function toolchainAdapter(path: string): Toolchain {
  return {
    async versions() {
      const [elixir, erl] = await Promise.all([installation(path, "elixir"), installation(path, "erl")]);
      if (elixir === null || erl === null) return null;
      const [app, otp] = await Promise.all([read(join(elixir, "lib/elixir/ebin/elixir.app")), otpVersion(erl)]);
      const version = /\{vsn,\s*"([^"]+)"\}/.exec(app ?? "")?.[1];
      return version === undefined || otp === null ? null : { elixir: version, otp };
    },
  };
}

/** sha256 over the environment that tools see, sorted, without what passes with the run. */
export function environmentDigest(env: Readonly<Record<string, string | undefined>>): string {
  const kept = Object.entries(cleanEnvironment(env))
    .filter(([name]) => !passing.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(kept)).digest("hex");
}

/** sha256 over the JavaScript of a bundle's folder. */
export function bundleDigest(entry: string): string {
  const hash = createHash("sha256");
  const folder = dirname(entry);
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith(".js"))
    .sort())
    hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** The folder above `bin/` of the first such program on the path; null when there is none. */
async function installation(path: string, program: string): Promise<string | null> {
  for (const folder of path.split(":").filter((one) => one.startsWith("/"))) {
    const candidate = join(folder, program);
    const there = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return dirname(dirname(await realpath(candidate)));
  }
  return null;
}

/** The whole version, such as 25.3.2: of the only release that the installation holds. */
async function otpVersion(root: string): Promise<string | null> {
  const releases = (await readdir(join(root, "releases")).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const [only] = releases;
  return only === undefined || releases.length > 1
    ? null
    : ((await read(join(root, "releases", only, "OTP_VERSION")))?.trim() ?? null);
}

function read(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
