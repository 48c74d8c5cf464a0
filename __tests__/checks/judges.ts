// Each judge over a recorded run: the artefact that our Elixir leaves, made from what the tool had printed.
import { judgeCompile } from "../../src/checks/compile.ts";
import { judgeCredo } from "../../src/checks/credo.ts";
import { judgeDepsAudit } from "../../src/checks/deps-audit.ts";
import { judgeDialyzer } from "../../src/checks/dialyzer.ts";
import { judgeFormat } from "../../src/checks/format.ts";
import { judgeHexAudit } from "../../src/checks/hex-audit.ts";
import { judgeSobelow } from "../../src/checks/sobelow.ts";
import { judgeTests } from "../../src/checks/test.ts";
import { judgeUnusedDeps } from "../../src/checks/unused-deps.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { diagnosticsIn } from "../../src/mix-output/compile.ts";
import { failuresIn, summariesIn } from "../../src/mix-output/tests.ts";
import { plain } from "../../src/mix-output/unfinished.ts";
import { type Kind, path, type Recorded } from "./recorded.ts";

/** What credo worked with. */
export const inventory = { files: 39, checks: 69 };

export type Judged = Exclude<Kind, "coverage" | "ecto" | "release">;

export const judges: Readonly<Record<Judged, (ran: Recorded) => Judgement>> = {
  compile: ({ code, stdout, stderr }) => {
    const diagnostics = [...diagnosticsIn(plain(stderr)), ...diagnosticsIn(plain(stdout))];
    const broken = code !== 0 && diagnostics.some((one) => one.severity === "error");
    return judgeCompile([{ env: "test", value: { status: broken ? "error" : "ok", diagnostics } }], path);
  },
  format: ({ code, stderr }) =>
    judgeFormat(
      {
        status: code === 0 ? "ok" : "failed",
        message: code === 0 ? "" : stderr,
        read: ["mix.exs"],
        excluded: [],
        apps: [],
      },
      path,
    ),
  test: ({ stdout }) => {
    const failures = failuresIn(plain(stdout));
    const counts = summariesIn(plain(stdout)).flatMap(({ total, failed, skipped, excluded }) => [
      ...Array.from({ length: total - failed }, () => "passed" as const),
      ...Array.from({ length: skipped }, () => "skipped" as const),
      ...Array.from({ length: excluded }, () => "excluded" as const),
    ]);
    const named = failures.map((one) => ({
      module: "M",
      name: "t",
      file: one.file,
      line: one.line,
      us: 1,
      state: "failed" as const,
      message: one.message,
    }));
    const rest = counts.map((state) => ({ module: "M", name: "t", us: 1, state, message: "" }));
    return judgeTests({ status: "ran", unmatched: [], failed: false }, [{ tests: [...named, ...rest] }], path);
  },
  credo: (ran) => judgeCredo({ ...ran, read: inventory }, path),
  sobelow: (ran) =>
    judgeSobelow(
      [
        {
          ...ran,
          folder: path("."),
          files: 9,
          unread: [],
          report: ran.stdout.includes('"findings"') ? ran.stdout : null,
        },
      ],
      "low",
      path,
    ),
  dialyzer: (ran) =>
    judgeDialyzer({ ...ran, status: "ran", plt: { file: "plt/deps.plt", state: "warm", took: 400 } }, path),
  "hex-audit": (ran) => judgeHexAudit({ ...ran, hex: "2.5.1", packages: 32 }, path),
  "deps-audit": (ran) =>
    judgeDepsAudit(
      {
        ...ran,
        packages: 3,
        ignored: [],
        database: { advisories: /fatal: unable/.test(ran.stderr) ? 0 : 7, fetched: true },
      },
      path,
    ),
  "unused-deps": (ran) => {
    const fine = { code: 0, stdout: "", stderr: "" };
    const loaded = ran.code === 0 ? fine : ran;
    return judgeUnusedDeps(
      {
        status: "ran",
        packages: 32,
        absent: [],
        unused: fine,
        loaded,
        locked: ran.code === 0 ? { ...ran, same: true } : { status: "absent" },
      },
      path,
    );
  },
};
