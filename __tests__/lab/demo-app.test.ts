import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type JobSpec, jobs, type WorkflowRun } from "../acceptance/pipeline.ts";
import { fault, setScene } from "../acceptance/scene.ts";
import { type Lab, labRefusal, startLab } from "./lab.ts";

const refusal = await labRefusal();
if (refusal !== null) process.stdout.write(`${refusal} The demo application is not run under systemd.\n`);
const onLab = refusal === null ? test : test.skip;

const prepareSh = join(import.meta.dirname, "../../examples/hosts/prepare.sh");
const settings = ".github/phoenix-deploy.yml";
const path = "/opt/demo_app";
const scene = setScene({ buildOnly: true });
let lab: Lab;

beforeAll(async () => {
  if (refusal !== null) return;
  lab = await startLab({ hosts: ["web1"], user: null });
  const key = readFileSync(`${lab.keyFile}.pub`, "utf8").trim();
  const words = ["--app", "demo_app", "--key", key, "--haproxy", "--manage-units"];
  const { code, stdout, stderr } = await onHost(["sh", "-s", "--", ...words], readFileSync(prepareSh, "utf8"));
  if (code !== 0) throw new Error(stderr + stdout);
});
afterAll(() => lab?.stop());

const onHost = (argv: readonly string[], stdin?: string) => lab.run("web1", argv, stdin);
const shell = async (text: string) => (await onHost(["sh", "-c", text])).stdout.trim();
const show = (slot: string, property: string) =>
  shell(`systemctl show --value --property=${property} demo_app@${slot}`);

/** The user's variables of the servers, or of one slot. */
const writeEnv = async (name: "env" | "env.green" | "env.blue", text: string) => {
  await onHost(["sh", "-c", `cat >${path}/shared/${name}`], text);
};

/** A line of such a file by which a slot logs an error when it has started. */
const logging = (text: string) => `ERL_ZFLAGS=-eval logger:error([${[...Buffer.from(text)]}])\n`;

/** The settings of one environment on the host, with lines to add to it. */
function settingsWith(lines: readonly string[] = []): string {
  const ip = lab.hosts[0]?.ip ?? "";
  const known = readFileSync(lab.knownHosts, "utf8").trim();
  return `version: 1
app: demo_app
checks: {compile: off, format: off, test: off, coverage: off, unused-deps: off, deps-audit: off, migrations: off,
  migration-safety: off, rollback-plan: off, backup: off, credo: off, sobelow: off, hex-audit: off, dialyzer: off}
smoke: [{get: /, status: 200, text: Welcome}]
environments:
  staging:
    url: http://${ip}
    hosts: [{name: web1, address: deploy@${ip}}]
    ssh: {key-from: DEPLOY_KEY, known-hosts: ["${known}"]}
    path: ${path}
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy/admin.sock, backend: demo_app,
      state-file: /var/lib/phoenix-deploy/demo_app/servers}
    strategy: {type: blue-green, hold: 60s, drain: 5s}
    health: {path: /health, ready: /ready, version: /version}
    migrations: {migrate: "DemoApp.Release.migrate()", versions: "DemoApp.Release.print_versions()", settle: 0s}
${lines.map((line) => `    ${line}\n`).join("")}`;
}

type Edits = ReturnType<typeof fault>;

/** A run of this version that validate has passed. */
async function validated(version: string, lines?: readonly string[], edits: Edits = []): Promise<WorkflowRun> {
  const run = scene.begin({ version, files: { [settings]: settingsWith(lines) }, edits });
  await scene.through(run, [jobs.validate]);
  return run;
}

