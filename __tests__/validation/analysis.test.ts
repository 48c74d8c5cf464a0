import { describe, expect, test } from "@jest/globals";
import { type DepsAuditArtefact, judgeDepsAudit } from "../../src/checks/deps-audit.ts";
import { judgeHexAudit } from "../../src/checks/hex-audit.ts";
import { judgeSobelow } from "../../src/checks/sobelow.ts";
import { judgeUnusedDeps } from "../../src/checks/unused-deps.ts";
import { withinApps } from "../../src/mix-output/location.ts";
import { environmentOf, isLight } from "../../src/validation/analysis-vm.ts";
import { inventory, judges } from "../checks/judges.ts";
import { recorded, shown } from "../checks/recorded.ts";
import { analyse, type CheckId, checks } from "../support/checks.ts";
import { machine, project, root } from "./machine.ts";

const same = (file: string) => file;
const fine = { code: 0, stdout: "", stderr: "" };
const clean = {
  status: "ran",
  ...fine,
  stdout: "No retired or security advisory packages found\n",
  hex: "2.5.1",
  packages: 36,
} as const;
const audited: DepsAuditArtefact = {
  status: "ran",
  ...fine,
  stdout: '{"pass":true,"vulnerabilities":[]}\n',
  packages: 36,
  ignored: [],
  database: { advisories: 90, fetched: true },
};
const inOrder = {
  ...{ status: "ran" as const, packages: 36, absent: [] as string[] },
  ...{ unused: fine, loaded: fine, locked: { ...fine, same: true } },
};
const cachePath = "/repo/.cache";

/** The analyses of these ids. */
const analyses = (...ids: readonly CheckId[]) =>
  checks.filter((one) => one.vm === "analysis").filter((one) => ids.some((id) => id === one.id));

