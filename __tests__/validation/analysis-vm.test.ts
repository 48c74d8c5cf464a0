// The VM of the static checks, for real, in a project whose tools are stand-ins that replay recorded outputs.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { fromRoot } from "../../src/mix-output/location.ts";
import { recorded, shown } from "../checks/recorded.ts";
import { analyse, byHandOf, type CheckId } from "../support/checks.ts";
import { drawn } from "../support/extent.ts";
import { readyHelpers } from "../support/helpers.ts";
import { jobFacts } from "../support/job.ts";
import { someTests } from "../support/some-tests.ts";
import { project } from "./machine.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "static-vm-")));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

put(
  "shop/mix.exs",
  `defmodule Shop.MixProject do
  use Mix.Project
  def project, do: [app: :shop, version: "1.0.0", deps: [tools() | gone()], hex: hex()]
  defp tools, do: {:tools, path: "../tools", runtime: false}
  defp hex, do: [ignore_advisories: String.split(System.get_env("IGNORES", ""), ",", trim: true)]
  defp gone, do: if(System.get_env("GONE"), do: [{:gone, path: "../gone"}], else: [])
end
`,
);
put("shop/lib/shop.ex", "defmodule Shop do\nend\n");
put(
  "tools/mix.exs",
  `defmodule Tools.MixProject do
  use Mix.Project
  def project, do: [app: :tools, version: "1.0.0"]
end
`,
);
put(
  "tools/lib/tools.ex",
  `defmodule Replay do
  def say(name) do
    for {device, stream} <- [stdio: "out", stderr: "err"], do: IO.write(device, read(name, stream))

    String.to_integer(read(name, "code"))
  end

  def ends(name), do: exit({:shutdown, say(name)})

  defp read(name, stream), do: File.read!(Path.join(System.fetch_env!("REPLAY"), "#{name}.#{stream}"))
end

defmodule Credo.Application do
  def start(_, _), do: Agent.start_link(fn -> nil end)
end

defmodule Credo.Execution do
  def get_exit_status(code), do: code
  def checks(_), do: {Enum.to_list(1..69), [], []}
  def get_source_files(_), do: Enum.to_list(1..39)

  def get_issues(_) do
    for line <- String.split(System.get_env("INFORMS", ""), ",", trim: true) do
      %{
        check: Credo.Check.Design.TagTODO,
        filename: "lib/lint.ex",
        line_no: String.to_integer(line),
        message: "Found a TODO tag in a comment: # TODO: fix me",
        exit_status: 0
      }
    end
  end
end

defmodule Credo do
  def run(["--strict", "--format", "json"]) do
    Replay.say("credo")
  end
end

defmodule Mix.Tasks.Credo do
  use Mix.Task
  def run(["--strict"]), do: Replay.ends("credo-by-hand")
end

defmodule Sobelow.Utils do
  def get_app_name(_), do: "shop"
end

defmodule Sobelow do
end

defmodule Mix.Tasks.Sobelow do
  use Mix.Task

  def run(["--private", "--skip", "--exit", _confidence]), do: Replay.ends("sobelow-by-hand")

  def run(args) do
    ["--out", report] = Enum.take(args, -2)
    File.cp!(Path.join(System.fetch_env!("REPLAY"), "sobelow.out"), report)
  end
end

defmodule Dialyxir.Project do
  def plt_file, do: Path.join(Mix.Project.config()[:dialyzer][:plt_local_path], "deps.plt")
end

defmodule Mix.Tasks.Dialyzer do
  use Mix.Task

  def run(["--plt"]) do
    Mix.Task.run("compile")
    File.write!(Dialyxir.Project.plt_file(), "plt")
    File.write!(Dialyxir.Project.plt_file() <> ".hash", "hash")
    if words = System.get_env("PLT_SAYS"), do: IO.puts(:stderr, words)
  end

  def run(["--no-check", "--format", "short", "--ignore-exit-status"]) do
    if System.get_env("HALT"), do: System.halt(1)
    Replay.say("dialyzer")
  end

  def run(["--format", "short"]), do: Replay.ends("dialyzer-by-hand")
end

defmodule MixAudit do
end

defmodule Mix.Tasks.Deps.Audit do
  use Mix.Task
  def run(["--format", "json", "--ignore-advisory-ids", _ids]) do
    database = ".local/share/elixir-security-advisories-mirego"
    if System.get_env("FETCHES"), do: fetch(Path.join(System.user_home!(), database))
    Replay.ends("deps-audit")
  end

  def run([]), do: Replay.ends("deps-audit-by-hand")
  def run(["--ignore-advisory-ids", "GHSA-5v4m-c73v-c7gq"]), do: Replay.ends("deps-audit-by-hand")

  defp fetch(folder) do
    for path <- ["packages/plug/GHSA-5v4m-c73v-c7gq.yml", ".git/FETCH_HEAD"] do
      File.mkdir_p!(Path.dirname(Path.join(folder, path)))
      File.write!(Path.join(folder, path), "advisory")
    end
  end
end
`,
);
// Hex is no dependency: mix finds it among its archives. It sets its exit code when the VM ends.
put(
  "hex.ex",
  `defmodule Hex do
  def version, do: "2.5.1"
end

defmodule Mix.Tasks.Hex.Audit do
  use Mix.Task

  def run([]) do
    code = Hex.Replay.say("hex-audit")
    if code != 0, do: System.at_exit(fn _ -> System.halt(code) end)
  end
end

defmodule Hex.Replay do
  def say(name) do
    for {device, stream} <- [stdio: "out", stderr: "err"], do: IO.write(device, read(name, stream))
    String.to_integer(read(name, "code"))
  end

  defp read(name, stream), do: File.read!(Path.join(System.fetch_env!("REPLAY"), "#{name}.#{stream}"))
end
`,
);
const archives = join(folder, "archives");
beforeAll(() => {
  const ebin = join(archives, "hex-2.5.1/hex-2.5.1/ebin");
  mkdirSync(ebin, { recursive: true });
  execFileSync("elixirc", ["-o", ebin, join(folder, "hex.ex")]);
});

