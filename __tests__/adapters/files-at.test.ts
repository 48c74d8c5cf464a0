import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { repositoryAdapter } from "../../src/adapters/repository.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "files-at-")));
afterAll(() => rmSync(folder, { recursive: true }));

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    cwd: folder,
    stdio: "ignore",
  });
}

describe("the files of a revision", () => {
  beforeAll(() => {
    git("init", "--initial-branch", "main");
    mkdirSync(join(folder, "priv/repo"), { recursive: true });
    writeFileSync(join(folder, "priv/repo/1_été \t.exs"), "one");
    writeFileSync(join(folder, "mix.exs"), "mix");
    git("add", ".");
    git("commit", "-m", "one");
    git("tag", "v1.0.0");
    writeFileSync(join(folder, "priv/repo/1_été \t.exs"), "two");
    writeFileSync(join(folder, "priv/repo/2_b.exs"), "b");
    git("add", ".");
    git("commit", "-m", "two");
  });

  test("are listed by absolute path, below the folder, with the id of their content", async () => {
    const repository = repositoryAdapter(folder, process.env);
    const [before, now] = await Promise.all([
      repository.filesAt("v1.0.0", join(folder, "priv")),
      repository.filesAt("HEAD", join(folder, "priv")),
    ]);
    const first = join(folder, "priv/repo/1_été \t.exs");
    expect([...(before?.keys() ?? [])]).toEqual([first]);
    expect([...(now?.keys() ?? [])]).toEqual([first, join(folder, "priv/repo/2_b.exs")]);
    expect(before?.get(first)).toMatch(/^[0-9a-f]{40}$/);
    expect(before?.get(first)).not.toBe(now?.get(first));
  });

  test("are those of the whole repository for its own folder", async () => {
    expect((await repositoryAdapter(folder, process.env).filesAt("v1.0.0", folder))?.size).toBe(2);
  });

  test("are unknown for a revision that is not here", async () => {
    expect(await repositoryAdapter(folder, process.env).filesAt("v9.9.9", folder)).toBeNull();
  });
});
