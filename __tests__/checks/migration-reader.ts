// The reader of migrations, run by the machine's own Elixir on files that stand alone: reading a migration needs no
// Ecto.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loads } from "../../src/validation/migrations-vm.ts";

const root = join(import.meta.dirname, "../..");
/** Answers requests in a folder, one after another, and ends with its standard input. */
const script = `
[folder] = System.argv()
spawn(fn -> IO.read(:eof); System.halt(0) end)
answer = fn answer, number ->
  request = Path.join(folder, "#{number}.request")
  if File.exists?(request) do
    [postgres, advisory, together | files] = request |> File.read!() |> String.split("\\n")
    options = %{postgres: postgres == "true", advisory_lock: advisory == "true"}
    seen =
      if together == "true",
        do: PhoenixDeploy.MigrationSafety.looked(Enum.map(files, &%{file: &1, state: "new"}), options),
        else: Enum.map(files, &PhoenixDeploy.MigrationSafety.look_at(&1, options))
    File.write!(request <> ".part", PhoenixDeploy.JSON.encode(seen))
    File.rename!(request <> ".part", Path.join(folder, "#{number}.answer"))
    answer.(answer, number + 1)
  else
    Process.sleep(2)
    answer.(answer, number)
  end
end
answer.(answer, 0)
`;

/** Far more than any answer takes; a reader that crashed is not waited for. */
const limitMs = 60_000;

interface Operation {
  readonly rule: string;
  readonly line: number;
  readonly what: string;
}

export interface Seen {
  readonly file: string;
  readonly operations: number;
  readonly empty: boolean;
  readonly findings: readonly Operation[];
  readonly notices: readonly Operation[];
  readonly assured: readonly Operation[];
  readonly lock_timeout: boolean;
  readonly existing: boolean;
  readonly unread: readonly { readonly line: number; readonly message: string }[];
}

interface Options {
  readonly postgres?: boolean;
  readonly advisoryLock?: boolean;
  /** One folder: each file is judged by those before it. */
  readonly together?: boolean;
}

/** Compiled once, without a warning, since each start of a VM would do it again. */
export function openReader() {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  const compiled = join(folder, "compiled");
  mkdirSync(compiled);
  execFileSync("elixirc", [
    "--warnings-as-errors",
    "-o",
    compiled,
    ...loads.map((name) => join(root, "elixir", `${name}.exs`)),
  ]);
  const server = spawn("elixir", ["-pa", compiled, "-e", script, folder], { stdio: ["pipe", "ignore", "ignore"] });
  let number = 0;
  const look = (
    files: readonly string[],
    { postgres = true, advisoryLock = false, together = false }: Options = {},
  ): readonly Seen[] => {
    const at = join(folder, String(number++));
    writeFileSync(`${at}.part`, [postgres, advisoryLock, together, ...files].join("\n"));
    renameSync(`${at}.part`, `${at}.request`);
    for (let waited = 0; !existsSync(`${at}.answer`); waited += 2) {
      if (waited > limitMs) throw new Error(`The reader gave no answer for ${files.join(", ")}.`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
    return JSON.parse(readFileSync(`${at}.answer`, "utf8")) as readonly Seen[];
  };
  const written = (body: string | Buffer, at = 0) => {
    const file = join(folder, `2026010100000${at}_a.exs`);
    writeFileSync(file, body);
    return file;
  };
  return {
    folder,
    look,
    /** One migration of our own, looked at. */
    lookAt(body: string | Buffer, options?: Options): Seen {
      const [seen] = look([written(body)], options);
      if (seen === undefined) throw new Error("nothing was looked at");
      return seen;
    },
    /** A folder of migrations, of which the last is wanted. */
    lastOf(...bodies: readonly string[]): Seen {
      const seen = look(
        bodies.map((body, at) => written(body, at)),
        { together: true },
      ).at(-1);
      if (seen === undefined) throw new Error("nothing was looked at");
      return seen;
    },
    async close() {
      const ended = once(server, "exit");
      server.stdin.end();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** A migration with this in `change/0`. */
export const migration = (change: string, more = "") =>
  `defmodule A do\n  use Ecto.Migration\n${more}\n  def change do\n${change}\n  end\nend\n`;

export const rulesOf = (seen: Seen) => seen.findings.map(({ rule }) => rule);