describe("dependencies", () => {
  test("one VM serves all three checks, in the test build", async () => {
    const { context, asked } = machine([
      { leaves: { "hex-audit.json": { ...clean, ms: 5 }, "unused-deps.json": inOrder, "deps-audit.json": audited } },
    ]);
    const judged = await analyse({ context, project }, ["hex-audit", "unused-deps", "deps-audit"], {
      env: "test",
      cachePath,
    });
    expect([...judged].map(([id, { judgement }]) => [id, judgement.verdict, judgement.says])).toEqual([
      ["hex-audit", "pass", "36 packages, none retired and no advisory."],
      [
        "unused-deps",
        "pass",
        "Each of the 36 packages in mix.lock is used, and `mix deps.get --check-locked` changes nothing.",
      ],
      ["deps-audit", "pass", "No advisory applies: 36 packages against 90."],
    ]);
    expect(judged.get("hex-audit")?.durationMs).toBe(5);
    expect(asked.map((one) => [one.argv.slice(-4), one.env?.["MIX_ENV"]])).toEqual([
      [["pd.analysis", "hex-audit", "unused-deps", "deps-audit"], "test"],
    ]);
    expect(
      await analyse({ context, project }, ["hex-audit", "unused-deps", "deps-audit"], { env: "dev", cachePath }),
    ).toEqual(new Map());
  });

  test("mix_audit that is kept to dev is run there, alone", async () => {
    const { context, asked } = machine([{ leaves: { "deps-audit.json": audited } }]);
    const devOnly = { ...project, deps: { mix_audit: ["dev"] } };
    const judged = await analyse({ context, project: devOnly }, ["hex-audit", "deps-audit"], { env: "dev", cachePath });
    expect([...judged.keys()]).toEqual(["deps-audit"]);
    expect(asked.map((one) => one.env?.["MIX_ENV"])).toEqual(["dev"]);
  });

  test("without mix_audit and without Hex nothing is asked, and each says so", async () => {
    const { context, asked } = machine([]);
    const judged = await analyse(
      { context, project: { ...project, deps: { phoenix: [] }, hex: null } },
      ["hex-audit", "deps-audit"],
      { env: "test", cachePath },
    );
    expect([...judged.values()].map(({ judgement }) => shown(judgement))).toEqual([
      "error tool_missing",
      "not-run not_applicable",
    ]);
    expect(asked).toEqual([]);
  });

  test("a VM that ends without a word leaves errors with the places that it had printed", async () => {
    const stderr =
      "== Compilation error in file lib/shop.ex ==\n** (CompileError) lib/shop.ex:3: undefined function go/0\n";
    const { context } = machine([{ ran: { code: 1, stderr } }]);
    const judged = await analyse({ context, project }, ["hex-audit"], { env: "test", cachePath });
    expect(shown(judged.get("hex-audit")?.judgement ?? { verdict: "pass", reason_code: "passed", says: "" })).toBe(
      "error could_not_run: error lib/shop.ex:3",
    );
  });

  test.each([
    ["Hex before 2.5 knows no advisories", { ...clean, hex: "2.4.2" }, "error not_judged"],
    ["Hex before 2.5 has another sentence", { ...clean, stdout: "No retired packages found\n" }, "error could_not_run"],
    ["a lock without packages was not audited", { ...clean, packages: 0 }, "not-run not_applicable"],
    [
      "a record that is old is no answer",
      { ...clean, stderr: "Failed to fetch record for plug from registry (using cache instead)\n" },
      "inconclusive network_failed",
    ],
    [
      "a sentence on standard error alone fails",
      { ...clean, stdout: "", stderr: "Found packages with security advisories\n" },
      "fail vulnerabilities_found",
    ],
    ["silence is no pass", { ...clean, stdout: "" }, "error could_not_run"],
  ])("hex-audit: %s", (_, seen, expected) => {
    expect(shown(judgeHexAudit(seen, same))).toBe(expected);
  });

  test.each([
    [
      "no advisory at all is no database",
      { ...audited, database: { advisories: 0, fetched: true } },
      "inconclusive network_failed",
    ],
    [
      "advisories of an earlier run are not today's",
      { ...audited, database: { advisories: 90, fetched: false } },
      "inconclusive network_failed",
    ],
    ["a lock without packages was not audited", { ...audited, packages: 0 }, "not-run not_applicable"],
    [
      "a report that does not pass and names nothing is none",
      { ...audited, stdout: '{"pass":false,"vulnerabilities":[]}' },
      "inconclusive not_judged",
    ],
    ["silence is no pass", { ...audited, stdout: "" }, "error could_not_run"],
  ])("deps-audit: %s", (_, seen, expected) => {
    expect(shown(judgeDepsAudit(seen, same))).toBe(expected);
  });

  test.each([
    [
      "an unused package is named",
      {
        ...inOrder,
        unused: {
          ...fine,
          code: 1,
          stderr: "** (Mix) Unused dependencies in mix.lock file:\n\n  * :jason\n  * :plug\n\n",
        },
      },
      "fail lock_mismatch: warning mix.lock:1, warning mix.lock:1",
    ],
    [
      "a lock that is not complete fails",
      {
        ...inOrder,
        locked: {
          ...fine,
          code: 1,
          stderr: "** (Mix) Your mix.lock is out of date and must be updated without the --check-locked flag\n",
          same: true,
        },
      },
      "fail lock_mismatch: error mix.lock:1",
    ],
    [
      "what mix calls unused is not, where nothing is fetched",
      {
        ...inOrder,
        absent: ["jason", "plug"],
        unused: {
          ...fine,
          code: 1,
          stderr: "** (Mix) Unused dependencies in mix.lock file:\n\n  * :jason\n  * :plug\n\n",
        },
        loaded: { ...fine, code: 1, stderr: "** (Mix) Can't continue due to errors on dependencies\n" },
        locked: { status: "absent" } as const,
      },
      "error dependency_failed",
    ],
    [
      "nor where a part is not fetched, whose own dependencies nobody knows",
      {
        ...inOrder,
        absent: ["phoenix_live_reload"],
        unused: { ...fine, code: 1, stderr: "** (Mix) Unused dependencies in mix.lock file:\n\n  * :file_system\n\n" },
      },
      "error dependency_failed",
    ],
    [
      "a package that is left in the lock and fetched by nobody is unused",
      {
        ...inOrder,
        absent: ["jason"],
        unused: { ...fine, code: 1, stderr: "** (Mix) Unused dependencies in mix.lock file:\n\n  * :jason\n\n" },
      },
      "fail lock_mismatch: warning mix.lock:1",
    ],
    [
      "an Elixir without --check-locked says so and passes",
      { ...inOrder, locked: { status: "absent" } as const },
      "pass passed",
    ],
    ["a lock that was changed is no proof", { ...inOrder, locked: { ...fine, same: false } }, "error could_not_run"],
    [
      "a registry that is down leaves it open",
      {
        ...inOrder,
        locked: { ...fine, code: 1, stderr: "** (Mix) Unknown package postgrex in lockfile\n", same: true },
      },
      "error network_failed",
    ],
    ["a project without dependencies has nothing to lock", { ...inOrder, packages: 0 }, "not-run not_applicable"],
  ])("unused-deps: %s", (_, seen, expected) => {
    expect(shown(judgeUnusedDeps(seen, same))).toBe(expected);
  });
});

