// What only one router has: nginx's files, Caddy's ETags, and what a user's own programs print.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { caddy } from "../../src/routers/caddy.ts";
import { command } from "../../src/routers/command.ts";
import { nginx } from "../../src/routers/nginx.ts";
import type { Router } from "../../src/routers/router.ts";
import { fleetOf, passed, routerText, type Sandbox, sandbox } from "../host/sandbox.ts";
import type { RunningRouter } from "./bench.ts";
import { caddyBench } from "./caddy-bench.ts";
import { nginxBench } from "./nginx-bench.ts";

let host: Sandbox;
let running: RunningRouter | null = null;
beforeEach(() => {
  host = sandbox();
});
afterEach(async () => {
  await running?.stop();
  running = null;
  host.close();
});

const shift = (router: Router, weights: Readonly<Record<string, number>> = { green: 100, blue: 0 }) =>
  host.target({ router }).perform({ type: "shift", weights, says: "A step", limitMs: 30_000 });

describe("nginx", () => {
  test("has its file back where it does not accept a change, and says which line is wrong", async () => {
    running = await nginxBench.start(host);
    const router = nginx.settings.parse(running.settings);
    await passed(host.target({ router }), { type: "acquire-lock" });
    const [file, config] = [join(host.folder, "upstream.conf"), join(host.folder, "nginx.conf")];
    const [before, good] = [readFileSync(file, "utf8"), readFileSync(config, "utf8")];
    writeFileSync(config, `${good}nonsense;\n`);
    const judgement = await shift(router);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(judgement.says).toContain('unknown directive "nonsense" in');
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(existsSync(`${file}.before`)).toBe(false);
    // The same is said before anything is changed at all.
    const refused = await host
      .target({ router })
      .perform({ type: "acquire-lock", host: "web1", says: "", limitMs: 30_000 });
    expect(refused.says).toContain("its configuration is not accepted before any change");
    writeFileSync(config, good);
    expect(await shift(router)).toMatchObject({ verdict: "pass" });
    const text = readFileSync(file, "utf8");
    for (const kept of ["# Whoever wrote this keeps it.", "least_conn;", "max_fails=3", "keepalive 8;"])
      expect(text).toContain(kept);
  });

  test("is reported as it runs where a run ended before it loaded the file, else as unknown", async () => {
    running = await nginxBench.start(host);
    const router = nginx.settings.parse(running.settings);
    await passed(host.target({ router }), { type: "acquire-lock" });
    const file = join(host.folder, "upstream.conf");
    copyFileSync(file, `${file}.before`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    writeFileSync(file, readFileSync(file, "utf8").replace(" down", ""));
    expect(await fleetOf(host.target({ router }))).toMatchObject({ router: { green: { state: "drain" } } });
    const judgement = await shift(router);
    expect(judgement).toMatchObject({ verdict: "pass", warnings: [expect.stringContaining("it was put back first")] });
    writeFileSync(file, readFileSync(file, "utf8").replace(" down", ""));
    const seen = await host.target({ router }).observe();
    expect(seen).toMatchObject({ failed: { reason_code: "router_failed" } });
    expect(JSON.stringify(seen)).toContain("was changed and not loaded since");
  });
});

describe("Caddy", () => {
  /** A shift, while somebody else changes the upstreams just before each of our first changes. */
  async function shiftBeside(times: number) {
    running = await caddyBench.start(host);
    const router = caddy.settings.parse(running.settings);
    await passed(host.target({ router }), { type: "acquire-lock" });
    const beside = `
caddy_patch_of_another() {
  others=$((\${others:-0} + 1))
  [ "$others" -gt ${times} ] || caddy_ask PATCH "$caddy_at/upstreams" \\
    "[{\\"dial\\":\\"127.0.0.1:${host.ports.blue}\\",\\"max_requests\\":$((100 + others))}]" >/dev/null
}
caddy_get() {
  [ "$1" != PATCH ] || caddy_patch_of_another
  answer=$(caddy_ask "$@" 2>&1)
  status=$(printf '%s\\n' "$answer" | sed -n 1p)
  etag=$(printf '%s\\n' "$answer" | sed -n 2p)
  body=$(printf '%s\\n' "$answer" | sed -n 3p)
}`;
    const values = { PD_WEIGHTS: "green=50", PD_ROUTER: await routerText(router) };
    const { report } = await host.run("shift", values, beside);
    return { report, router };
  }

  test("is asked again where somebody changed it meanwhile, and what they changed stays", async () => {
    const { report, router } = await shiftBeside(2);
    expect(report).toMatchObject({ exit: 0, failure: null });
    const { router: servers } = await fleetOf(host.target({ router }));
    expect(servers).toMatchObject({ blue: { weight: 100 }, green: { weight: 50 } });
    expect(readFileSync(join(host.folder, "caddy.json"), "utf8")).toContain('"max_requests":102');
  });

  test("is left alone where somebody changes it all the time", async () => {
    const { report } = await shiftBeside(100);
    expect(report.failure).toMatchObject({
      reason_code: "router_failed",
      says: expect.stringContaining("was changed by somebody else five times"),
    });
  });
});

describe("a router of the user's own programs", () => {
  const programs = (read: string, set = "exit 0") =>
    command.settings.parse({ type: "command", read: ["sh", "-c", read], set: ["sh", "-c", set] });
  const printing = (text: string) => programs(`echo '${text}'`);

  test("that does nothing and exits with 0 fails when it is read back", async () => {
    const seen = {
      blue: { state: "ready", weight: 100, sessions: 0 },
      green: { state: "drain", weight: 0, sessions: 0 },
    };
    const router = printing(JSON.stringify({ servers: seen }));
    await passed(host.target({ router }), { type: "acquire-lock" });
    const judgement = await shift(router);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(judgement.says).toContain(
      "did not apply the change: green is drain, ordered ready; blue is ready, ordered drain",
    );
  });

  test.each([
    ["", "printed nothing, which is not JSON"],
    ["web1 ok", 'printed "web1 ok", which is not JSON'],
    ['{"servers": {}}', "must have at least one server"],
    ['{"servers": {"blue": {"state": "up", "weight": 100, "sessions": 0}}}', "servers.blue.state: "],
    ['{"servers": {"blue": {"state": "ready", "weight": 200, "sessions": 0}}}', "servers.blue.weight: "],
    ['{"servers": {"blue": {"state": "ready", "weight": 1}}}', "servers.blue.sessions: "],
    ['{"servers": {"blue": {"state": "ready", "weight": 1, "sessions": 0, "w": 1}}}', "w"],
  ])("that prints %j is refused with what it printed", async (text, says) => {
    const router = text === "" ? programs("exit 0") : printing(text);
    const seen = await host.target({ router }).observe();
    expect(seen).toMatchObject({ failed: { reason_code: "router_failed", remedy: router.remedy } });
    expect("failed" in seen && seen.failed.says).toContain(says);
  });

  test("that fails is named with its code and last line", async () => {
    const router = programs("echo no token >&2; exit 4");
    const seen = await host.target({ router }).observe();
    expect("failed" in seen && seen.failed.says).toContain("failed with code 4: no token");
  });
});
