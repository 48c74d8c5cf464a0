// A release for tests: a small script around a real binary, in a tarball as mix makes it.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { ReleaseNeeds } from "../../src/domain/fleet/fitness.ts";
import { fileList, type ListedFile } from "../../src/domain/release/files.ts";

/** A perl server on the port that PORT names; it waits for as many seconds first, and ends where the port is taken. */
const listen = (afterSeconds: number, more = "", first = "") =>
  `exec "$root/erts/bin/perl" -MIO::Socket::INET -e '
    sleep ${afterSeconds}; ${first}
    my %at = (LocalAddr => "127.0.0.1", LocalPort => $ENV{PORT});
    my $server = IO::Socket::INET->new(%at, Listen => 5, ReuseAddr => 1${more}) or die "eaddrinuse\n";
    while (my $client = $server->accept) { print $client "HTTP/1.0 200 OK\r\n\r\nok"; close $client }'`;

/**
 * How the server of a fake release behaves. `listens` on its port, `late` after a second, `shares` it, `deaf` not to
 * SIGTERM, `forks` a child that does; the others on none. `lingers` needs a second to end, `stubborn` does not hear
 * SIGTERM, `dies` never comes up, `slow` boots for long; a `script` is server.pl, as `files` or `change` give it.
 */
export type Server =
  | "plain"
  | "listens"
  | "late"
  | "shares"
  | "deaf"
  | "forks"
  | "lingers"
  | "stubborn"
  | "dies"
  | "slow"
  | "script";

export interface FakeRelease {
  readonly id: string;
  readonly digest: string;
  readonly path: string;
  readonly bytes: number;
  readonly needs: ReleaseNeeds;
  readonly manifest: string;
  readonly list: { readonly path: string; readonly sha256: string } | null;
  readonly scratch: string;
}

const start: Readonly<Record<Server, string>> = {
  plain: 'exec "$root/erts/bin/sleep" 1000',
  listens: listen(0),
  late: listen(1),
  shares: listen(0, ", ReusePort => 1"),
  deaf: listen(0, "", '$SIG{TERM} = "IGNORE";'),
  forks: listen(0, "", "if (fork) { sleep 1 while 1 }"),
  lingers: `exec "$root/erts/bin/perl" -e '$SIG{TERM} = sub { sleep 1; exit 0 }; sleep 1 while 1'`,
  stubborn: `exec "$root/erts/bin/perl" -e '$SIG{TERM} = "IGNORE"; sleep 1 while 1'`,
  dies: "echo no such port; exit 1",
  script: 'exec "$root/erts/bin/perl" "$root/server.pl"',
  slow: '/bin/sleep 1000; exec "$root/erts/bin/sleep" 1000',
};

/** What `eval` does: a schema in a file beside the application, migrated by adding what the release brings. */
const evaluate = `
  schema=$root/../../../schema
  touch "$schema"
  case "$2" in
  *"phoenix-deploy versions"*)
    echo "12:00:00.000 [info] a line of the log" >&2
    echo "phoenix-deploy versions: $(tr '\\n' ' ' <"$schema")"
    ;;
  *) . "$root/migrate.sh" ;;
  esac`;

/** What is particular about a release. */
export interface FakeOptions {
  readonly server?: Server;
  /** Shell lines that play the migration; \`$schema\` is the file of versions. */
  readonly migrate?: string;
  /** Shell lines that play `eval` as a whole, in place of these. */
  readonly evaluates?: string;
  /** Name of the start script in bin/. */
  readonly name?: string;
  /** Runs on the runtime of the host instead of one of its own. */
  readonly withoutErts?: boolean;
  /** Has a list of its files, by which hosts are sent only what they lack. */
  readonly listed?: boolean;
  /** More files in it, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Changes its folder before it is packed. */
  readonly change?: (folder: string) => void;
  /** Changes the text of its list. */
  readonly relist?: (text: string) => string;
}

