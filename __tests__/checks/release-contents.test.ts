// What may lie in a release: real files, found by the real find and grep.
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { judgeContents } from "../../src/checks/release-contents.ts";
import { machine } from "../validation/machine.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-contents-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

const pair = generateKeyPairSync("rsa", { modulusLength: 1_024 });
const privateKey = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const publicKey = pair.publicKey.export({ type: "spki", format: "pem" }).toString();

/** What is said of a release of the apps `shop` and `shop_web` with these files, the worst first. */
async function look(files: Readonly<Record<string, string>>, allow: readonly string[] = []) {
  count += 1;
  const path = join(folder, String(count));
  for (const [name, text] of Object.entries({ "bin/shop": "#!/bin/sh\n", ...files })) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const shell = shellAdapter({
    cwd: path,
    env: process.env,
    cancel: new AbortController().signal,
    show: () => undefined,
  });
  const context = { ...machine([]).context, shell, files: filesAdapter(), limitMs: 60_000 };
  const seen = await judgeContents(context, { path, apps: ["shop", "shop_web"], allow });
  const findings = "judgement" in seen ? (seen.judgement.findings ?? []) : seen.notices;
  const says = (severity: string) => findings.filter((one) => one.severity === severity).map((one) => one.message);
  return {
    verdict: "judgement" in seen ? seen.judgement.verdict : "fit",
    errors: says("error"),
    notices: says("notice"),
  };
}

const fit = { verdict: "fit", errors: [], notices: [] };

describe("a release", () => {
  test("is fit to ship as an ordinary Phoenix application leaves it", async () => {
    const files = {
      "lib/shop-0.1.0/priv/static/.env.example": "KEY=\n",
      "lib/shop-0.1.0/priv/static/js/app.test.js": "1",
      "lib/shop-0.1.0/priv/testdata/a.csv": "a,b\n",
      "lib/shop-0.1.0/priv/keys.md":
        `Paste it between\n-----BEGIN RSA PRIVATE ` + `KEY-----\nand\n-----END RSA PRIVATE KEY-----\n`,
      "lib/shop-0.1.0/priv/cert/public.pem": publicKey,
      "lib/phoenix-1.8.0/priv/templates/phx.gen.context/context_test.exs": "defmodule A do\nend\n",
      "lib/shop-0.1.0/ebin/Elixir.Shop.beam": "FOR1\0-----BEGIN PRIVATE KEY-----\0",
    };
    expect(await look(files)).toEqual(fit);
  });

  test("is fit with tests in `priv/` and the self-signed key of `mix phx.gen.cert`, and both are said", async () => {
    const seen = await look({
      "lib/shop-0.1.0/priv/templates/gen/thing_test.exs": "defmodule A do\nend\n",
      "lib/shop-0.1.0/priv/cert/selfsigned_key.pem": privateKey,
    });
    expect(seen).toMatchObject({ verdict: "fit", errors: [] });
    expect(seen.notices.sort()).toEqual([
      "lib/shop-0.1.0/priv/cert/selfsigned_key.pem is the self-signed key of `mix phx.gen.cert`, for development only",
      "lib/shop-0.1.0/priv/templates/gen/thing_test.exs belongs to tests, and a server does not need it",
    ]);
  });

  const account = JSON.stringify({ type: "service_account", private_key: privateKey });
  test.each([
    ["a private key", "lib/shop-0.1.0/priv/server.pem", privateKey],
    ["a private key within JSON, as Google hands one out", "lib/shop_web-0.1.0/priv/account.json", account],
    [
      "an encrypted private key of the old kind",
      "etc/key.pem",
      "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nabc\n",
    ],
    ["a key of PGP", "etc/key.asc", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBFxxxxxxxxxxxxxxxxxxxx\n"],
    ["a PLT file", "lib/shop-0.1.0/priv/plts/project.plt", "plt"],
    ["the environment of a server", "lib/shop-0.1.0/priv/.env", "KEY=1\n"],
    ["the environment of production", ".env.production", "KEY=1\n"],
    ["secrets of the time before runtime.exs", "lib/shop-0.1.0/priv/prod.secret.exs", "import Config\n"],
    ["a key store", "lib/shop-0.1.0/priv/push.p12", "p12"],
  ])("must not ship with %s", async (_what, file, text) => {
    const { verdict, errors } = await look({ [file]: text });
    expect([verdict, errors]).toEqual(["fail", [expect.stringContaining(`${file} `)]]);
  });

  test("is not held to what its libraries bring: their keys and names are said", async () => {
    const seen = await look({
      "lib/web_push-1.0.0/priv/test_key.pem": privateKey,
      "lib/tool-1.0.0/priv/.env": "A=1\n",
    });
    expect(seen).toMatchObject({ verdict: "fit", errors: [], notices: [expect.any(String), expect.any(String)] });
    // An app whose name begins with another's is not that app.
    expect(await look({ "lib/shop-kit-1.0.0/priv/key.pem": privateKey })).toMatchObject({ verdict: "fit", errors: [] });
  });

  test("may ship what the settings allow, by its path in the app, in the umbrella or in the release", async () => {
    const file = "lib/shop-0.1.0/priv/demo/key.pem";
    for (const allow of ["priv/demo/key.pem", "apps/shop/priv/demo/key.pem", file, "priv/demo/*.pem", "priv/**"])
      expect(await look({ [file]: privateKey }, [allow])).toEqual({
        ...{ verdict: "fit", errors: [] },
        notices: [`${file} holds a private key; the settings allow it`],
      });
    for (const allow of ["priv/key.pem", "priv/*", "demo/key.pem", "apps/shop_web/priv/demo/key.pem"])
      expect((await look({ [file]: privateKey }, [allow])).verdict).toBe("fail");
  });

  test("that the settings allow what is not there is said", async () => {
    const notices = ["`priv/gone.pem` in `checks: {release: {allow}}` matches no file that would be refused"];
    expect(await look({}, ["priv/gone.pem"])).toEqual({ ...fit, notices });
  });
});
