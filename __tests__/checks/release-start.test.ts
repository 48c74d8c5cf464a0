// `checks: {release: {boot: start}}`: the application itself is started, as a server starts it.
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { someTests } from "../support/some-tests.ts";
import { build, removeProjects } from "./releases.ts";

jest.setTimeout(180_000);
afterAll(removeProjects);

const boot = { settings: { boot: "start" } as const };
const application = (body: string) => ({
  "lib/shop/application.ex": `defmodule Shop.Application do
  use Application

  def start(_type, _args) do
    ${body}
  end
end
`,
});
const cannotStart = {
  flags: ["--sup"],
  files: application(
    'if System.get_env("RELEASE_NAME"), do: raise("no shop today")\n    Supervisor.start_link([], strategy: ' +
      ":one_for_one)",
  ),
};

describe("what a release is called", () => {
  const sometimes = someTests("starts of a release", 1);

  sometimes("is not that it starts, where only its configuration was loaded", async () => {
    const built = await build(cannotStart);
    expect(built).toMatchObject({ verdict: "pass", facts: { proved: "configuration" } });
    expect(built.says).toContain("was assembled, its configuration loads, and it was packed");
    expect(built.says).not.toMatch(/boot|start/);
  });

  test("is that it started and stopped, where `boot: start` has started it on a port of its own", async () => {
    const body = `port = String.to_integer(System.fetch_env!("PORT"))
    {:ok, socket} = :gen_tcp.listen(port, ip: {127, 0, 0, 1})
    {:ok, port} = :inet.port(socket)
    IO.puts("listens on #{port}")
    true = port > 0
    :nonode@nohost = node()
    Supervisor.start_link([], strategy: :one_for_one)`;
    // As `fly launch` writes it.
    const env = { "rel/env.sh.eex": '#!/bin/sh\nexport ERL_AFLAGS="-proto_dist inet6_tcp"\n' };
    const built = await build({ flags: ["--sup"], files: { ...application(body), ...env }, ...boot });
    expect(built).toMatchObject({ verdict: "pass", facts: { proved: "start" } });
    expect(built.says).toContain("was assembled, its application started and stopped, and it was packed");
  });

  sometimes("is a failure in the application's own words, where it does not start", async () => {
    const built = await build({ ...cannotStart, ...boot });
    expect(built).toMatchObject({ verdict: "fail", reason_code: "release_does_not_boot", release: null });
    expect(built.says).toMatch(/^The application does not start: .*no shop today/);
    expect(built.tail).toContain("no shop today");
  });

  sometimes("is a failure where it ends right after it has started", async () => {
    const body = `spawn(fn -> IO.puts(:stderr, "the till is empty") && System.halt(3) end)
    Supervisor.start_link([], strategy: :one_for_one)`;
    const built = await build({ flags: ["--sup"], files: application(body), ...boot });
    expect(built).toMatchObject({ verdict: "fail", reason_code: "release_does_not_boot" });
    expect(built.tail).toContain("the till is empty");
  });

  sometimes("stays open where it cannot be started for want of a value", async () => {
    const runtime =
      'import Config\nunless :erlang.phash2(System.fetch_env!("LICENSE")) == 1, do: raise("LICENSE is not valid")\n';
    const built = await build({ flags: ["--sup"], files: { "config/runtime.exs": runtime }, ...boot });
    expect(built).toMatchObject({ verdict: "error", reason_code: "not_judged", release: null });
    expect(built.remedy).toContain("`LICENSE`");
    expect(built.remedy).toContain("checks: {release: {env: {LICENSE:");
  });

  sometimes.add();
});
