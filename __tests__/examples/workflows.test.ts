import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registerLogger, validate } from "@actions/languageservice";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { describe, expect, test } from "@jest/globals";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { root } from "../../script/generate.ts";
import { runs } from "../support/expressions.ts";
import { knownActions } from "../support/known-actions.ts";

type Validation = NonNullable<Parameters<typeof validate>[1]>;
type Metadata = Awaited<ReturnType<NonNullable<Validation["actionsMetadataProvider"]>["fetchActionMetadata"]>>;
type Reference = Parameters<NonNullable<Validation["actionsMetadataProvider"]>["fetchActionMetadata"]>[0];

const files = [
  ...["examples/workflows", ".github/workflows"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`),
  ),
  "README.md",
];

/** A workflow as it is; of a page the workflow that it shows. */
function text(file: string): string {
  const content = readFileSync(join(root, file), "utf8");
  return file.endsWith(".md") ? (/^```yaml\n([\s\S]*?)^```$/m.exec(content)?.[1] ?? "") : content;
}

/** Our own actions as their contracts made them, others as their commit has them. */
async function metadataOf({ owner, name, ref, path }: Reference): Promise<Metadata> {
  if (owner === "org" && name === "phoenix-deploy") return parse(text(join(path ?? ".", "action.yml"))) as Metadata;
  const known = knownActions[`${[owner, name, ...(path === undefined || path === "" ? [] : [path])].join("/")}@${ref}`];
  if (known === undefined) return undefined;
  const inputs = known.inputs.map((input) => [
    input.replace("!", ""),
    { description: input, required: input.endsWith("!") },
  ]);
  const outputs = known.outputs.map((output) => [output, { description: output }]);
  return { name, description: name, inputs: Object.fromEntries(inputs), outputs: Object.fromEntries(outputs) };
}

/** The service remembers a document by its address: each is asked under its own. */
let asked = 0;

/**
 * What GitHub's own language service finds wrong with a workflow. Where it fails itself it only says so to its log, and
 * finds nothing.
 */
async function faultsOf(workflow: string): Promise<readonly string[]> {
  const failures: string[] = [];
  const log = (message: string) => void failures.push(message);
  registerLogger({ error: log, warn: log, info: log, log });
  const document = TextDocument.create(
    `file:///repository-${++asked}/.github/workflows/workflow.yml`,
    "yaml",
    1,
    workflow,
  );
  const found = await validate(document, { actionsMetadataProvider: { fetchActionMetadata: metadataOf } });
  const { context } = parseWorkflow({ name: "workflow.yml", content: workflow }, new NoOperationTraceWriter());
  failures.push(...context.errors.getErrors().map(({ message }) => `the parser: ${message}`));
  return [...failures, ...found.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)];
}

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: unknown;
  readonly env?: unknown;
}
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string;
        readonly steps: readonly Step[];
        readonly permissions?: Readonly<Record<string, string>>;
        readonly outputs?: Readonly<Record<string, string>>;
      }
    >
  >;
}

describe("a linter that misses what it should find is worth nothing: it names", () => {
  const pullRequest = text("examples/workflows/pull-request.yml");

  test.each([
    [
      "a mistyped input of ours",
      "      - id: validate\n        uses: org/phoenix-deploy/validate@v1\n        with: {coment: false}\n",
      "'coment'",
    ],
    [
      "a mistyped input of another",
      "      - uses: actions/github-script@ed597411d8f924073f98dfc5c65a23a2325f34cd\n        with: {scrip: x}\n",
      "'scrip'",
    ],
    [
      "an action at a commit that nobody looked at",
      `      - uses: actions/checkout@${"0".repeat(40)}\n`,
      "Unable to resolve action",
    ],
    ["a context that does not exist", "      - run: echo ${{ githob.sha }}\n", "githob"],
    ["an output of a step that does not exist", "      - run: echo ${{ steps.nobody.outputs.x }}\n", "nobody"],
  ])("%s", async (_, step, word) => {
    expect((await faultsOf(pullRequest + step)).join("\n")).toContain(word);
  });

  test("an event and a permission that do not exist", async () => {
    const faults = await faultsOf(
      pullRequest.replace("pull_request:", "pull_reqest:").replace("actions: read", "action: read"),
    );
    expect(faults).toContainEqual(expect.stringContaining("the parser: "));
    expect(faults.join("\n")).toMatch(/pull_reqest[\s\S]*'action'|'action'[\s\S]*pull_reqest/);
  });
});

