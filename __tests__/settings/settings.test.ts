import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { contract as promote } from "../../actions/promote/contract.ts";
import { contract as validate } from "../../actions/validate/contract.ts";
import { root } from "../../script/generate.ts";
import coverage from "../../src/checks/coverage.ts";
import { optionsOf } from "../../src/checks/define.ts";
import { loadChecks } from "../../src/checks/registry.ts";
import { releaseRules } from "../../src/checks/release.ts";
import { versionSettings } from "../../src/checks/version.ts";
import type { Contract } from "../../src/contract.ts";
import { readAll } from "../../src/settings/read.ts";
import { settingsJsonSchema } from "../../src/settings/schema.ts";
import { whole } from "../support/extent.ts";
import { settingsFrom } from "../support/settings.ts";
import { unicode } from "../support/unicode.ts";

const read = (file: string | null, env: Record<string, string> = {}, contract = validate) =>
  readAll({
    contract,
    env,
    workspace: "/work",
    readFile: async () => file,
    linkOut: async () => null,
    checks: loadChecks,
  });

/** Every fault as a reader sees it. */
async function faults(file: string | null, env: Record<string, string> = {}, contract = validate): Promise<string[]> {
  const outcome = await read(file, env, contract);
  return outcome.ok ? [] : outcome.faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`);
}

const environment = (more: string) => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/my_app
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
${more}`;

describe("settings", () => {
  test("are refused where the input `config` names no file, or the file has another ending", async () => {
    expect(await faults(null, { INPUT_CONFIG: ".github/deploy.yml" })).toEqual([
      "Input `config`: There is no file `.github/deploy.yml`. Name a file of the repository, or leave " +
        "`config` out for .github/phoenix-deploy.yml.",
    ]);
    const readFile = async (path: string) => (path.endsWith(".yaml") ? "version: 1" : null);
    const outcome = await readAll({
      contract: validate,
      env: {},
      workspace: "/work",
      readFile,
      linkOut: async () => null,
      checks: loadChecks,
    });
    expect(outcome.ok ? [] : outcome.faults.map((one) => one.says)).toEqual([
      "There is .github/phoenix-deploy.yaml, which is not read.",
    ]);
  });

  test("hold their defaults when there is no file", async () => {
    const outcome = await read(null);
    expect(outcome).toMatchObject({
      ok: true,
      settings: {
        failFast: false,
        criteria: { errorRate: 0.05, watchMs: 600_000, latencyIncrease: 0.5, latencyMaxMs: null, inconclusive: "hold" },
        checks: {},
        environments: {},
      },
    });
  });

  test("say where a version comes from, and which tags count", async () => {
    const version = async (given: string) => {
      const read_ = await read(`version: 1\nchecks: {version: ${given}}\n`);
      return read_.ok ? versionSettings({ settings: read_.settings, inputs: {} }) : null;
    };
    expect(await version("{level: must}")).toEqual({ patterns: [], line: "newest", from: "mix" });
    expect(await version('{tags: "v*", line: maintenance, from: tag}')).toEqual({
      patterns: ["v*"],
      line: "maintenance",
      from: "tag",
    });
    expect(await version('{tags: ["shop-v*", "v[0-9]*"]}')).toMatchObject({ patterns: ["shop-v*", "v[0-9]*"] });
    for (const wrong of [
      "{line: old}",
      "{from: git}",
      '{tags: ""}',
      "{tags: []}",
      '{tags: "a b"}',
      '{tags: "*a*b*c*d"}',
      "{tag: v}",
    ])
      expect((await faults(`version: 1\nchecks: {version: ${wrong}}\n`))[0]).toMatch(
        /^\.github\/phoenix-deploy\.yml:2:\d+ `checks\.version/,
      );
  });

  test.each([
    [".phoenix-deploy-cache", "/work/.phoenix-deploy-cache"],
    ["tmp/.phoenix-deploy-cache/", "/work/tmp/.phoenix-deploy-cache"],
    [".", "/work/.phoenix-deploy-cache"],
    ["..", "/.phoenix-deploy-cache"],
    ["/", "/.phoenix-deploy-cache"],
    ["lib", "/work/lib/.phoenix-deploy-cache"],
    ["deps", "/work/deps/.phoenix-deploy-cache"],
    ["/var/cache/ci", "/var/cache/ci/.phoenix-deploy-cache"],
  ])("keep between runs nothing but a folder of our own: `cache-path: %s`", async (path, folder) => {
    expect(await read(null, { "INPUT_CACHE-PATH": path })).toMatchObject({ ok: true, settings: { cachePath: folder } });
  });

  test.each([".git", ".git/cache", ".phoenix-deploy", "./.phoenix-deploy/release", "a/../.git", "/work/.git"])(
    "refuse to keep anything in the folders of git and of evidence: `cache-path: %s`",
    async (path) => {
      expect(await faults(null, { "INPUT_CACHE-PATH": path })).toEqual([
        expect.stringContaining(`Input \`cache-path\`: It is \`${path}\``),
      ]);
    },
  );

  test("refuse own folders that a link leads out of the repository, in every action that writes there", async () => {
    const linked = async (contract: Contract, link: string, env: Record<string, string> = {}) => {
      const linkOut = async (folder: string) =>
        `${link}/`.startsWith(`${folder}/`) ? { path: link, to: "/home/runner" } : null;
      const given = await readAll({
        contract,
        env,
        workspace: "/work",
        readFile: async () => null,
        linkOut,
        checks: loadChecks,
      });
      return given.ok ? [] : given.faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`);
    };
    expect(await linked(validate, "/work/.phoenix-deploy-cache/results")).toEqual([
      "Input `cache-path`: `.phoenix-deploy-cache/results` is a symbolic link out of the repository, to " +
        "/home/runner. Remove the link from the repository, or name the folder that it leads to in " +
        "`cache-path`.",
    ]);
    expect(await linked(validate, "/work/tmp/.phoenix-deploy-cache", { "INPUT_CACHE-PATH": "tmp" })).toHaveLength(1);
    expect(await linked(validate, "/var/cache/.phoenix-deploy-cache", { "INPUT_CACHE-PATH": "/var/cache" })).toEqual(
      [],
    );
    for (const contract of [validate, promote])
      expect(await linked(contract, "/work/.phoenix-deploy")).toEqual([
        "Checkout: `.phoenix-deploy` is a symbolic link out of the repository, to /home/runner. Remove " +
          "the link from the repository.",
      ]);
    expect(await linked(promote, "/work/.phoenix-deploy-cache")).toEqual([]);
  });

  test("name an approval that holds for every action, unless they leave it out for what is no production", async () => {
    const at = (name: string, more = "") => environment(more).replace("production:", `${name}:`);
    const rule = async (file: string) => {
      const outcome = await read(file);
      return outcome.ok ? Object.values(outcome.settings.environments)[0]?.approval : null;
    };
    for (const name of [
      "production",
      "prod",
      "live",
      "eu-production",
      "prod.eu",
      "PROD_1",
      "Production",
      "prod1",
      "production2",
      "prd-eu",
      "live-eu",
      "Production EU",
      "prod/eu",
    ])
      expect(await rule(at(name))).toEqual({ by: "environment", selfApproval: "refuse", promoteOnly: false });
    for (const name of ["staging", "qa", "preview", "delivery", "product", "reproduction", "liveview"])
      expect(await rule(at(name))).toEqual({ by: "environment", selfApproval: "refuse", promoteOnly: true });
    expect(await rule(at("qa", "    approval: {}\n"))).toEqual({
      by: "environment",
      selfApproval: "refuse",
      promoteOnly: false,
    });
    expect(await rule(at("production", "    approval: {by: none}\n"))).toMatchObject({
      by: "none",
      promoteOnly: false,
    });
  });

  test.each(["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf"])(
    "refuse the name `%s`, which every object has",
    async (name) => {
      expect(await faults(environment("").replace("production:", `${name}:`))).not.toEqual([]);
      expect(await faults(environment("").replace("blue:", `${name}:`))).not.toEqual([]);
    },
  );

  test("read the unit of systemd, and refuse what nothing would carry out", async () => {
    const systemdOf = async (given: string) => {
      const outcome = await read(environment(`    systemd: ${given}`));
      return outcome.ok ? outcome.settings.environments["production"]?.systemd : outcome.faults.map(({ says }) => says);
    };
    expect(
      await systemdOf("{manage: true, name: shop, memory-max: 512M, tasks-max: 100, limit-nofile: 65536}"),
    ).toEqual({ manage: true, name: "shop", memoryMax: "512M", tasksMax: "100", limitNofile: "65536" });
    expect(await systemdOf("{memory-max: 1G}")).toEqual([
      expect.stringContaining("limits are written by `manage: true` alone"),
    ]);
    expect(await systemdOf("{manage: true, memory-max: 1.5T}")).toEqual([expect.stringContaining("amount of memory")]);
    expect(await systemdOf("{manage: true, name: '../ssh'}")).toHaveLength(1);
  });

  test("take patterns of logs that every host's awk reads alike, and refuse what would match nothing", async () => {
    const patternFaults = (pattern: string) => faults(environment(`    logs: {errors: ['${pattern}']}`));
    for (const taken of ["\\[error\\] HTTP 5[0-9][0-9]", "a\\\\d", '\\{1} of "x{y}"'])
      expect(await patternFaults(taken)).toEqual([]);
    expect(await patternFaults("HTTP 5[0-9]{2}")).toEqual([expect.stringContaining("must be without `{2}`")]);
    for (const refused of ["HTTP 5\\d\\d", "\\\\\\d"])
      expect(await patternFaults(refused)).toEqual([expect.stringContaining("must be without `\\d`")]);
  });

  test.each(["prod:eu", "a\\tb", "prod eu ", "-eu", "x".repeat(65)])(
    "say what the name of an environment may hold: `%s`",
    async (name) => {
      const [fault = ""] = await faults(environment("").replace("production:", `"${name}":`));
      expect(fault).toMatch(/` as a name of `environments` must be 1 to 64 letters, .*\. Choose another name\.$/);
    },
  );

  test("never pass over `__proto__`, wherever it stands", async () => {
    for (const file of [
      "smoke: [{get: /, json: {__proto__: 1}}]",
      "smoke: [{get: /, headers: {__proto__: x}}]",
      "environments: {__proto__: {}}",
    ])
      expect((await faults(`version: 1\n${file}`))[0]).toMatch(
        /^\.github\/phoenix-deploy\.yml:2:\d+ `.*__proto__`: `__proto__` cannot be a name/,
      );
  });

  test("the documented example is accepted, and inputs win", async () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, "docs/configuration.md"), "utf8"))?.[1] ?? "";
    const outcome = await read(example, { "INPUT_COVERAGE-MINIMUM": "91.5%" });
    expect(outcome).toMatchObject({
      ok: true,
      settings: {
        checks: { credo: { level: "off" }, coverage: { options: { minimum: 80 } } },
        environments: {
          staging: { strategy: { holdSeconds: 900 }, migrations: { versions: null }, backup: { by: "postgres" } },
          production: { strategy: { type: "restart" } },
        },
      },
    });
    if (outcome.ok) expect(optionsOf(coverage, outcome)).toEqual({ minimum: 91.5 });
  });

  test.each([
    ["{migrate: A.b(), url-from: DIRECT_URL}", "{by: postgres}", "DIRECT_URL"],
    ["{migrate: A.b(), url-from: DIRECT_URL}", "{by: postgres, url-from: DUMP_URL}", "DUMP_URL"],
    ["{migrate: A.b()}", "{by: postgres}", "DATABASE_URL"],
  ])("with migrations %s and the backup %s, that of %s is dumped", async (migrations, backup, urlFrom) => {
    const outcome = await read(`${environment("")}    migrations: ${migrations}\n    backup: ${backup}\n`);
    expect(outcome).toMatchObject({ ok: true, settings: { environments: { production: { backup: { urlFrom } } } } });
  });

  test.each([
    ["the same path", "/opt/my_app"],
    ["a slash at its end", "/opt/my_app/"],
    ["slashes and dots within", "/opt//./my_app"],
  ])("are refused where two environments are one place on one host: %s", async (_, path) => {
    const two = (other: string) =>
      environment("  staging:\n") +
      environment("").split("production:\n")[1]?.replace("path: /opt/my_app", `path: ${other}`);
    expect(await faults(two(path))).toEqual([
      ".github/phoenix-deploy.yml:12:5 `environments.staging.path`: `staging` and `production` are " +
        `the same \`path\` \`${path}\` on host \`web1\` (\`local\`): a deployment to one would replace the ` +
        "other's release, past its approval. Give each environment a path of its own, such as " +
        `\`${path.replace(/\/$/, "")}-staging\`; where they are two machines, name their hosts differently.`,
    ]);
    expect(await faults(two("/opt/my_app-staging"))).toEqual([]);
    // Two machines, each with a runner of its own.
    expect(await faults(two(path).replace("web1", "web2"))).toEqual([]);
  });

  test("name the variable that holds the headers for requests to the public address, and never hold them", async () => {
    const probeOf = async (given: string) => {
      const settings = await read(environment(given));
      return settings.ok ? settings.settings.environments["production"]?.probe : settings.faults.map((one) => one.says);
    };
    expect(await probeOf("")).toEqual({ headersFrom: null });
    expect(await probeOf("    probe: {headers-from: STAGING_HEADERS}")).toEqual({ headersFrom: "STAGING_HEADERS" });
    expect(await faults(environment('    probe: {headers-from: "Authorization: Basic YWxhZGRpbg=="}'))).toEqual([
      ".github/phoenix-deploy.yml:9:13 `environments.production.probe.headers-from`: " +
        "`environments.production.probe.headers-from` is `Authorization: Basic YWxhZGRpbg==`; it must be " +
        "the name of an environment variable, such as `DEPLOY_WEBHOOK`. Change the value.",
    ]);
    expect(await faults(environment("    probe: {headers: {authorization: secret}}"))).toEqual([
      expect.stringContaining("`headers` is not a setting"),
    ]);
  });

  test("ask for signals with defaults, and refuse what a signal cannot be asked, all at once", async () => {
    const settings = await settingsFrom(
      environment('    signals: {prometheus: {url: "http://prometheus:9090/"}, scrape: {}}'),
    );
    expect(settings.environments["production"]?.signals).toMatchObject({
      prometheus: { url: "http://prometheus:9090", every: 5_000, patience: 90_000, instance: "{host}:{port}" },
      scrape: { path: "/metrics", metrics: "prom-ex", every: 5_000, patience: 30_000 },
    });
    const wrong =
      "    signals: {prometheus: {url: prometheus, queries: {requests: up}}, " +
      "scrape: {metrics: {unit: s}}, graphite: {}}";
    expect(await faults(environment(wrong))).toEqual([
      expect.stringContaining("`prometheus`; it must be an http or https address"),
      expect.stringContaining("`environments.production.signals.prometheus.queries.errors` is missing."),
      expect.stringContaining("must name `requests`, a counter by status, or `durations`, a histogram, or both"),
      expect.stringContaining("`graphite` is not a setting of `environments.production.signals`"),
    ]);
    expect(
      await faults(
        environment(
          "    signals: {prometheus: {url: 'http://p:1', metrics: prom-ex, queries: {requests: up, errors: up}}}",
        ),
      ),
    ).toEqual([expect.stringContaining("has both `metrics` and `queries`")]);
  });

  test("ask for issues by labels, of which there has to be one", async () => {
    expect(await faults(environment("    signals: {issues: {security: [CVE]}}"))).toEqual([]);
    expect((await faults(environment("    signals: {issues: {}}"))).join()).toContain("must name a label for `p1-bug`");
    expect((await faults(environment("    signals: {issues: {p1-bug: ['a,b'], p2: [x]}}"))).join()).toContain(
      "must be a label of GitHub",
    );
  });

  test("ask for jobs, memory and errors in logs, which have to be read for that", async () => {
    const asking = "    signals: {jobs: {oldest: 2m}, memory: {}, log-rate: {per-minute: 0}}\n";
    expect(await faults(environment(asking))).toEqual([]);
    expect(await faults(environment(`${asking}    logs: off`))).toEqual([
      expect.stringContaining("It counts errors by the patterns of `logs`, which is `off`. Remove it, or remove `logs"),
    ]);
    expect(await faults(environment("    signals: {jobs: {every: 10ms}, memory: {every: 1h}}"))).toHaveLength(2);
  });

  test("ask for the router's statistics only of a router that counts requests by server", async () => {
    const asking = environment("    signals: {router-statistics: {}}");
    expect(await faults(asking)).toEqual([]);
    const nginx = asking.replace(/router: .*/, "router: {type: nginx, upstream: app, file: /etc/nginx/app.conf}");
    expect((await faults(nginx)).join()).toContain(
      "`environments.production.signals.router-statistics`: nginx counts requests by server only with a " +
        "subscription. Remove it, and ask for `scrape` or `prometheus`; HAProxy counts them.",
    );
  });

  test("ask for readiness and version only where an environment names them", async () => {
    const healthOf = async (given: string) => {
      const settings = await read(environment(given));
      return settings.ok ? settings.settings.environments["production"]?.health : settings.faults;
    };
    expect(await healthOf("")).toMatchObject({ path: "/health", ready: null, version: null });
    expect(await healthOf("    health: {path: /_health, ready: /ready, version: /version}")).toMatchObject({
      ...{ path: "/_health", ready: "/ready", version: "/version" },
    });
    expect(await healthOf("    health: {ready: off, version: off}")).toMatchObject({ ready: null, version: null });
    expect(await healthOf("    health: {version: false}")).toMatchObject({ version: null });
  });

  test("say how much worse latency may become, and what it may not exceed", async () => {
    const given = (latency: string) => read(`version: 1\ncriteria: {latency: ${latency}}\n`);
    expect(await given("{increase: 150%, max: 800ms}")).toMatchObject({
      settings: { criteria: { latencyIncrease: 1.5, latencyMaxMs: 800 } },
    });
    expect(await given("off")).toMatchObject({ settings: { criteria: { latencyIncrease: null, latencyMaxMs: null } } });
    expect(await faults("version: 1\ncriteria: {latency: {increase: 5%}}\n")).toEqual([
      expect.stringContaining("must be at least 10 %"),
    ]);
  });

  test("five faults are reported at once, each with its line and remedy", async () => {
    const file = `version: 2
chekcs: {}
checks: {coverage: {minimum: 180}}
criteria: {watch: 10}
smoke: [{get: nowhere}]
`;
    const outcome = await faults(file);
    expect(outcome).toHaveLength(5);
    expect(outcome.join("\n")).toContain("phoenix-deploy.yml:1:1 `version`");
    expect(outcome.join("\n")).toContain("phoenix-deploy.yml:2:1 `chekcs`");
    expect(outcome.join("\n")).toContain("must be at most 100 %");
    expect(outcome.join("\n")).toContain("must be a duration with a unit");
    expect(outcome.join("\n")).toContain("must be a path that begins with `/`");
  });

  test.each([
    [
      "a strategy that is misspelt",
      environment("    strategy: {type: bluegreen}"),
      "`environments.production.strategy.type` is `bluegreen`. Did you mean `blue-green`?",
    ],
    [
      "a strategy of a later version",
      environment("    strategy: {type: fly}"),
      "is `fly`, which is not available yet. Use `blue-green` or `canary` or `rolling` or `restart`",
    ],
    [
      "blue-green without a router",
      environment("").replace(/ {4}router.*\n/, ""),
      "Strategy `blue-green` needs a router.",
    ],
    [
      "a router that is not there",
      environment("").replace("type: haproxy", "type: traefik"),
      "`environments.production.router.type` is `traefik`, which is not accepted. " +
        "It must be `none`, `haproxy`, `nginx`, `caddy` or `command`.",
    ],
    [
      "a router that is misspelt",
      environment("").replace("type: haproxy", "type: ha-proxy"),
      "`environments.production.router.type` is `ha-proxy`, which is not accepted. Did you mean `haproxy`?",
    ],
    [
      "nginx for the whole fleet without the servers' addresses",
      environment("").replace(
        /router: .*/,
        "router: {type: nginx, upstream: app, file: /etc/nginx/app.conf, on: web1}",
      ),
      "`environments.production.router.on` is `web1`; " +
        "it needs `servers` beside it, a map of each server to its `address:port`.",
    ],
    [
      "a router without its socket",
      environment("").replace("socket: /run/haproxy.sock, ", ""),
      "`environments.production.router.socket` is missing.",
    ],
    [
      "a router that is a word",
      environment("").replace(/router: .*/, "router: haproxy"),
      "`environments.production.router` is `haproxy`; " +
        "it must be a map with a `type`, `none`, `haproxy`, `nginx`, `caddy` or `command`.",
    ],
    [
      "a router on a host that is not there",
      environment("").replace("backend: app}", "backend: app, on: lb1}"),
      "There is no host `lb1`, on which the router is changed. Name one of `hosts`: `web1`.",
    ],
    [
      "two hosts of one name",
      environment("").replace("address: local}", "address: local}, {name: web1, address: local}"),
      "Two hosts have the name `web1`. Give each host a name of its own.",
    ],
    [
      "no host that runs the application",
      environment("").replace("address: local}", "address: local, role: router}").replace("app}", "app, on: web1}"),
      "Every host has the role `router`, so none runs the application.",
    ],
    [
      "a host for a router that is elsewhere",
      environment("").replace("address: local}", "address: local}, {name: lb1, address: local, role: router}"),
      "Host `lb1` has the role `router`, and `router.on` does not name it.",
    ],
    [
      "restart with two slots",
      environment("    strategy: {type: restart}"),
      "Strategy `restart` needs exactly one slot; this environment has 2.",
    ],
    ["two slots on one port", environment("").replace("4001", "4000"), "Two slots have the same port 4000."],
    ["an address with credentials", environment("").replace("https://", "https://u:p@"), "must be http or https"],
    ["a path with a way out", environment("").replace("/opt/my_app", "/opt/../etc"), "must not contain `..`"],
    ["a path with a shell in it", environment("").replace("/opt/my_app", '"/opt/$(id)"'), "must be an absolute path"],
    ["a name with a newline", environment("").replace("web1", '"web\\n1"'), "must be 1 to 64 letters"],
    ["a key twice", "version: 1\napp: a\napp: b\n", "Map keys must be unique"],
    [
      "a backup of no kind",
      environment("    backup: {by: luck}"),
      "`environments.production.backup.by` is `luck`, which is not accepted. " +
        "It must be `command`, `postgres` or `provider`.",
    ],
    [
      "a backup that nothing verifies",
      environment("    backup: {by: command}"),
      "`environments.production.backup.verify` is missing.",
    ],
    [
      "a backup by an empty command",
      environment("    backup: {by: command, verify: []}"),
      "environments.production.backup.verify",
    ],
    [
      "a provider's backup on a day that does not exist",
      environment("    backup: {by: provider, says: hourly, verified: 2026-02-31}"),
      "must be a day that exists, such as `2026-11-01`",
    ],
    [
      "a provider's backup that says nothing",
      environment('    backup: {by: provider, says: " ", verified: 2026-11-01}'),
      "must say how",
    ],
    [
      "a backup with a word too many",
      environment("    backup: {by: command, verify: M.x(), when: now}"),
      "`when` is not a setting",
    ],
    ["a misspelt key of the file", "version: 1\ncheks: {}", "`cheks` is not a setting. Did you mean `checks`?"],
    ["a misspelt key of an environment", environment("    lock_wait: 4s"), "Did you mean `lock-wait`?"],
    ["a misspelt key in a list", "version: 1\nsmoke: [{gte: /}]", "Did you mean `get`?"],
    [
      "a misspelt key of one kind of several",
      environment("    backup: {by: postgres, restor: all}"),
      "Did you mean `restore`?",
    ],
    ["no YAML", "version: [", "The YAML cannot be read"],
    ["a list", "- version", "is not accepted"],
    ["a smoke test with two requests", "version: 1\nsmoke: [{get: /, post: /x}]", "must name exactly one request"],
    [
      "a secret in the file",
      "version: 1\nnotify: [{type: webhook, url-from: 'https://hooks.example.com/x'}]",
      "must be the name of an environment variable",
    ],
    ["an unknown notifier", "version: 1\nnotify: [{type: slak, url-from: HOOK}]", "Did you mean `slack`?"],
    ["a notifier without its address", "version: 1\nnotify: [{type: teams}]", "`notify.0.url-from` is missing"],
    ["a key of another notifier", "version: 1\nnotify: [{type: slack, url-from: HOOK, page: x}]", "`page` is not a"],
    [
      "a notifier that is required without the start",
      "version: 1\nnotify: [{type: slack, url-from: HOOK, required: true, on: [success]}]",
      "needs `start` in `on`",
    ],
    [
      "an event that a marker cannot mark",
      "version: 1\nnotify: [{type: appsignal, key-from: KEY, on: [start]}]",
      "`notify.0.on.0` is `start`",
    ],
    [
      "a notifier of an environment that is nowhere",
      `${environment("")}notify: [{type: slack, url-from: HOOK, environments: [production, prod]}]`,
      "There is no environment `prod`, whose news it would announce.",
    ],
    [
      "a name of no event",
      "version: 1\nnotify: [{type: slack, url-from: HOOK, on: [sucess]}]",
      "Did you mean `success`?",
    ],
  ])("refuses %s", async (_title, file, sentence) => {
    expect((await faults(file)).join("\n")).toContain(sentence);
  });

  test.each([
    ["off", null],
    ["{by: command, verify: M.check()}", { by: "command", make: null, verify: { eval: "M.check()" } }],
    [
      '{by: command, make: [pg_dump, my_app, "--file=a b"], verify: [test, -s, /backups/latest]}',
      {
        by: "command",
        make: { run: ["pg_dump", "my_app", "--file=a b"] },
        verify: { run: ["test", "-s", "/backups/latest"] },
      },
    ],
    ["{by: provider, says: hourly, verified: 2026-11-01}", { by: "provider", says: "hourly", verified: "2026-11-01" }],
  ])("take a backup given as %s", async (given, backup) => {
    expect(await read(environment(`    backup: ${given}`))).toMatchObject({
      ok: true,
      settings: { environments: { production: { backup } } },
    });
  });

  test("a file that cannot be read is a fault, not the defaults", async () => {
    const outcome = await readAll({
      contract: validate,
      env: {},
      workspace: "/work",
      readFile: async () => Promise.reject(new Error("it is not UTF-8 text")),
      linkOut: async () => null,
      checks: loadChecks,
    });
    expect(outcome).toMatchObject({
      ok: false,
      faults: [{ code: "invalid_settings", says: "It cannot be read: it is not UTF-8 text." }],
    });
  });
});

