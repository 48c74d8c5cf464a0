// The door of every bundle, alone: whatever it lets through would fail here, since no bundle lies beside it.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, describe, expect, test } from "@jest/globals";

const folder = mkdtempSync(join(tmpdir(), "pd-start-"));
afterAll(() => rmSync(folder, { recursive: true }));

const door = join(import.meta.dirname, "../actions/start.js");
copyFileSync(door, join(folder, "index.js"));
writeFileSync(join(folder, "package.json"), '{"type":"module"}\n');

/** Starts the door as this Node that says it is another one, or on another system. */
function start(said: { readonly node?: string; readonly platform?: string }, env = { GITHUB_ACTIONS: "true" }) {
  const lie = join(folder, "lie.cjs");
  writeFileSync(
    lie,
    [
      `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(said.node ?? "24.1.0")} });`,
      `Object.defineProperty(process, "platform", { value: ${JSON.stringify(said.platform ?? "linux")} });`,
    ].join("\n"),
  );
  return spawnSync(process.execPath, ["--require", lie, join(folder, "index.js")], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

describe("an action that is started where it cannot run", () => {
  test.each(["10.24.1", "12.22.12", "16.20.2", "18.20.8", "20.20.2", "22.12.0"])(
    "says in one sentence that it needs Node 24, and reads nothing more: Node %s",
    (node) => {
      const { status, stdout, stderr } = start({ node });
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
      expect(stdout).toMatch(/^::error::phoenix-deploy needs Node 24, and this is Node [^\n]*\n$/);
      expect(stdout).toContain(node);
    },
  );

  test.each(["darwin", "win32"])("says in one sentence that it needs Linux, whatever the Node: %s", (platform) => {
    const { status, stdout } = start({ platform, node: "20.0.0" });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`^::error::phoenix-deploy needs a runner on Linux, and this one is ${platform}: [^\\n]*\\n$`),
    );
  });

  test("says it to a person in a terminal too, who has no runner", () => {
    const { status, stdout, stderr } = start({ node: "20.20.2" }, { GITHUB_ACTIONS: "" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^phoenix-deploy needs Node 24, and this is Node 20\.20\.2 [^\n]*: put Node 24 first on PATH/,
    );
    expect(stderr).not.toContain("runner");
    expect(start({ platform: "darwin" }, { GITHUB_ACTIONS: "" }).stderr).toContain("with Linux.");
  });

  test("goes on to the bundle with Node 24 and later on Linux", () => {
    for (const node of ["24.0.0", "25.3.0"]) {
      const { status, stdout, stderr } = start({ node });
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toContain("main.js");
    }
  });
});

test("the door has no statement of a module, which an old Node cannot parse", () => {
  expect(() => new Script(readFileSync(door, "utf8"))).not.toThrow();
  expect(() => new Script('import "./main.js";')).toThrow("import statement");
});
