import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { actionFolders, actionYaml, checkExpressions, generatedFiles, root } from "../script/generate.ts";
import { type Contract, defineContract } from "../src/contract.ts";
import { checkIds } from "./support/checks.ts";

const generated = await generatedFiles();

/** What GitHub's own parser finds wrong with an action.yml: with any fault the action does not load. */
function faultsOf(content: string): readonly string[] {
  const { context, value } = parseAction({ name: "action.yml", content }, new NoOperationTraceWriter());
  const faults = context.errors.getErrors().map(({ message }) => message);
  return value === undefined && faults.length === 0 ? ["It holds nothing."] : faults;
}

describe("GitHub loads", () => {
  const files = [...generated.keys()].filter((path) => path.endsWith("action.yml"));

  test.each(files)("%s", (path) => {
    expect(faultsOf(readFileSync(join(root, path), "utf8"))).toEqual([]);
    expect(faultsOf(generated.get(path) ?? "")).toEqual([]);
  });

  test("every action at both of its addresses", () => {
    expect(files).toHaveLength(2 * actionFolders.length);
  });
});

describe("an expression makes GitHub refuse the action, and the build refuses it first, when it stands in", () => {
  const sound = defineContract({
    folder: "sound",
    name: "Sound",
    description: "Loads.",
    branding: { icon: "box", color: "purple" },
    inputs: z.object({ token: z.string().prefault("${{ github.token }}").describe("A token.") }),
    outputs: { status: "`passed` or `failed`." },
    permissions: {},
  });
  const input = (value: string, says = "A token.") => ({
    inputs: z.object({ token: z.string().prefault(value).describe(says) }),
  });

  test.each([
    ["the name", { name: "Sound ${{ needs }}" }],
    ["the description", { description: "Reads `${{ toJSON(needs) }}`." }],
    ["the description of an input", input("x", "`${{ toJSON(needs) }}` of the jobs before.")],
    ["the description of an output", { outputs: { status: "As in `${{ needs.x.result }}`." } }],
    ["a default, with a context that GitHub does not have there: needs", input("${{ toJSON(needs) }}")],
    ["a default, with a context that GitHub does not have there: secrets", input("${{ secrets.TOKEN }}")],
    ["a default, with a context that GitHub does not have there: env", input("${{ env.TOKEN }}")],
    ["a default, with a context that GitHub does not have there: steps", input("${{ steps.x.outputs.y }}")],
    ["a default that is not closed", input("${{ github.token")],
  ] as const)("%s", (_, planted: Partial<Contract>) => {
    const contract = { ...sound, ...planted };
    expect(() => checkExpressions(contract)).toThrow(
      /actions\/sound\/contract\.ts .*(has an expression outside of a default|GitHub knows only)/,
    );
    expect(faultsOf(actionYaml(contract, "index.js"))).not.toEqual([]);
  });

  test("and takes what GitHub has for a default", () => {
    for (const value of ["${{ github.token }}", "${{ job.check_run_id }}", "${{ runner.temp }}", "plain"]) {
      const contract = { ...sound, ...input(value) };
      expect(() => checkExpressions(contract)).not.toThrow();
      expect(faultsOf(actionYaml(contract, "index.js"))).toEqual([]);
    }
  });
});

describe("the contract", () => {
  test.each([...generated.keys()])("%s is what the contracts say", (path) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), "utf8")).toBe(generated.get(path));
  });

  test.each(actionFolders)(
    "%s says in its first line where its action.yml comes from, and what its other address is",
    (folder) => {
      const face = folder === "report" ? "" : `${folder}/`;
      for (const path of [`actions/${folder}/action.yml`, `${face}action.yml`]) {
        const [first] = readFileSync(join(root, path), "utf8").split("\n");
        expect(first).toContain(`# Generated from actions/${folder}/contract.ts`);
        expect(first).toContain(`${face === "" ? "the repository's root" : face} `);
        expect(first).toContain(`actions/${folder}/ are one action with two addresses`);
      }
    },
  );

  test("every action.yml of the repository comes from a contract", () => {
    const found = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isFile() && entry.name === "action.yml") return ["action.yml"];
      return entry.isDirectory() && existsSync(join(root, entry.name, "action.yml"))
        ? [`${entry.name}/action.yml`]
        : [];
    });
    expect(found.filter((path) => !generated.has(path))).toEqual([]);
    expect(found).toHaveLength(6);
  });

  test.each(actionFolders)("%s runs its own bundle on node24, which exists with its licences", (folder) => {
    const face = folder === "report" ? "." : folder;
    const { runs } = parse(readFileSync(join(root, face, "action.yml"), "utf8")) as {
      runs: { using: string; main: string };
    };
    expect(runs.using).toBe("node24");
    expect(join(root, face, runs.main)).toBe(join(root, "dist", folder, "index.js"));
    expect(readFileSync(join(root, "dist", folder, "index.js"), "utf8")).toBe(
      readFileSync(join(root, "actions/start.js"), "utf8"),
    );
    expect(readFileSync(join(root, "dist", folder, "main.js"), "utf8").length).toBeGreaterThan(100_000);
    expect(readFileSync(join(root, "dist", folder, "licenses.txt"), "utf8")).toMatch(/^undici \d/m);
  });

  test("no bundle knows a path of the machine that built it", () => {
    for (const folder of actionFolders) {
      const code = readFileSync(join(root, "dist", folder, "main.js"), "utf8");
      expect(code.includes(`${root}/`)).toBe(false);
    }
  });

  test("the documented checks are the checks that there are", () => {
    const docs = readFileSync(join(root, "docs/configuration.md"), "utf8");
    for (const id of checkIds) expect(docs).toContain(`\`${id}\``);
  });
});