const withKey = (spec: JobSpec): JobSpec => ({
  ...spec,
  env: { DEPLOY_KEY: readFileSync(lab.keyFile, "utf8"), ...spec.env },
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const slots = { blue: 4000, green: 4001 } as const;
type Slot = keyof typeof slots;

/** The version that a slot answers; null where it does not. */
async function version(slot: Slot): Promise<string | null> {
  const text = await shell(`curl --silent --max-time 5 http://127.0.0.1:${slots[slot]}/version`);
  return text === "" ? null : JSON.parse(text).version;
}

/** The names that epmd of the host has, and the words of a slot's process. */
const nodes = () => shell(`${path}/current/erts-*/bin/epmd -names 2>&1 | sed -n 's/^name \\([^ ]*\\) .*/\\1/p'`);
const wordsOf = async (slot: Slot, file: "cmdline" | "environ") =>
  (await shell(`tr '\\000' '\\n' </proc/${await show(slot, "MainPID")}/${file}`)).split("\n");

/** Asks the node in a slot by its name and cookie, as an operator does. */
const rpc = (slot: Slot, expression: string) =>
  shell(
    `cd ${path} && env RELEASE_DISTRIBUTION=sname RELEASE_NODE=demo_app_${slot} RELEASE_COOKIE="$(cat state/cookie)" ` +
      `setpriv --reuid=deploy --regid=deploy --init-groups env HOME=/home/deploy ` +
      `slots/${slot}/bin/demo_app rpc '${expression}' 2>/dev/null`,
  );

describe("the demo application under systemd", () => {
  // One story in three parts, since each goes on from what the one before left on the host.
  onLab("is a process of its unit's, in both slots at once, with its logs and within its memory", async () => {
    await first();
    await second();
    await limited();
  });

  /** The unit's own process ends by SIGTERM when its requests are answered, and is started again after a crash. */
  async function first() {
    await writeEnv("env", "RELEASE_DISTRIBUTION=sname\nDEMO_LATENCY_MS=1500\nSECRET_TOKEN=n0body-sees-this\n");
    await scene.through(await validated("1.0.0"), [withKey(jobs.staging)]);
    const pid = await show("blue", "MainPID");
    expect(await shell(`readlink /proc/${pid}/exe`)).toMatch(
      /^\/opt\/demo_app\/releases\/1\.0\.0-\w{8}\/erts-.*\/beam\.smp$/,
    );
    const words = await wordsOf("blue", "cmdline");
    expect(words[words.indexOf("-sname") + 1]).toBe("demo_app_blue");
    expect(words[words.indexOf("-setcookie") + 1]).toBe(await shell(`cat ${path}/state/cookie`));
    expect(await wordsOf("blue", "environ")).toContain("RELEASE_NODE=demo_app_blue");
    expect(await nodes()).toBe("demo_app_blue");

    await shell(`kill -SEGV ${pid}`);
    await eventually(async () => (await version("blue")) === "1.0.0");
    expect(await show("blue", "MainPID")).not.toBe(pid);
    expect(await show("blue", "NRestarts")).toBe("1");
    await eventually(async () => (await nodes()) === "demo_app_blue");

    const page = shell("curl --silent --output /dev/null --write-out '%{http_code}' http://127.0.0.1:4000/");
    await eventually(async () => (await shell("ss -Htn state established 'dport = :4000'")) !== "");
    await shell("systemctl stop demo_app@blue");
    expect(await page).toBe("200");
    expect([await show("blue", "Result"), await show("blue", "ActiveState")]).toEqual(["success", "inactive"]);
    await shell("systemctl start demo_app@blue");
    await eventually(async () => (await version("blue")) === "1.0.0");
  }

  /** It runs in both slots at once, as nodes of their own, and the logs of a start are judged alone. */
  async function second() {
    await writeEnv("env.green", logging("charge n0body-sees-this, password=hunter2"));
    const run = await validated("1.1.0");
    const staging = await scene.ends(run, withKey(jobs.staging), "log_errors");
    expect(staging.log).toContain("charge ***, password=***");
    expect(staging.log + staging.summary + JSON.stringify(staging.annotations)).not.toMatch(/n0body-sees|hunter2/);

    expect([await version("blue"), await version("green")]).toEqual(["1.0.0", "1.1.0"]);
    expect((await nodes()).split("\n").sort()).toEqual(["demo_app_blue", "demo_app_green"]);
    expect(await rpc("green", "IO.puts(node())")).toBe("demo_app_green@web1");
    const cookies = [await wordsOf("blue", "cmdline"), await wordsOf("green", "cmdline")].map(
      (words) => words[words.indexOf("-setcookie") + 1],
    );
    expect(cookies[0]).toBe(cookies[1]);

    // What holds epmd ends with the slot that was started first; the next question starts another.
    await shell("systemctl stop demo_app@blue");
    await eventually(async () => (await rpc("green", "IO.puts(node())")) === "demo_app_green@web1");

    await writeEnv("env.green", "");
    await shell("systemctl restart demo_app@green");
    await eventually(async () => (await version("green")) === "1.1.0");
    const again = await scene.through(run, [withKey(jobs.staging)]);
    expect(again.log).toContain("No errors in 1 line since the start.");
    await shell("gpasswd --delete deploy systemd-journal");
    const hidden = await scene.ends(run, withKey(jobs.staging), "logs_not_read");
    expect(hidden.log).toContain("systemd does not show deploy the log of slot green of web1.");
    await shell("usermod --append --groups systemd-journal deploy");
  }

  /** It is ended by the kernel beyond the memory of its unit, and the deployment reports why. */
  async function limited() {
    if (!(await limitsMemory())) return;
    await writeEnv("env.blue", "ERL_ZFLAGS=-eval persistent_term:put(x,binary:copy(<<0>>,400000000))\n");
    // It is not healthy before it is killed either, however fast the machine is.
    const within = (limit: string) =>
      validated("1.2.0", [`systemd: {manage: true, memory-max: ${limit}}`], fault("never_healthy"));
    const small = await scene.ends(await within("16M"), withKey(jobs.staging), "host_unsuitable");
    expect(small.log).toMatch(/MemoryMax=16M would hold at once for slot green, which uses \d+ MiB now/);
    const staging = await scene.job(await within("256M"), withKey(jobs.staging));
    // Whether it listened before it was killed is the machine's speed.
    expect(staging.outputs["reason-code"]).toMatch(/^not_(healthy|listening)$/);
    expect(staging.log).toContain("+MemoryMax=256M");
    expect(staging.log).toMatch(/systemd reports that it was killed .*; its unit allows 256 MiB of memory\./);
    expect(staging.log).toContain("1.1.0-");
    expect(await version("green")).toBe("1.1.0");
    expect(await show("blue", "ActiveState")).not.toBe("active");
  }
});

/** True where a unit's limit of memory holds on the host; prints why it cannot be seen where it does not. */
async function limitsMemory(): Promise<boolean> {
  // nspawn gives the older control groups to a host for reading alone.
  await shell("mount -o remount,rw,bind /sys/fs/cgroup/memory && systemctl daemon-reexec");
  const { code } = await onHost([
    ...["systemd-run", "--quiet", "--wait", "--property=MemoryMax=20M"],
    ...["perl", "-e", "my $x = q(a) x (60 << 20)"],
  ]);
  if (code === 0) process.stdout.write("This machine's hosts for tests limit no memory: MemoryMax is not shown.\n");
  return code !== 0;
}
