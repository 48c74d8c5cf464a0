// Peak memory of validate's own process while a test run prints 50 MB. The limit is 150 MB. Run it with: script/node
// bench/memory.ts
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAction } from "../__tests__/acceptance/runner.ts";
import { root } from "../script/generate.ts";
import { makeApp } from "./app.ts";

const limit = 150;
const megabytes = 50;
const app = makeApp(null, 0);
const loud = `defmodule LoudTest do
  use ExUnit.Case

  test "prints ${megabytes} MB" do
    line = String.duplicate("x", 99) <> "\\n"
    for _ <- 1..${megabytes * 10_000}, do: IO.write(line)
  end
end
`;
writeFileSync(join(app.folder, "test/loud_test.exs"), loud);
execFileSync("mix", ["format"], { cwd: app.folder });
execFileSync("git", ["add", "--all"], { cwd: app.folder });
execFileSync("git", ["commit", "--quiet", "--message", "Loud"], { cwd: app.folder });
const sha = execFileSync("git", ["rev-parse", "HEAD"], { cwd: app.folder, encoding: "utf8" }).trim();
const github = {
  apiUrl: "http://127.0.0.1:9",
  token: "ghs_x",
  runId: "1",
  runAttempt: "1",
  sha,
  jobId: "1",
  repository: "acme/shop",
  actor: "alice",
};
const { exitCode, log, peakBytes } = await runAction({
  action: join(root, "validate"),
  with: {},
  workspace: app.folder,
  github,
});
rmSync(app.folder, { recursive: true, force: true });
if (exitCode !== 0) throw new Error(log.slice(-4_000));
const peak = peakBytes / 1e6;
const verdict = peak <= limit ? "met" : "MISSED";
console.log(
  `a log of ${(log.length / 1e6).toFixed(0)} MB: peak of validate's own process ${peak.toFixed(0)} MB (VmHWM), ` +
    `limit ${limit} MB ${verdict}`,
);
