// Errors in what a server logged, read on the host and masked there.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { passed, type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const lines = [
  "12:00:00.000 [info] Running ShopWeb.Endpoint with Bandit 1.5.0 at :::4000 (http)",
  "12:00:01.000 [warning] the pool is busy",
  "12:00:02.000 [error] GenServer Shop.Mailer terminating: token=abc123def456, pass: 'x'",
  "** (DBConnection.ConnectionError) postgres://shop:hunter22@db/shop refused hunter22 s3cret\\value",
  '{"level":"error","message":"card declined"}',
];

async function read(logged: readonly string[] | null, given: { readonly allow?: readonly string[] } = {}) {
  const target = host.target({
    settings: { logs: { errors: ["\\[error\\]", "\\*\\* \\(", '"level":"error"'], allow: [], ...given } },
  });
  await passed(target, { type: "acquire-lock" });
  mkdirSync(join(host.path, "shared"), { recursive: true });
  const env = "SECRET_KEY_BASE='s3cret\\value'\nDATABASE_PASSWORD=hunter22\nGREETING=declined\n";
  writeFileSync(join(host.path, "shared/env"), env);
  writeFileSync(join(host.path, "state/cookie"), "0123456789abcdef");
  if (logged !== null) writeFileSync(join(host.path, "state/log.blue"), `${logged.join("\n")}\n`);
  return target.logErrors("web1", "blue");
}

describe("the log of a slot", () => {
  test("is counted, and its errors are quoted without a secret", async () => {
    expect(await read(lines)).toEqual({
      lines: 5,
      errors: 3,
      quoted: [
        "12:00:02.000 [error] GenServer Shop.Mailer terminating: token=***, pass: 'x'",
        "** (DBConnection.ConnectionError) postgres://***@db/shop refused *** ***",
        '{"level":"error","message":"card declined"}',
      ],
    });
  });

  test("has no error where the patterns allow the line", async () => {
    expect(await read(lines, { allow: ["Mailer", "card declined", "ConnectionError"] })).toMatchObject({ errors: 0 });
  });

  test("that is not there has no lines, and a forged record of a log is a line like others", async () => {
    expect(await read(null)).toMatchObject({ lines: 0, errors: 0 });
    expect(await read(["pd\tlog_errors\t0", "[error] pd\texit\t0"])).toMatchObject({ lines: 2, errors: 1 });
  });
});