const shop = { ...project, deps: { credo: [], sobelow: [], dialyxir: [], mix_audit: [] } };
const files = filesAdapter();
let runs = 0;

/**
 * What became of the checks where the tools say what was recorded under this name, on standard error perhaps under
 * another, and how often a VM was started.
 */
async function run(
  said: Readonly<Record<string, string | readonly [out: string, err: string]>>,
  env: Readonly<Record<string, string>> = {},
  more: readonly CheckId[] = [],
) {
  runs += 1;
  const name = `run-${runs}`;
  for (const [tool, like] of Object.entries(said)) {
    const [out, err] = typeof like === "string" ? [like, like] : like;
    const { code, stdout } = recorded(out);
    for (const [stream, text] of Object.entries({ out: stdout, err: recorded(err).stderr, code: String(code) }))
      put(`${name}/${tool}.${stream}`, text);
  }
  const root = join(folder, "shop");
  const temp = join(folder, name, "temp");
  const toolEnv = { ...process.env, REPLAY: join(folder, name), ...env };
  const shell = shellAdapter({ cwd: root, env: toolEnv, cancel: new AbortController().signal, show: () => undefined });
  let vms = 0;
  const context = {
    helpers: await readyHelpers(temp),
    project: root,
    limitMs: 120_000,
    job: jobFacts({ workspace: root, temp }),
    shell: {
      run: (command: Parameters<typeof shell.run>[0]) => {
        vms += 1;
        return shell.run(command);
      },
    },
    files,
    clock: {
      now: () => new Date(0),
      ticks: () => 0,
      sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
    },
    cancellation: { cancelled: false },
    path: (file: string) => fromRoot(root, root, file),
  };
  const judged = await analyse({ context, project: shop }, [...(Object.keys(said) as CheckId[]), ...more], {
    cachePath: join(folder, name, "cache"),
  });
  return {
    judged,
    toolEnv,
    verdicts: Object.fromEntries([...judged].map(([id, { judgement }]) => [id, shown(judgement)])),
    plts: existsSync(join(folder, name, "cache/plt")) ? readdirSync(join(folder, name, "cache/plt")).sort() : [],
    vms,
  };
}

const passing = {
  credo: "phoenix-1.8/pass/credo-json",
  sobelow: "phoenix-1.8/pass/sobelow-json",
  dialyzer: "phoenix-1.8/pass/dialyzer",
};

