import { type HandLogin, lookAround, openShell, takeOver } from "../../commands/by-hand.ts";
import { word } from "../../commands/host.ts";
import type { HandPart, HandProcedure } from "../../domain/rollback/procedures.ts";
import type { Environment, Host } from "../../settings/settings.ts";
import { readSshAddress } from "../../transports/ssh-address.ts";
import { restorePart, schemaPart } from "./by-hand-database.ts";
import { betweenSlots, type HandGiven, type HandWork, handNames, inPlace, recordPart } from "./by-hand-slots.ts";
import { unitName } from "./units.ts";

/** How a person rolls hosts back, by the commands that the host program would run. */
export async function hostsByHand({ app, environment }: HandGiven): Promise<HandProcedure> {
  const slots = Object.entries(environment.slots).map(([slot, { port }]) => ({ slot, port }));
  const place = { app, path: environment.path, unit: unitName({ app, environment }), slots };
  const work: HandWork = { app, environment, place, readers: await awkPrograms() };
  return {
    facts: factsOf(work),
    parts: [
      login(environment),
      look(work),
      free(work),
      ...(slots.length === 1 ? inPlace(work) : betweenSlots(work)),
      verify(environment),
      recordPart(work),
      ...schemaPart(work),
      ...restorePart(work),
    ],
  };
}

/** The texts as the host program has them: what it reads by them, a person reads alike. */
async function awkPrograms(): Promise<HandWork["readers"]> {
  const { assets } = await import("../../assets.ts");
  const programOf = (file: string, name: string) => {
    const [, text] = new RegExp(`^${name}='\\n([^']*)'`, "m").exec(assets[file] ?? "") ?? [];
    if (text === undefined) throw new Error(`${file} has no ${name}: run the build`);
    return `\n${text}`;
  };
  return {
    env_reader: programOf("host/35-environment.sh", "env_reader"),
    address_reader: programOf("host/38-postgres.sh", "address_reader"),
  };
}

function factsOf({ environment, place }: HandWork): HandProcedure["facts"] {
  const { hosts, path, slots, router, routerHosts, systemd, strategy } = environment;
  const unit = `\`${place.unit}@<slot>\``;
  return [
    ["Hosts", hosts.map((host) => `${host.name} (${loginText(environment, host)})`).join(", ")],
    ["Folder", `\`${path}\``],
    [
      "Slots",
      Object.entries(slots)
        .map(([slot, { port }]) => `${slot} (port ${port})`)
        .join(", "),
    ],
    [
      "Processes",
      systemd === undefined ? `${unit} of systemd where it is installed, else sessions` : `${unit} of systemd`,
    ],
    ["Strategy", strategy.type],
    ["Router", router.routes ? `${router.name}, on ${routerHosts.map(({ name }) => name).join(", ")}` : "none"],
  ];
}

const loginText = ({ account, ssh }: Environment, host: Host) =>
  `\`${openShell(loginOf(host, account, ssh), account?.become ?? null)}\``;

function loginOf({ address, port }: Host, account: Environment["account"], ssh: Environment["ssh"]): HandLogin | null {
  const read = address === "local" ? null : readSshAddress(address, "without port");
  if (read === null) return null;
  return { user: read.user ?? account?.user ?? null, host: read.host, port: port ?? null, jump: ssh?.jump ?? null };
}

/** The hosts of the application, and those that only route. */
function everyHost({ hosts, routerHosts }: Environment): readonly Host[] {
  const routers = routerHosts.filter(({ name }) => hosts.every((host) => host.name !== name));
  return [...hosts, ...routers];
}

function login(environment: Environment): HandPart {
  const { account, ssh } = environment;
  return {
    title: "Log in",
    hosts: [],
    says:
      "Everything below is for this shell, on the hosts that each part names. Where ssh does not know the host or " +
      "has no key, use the ones of `ssh` in the settings file.",
    blocks: everyHost(environment).map((host) => ({
      when: host.name,
      text: openShell(loginOf(host, account, ssh), account?.become ?? null),
    })),
  };
}

function look({ environment, place }: HandWork): HandPart {
  const { router, routerHosts, hosts } = environment;
  const routing =
    router.byHand === null
      ? []
      : [{ when: `The router, on ${handNames(routerHosts).join(", ")}`, text: router.byHand.look }];
  return {
    title: "See what serves",
    hosts: handNames(hosts),
    says:
      "The first line is the release that was verified last, its slot, and the release before it; then come the " +
      "releases that are marked bad, those that are kept, and what each slot runs.",
    blocks: [{ when: routing.length === 0 ? "" : "The application", text: lookAround(place) }, ...routing],
  };
}

function free({ environment, place }: HandWork): HandPart {
  return {
    title: "Keep everything else from changing it",
    hosts: handNames(everyHost(environment)),
    says:
      "A run that still works stops before its next change, no host sends traffic back by itself, and no slot is " +
      "stopped because its hold is over. Where it fails after a minute, a step of a run still works there.",
    blocks: [{ when: "", text: takeOver(place) }],
  };
}

function verify({ url, health, probe }: Environment): HandPart {
  const headers =
    probe.headersFrom === null ? "" : ` The headers of \`${probe.headersFrom}\` are needed: add them with \`-H\`.`;
  const version = health.version === null ? "" : `\ncurl -fsS --max-time 10 ${word(`${url}${health.version}`)}; echo`;
  return {
    title: "See what users get",
    hosts: [],
    says: `In a terminal anywhere.${headers}`,
    blocks: [
      {
        when: "",
        text:
          `curl -fsS --max-time 10 -o /dev/null ${word(`${url}${health.path}`)} && ` +
          `echo ${word(url)} answers${version}`,
      },
    ],
  };
}
