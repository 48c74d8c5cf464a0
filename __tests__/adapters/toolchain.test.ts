import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { bundleDigest, environmentDigest, toolchainAdapter } from "../../src/adapters/toolchain.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pd-toolchain-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text = ""): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  chmodSync(whole, 0o755);
  return whole;
}

/** An installation as Debian and setup-beam lay it out: the programs on the path are links into it. */
function install(): string {
  put("elixir/lib/elixir/ebin/elixir.app", '{application,elixir,\n [{description,"elixir"},\n  {vsn,"1.18.4"}]}.');
  put("otp/releases/27/OTP_VERSION", "27.3.4\n");
  mkdirSync(join(folder, "bin"));
  symlinkSync(put("elixir/bin/elixir"), join(folder, "bin/elixir"));
  symlinkSync(put("otp/bin/erl"), join(folder, "bin/erl"));
  return join(folder, "bin");
}

describe("the toolchain", () => {
  test("is known by what its installation carries, behind links", async () => {
    expect(await toolchainAdapter(`/nowhere:${install()}`).versions()).toEqual({ elixir: "1.18.4", otp: "27.3.4" });
  });

  test("is the machine's own where Debian's Elixir is installed", async () => {
    const versions = await toolchainAdapter(process.env["PATH"] ?? "").versions();
    expect(versions?.elixir).toMatch(/^1\.\d+\.\d+/);
    expect(versions?.otp).toMatch(/^\d+(\.\d+)*$/);
  });

  test("is not guessed behind a version manager's shim", async () => {
    put("shims/elixir");
    put("shims/erl");
    expect(await toolchainAdapter(join(folder, "shims")).versions()).toBeNull();
  });

  test("is not guessed where two OTP releases lie, or a program is missing", async () => {
    const path = install();
    put("otp/releases/28/OTP_VERSION", "28.0\n");
    expect(await toolchainAdapter(path).versions()).toBeNull();
    expect(await toolchainAdapter("/nowhere").versions()).toBeNull();
  });
});

describe("the digest of the environment", () => {
  const base = {
    DATABASE_URL: "ecto://a",
    MIX_ENV: "test",
    GITHUB_RUN_ID: "1",
    RUNNER_TEMP: "/a",
    INPUT_X: "1",
    HOSTNAME: "h",
  };

  test("does not change with what differs from run to run", () => {
    const later = {
      ...base,
      GITHUB_RUN_ID: "2",
      RUNNER_TEMP: "/b",
      INPUT_X: "2",
      HOSTNAME: "i",
      ACTIONS_RUNTIME_TOKEN: "t",
    };
    expect(environmentDigest(later)).toBe(environmentDigest(base));
  });

  test("changes with what a build can read, and does not show it", () => {
    expect(environmentDigest({ ...base, DATABASE_URL: "ecto://b" })).not.toBe(environmentDigest(base));
    expect(environmentDigest({ ...base, PATH: "/opt/node24/bin:/usr/bin" })).not.toBe(
      environmentDigest({ ...base, PATH: "/usr/bin" }),
    );
    expect(environmentDigest({ ...base, FEATURE: "on" })).not.toBe(environmentDigest(base));
    expect(environmentDigest(base)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("does not depend on the order", () => {
    expect(environmentDigest(Object.fromEntries(Object.entries(base).reverse()))).toBe(environmentDigest(base));
  });
});

describe("the digest of the bundle", () => {
  test("changes with any of its JavaScript", () => {
    const entry = put("dist/index.js", "one");
    const before = bundleDigest(entry);
    put("dist/licenses.txt", "words");
    expect(bundleDigest(entry)).toBe(before);
    put("dist/413.index.js", "two");
    expect(bundleDigest(entry)).not.toBe(before);
  });
});