describe("sobelow", () => {
  const finding = (file: string, line: number) => ({ file, line, type: "XSS.Raw: XSS", variable: "x" });
  const report = (high: readonly object[], medium: readonly object[], low: readonly object[]) =>
    JSON.stringify({
      findings: { high_confidence: high, medium_confidence: medium, low_confidence: low },
      total_findings: high.length + medium.length + low.length,
    });
  const scan = (folder: string, text: string | null, stderr = "") => ({
    ...fine,
    stderr,
    folder,
    report: text,
    files: 3,
    unread: [],
  });
  const all = scan(root, report([finding("lib/a.ex", 1)], [finding("lib/b.ex", 2)], [finding("lib/c.ex", 0)]));
  const path = (file: string) => file.replace(/^\/repo\/?/, "");

  test.each([
    ["low", "fail vulnerabilities_found: error lib/a.ex:1, warning lib/b.ex:2, notice lib/c.ex", 0],
    ["medium", "fail vulnerabilities_found: error lib/a.ex:1, warning lib/b.ex:2, notice lib/c.ex", 1],
    ["high", "fail vulnerabilities_found: error lib/a.ex:1, notice lib/b.ex:2, notice lib/c.ex", 2],
  ] as const)("at %s confidence what is below is shown and does not fail", (least, expected, below) => {
    const judgement = judgeSobelow([all], least, path);
    expect(shown(judgement)).toBe(expected);
    expect(judgement.facts?.["below_confidence"]).toBe(below);
  });

  test("a pass shows what it lets stand", () => {
    const judgement = judgeSobelow([scan(root, report([], [], [finding("lib/c.ex", 3)]))], "medium", path);
    expect(shown(judgement)).toBe("pass passed: notice lib/c.ex:3");
    expect(judgement.says).toBe("No findings in 3 files of 1 app. 1 below `medium` confidence are shown.");
  });

  test("every app of an umbrella is scanned, and one without a router is no web app", () => {
    const web = scan("/repo/apps/web", report([finding("lib/a.ex", 1)], [], []));
    const core = scan(
      "/repo/apps/core",
      report([], [], []),
      "WARNING: Sobelow cannot find the router. If this is a Phoenix application\n",
    );
    const judgement = judgeSobelow([web, core], "low", path);
    expect(shown(judgement)).toBe("fail vulnerabilities_found: error apps/web/lib/a.ex:1");
    expect(judgement.says).toBe(
      "1 finding in 2 apps, 1 of high confidence. Not a web app, since it has no router: apps/core.",
    );
    expect(judgeSobelow([web, scan("/repo/apps/core", null)], "low", path).verdict).toBe("error");
    expect(judgeSobelow([], "low", path).verdict).toBe("error");
  });

  test("files that cannot be parsed, or that are not there, were not scanned", () => {
    const none = scan(root, report([], [], []));
    expect(shown(judgeSobelow([{ ...none, unread: ["/repo/lib/bad.ex"] }], "low", path))).toBe(
      "error syntax_error: error lib/bad.ex:1",
    );
    expect(judgeSobelow([{ ...none, files: 0 }], "low", path).verdict).toBe("error");
  });
});

describe("credo", () => {
  const passing = { ...recorded("phoenix-1.8/pass/credo-json") };

  test.each([
    ["a root that it does not read has no issue either", { files: 0, checks: 69 }, "error not_judged"],
    ["a configuration without checks finds nothing", { files: 1, checks: 0 }, "error not_judged"],
    ["what it read must be known", null, "error could_not_run"],
    ["files and checks are the evidence", { files: 2, checks: 69 }, "pass passed"],
  ])("%s", async (_, read, expected) => {
    const { context } = machine([{ leaves: { "credo.json": { ...passing, read } } }]);
    const judged = await analyse({ context, project }, ["credo"], { env: "test", cachePath });
    expect([...judged.values()].map(({ judgement }) => shown(judgement))).toEqual([expected]);
  });

  test("files that it could not parse are named", () => {
    const stderr =
      "info: Some source files could not be parsed correctly and are excluded:\n\n   1) lib/shop/broken.ex\n   " +
      "2) lib/shop web/b c.ex\n\n";
    expect(shown(judges.credo({ ...passing, stderr }))).toBe(
      "error syntax_error: error lib/shop/broken.ex:1, error lib/shop web/b c.ex:1",
    );
  });

  test("128 and more is a fault of the tool, and less with no issue is none of its codes", () => {
    for (const code of [1, 16, 128, 129, 255]) expect(judges.credo({ ...passing, code }).verdict).toBe("error");
  });
});