describe("the VM of the analyses, with real Elixir", () => {
  const sometimes = someTests("runs of the VM of the analyses", 2);

  test("serves every tool, and a PLT that came to its end is kept", async () => {
    expect(await run(passing)).toMatchObject({
      verdicts: { credo: "pass passed", sobelow: "pass passed", dialyzer: "pass passed" },
      plts: ["deps.plt", "deps.plt.hash"],
      vms: 1,
    });
  });

  sometimes("has every tool after it has looked at the lock", async () => {
    expect((await run(passing, {}, ["unused-deps"])).verdicts).toEqual({
      ...{
        "unused-deps": "not-run not_applicable",
        credo: "pass passed",
        sobelow: "pass passed",
        dialyzer: "pass passed",
      },
    });
  });

  sometimes("gives each tool its own words, on standard error too", async () => {
    const { verdicts } = await run({
      credo: [passing.credo, "phoenix-1.8/fail/credo-syntax"],
      dialyzer: "phoenix-1.8/fail/dialyzer-short",
    });
    expect(verdicts["credo"]).toMatch(/^error syntax_error: error lib\/[^,]+\.ex:1$/);
    expect(verdicts["dialyzer"]).toMatch(/^fail issues_found: warning lib\//);
  });

  sometimes("knows which issues of credo inform only: its report does not say", async () => {
    const { verdicts } = await run({ credo: "tools/credo-json" }, { INFORMS: "4" });
    expect(verdicts["credo"]).toMatch(/^fail issues_found: notice lib\/lint\.ex:4:5, warning lib\/lint\.ex:1:11, /);
  });

  sometimes("that one tool ended leaves the others to be asked again, each by itself", async () => {
    const { verdicts, vms } = await run(passing, { HALT: "1" });
    expect(verdicts["dialyzer"]).toBe("error could_not_run");
    expect([verdicts["credo"], verdicts["sobelow"]]).toEqual(["pass passed", "pass passed"]);
    expect(vms).toBeGreaterThan(1);
  });

  sometimes("says of every tool that the dependencies are not there, not of the first one alone", async () => {
    const missing = "error dependency_failed";
    expect((await run(passing, { GONE: "1" })).verdicts).toEqual({
      credo: missing,
      sobelow: missing,
      dialyzer: missing,
    });
  });

  sometimes("marks a PLT that could not be finished, which dialyxir would take for up to date", async () => {
    const words = ":dialyzer.run error: Analysis failed with error: Could not scan the following file(s):";
    const { verdicts, plts } = await run({ dialyzer: passing.dialyzer }, { PLT_SAYS: words });
    expect(verdicts).toEqual({ dialyzer: "error could_not_run" });
    expect(plts).toEqual(["deps.plt", "unfinished"]);
    expect(existsSync(join(folder, "shop/mix.lock"))).toBe(false);
  });

  sometimes.add();
});

describe("the command by hand ends as the check judges, with the outputs that the tools were recorded with", () => {
  /** A lock that names a package of Hex: both audits have something to ask for. */
  const lock = join(folder, "shop/mix.lock");
  const audits = { MIX_ARCHIVES: archives, HOME: join(folder, "home"), FETCHES: "1" };
  type Said = string | readonly [out: string, err: string];

  /** The verdict, and whether the command that the result names passes; null where it names none. */
  async function both(id: CheckId, judgedBy: Said, byHand: string, env: Readonly<Record<string, string>> = {}) {
    const { judged, toolEnv } = await run({ [id]: judgedBy }, env);
    const { code, stdout, stderr } = recorded(byHand);
    // Hex is asked the same way by both.
    const name = id === "hex-audit" ? id : `${id}-by-hand`;
    for (const [stream, text] of Object.entries({ out: stdout, err: stderr, code: String(code) }))
      put(`run-${runs}/${name}.${stream}`, text);
    const judgement = judged.get(id)?.judgement;
    const command = judgement?.reproduce ?? byHandOf(id, { project: shop, judgement: judgement ?? null });
    const ended = spawnSync("sh", ["-c", command], {
      cwd: join(folder, "shop"),
      env: { ...toolEnv, MIX_ENV: undefined },
    });
    // It was the tool that ended it, and not mix for want of a task.
    expect(command === "" || ended.status === code).toBe(true);
    if (command !== "") expect(ended.stdout.toString()).toContain(stdout);
    return [judgement?.verdict, command === "" ? null : ended.status === 0];
  }

  test.each<[string, CheckId, Said, string, readonly [string, boolean | null]]>(
    drawn(
      "commands by hand of tools",
      [
        ["credo without an issue", "credo", passing.credo, "phoenix-1.8/pass/credo", ["pass", true]],
        ["credo with issues", "credo", "phoenix-1.8/fail/credo-json", "phoenix-1.8/fail/credo", ["fail", false]],
        [
          "credo that left out a file and passes nevertheless",
          "credo",
          [passing.credo, "phoenix-1.8/fail/credo-syntax"],
          "phoenix-1.8/fail/credo-syntax",
          ["error", null],
        ],
        ["sobelow without a finding", "sobelow", passing.sobelow, "phoenix-1.8/pass/sobelow-plain", ["pass", true]],
        [
          "sobelow with findings",
          "sobelow",
          "phoenix-1.8/fail/sobelow-json",
          "phoenix-1.8/fail/sobelow-exit",
          ["fail", false],
        ],
        ["dialyzer without a warning", "dialyzer", passing.dialyzer, "phoenix-1.8/pass/dialyzer", ["pass", true]],
        [
          "dialyzer with warnings",
          "dialyzer",
          "phoenix-1.8/fail/dialyzer-short",
          "phoenix-1.8/fail/dialyzer-short",
          ["fail", false],
        ],
      ],
      2,
    ),
  )("%s", async (_, id, judgedBy, byHand, verdicts) => {
    expect(await both(id, judgedBy, byHand)).toEqual(verdicts);
  });

  describe("of the packages that mix.lock names", () => {
    beforeAll(() => writeFileSync(lock, '%{\n  "plug": {:hex, :plug, "1.3.0", "00", [:mix], [], "hexpm", "00"},\n}\n'));
    afterAll(() => rmSync(lock));
    const clean = "tools/mix_audit-offline-false-pass";
    const vulnerable = ["tools/mix_audit-fail-json", "tools/mix_audit-fail-human"] as const;
    const [found, offline] = ["phoenix-1.8/fail/hex-audit", "phoenix-1.8/fail/hex-audit-registry-down"];

    const sometimes = someTests("commands by hand of audits", 2);
    const asked: readonly [string, CheckId, string, string, readonly [string, boolean | null]][] = [
      [
        "Hex without a finding",
        "hex-audit",
        "phoenix-1.8/pass/hex-audit",
        "phoenix-1.8/pass/hex-audit",
        ["pass", true],
      ],
      ["Hex with a retired package and an advisory", "hex-audit", found, found, ["fail", false]],
      [
        "Hex with findings that the project ignores",
        "hex-audit",
        "phoenix-1.8/fail/hex-audit-ignored",
        "phoenix-1.8/fail/hex-audit-ignored",
        ["pass", true],
      ],
      ["Hex without its registry, which it takes for a pass", "hex-audit", offline, offline, ["inconclusive", null]],
      ["mix_audit without a vulnerability", "deps-audit", clean, clean, ["pass", true]],
      ["mix_audit with a vulnerability", "deps-audit", ...vulnerable, ["fail", false]],
    ];
    for (const [title, id, judgedBy, byHand, verdicts] of asked)
      sometimes(title, async () => {
        expect(await both(id, judgedBy, byHand, audits)).toEqual(verdicts);
      });

    sometimes("mix_audit without advisories, which it takes for a pass", async () => {
      const env = { HOME: join(folder, "nobody") };
      expect(await both("deps-audit", clean, clean, env)).toEqual(["inconclusive", null]);
    });

    sometimes("mix_audit with a vulnerability that the project lets Hex ignore", async () => {
      const env = { ...audits, IGNORES: "GHSA-5v4m-c73v-c7gq" };
      expect(await both("deps-audit", clean, clean, env)).toEqual(["pass", true]);
      const { judged } = await run({ "deps-audit": clean }, env);
      expect(byHandOf("deps-audit", { project: shop, judgement: judged.get("deps-audit")?.judgement ?? null })).toBe(
        "mix deps.audit --ignore-advisory-ids GHSA-5v4m-c73v-c7gq",
      );
    });

    sometimes.add();
  });

  test("sobelow is named for each app of an umbrella, and a tool that is not in the `dev` build for the tests'", () => {
    expect(byHandOf("sobelow", { project: { ...shop, umbrella: true } })).toBe(
      "mix cmd mix sobelow --private --skip --exit low",
    );
    expect(byHandOf("credo", { project: { ...shop, deps: { credo: ["test"] } } })).toBe(
      "MIX_ENV=test mix credo --strict",
    );
  });
});
