// Which variables a release's configuration needs, found out by the real release of a project as `mix new` writes it.
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { someTests } from "../support/some-tests.ts";
import { build, removeProjects } from "./releases.ts";

jest.setTimeout(180_000);
afterAll(removeProjects);

const runtime = (text: string) => ({
  "config/runtime.exs": `import Config\n\nif config_env() == :prod do\n${text}\nend\n`,
});
/** The forms that were found, by variable. */
const forms = (facts: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries((facts["needs"] as { name: string; form: string }[]).map(({ name, form }) => [name, form]));

describe("the configuration of a release", () => {
  const sometimes = someTests("configurations of a release", 2);

  test(
    "that needs no more than an ordinary Phoenix application " + "does is loaded once, with one start of a VM",
    async () => {
      const text = `
  database_url = System.get_env("DATABASE_URL") || raise "environment variable DATABASE_URL is missing."
  secret_key_base = System.get_env("SECRET_KEY_BASE") || raise "environment variable SECRET_KEY_BASE is missing."
  config :shop, url: database_url, secret: secret_key_base,
    pool: String.to_integer(System.get_env("POOL_SIZE") || "10"),
    host: System.get_env("PHX_HOST") || "example.com", serves: System.get_env("PHX_SERVER")`;
      const built = await build({ files: runtime(text) });
      expect(built).toMatchObject({ verdict: "pass", facts: { proved: "configuration", needs: [] }, notices: [] });
      expect(built.ran.filter((one) => one.endsWith("bin/shop eval"))).toHaveLength(1);
      // The manifest carries them to the hosts, which are asked for them before a deployment.
      expect(built.release?.environment).toEqual(["DATABASE_URL", "SECRET_KEY_BASE"]);
      expect(
        built.read("shop/.phoenix-deploy/report/env.example"),
      ).toBe(`# Environment variables of shop 0.1.0, for \`shared/env\` on the server: written by phoenix-deploy.

# Its configuration does not load without these.
DATABASE_URL=
SECRET_KEY_BASE=

# Without it a Phoenix release listens on no port.
PHX_SERVER=true

# It reads these too; they may be left out, or depend on others.
# PHX_HOST=
# POOL_SIZE=
`);
    },
  );

  sometimes(
    "that stops for missing variables loads with a dummy of " + "the right form for each, and the server's are listed",
    async () => {
      const text = `
  config :shop, plain: System.fetch_env!("SHOP_API_KEY"), pool: String.to_integer(System.fetch_env!("SHOP_WEIGHT"))
  <<_::binary-size(32)>> = Base.decode64!(System.fetch_env!("CLOAK_KEY"))
  if byte_size(System.get_env("SESSION_KEY") || raise("SESSION_KEY is missing")) != 32,
    do: raise "SESSION_KEY must be exactly 32 bytes"
  %URI{host: host} = URI.parse(System.fetch_env!("MIRROR"))
  if host == nil, do: raise "MIRROR has no host"
  config :shop, level: String.to_existing_atom(System.fetch_env!("LOUDNESS"))
  mode = case System.fetch_env!("RUN_AS") do
    "web" -> :web
    "worker" -> :worker
  end
  {:ok, ip} = System.fetch_env!("BIND") |> String.to_charlist() |> :inet.parse_address()
  [server, port] = String.split(System.fetch_env!("PEER"), ":")
  true = System.fetch_env!("STRICT") in ~w(true false)
  ca = File.read!(System.fetch_env!("CA_BUNDLE"))
  day = Date.from_iso8601!(System.fetch_env!("SINCE"))
  "sk_" <> _ = key = System.fetch_env!("STRIPE")
  config :shop, all: {mode, ip, server, String.to_integer(port), ca, day, key}
  config :shop, rate: String.to_float(System.fetch_env!("SAMPLING")),
    hex: Base.decode16!(System.fetch_env!("PEPPER"), case: :lower)`;
      const built = await build({ files: runtime(text) });
      expect(built).toMatchObject({ verdict: "pass", facts: { proved: "configuration" } });
      expect(forms(built.facts)).toMatchObject({
        ...{
          SHOP_API_KEY: "text",
          SHOP_WEIGHT: "integer",
          CLOAK_KEY: "Base64 of 32 bytes",
          SESSION_KEY: "text of 32 bytes",
          MIRROR: "URL",
        },
        ...{
          RUN_AS: "`web` or `worker`",
          BIND: "IP address",
          PEER: "2 parts with `:` between",
          STRICT: "true or false",
          SINCE: "date",
        },
        ...{ CA_BUNDLE: "path of a file that holds text", STRIPE: "begins with `sk_`", SAMPLING: "float" },
      });
      expect(built.says).toContain("its configuration loads (with 15 dummies)");
      expect(built.notices.join("\n")).toMatch(
        /needs these variables on the server: `SHOP_API_KEY` \(text\), `SHOP_WEIGHT` \(integer\)/,
      );
      expect(built.read("shop/.phoenix-deploy/report/env.example")).toContain(
        "# Base64 of 32 bytes (line 6)\nCLOAK_KEY=\n",
      );
      // The dummies are nowhere in what ships.
      expect(built.packed.filter((path) => /erl_crash|^tmp/.test(path))).toEqual([]);
    },
  );

  sometimes("that wants a value which nobody can guess stays open, and the variable is named", async () => {
    const text = `
  token = System.fetch_env!("LICENSE")
  unless :erlang.phash2(token) == 1, do: raise "this license is not valid"`;
    const built = await build({ files: runtime(text) });
    expect(built).toMatchObject({ verdict: "pass", facts: { proved: "assembled" } });
    expect(built.says).toContain("whether its configuration loads is unknown for want of a value or a file");
    expect(built.notices.join("\n")).toMatch(
      /it needs a real value of `LICENSE` at config\/runtime\.exs:\d \(this license is not valid\)/,
    );
  });

  const secrets = [
    'password = File.read!("/run/secrets/shop_db_password") |> String.trim()',
    'password = with {:ok, text} <- File.read("/run/secrets/shop_db_password"), do: text, else: (_ -> raise "no ' +
      'password")',
  ];
  for (const line of secrets)
    sometimes(`that reads a secret of the host stays open, and the file is named: ${line}`, async () => {
      const built = await build({ files: runtime(`\n  ${line}\n  config :shop, password: password`) });
      expect(built).toMatchObject({ verdict: "pass", facts: { proved: "assembled" } });
      expect(built.notices.join("\n")).toContain(
        "it needs the file `/run/secrets/shop_db_password` at config/runtime.exs:5, which",
      );
    });

  sometimes("loads with the values that the settings give, and the job's own win", async () => {
    const text = `
  unless System.fetch_env!("LICENSE") == "abc-1", do: raise "LICENSE is not valid"
  "from the job" = System.fetch_env!("OTHER")`;
    const built = await build({
      files: runtime(text),
      settings: { env: { LICENSE: "abc-1", OTHER: "from the settings" } },
      env: { OTHER: "from the job" },
    });
    expect(built).toMatchObject({ verdict: "pass", facts: { proved: "configuration", needs: [] }, notices: [] });
  });

  sometimes("that halts the VM for want of a variable loads with a dummy", async () => {
    const text = `
  unless System.get_env("SHOP_LICENSE") do
    IO.puts(:stderr, "SHOP_LICENSE is missing")
    System.halt(1)
  end`;
    const built = await build({ files: runtime(text) });
    expect(built).toMatchObject({
      verdict: "pass",
      facts: { proved: "configuration", needs: [{ name: "SHOP_LICENSE", form: "text" }] },
    });
  });

  sometimes("names the variable that the job gives with a value that does not do", async () => {
    const built = await build({
      files: runtime('\n  config :shop, weight: String.to_integer(System.get_env("SHOP_WEIGHT", "1"))'),
      env: { SHOP_WEIGHT: "heavy" },
    });
    expect(built.notices.join("\n")).toMatch(/it needs a real value of `SHOP_WEIGHT` at config\/runtime\.exs:5/);
  });

  const faults: readonly [string, string, RegExp][] = [
    [
      "raises whatever the environment",
      'System.get_env("PORT")\n  raise "the cart is broken"',
      /at config\/runtime\.exs:5: the cart is broken$/,
    ],
    [
      "calls what there is not",
      'config :shop, a: Shop.Nothing.here(System.get_env("SHOP_A"))',
      /Shop\.Nothing\.here\/1/,
    ],
    ["reads a file that is not there", 'File.read!("/nowhere/at/all")', /config\/runtime\.exs:4: .*\/nowhere\/at\/all/],
    ["does not parse", "config :shop, (", /does not load at config\/runtime\.exs:\d: /],
  ];
  for (const [what, text, says] of faults)
    sometimes(`that ${what} is a failure, with its place`, async () => {
      const built = await build({ files: runtime(`  ${text}`) });
      expect(built).toMatchObject({ verdict: "fail", reason_code: "release_does_not_boot", release: null });
      expect(built.says).toMatch(says);
      expect(built.findings?.[0]).toMatchObject({ severity: "error", file: "config/runtime.exs" });
    });

  sometimes("is not reached before env.sh is through, and what that wants is found out as well", async () => {
    const files = {
      ...runtime('  config :shop, node: System.fetch_env!("NODE_NUMBER") |> String.to_integer()'),
      "rel/env.sh.eex":
        '#!/bin/sh\nexport SHOP_NODE="shop-${POD_IP:?the address of the pod}"\n: "${NODE_NUMBER:?}"\nif [ -z ' +
        '"$SHOP_ZONE" ]; then\n  echo "SHOP_ZONE is not set" >&2\n  exit 1\nfi\n',
    };
    const built = await build({ files });
    expect(built).toMatchObject({ verdict: "pass", facts: { proved: "configuration" } });
    expect(forms(built.facts)).toEqual({ POD_IP: "text", NODE_NUMBER: "integer", SHOP_ZONE: "text" });
  });

  sometimes.add();
});