describe("dialyzer", () => {
  const plt = { file: "/repo/.cache/plt/deps.plt", state: "warm", took: 912 } as const;
  const passing = { ...recorded("phoenix-1.8/pass/dialyzer"), plt };
  const run = async (leaves: object | null, ran: object = {}, known = project, files = new Map<string, string>()) => {
    const { context, asked } = machine([{ leaves: leaves === null ? {} : { "dialyzer.json": leaves }, ran }], files);
    const judged = await analyse({ context, project: known }, ["dialyzer"], { env: "dev", cachePath });
    const timed = judged.get("dialyzer");
    if (timed === undefined) throw new Error("dialyzer was not judged");
    return { judgement: timed.judgement, asked };
  };

  test("keeps its PLTs in the cache folder, in the build that has dialyxir", async () => {
    const { judgement, asked } = await run(passing);
    expect(judgement).toMatchObject({
      verdict: "pass",
      says: "No warnings. The PLT was warm.",
      facts: { plt: "warm", plt_file: ".cache/plt/deps.plt", plt_seconds: 0.9 },
    });
    expect(asked.map((one) => [one.argv.slice(-2), one.env?.["PD_PLT"], one.env?.["MIX_ENV"]])).toEqual([
      [["pd.analysis", "dialyzer"], "/repo/.cache/plt", "dev"],
    ]);
  });

  test.each([
    ["built", "No warnings. The PLT was built in 236.4 s."],
    ["updated", "No warnings. The PLT was brought up to date in 236.4 s."],
  ])("a PLT that was %s says how long it took", async (state, says) => {
    expect((await run({ ...passing, plt: { ...plt, state, took: 236_421 } })).judgement.says).toBe(says);
  });

  test("an Erlang without dialyzer has its own sentence", async () => {
    const { judgement } = await run({ status: "no_dialyzer" });
    expect(judgement).toMatchObject({
      verdict: "error",
      reason_code: "tool_missing",
      says: "This Erlang has no dialyzer application.",
    });
    expect(judgement.remedy).toContain("apt-get install erlang-dialyzer");
  });

  test("a PLT that was not built in time is an error, no failure", async () => {
    expect(shown((await run(null, { ended: "timed-out", code: null })).judgement)).toBe("error timed_out");
    expect(shown((await run({ status: "timed_out" }, { code: 1 })).judgement)).toBe("error timed_out");
  });

  test("dialyzer's own words for its failure are the reason, on whichever stream", () => {
    const said = ":dialyzer.run error: Could not read PLT file plt/deps.plt: not_valid";
    const { says } = judges.dialyzer({
      status: "ran",
      code: 1,
      stdout: `Starting Dialyzer\n${said}\n`,
      stderr: "Halting VM with exit status 1\n",
    });
    expect(says).toBe(`mix dialyzer could not run: ${said}.`);
  });

  test("what the ignore file skips is said, and what it need not skip fails where the project says so", () => {
    const skipped = {
      ...passing,
      stdout: "Total errors: 3, Skipped: 3, Unnecessary Skips: 0\ndone (passed successfully)\n",
    };
    expect(judges.dialyzer(skipped).says).toBe("No warnings. 3 skipped by .dialyzer_ignore.exs. The PLT was warm.");
    const stdout = 'Total errors: 0, Skipped: 0, Unnecessary Skips: 1\nUnused filters:\n{"lib/a.ex", :call}\n';
    const unused = { ...passing, code: 1, stdout, stderr: "unused filters present\nHalting VM with exit status 1\n" };
    expect(judges.dialyzer(unused)).toMatchObject({
      verdict: "fail",
      findings: [{ file: ".dialyzer_ignore.exs", message: '{"lib/a.ex", :call}' }],
    });
  });

  test("warnings that cannot be read are counted all the same", () => {
    const judgement = judges.dialyzer({
      status: "ran",
      code: 2,
      stdout: "Total errors: 2, Skipped: 0, Unnecessary Skips: 0\n",
      stderr: ":0:unknown_function Function A.b/0 does not exist.\nPlease file a bug\n",
    });
    expect(judgement).toMatchObject({
      verdict: "fail",
      says: "2 warnings. The PLT was warm.",
      findings: [{ rule: "unknown_function" }],
    });
    expect(judgement.remedy).toContain("1 of them are in the output alone");
  });

  test("a file of an umbrella is found in the one app that has it", async () => {
    const umbrella = { ...project, umbrella: true, folders: { core: "/repo/apps/core", web: "/repo/apps/web" } };
    const files = new Map([
      ["/repo/apps/core/lib/a.ex", ""],
      ["/repo/apps/core/lib/b.ex", ""],
      ["/repo/apps/web/lib/b.ex", ""],
    ]);
    const found = {
      ...passing,
      code: 2,
      stdout: "Total errors: 2, Skipped: 0, Unnecessary Skips: 0\n",
      stderr: "lib/a.ex:3:call No.\nlib/b.ex:4:call No.\n",
    };
    expect((await run(found, {}, umbrella, files)).judgement.findings?.map((one) => one.file)).toEqual([
      "apps/core/lib/a.ex",
      "lib/b.ex",
    ]);
    expect(await withinApps(["/abs.ex"], umbrella.folders, async () => true)).toEqual(new Map());
  });
});

