// How a configuration that does not load is explained, by what other versions of Elixir than this machine's leave and
// print.

import { describe, expect, test } from "@jest/globals";
import type { ReleaseArtefact } from "../../src/checks/release-artefact.ts";
import { proveConfiguration } from "../../src/checks/release-configuration.ts";
import { machine, root } from "../validation/machine.ts";

const artefact: ReleaseArtefact = {
  status: "ran",
  chosen: "app",
  ...{ name: "shop", version: "1.0.0", path: `${root}/_build/prod/rel/shop`, releases: [], assets: [] },
  ...{ starts: ["shop"], app: { name: "shop", version: "1.0.0" }, erts: { version: "16.0", included: true } },
};
const failed = (stderr: string) => ({
  ran: { code: 1, stderr: `ERROR! Config provider Config.Reader failed with:\n${stderr}` },
});
const given = { env: {}, dummies: [] };

/** The configuration whose evaluation printed this, and whose search left that. */
async function prove(stderr: string, left: object | null) {
  const files = new Map([[`${root}/config/runtime.exs`, ""]]);
  const { context, asked } = machine(
    [failed(stderr), left === null ? {} : { leaves: { "configuration.json": left } }],
    files,
  );
  const { judgement, findings } = await proveConfiguration(context, artefact, given);
  return { judgement, findings, commands: asked.length };
}

const search = { status: "ran", loads: false, tries: 0, file: "runtime.exs", needs: [], reads: [] };

describe("a configuration that does not load", () => {
  test("is explained by what Elixir logged where its exception says no more, as from 1.15 on", async () => {
    const logged = `    error: module Dotenvy is not loaded and could not be found
    │
  6 │ import Dotenvy
    │ ^^^^^^^^^^^^^^
    │
    └─ releases/1.0.0/runtime.exs:6

** (CompileError) releases/1.0.0/runtime.exs: cannot compile file (errors have been logged)
`;
    const message = "releases/1.0.0/runtime.exs: cannot compile file (errors have been logged)";
    const { judgement } = await prove(logged, { ...search, line: 0, message });
    expect(judgement).toMatchObject({
      ...{ verdict: "fail", reason_code: "release_does_not_boot" },
      says: expect.stringMatching(
        new RegExp(
          /^The release's configuration does not load at config\/runtime\.exs:6: /.source +
            /.*module Dotenvy is not loaded and could not be found/.source,
        ),
      ),
      findings: [{ severity: "error", file: "config/runtime.exs", line: 6 }],
    });
  });

  test("is explained by the release's own words where the search itself left nothing", async () => {
    const { judgement, commands } = await prove("** (RuntimeError) no cart\n", null);
    expect(judgement).toMatchObject({
      verdict: "fail",
      says: "The release's configuration does not load: (RuntimeError) no cart",
      tail: expect.stringContaining("no cart"),
    });
    expect(commands).toBe(2);
  });

  test("for want of a value is no failure, and says which variable and where", async () => {
    const left = { ...search, tries: 100, line: 9, message: "KEY is wrong", suspects: ["SHOP_KEY"], wants_value: true };
    const { judgement, findings } = await prove("** (RuntimeError) KEY is wrong\n", left);
    expect(judgement).toBeNull();
    expect(findings).toMatchObject([{ severity: "notice", file: "config/runtime.exs", line: 9 }]);
    expect(findings[0]?.message).toContain(
      "it needs a real value of `SHOP_KEY` at config/runtime.exs:9 (KEY is wrong)",
    );
  });
});
