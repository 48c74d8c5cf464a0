import { type HandLogin, lookAround, openShell, takeOver } from "../../commands/by-hand.ts";
import { word } from "../../commands/host.ts";
import type { HandPart, HandProcedure } from "../../domain/rollback/procedures.ts";
import type { Environment, Host } from "../../settings/settings.ts";
import { readSshAddress } from "../../transports/ssh-address.ts";
import { newestRestored, restoreParts, schemaPart } from "./by-hand-database.ts";
import { betweenSlots, inPlace, recordPart } from "./by-hand-slots.ts";
import { type HandGiven, type HandWork, handNames, handWork } from "./by-hand-work.ts";

/** How a person rolls hosts back, by the commands that the host program would run. */
export async function hostsByHand(given: HandGiven): Promise<HandProcedure> {
  const work = await handWork(given);
  const { environment, place } = work;
  return {
    facts: factsOf(work),
    parts: [
      login(environment, everyHost(environment)),
      look(work),
      free(work),
      ...(place.slots.length === 1 ? inPlace(work) : betweenSlots(work)),
      verify(environment),
      recordPart(work),
      ...schemaPart(work),
      ...newestRestored(work),
    ],
  };
}

/** How a person restores the backup of an environment; `kept` is the last one that the suite made, on its host. */
export async function restoreByHand(
  given: HandGiven,
  kept: { readonly host: string; readonly file: string } | null,
): Promise<readonly HandPart[]> {
  const { backup, hosts } = given.environment;
  const elsewhere = (says: string): HandPart => ({ title: "Restore the backup", hosts: [], says, blocks: [] });
  if (backup?.by === "provider") return [elsewhere(`With the provider of the backup: ${backup.says}`)];
  if (backup?.by === "command") return [elsewhere("With the program that `backup.make` runs.")];
  if (backup === null || kept === null) return [];
  const after = "Then run `rollback` with `migrations: keep`: it starts the release of that schema.";
  const dump = { file: kept.file };
  const restore = { host: kept.host, urlFrom: backup.urlFrom, dump, first: [], after };
  return [login(given.environment, hosts), ...restoreParts(await handWork(given), restore)];
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

function login({ account, ssh }: Environment, hosts: readonly Host[]): HandPart {
  return {
    title: "Log in",
    hosts: [],
    says:
      "Everything below is for this shell, on the hosts that each part names. Where ssh does not know the host or " +
      "has no key, use the ones of `ssh` in the settings file.",
    blocks: hosts.map((host) => ({
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