describe("the VM of the analyses", () => {
  const credo = { ...recorded("phoenix-1.8/pass/credo-json"), read: inventory };
  const verdicts = async (
    wanted: readonly CheckId[],
    env: "test" | "dev",
    ...leaves: readonly Readonly<Record<string, object>>[]
  ) => {
    const { context, asked } = machine(leaves.map((one) => ({ leaves: one })));
    const judged = await analyse(
      { context, project: { ...project, deps: { ...project.deps, dialyxir: [] } } },
      wanted,
      { env, cachePath },
    );
    return {
      verdicts: Object.fromEntries([...judged].map(([id, { judgement }]) => [id, shown(judgement)])),
      asked: asked.map((one) => one.argv.slice(one.argv.indexOf("pd.analysis") + 1)),
    };
  };

  test("that one check ended is followed by one for each that left nothing: nobody answers for another", async () => {
    expect(
      await verdicts(
        ["credo", "dialyzer", "hex-audit"],
        "test",
        { "hex-audit.json": clean },
        { "credo.json": credo },
        {},
      ),
    ).toEqual({
      verdicts: { "hex-audit": "pass passed", credo: "pass passed", dialyzer: "error could_not_run" },
      asked: [["hex-audit", "credo", "dialyzer"], ["credo"], ["dialyzer"]],
    });
  });

  test("that a check's limit ended passes over that check alone", async () => {
    expect(
      await verdicts(
        ["credo", "sobelow"],
        "test",
        { "sobelow.json": { status: "timed_out" } },
        { "credo.json": credo },
      ),
    ).toEqual({
      verdicts: { credo: "pass passed", sobelow: "error timed_out" },
      asked: [["credo", "sobelow"], ["credo"]],
    });
  });

  test("names a tool that is missing with its line for mix.exs, and with how to switch the check off", async () => {
    const { context, asked } = machine([]);
    const judged = await analyse({ context, project: { ...project, deps: {} } }, ["sobelow"], {
      env: "test",
      cachePath,
    });
    expect(judged.get("sobelow")?.judgement).toMatchObject({
      verdict: "error",
      reason_code: "tool_missing",
      remedy:
        'Add `{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}` to deps in mix.exs, or set `checks: ' +
        "{sobelow: off}`.",
    });
    expect(asked).toEqual([]);
  });

  test("has nothing to ask Hex for in a project without dependencies, also where Hex is not installed", async () => {
    const judged = await analyse(
      { context: machine([]).context, project: { ...project, deps: {}, hex: null } },
      ["hex-audit"],
      { env: "test", cachePath },
    );
    expect(judged.get("hex-audit")?.judgement).toMatchObject({ verdict: "not-run", reason_code: "not_applicable" });
  });

  test("is that of the build which has the tool", () => {
    const of = analyses("credo", "sobelow", "dialyzer", "hex-audit").map((one) => [
      one.id,
      environmentOf(one, project),
    ]);
    expect(Object.fromEntries(of)).toEqual({ credo: "test", sobelow: "test", dialyzer: "dev", "hex-audit": "test" });
  });

  test("counts as light where it only waits for a server", () => {
    expect(isLight(analyses("hex-audit", "deps-audit", "unused-deps"))).toBe(true);
    expect(isLight(analyses("hex-audit", "credo"))).toBe(false);
  });
});