describe.each(files)("%s", (file) => {
  const workflow = parse(text(file)) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("is a workflow that GitHub takes, and gives every action what it asks for", async () => {
    expect(await faultsOf(text(file))).toEqual([]);
  });

  test("pins what is not ours by its commit, with the version beside it", () => {
    const uses = [...text(file).matchAll(/uses: (\S+)(?: # (\S+))?$/gm)].filter(
      ([, name = ""]) => !/^(org\/phoenix-deploy|\.\/)/.test(name),
    );
    for (const [, name = "", version] of uses) expect([name, version]).toEqual([name, knownActions[name]?.version]);
    expect(steps.filter(({ uses: name }) => name !== undefined && !name.includes("@"))).toEqual([]);
  });

  test("reads only outputs that the step before it gives", async () => {
    for (const job of Object.values(workflow.jobs)) {
      for (const [, id, output = ""] of JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        const [, action = "", ref = ""] =
          /^(.*)@(.*)$/.exec(job.steps.find((step) => step.id === id)?.uses ?? "") ?? [];
        const [owner = "", name = "", ...path] = action.split("/");
        const given = Object.keys((await metadataOf({ owner, name, ref, path: path.join("/") }))?.outputs ?? {});
        expect({ id, given }).toEqual({ id, given: expect.arrayContaining([output]) });
      }
    }
  });

  test("says for the whole of it what its token may do", () => {
    expect(workflow.permissions).toBeDefined();
  });

  test("writes no expression into a shell or a script", () => {
    const scripts = Object.values(workflow.jobs).flatMap((job) =>
      (job.steps as readonly { readonly run?: string; readonly with?: { readonly script?: string } }[]).map(
        (step) => step.run ?? step.with?.script ?? "",
      ),
    );
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });
});

test("a rollback that is tried again with the release's files is asked for the same", () => {
  const { jobs } = parse(text("examples/workflows/rollback.yml")) as Workflow;
  const [first, again, ...others] = (jobs["rollback"]?.steps ?? []).filter(({ uses }) => uses?.includes("/rollback@"));
  expect(others).toEqual([]);
  expect({ with: again?.with, env: again?.env }).toEqual({ with: first?.with, env: first?.env });
});

test("a rollback is reported by a job that is given its evidence, and asks no criteria of a deployment of it", () => {
  const { jobs } = parse(text("examples/workflows/rollback.yml")) as Workflow;
  const report = jobs["report"]?.steps.find(({ uses }) => uses?.startsWith("org/phoenix-deploy@"));
  expect(report?.with).toEqual({ jobs: "${{ toJSON(needs) }}", "exit-gate": "report" });
  expect(Object.keys(jobs["rollback"]?.outputs ?? {})).toEqual(["evidence", "changed", "artifact"]);
});

test.each([
  ["changed something", "true", false, true],
  ["changed nothing", "false", false, false],
  ["was killed", "", false, true],
  ["was a drill", "true", true, false],
])("the report of a rollback that %s runs where something may have changed", (_, changed, drill, expected) => {
  const { jobs } = parse(text("examples/workflows/rollback.yml")) as Workflow;
  const needs = { rollback: { outputs: { changed } } };
  expect(runs(jobs["report"]?.if ?? "", { inputs: { drill }, needs })).toBe(expected);
});

test("the jobs that roll back may open an issue about it", () => {
  for (const [file, job] of [
    ["deploy", "production"],
    ["rollback", "rollback"],
  ] as const) {
    const { jobs } = parse(text(`examples/workflows/${file}.yml`)) as Workflow;
    expect(jobs[job]?.permissions).toMatchObject({ issues: "write", deployments: "write" });
  }
});
