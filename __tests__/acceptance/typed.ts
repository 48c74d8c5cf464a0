// Commands of dist/cli as somebody types them in a checkout.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";

const root = join(import.meta.dirname, "../..");
const node = join(root, ".tools/node_modules/node24/bin/node");

/** Types a command. What a shell happens to have of a job is not meant for it. */
export function type(cwd: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { PATH = "", HOME = "", PD_SHARED = cwd } = process.env;
  const compiled = { NODE_COMPILE_CACHE: join(PD_SHARED, "node") };
  const env = { PATH, HOME, LANG: "C.UTF-8", ...compiled, GITHUB_TOKEN: "ghp_somebody", GITHUB_RUN_ID: "77", ...more };
  const { status, stdout, stderr } = spawnSync(node, [join(root, "dist/cli/index.js"), ...words], {
    ...{ cwd, env, encoding: "utf8" },
  });
  const said = `${stdout}${stderr}`;
  expect(said).not.toMatch(/^::|##\[/m);
  return { status, said };
}

/** A file of the report that a command left. */
export function reportOf(checkout: string, name: string): string {
  return readFileSync(join(checkout, ".phoenix-deploy/report", name), "utf8");
}

/** The evidence that a command left. */
export function evidenceOf(checkout: string, stage: string): Evidence {
  const at = join(checkout, ".phoenix-deploy/evidence");
  const name = readdirSync(at).find((file) => file.includes(`.${stage}.`) && file.endsWith(".0-1.json"));
  return JSON.parse(readFileSync(join(at, name ?? "none"), "utf8"));
}