describe("the settings of the release", () => {
  test("name what may ship, what its configuration is given, and whether it is started", async () => {
    const text =
      "version: 1\nchecks: {release: {level: must, boot: start, allow: [priv/demo/*.pem], env: " +
      "{POOL_SIZE: 10, SHOP_KEY: abc, TLS: true}}}";
    const settings = await settingsFrom(text);
    expect(releaseRules({ settings, inputs: {} })).toEqual({
      boot: "start",
      allow: ["priv/demo/*.pem"],
      env: { POOL_SIZE: "10", SHOP_KEY: "abc", TLS: "true" },
    });
    expect(settings.checks["release"]?.level).toBe("must");
    const none = await settingsFrom("version: 1");
    expect(releaseRules({ settings: none, inputs: {} })).toEqual({ boot: "eval", allow: [], env: {} });
  });

  test.each([
    "boot: always",
    "allow: [/etc/key.pem]",
    "allow: [../key.pem]",
    "env: {RELEASE_ROOT: /}",
    "env: {2ND: a}",
    "env: {A: [1]}",
  ])("are refused with `%s`, with the line", async (one) => {
    expect(await faults(`version: 1\nchecks: {release: {${one}}}`)).toEqual([
      expect.stringContaining(".github/phoenix-deploy.yml:2"),
    ]);
  });
});

