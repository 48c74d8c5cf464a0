// Users of this machine that a test makes for itself, with a home of their own. Only root can.
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Shell } from "../../src/ports/shell.ts";

export const isRoot = process.getuid?.() === 0;

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
  /** Writes a file below its home that it alone can read. */
  write(path: string, text: string): string;
  /** Gives it a folder. */
  own(path: string): void;
  remove(): void;
}

/** A user whom nobody knows a password of, and who may log in with a key. */
export function makeAccount(prefix: string): Account {
  const name = `${prefix}-${process.pid}`;
  const home = mkdtempSync(join(tmpdir(), `${name}-`));
  execFileSync("useradd", ["--no-create-home", "--home-dir", home, "--shell", "/bin/sh", "-p", "*", name]);
  const uid = Number(execFileSync("id", ["-u", name], { encoding: "utf8" }));
  const gid = Number(execFileSync("id", ["-g", name], { encoding: "utf8" }));
  const own = (path: string) => chownSync(path, uid, gid);
  own(home);
  return {
    ...{ name, uid, home, own },
    write(path, text) {
      const file = join(home, path);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      own(dirname(file));
      writeFileSync(file, text);
      chmodSync(file, 0o600);
      own(file);
      return file;
    },
    remove() {
      // Its last session may be about to end, and a user of a lab's host may have its number.
      execFileSync("userdel", ["--force", name], { stdio: "ignore" });
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The same shell, whose commands this user runs. */
export function shellAs({ uid }: Account, shell: Shell): Shell {
  const words = ["--reuid", String(uid), "--clear-groups", "--"];
  return { run: (command) => shell.run({ ...command, argv: ["setpriv", ...words, ...command.argv] }) };
}
