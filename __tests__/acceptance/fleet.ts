// Hosts to deploy to over ssh: those of examples/hosts, booted in a lab, and prepared by the commands that the
// example's comment gives to a reader. The example's settings are used with the lab's addresses and the demo
// application's names.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { type Lab, startLab } from "../lab/lab.ts";
import { checksOff, type Ground, openSources, type Pace } from "./sources.ts";

const examples = join(import.meta.dirname, "../../examples/hosts");

/** One environment of an example. */
interface Shown {
  readonly url: string;
  readonly path: string;
  readonly hosts: readonly { readonly name: string; readonly address: string; readonly role?: string }[];
  readonly router: { readonly on?: string };
}

export interface Fleet extends Ground {
  readonly lab: Lab;
  /** What prepare.sh printed, by host. */
  readonly prepared: readonly { readonly host: string; readonly lines: readonly string[] }[];
  readonly url: { readonly staging: string; readonly production: string };
}

/**
 * Boots the hosts of an example, prepares them, and opens the sources of the application with the example's settings.
 */
export async function startFleet(example: "one" | "three", pace: Pace): Promise<Fleet> {
  const text = readFileSync(join(examples, example, "phoenix-deploy.yml"), "utf8");
  const { environments } = parse(text) as { readonly environments: Readonly<Record<string, Shown>> };
  const shown = Object.values(environments);
  const lab = await startLab({ hosts: [...new Set(shown.flatMap(hostNames))], user: null });
  const folder = mkdtempSync(join(tmpdir(), "pd-fleet-"));
  const close = async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const here = placed(text, shown, lab);
    const prepared = await prepareAll(lab, commandsIn(here));
    for (const [name, { path, hosts }] of Object.entries(environments)) {
      const data = `/srv/shared/${name}`;
      const env = `DEMO_DATA=${data}\n`;
      for (const host of hosts.filter(({ role }) => role !== "router")) {
        const write = `mkdir -p -m 1777 ${data} && cat >${path.replace("my_app", "demo_app")}/shared/env`;
        await need(lab, host.name, ["sh", "-c", write], env);
      }
    }
    mkdirSync(join(folder, "jobs"));
    const settings = ofTheDemo(here, pace);
    const { staging, production } = (parse(settings) as { environments: Record<"staging" | "production", Shown> })
      .environments;
    return {
      ...openSources(folder, settings),
      ...{ lab, prepared, close, url: { staging: staging.url, production: production.url } },
      env: { DEPLOY_KEY: readFileSync(lab.keyFile, "utf8") },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const hostNames = ({ hosts }: Shown) => hosts.map(({ name }) => name);

/** The example with the lab's addresses and host keys. */
function placed(text: string, shown: readonly Shown[], lab: Lab): string {
  const ipOf = (name: string) => lab.hosts.find((host) => host.name === name)?.ip ?? name;
  const names = shown.flatMap(({ url, hosts, router }) => [
    ...hosts.map(({ name, address }) => [address.replace(/.*@/, ""), ipOf(name)] as const),
    [new URL(url).hostname, ipOf(router.on ?? hosts[0]?.name ?? "")] as const,
  ]);
  // A name may be the end of another one.
  const longestFirst = names.sort(([a], [b]) => b.length - a.length);
  const keys = readFileSync(lab.knownHosts, "utf8").split("\n");
  const keyOf = (ip: string) => keys.find((line) => line.startsWith(`${ip},`))?.split(" ")[2];
  return longestFirst
    .reduce((all, [name, ip]) => all.replaceAll(name, ip), text)
    .replaceAll(/(\w+)-(blue|green)=[\d.]+:/g, (_, name: string, slot: string) => `${name}-${slot}=${ipOf(name)}:`)
    .replaceAll(/- ([\d.]+) ssh-ed25519 AAAA\S+/g, (_, ip: string) => `- ${ip} ssh-ed25519 ${keyOf(ip)}`)
    .replaceAll("my_app", "demo_app");
}

/** A call of prepare.sh. */
interface Command {
  readonly host: string;
  readonly words: readonly string[];
}

/** The commands in an example's comment: `On web1 and web2, as root:`, and below it a call of prepare.sh. */
export function commandsIn(text: string): readonly Command[] {
  const comment = text.replaceAll(/,\\\n# +/g, ",").replaceAll(/ \\\n# +/g, " ");
  return [...comment.matchAll(/\b[Oo]n ([a-z0-9, ]+), as root\b.*\n# +sh prepare\.sh (.*)/g)].flatMap(
    ([, hosts = "", words = ""]) =>
      hosts.split(/, | and /).map((host) => ({ host, words: words.replace(/--key "[^"]*" ?/, "").split(/ +/) })),
  );
}

/** All hosts at once, the commands of one in order. */
async function prepareAll(lab: Lab, commands: readonly Command[]): Promise<Fleet["prepared"]> {
  const inOrder = lab.hosts.map(async ({ name }) => {
    const done: Fleet["prepared"][number][] = [];
    for (const command of commands.filter(({ host }) => host === name)) done.push(await prepare(lab, command));
    return done;
  });
  return (await Promise.all(inOrder)).flat();
}

async function prepare(lab: Lab, { host, words }: Command): Promise<Fleet["prepared"][number]> {
  const key = readFileSync(`${lab.keyFile}.pub`, "utf8").trim();
  const script = readFileSync(join(examples, "prepare.sh"), "utf8");
  const said = await need(lab, host, ["sh", "-s", "--", "--key", key, ...words], script);
  return { host, lines: said.trimEnd().split("\n") };
}

async function need(lab: Lab, host: string, argv: readonly string[], stdin: string): Promise<string> {
  const { code, stdout, stderr } = await lab.run(host, argv, stdin);
  if (code !== 0) throw new Error(`${argv.join(" ")} on ${host} exited with code ${code}: ${stderr}${stdout}`);
  return stdout;
}

/** What the demo application has and has not: no PostgreSQL, and pages for readiness and version. */
function ofTheDemo(settings: string, pace: Pace): string {
  return `${settings
    .replace("\nsmoke:", `\nchecks: {${checksOff(pace)}}\nsmoke:`)
    .replace("{get: /, status: 200}", "{name: the page, get: /, status: 200, text: Welcome}")
    .replace("watch: 10m", `watch: ${pace.watch}, probes-per-second: 20, latency: off`)
    .replaceAll(/hold: \d+m/g, `hold: ${pace.hold}, drain: 5s`)
    .replaceAll("path: /health", `path: /health, ready: /ready, version: /version, within: ${pace.within}`)
    .replaceAll(
      "{migrate: MyApp.Release.migrate()}",
      '{migrate: "DemoApp.Release.migrate()", versions: "DemoApp.Release.print_versions()", settle: 2s}',
    )
    .replaceAll("{by: postgres}", "{by: command, verify: [test, -d, /srv/shared]}")}
notify: [{type: webhook, url-from: DEPLOY_WEBHOOK, secret-from: DEPLOY_WEBHOOK_SECRET}]
`;
}