describe("inputs", () => {
  test("an input that the action does not have is refused with a suggestion", async () => {
    expect(await faults(null, { INPUT_COVERAGE_MINIMUM: "90" })).toEqual([
      "Input `coverage_minimum`: validate has no such input. Did you mean `coverage-minimum`?",
    ]);
    expect(await faults(null, { INPUT_ENVIRONMNT: "x" }, promote as never)).toEqual([
      "Input `environmnt`: promote has no such input. Did you mean `environment`?",
    ]);
  });

  test.each([
    ["COVERAGE-MINIMUM", "0x10"],
    ["COVERAGE-MINIMUM", "101"],
    ["FAIL-FAST", "yes"],
    ["CHECK-TIMEOUT", "1.5"],
    ["WORKING-DIRECTORY", "../elsewhere"],
    ["CONFIG", "/etc/passwd"],
  ])("%s does not take %s", async (name, value) => {
    expect(await faults(null, { [`INPUT_${name}`]: value })).toHaveLength(1);
  });

  test.each(["CONFIG", "WORKING-DIRECTORY", "ENVIRONMENT", "FROM"])(
    "%s that was written without a value does not stand for its default",
    async (name) => {
      const [fault = "", ...more] = await faults(environment(""), { [`INPUT_${name}`]: " " }, promote as never);
      expect(more).toEqual([]);
      expect(fault).toMatch(
        new RegExp(`^Input \`${name.toLowerCase()}\`: It is empty\\. An expression is empty where`),
      );
    },
  );

  test("a dry run whose expression has no value is no real run of a person, and on a push it is none", async () => {
    const given = { "INPUT_DRY-RUN": "", INPUT_EXPLAIN: "" };
    const byHand = { ...given, GITHUB_EVENT_NAME: "workflow_dispatch" };
    expect(await faults(environment(""), byHand, promote as never)).toEqual([
      expect.stringContaining("Input `dry-run`: It is empty, in a run that was started by hand."),
      expect.stringContaining("Input `explain`: It is empty"),
    ]);
    expect(await faults(environment(""), { ...given, GITHUB_EVENT_NAME: "push" }, promote as never)).toEqual([]);
  });

  test("a token whose secret is not set is no token, and not the text of the default", async () => {
    const given = await read(environment(""), { "INPUT_GITHUB-TOKEN": "", "INPUT_JOB-ID": "" }, promote as never);
    expect(given).toMatchObject({ ok: true, inputs: { "github-token": "", "job-id": "" } });
  });

  test("faults of inputs and of the file come together", async () => {
    expect(await faults("version: 3\n", { "INPUT_FAIL-FAST": "perhaps" })).toHaveLength(2);
  });

  test.each([
    ["{zone: Europe/Berln, windows: [{from: 2026-12-20T18:00, why: x}]}", "must be a time zone that exists"],
    ["{windows: [{from: 2026-02-30T18:00, why: x}]}", "`from` is `2026-02-30T18:00`; it must be a day and a time"],
    ["{windows: [{from: tomorrow, why: x}]}", "must be a day and a time, such as"],
    ["{windows: [{from: 2026-12-20T18:00}]}", "`environments.production.freeze.windows.0.why` is missing"],
    [
      "{windows: [{from: 2026-01-02T18:00, to: 2026-01-05T08:00, repeat: FREQ=FRIDAYS, why: x}]}",
      "`repeat` is `FREQ=FRIDAYS`; it must have FREQ=",
    ],
    ["{override: [a b], windows: [{from: 2026-12-20T18:00, why: x}]}", "must be a login, or a team"],
  ])("a freeze that cannot be understood is a fault at its line: %s", async (freeze, words) => {
    const [fault = "", ...more] = await faults(environment(`    freeze: ${freeze}`));
    expect(more).toEqual([]);
    expect(fault).toContain(words);
    expect(fault).toMatch(/^\.github\/phoenix-deploy\.yml:\d+:\d+ `environments\.production\.freeze/);
  });

  test("no release could pass where it must run for longer than evidence counts", async () => {
    const [fault = ""] = await faults(environment("    verified-for: 24h"));
    expect(fault).toContain("verified for 24 h, and evidence counts for 24 h");
    expect(await faults(environment("    verified-for: 24h\n    evidence-max-age: 2d"))).toEqual([]);
  });

  test("a token is never repeated", async () => {
    const outcome = await faults(
      null,
      { "INPUT_GITHUB-TOKEN": "ghs_secret", "INPUT_DRY-RUN": "maybe" },
      promote as never,
    );
    expect(outcome.join()).not.toContain("ghs_secret");
  });

  test("whatever the text, it is parsed or reported as a fault on one line", async () => {
    await fc.assert(
      fc.asyncProperty(
        unicode({ maxLength: 200 }),
        fc.constantFrom("COVERAGE-MINIMUM", "CONFIG", "FAIL-FAST", "::set-output name=a::", "A\nB"),
        async (value, name) => {
          for (const line of await faults(value, { [`INPUT_${name}`]: value }))
            expect(line).not.toMatch(/[\r\n]::|\u001b/);
        },
      ),
      { numRuns: whole ? 100 : 30 },
    );
  });

  test("200 kB of text is shown cut", async () => {
    const [line = ""] = await faults(null, { "INPUT_FAIL-FAST": "x".repeat(200_000) });
    expect(line.length).toBeLessThan(300);
  });
});

const schema = settingsJsonSchema(await loadChecks());

describe("the JSON Schema", () => {
  const ajv = new Ajv({ strict: false }).compile(schema);

  test.each([
    ["version: 1", true],
    ["version: 1\nchecks: {credo: off}", true],
    ["version: 2", false],
    ["version: 1\nunknown: x", false],
    ["version: 1\nenvironments: {production: {url: 1}}", false],
    [environment("    backup: {by: provider, says: hourly, verified: 2026-11-01}"), true],
    [environment("    backup: {by: command}"), false],
    [environment("    evidence-max-age: 3d\n    verified-for: 12h"), true],
    [environment("    evidence-max-age: 30s"), false],
    [environment("    approval: {by: pull-request, reviews: 2}\n    ref-moved: off"), true],
    [environment("    approval: {by: pull-request, reviews: 0}"), false],
    [environment("    ref-moved: never"), false],
    [
      environment(
        "    freeze: {zone: Europe/Berlin, override: [alice, acme/oncall], " +
          "windows: [{from: 2026-12-20 18:00, why: x}]}",
      ),
      true,
    ],
    [environment("    freeze: {windows: []}"), false],
    [environment("    provenance: {signer-workflow: acme/shop/.github/workflows/deploy.yml}"), true],
    [environment("    provenance: {signer-workflow: deploy.yml}"), false],
  ])("agrees with the parser on %s", async (file, good) => {
    expect(ajv(parse(file))).toBe(good);
    expect((await read(file)).ok).toBe(good);
  });
});
