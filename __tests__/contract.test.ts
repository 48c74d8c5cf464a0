import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { actionFolders, generatedFiles, root } from "../script/generate.ts";
import { checkIds } from "../src/domain/check.ts";

const generated = await generatedFiles();

describe("the contract", () => {
  test.each([...generated.keys()])("%s is what the contracts say", (path) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), "utf8")).toBe(generated.get(path));
  });

  test("every action.yml of the repository comes from a contract", () => {
    const found = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isFile() && entry.name === "action.yml") return ["action.yml"];
      return entry.isDirectory() && existsSync(join(root, entry.name, "action.yml")) ? [`${entry.name}/action.yml`] : [];
    });
    expect(found.filter((path) => !generated.has(path))).toEqual([]);
    expect(found).toHaveLength(6);
  });

  test.each(actionFolders)("%s runs its own bundle on node24, which exists with its licences", (folder) => {
    const face = folder === "report" ? "." : folder;
    const { runs } = parse(readFileSync(join(root, face, "action.yml"), "utf8")) as { runs: { using: string; main: string } };
    expect(runs.using).toBe("node24");
    expect(join(root, face, runs.main)).toBe(join(root, "dist", folder, "index.js"));
    expect(readFileSync(join(root, "dist", folder, "index.js"), "utf8").length).toBeGreaterThan(100_000);
    expect(readFileSync(join(root, "dist", folder, "licenses.txt"), "utf8")).toMatch(/^undici \d/m);
  });

  test("no bundle knows a path of the machine that built it", () => {
    for (const folder of actionFolders) {
      const code = readFileSync(join(root, "dist", folder, "index.js"), "utf8");
      expect(code.includes(`${root}/`)).toBe(false);
    }
  });

  test("the documented checks are the checks that there are", () => {
    const docs = readFileSync(join(root, "docs/configuration.md"), "utf8");
    for (const id of checkIds) expect(docs).toContain(`\`${id}\``);
  });
});
