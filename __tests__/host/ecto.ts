// The stand-in for Ecto, compiled once for all tests: as text it costs each VM half a second.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { postgresPrograms } from "../support/postgres.ts";

export const elixir = execFileSync("sh", ["-c", "command -v elixir"], { encoding: "utf8" }).trim();

/** What `eval` of a release does that has the stand-in. */
export function withEcto(): string {
  return `PATH="${postgresPrograms()}:$PATH" exec ${elixir} -pa ${compiled()} -e "App.Connection.put()" -e "$2"`;
}

function compiled(): string {
  const shared = process.env["PD_SHARED"];
  if (shared === undefined) throw new Error("PD_SHARED is not set: __tests__/support/global-setup.mjs sets it");
  const kept = join(shared, "ecto");
  if (existsSync(kept)) return kept;
  const own = mkdtempSync(join(shared, "ecto-"));
  execFileSync(join(elixir, "../elixirc"), ["-o", own, join(import.meta.dirname, "ecto.exs")], { stdio: "inherit" });
  try {
    renameSync(own, kept);
  } catch {
    // Another worker was quicker: what it made is the same.
    rmSync(own, { recursive: true });
  }
  return kept;
}