/** Makes the tarball of a release below a folder. */
export function makeRelease(folder: string, version: string, given: FakeOptions): FakeRelease {
  const { name = "app", listed = false } = given;
  const made = mkdtempSync(join(folder, "made-"));
  const packed = packedOnce(version, given) ?? pack(folder, version, given);
  rmSync(made, { recursive: true });
  // Tests damage tarballs: each has its own.
  const tarball = `${made}.tar.gz`;
  copyFileSync(join(packed, "tarball"), tarball);
  const list = readFileSync(join(packed, "list"), "utf8");
  if (listed) writeFileSync(`${made}.files`, list);
  const bytes = readFileSync(tarball);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return {
    id: `${version}-${digest.slice(0, 8)}`,
    digest,
    path: tarball,
    bytes: bytes.length,
    needs: { arch: process.arch, libc: null, glibc: null, openssl: [], environment: [] },
    manifest: JSON.stringify({ name, version }),
    list: listed ? { path: `${made}.files`, sha256: createHash("sha256").update(list).digest("hex") } : null,
    scratch: `${made}.scratch`,
  };
}

/**
 * The folder with the tarball and the list of such a release, packed once for all tests; null for one that is special.
 */
function packedOnce(version: string, given: FakeOptions): string | null {
  const shared = process.env["PD_SHARED"];
  const special = given.change !== undefined || given.relist !== undefined || given.withoutErts === true;
  if (shared === undefined || special) return null;
  const key = createHash("sha256")
    .update(JSON.stringify([version, given]))
    .digest("hex");
  const kept = join(shared, `release-${key.slice(0, 16)}`);
  if (existsSync(kept)) return kept;
  const packed = pack(mkdtempSync(join(shared, "packing-")), version, given);
  try {
    renameSync(packed, kept);
  } catch (error) {
    // Another worker was quicker.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

/** Packs the release below a folder; gives the folder with `tarball` and `list`. */
function pack(folder: string, version: string, given: FakeOptions): string {
  const { migrate = "", name = "app", files = {}, change = () => undefined, relist = (text) => text } = given;
  const made = mkdtempSync(join(folder, "packed-"));
  const root = join(made, "root");
  for (const below of ["bin", "erts/bin"]) mkdirSync(join(root, below), { recursive: true });
  writeFileSync(join(root, "bin", name), script(version, serverLines(folder, root, given), given.evaluates), {
    mode: 0o755,
  });
  for (const [path, text] of Object.entries({ "migrate.sh": migrate, "zz-last": "whole\n", ...files }))
    writeFileSync(join(root, path), text);
  change(root);
  // As quick as can be: most of it is the binary, and of no interest.
  execFileSync("tar", ["-I", "gzip -1", "-cf", join(made, "tarball"), "-C", root, ...readdirSync(root).sort()]);
  writeFileSync(join(made, "list"), relist(fileList(below(root))));
  rmSync(root, { recursive: true });
  return made;
}

/** All that lies below a folder, as a list of a release's files has it. */
function below(root: string, folder = ""): readonly ListedFile[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    const seen = lstatSync(join(root, path));
    const mode = (seen.mode & 0o777).toString(8).padStart(3, "0");
    if (seen.isSymbolicLink()) return [{ type: "l", mode, bytes: 0, content: readlinkSync(join(root, path)), path }];
    if (seen.isDirectory()) return [{ type: "d", mode, bytes: 0, content: "-", path }, ...below(root, path)];
    const content = createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("hex");
    return [{ type: "f", mode, bytes: seen.size, content, path }];
  });
}

/** Puts the runtime where it belongs, into the release or beside it, and gives the lines that start it. */
function serverLines(folder: string, made: string, { server = "plain", withoutErts = false }: FakeOptions): string {
  const binary = start[server].includes("erts/bin/perl") ? "perl" : "sleep";
  const runtime = withoutErts ? join(folder, "system/beam.smp") : join(made, "erts/bin", binary);
  mkdirSync(dirname(runtime), { recursive: true });
  copyFileSync(join(process.env["LAB_ROOT"] || "/", "usr/bin", binary), runtime);
  chmodSync(runtime, 0o755);
  if (!withoutErts) return start[server];
  return start[server].replace(/"\$root\/erts\/bin\/\w+"/, `env RELEASE_ROOT="$root" "${runtime}"`);
}

/** The start script, `bin/<name>`. */
function script(version: string, lines: string, evaluates = evaluate): string {
  return `#!/bin/sh
root=$(cd "$(dirname "$0")/.." && pwd -P)
case "$1" in
start)
  cp "/proc/$$/environ" "$RELEASE_TMP/environ"
  cp "/proc/$$/status" "$RELEASE_TMP/status"
  echo "${version} starts"
  ${lines}
  ;;
eval)${evaluates}
  ;;
esac
`;
}
