import {
  checkSlot,
  defineVariables,
  type HandPlace,
  linkBefore,
  recordActive,
  startSession,
  startUnit,
  stopSlot,
} from "../../commands/by-hand.ts";
import { serverName } from "../../domain/fleet/fleet.ts";
import type { HandBlock, HandPart } from "../../domain/rollback/procedures.ts";
import type { HandShift } from "../../routers/router.ts";
import { type HandWork, handNames } from "./by-hand-work.ts";
import { routerPlaces } from "./router-places.ts";

/** The slots one by one, each with the hosts that have it. */
function slotsOf({ environment, place }: HandWork) {
  const { hosts, groups, slots } = environment;
  return place.slots.map((one) => {
    const having = handNames(hosts).filter((host) => groups === undefined || groups[host] === one.slot);
    const servers = having.map((host) => serverName({ hosts, slots, groups }, host, one.slot));
    return { ...one, having, servers };
  });
}

type Placed = Pick<ReturnType<typeof slotsOf>[number], "slot" | "having">;

const placeText = ({ environment }: HandWork, { slot, having }: Placed) =>
  environment.groups === undefined ? `Slot ${slot}` : `Slot ${slot}, on ${having.join(", ")}`;

export function stopBlocks(work: HandWork): readonly HandBlock[] {
  const slots = slotsOf(work);
  return slots.map((one) => ({
    when: slots.length === 1 ? "" : placeText(work, one),
    text: stopSlot(work.place, one.slot),
  }));
}

function startBlocks(
  work: HandWork,
  { slot, port }: { readonly slot: string; readonly port: number },
  where: string,
): readonly HandBlock[] {
  const { place, environment } = work;
  const file = `/etc/systemd/system/${place.unit}@.service`;
  const unit = { when: `${where}, where systemd runs it (there is \`${file}\`)`, text: startUnit(place, slot) };
  if (environment.systemd !== undefined) return [{ ...unit, when: where }];
  return [unit, { when: `${where}, elsewhere`, text: startSession(place, slot, port) }];
}

function variables({ place, readers, environment }: HandWork): readonly HandBlock[] {
  const { systemd } = environment;
  if (systemd !== undefined) return [];
  return [
    {
      when: "First, where systemd runs no slots: how a server gets its variables",
      text: defineVariables(place, readers.env_reader),
    },
  ];
}

/** Two slots: the other one is started where it does not run, and traffic goes to it. */
export function betweenSlots(work: HandWork): readonly HandPart[] {
  const { environment, place } = work;
  const slots = slotsOf(work);
  const placed = (one: Placed) => placeText(work, one);
  const hosts = handNames(environment.hosts);
  return [
    {
      title: "Start the slot of the release before, where it does not run",
      hosts,
      says:
        "The link shows the release that is started. For another one that is kept, change it first: " +
        "`ln -sfn ../releases/<release> slots/<slot>`.",
      blocks: [...variables(work), ...slots.flatMap((one) => startBlocks(work, one, placed(one)))],
    },
    check(
      work,
      slots.map((one) => ({ ...one, when: placed(one) })),
    ),
    traffic(work, {
      title: "Send traffic back",
      says: "New requests go to the slot; those that are in flight end where they are.",
      shifts: slots.map((one) => ({
        when: `To ${one.slot}`,
        shared: { open: one.servers, close: slots.filter((other) => other !== one).flatMap(({ servers }) => servers) },
        own: { open: [one.slot], close: place.slots.map(({ slot }) => slot).filter((slot) => slot !== one.slot) },
      })),
    }),
    {
      title: "Stop the slot that was left",
      hosts,
      says: "It takes no requests any more, but its background jobs still run.",
      blocks: stopBlocks(work),
    },
  ];
}

/** One slot: what runs is replaced, on one host after the other. */
export function inPlace(work: HandWork): readonly HandPart[] {
  const { environment, place } = work;
  const [only] = slotsOf(work);
  if (only === undefined) return [];
  const hosts = handNames(environment.hosts);
  const by = (how: "open" | "close") =>
    only.servers.map((server, index) => {
      const list = (name: string) => ({ open: how === "open" ? [name] : [], close: how === "close" ? [name] : [] });
      return { when: hosts[index] ?? server, shared: list(server), own: list(only.slot) };
    });
  const routed = environment.router.byHand !== null;
  const oneByOne = routed ? "Do these parts for one host after the other." : "Requests fail until it answers again.";
  return [
    ...(routed ? [traffic(work, { title: "Send no requests to the host", says: oneByOne, shifts: by("close") })] : []),
    {
      title: "Replace the release by the one before",
      hosts,
      says:
        `${routed ? "" : `${oneByOne} `}The link is set to the release before; ` +
        "for another one that is kept, set it by hand.",
      blocks: [
        ...variables(work),
        { when: "Stop", text: stopSlot(place, only.slot) },
        { when: "Set the link", text: linkBefore(place, only.slot) },
        ...startBlocks(work, only, "Start"),
      ],
    },
    check(work, [{ ...only, when: "" }]),
    ...(routed
      ? [traffic(work, { title: "Send requests to the host again", says: oneByOne, shifts: by("open") })]
      : []),
  ];
}

function check(
  { environment, place }: HandWork,
  slots: readonly { readonly slot: string; readonly port: number; readonly when: string }[],
): HandPart {
  const { health, hosts } = environment;
  return {
    title: "See that it is healthy, and which release it is",
    hosts: handNames(hosts),
    says: "The path of its process has the name of the release that runs.",
    blocks: slots.map(({ slot, port, when }) => ({
      when,
      text: checkSlot(place, { slot, port }, { path: health.path, withinSeconds: Math.ceil(health.withinMs / 1_000) }),
    })),
  };
}

type Servers = Pick<HandShift, "open" | "close">;

/** Commands of the router: it knows servers by the fleet's names, or each by the slots of its own host. */
function traffic(
  { environment }: HandWork,
  {
    title,
    says,
    shifts,
  }: {
    readonly title: string;
    readonly says: string;
    readonly shifts: readonly { readonly when: string; readonly shared: Servers; readonly own: Servers }[];
  },
): HandPart {
  const { router, routerHosts, slots } = environment;
  const [first] = routerPlaces(environment);
  const ports = Object.fromEntries(Object.entries(slots).map(([slot, { port }]) => [slot, port]));
  return {
    title,
    hosts: handNames(routerHosts),
    says,
    blocks: shifts.map(({ when, shared, own }) => ({
      when,
      text: router.byHand?.shift({ ...(first?.own == null ? shared : own), ports }) ?? "",
    })),
  };
}

export function recordPart(work: HandWork): HandPart {
  const { environment, place } = work;
  const { groups, hosts } = environment;
  const slots = slotsOf(work);
  const blocks = slots.flatMap(({ slot, having }): readonly HandBlock[] => {
    const when = slots.length === 1 ? "" : `Slot ${slot} serves`;
    if (groups === undefined) return [{ when, text: recordActive(place, slot, "the slot") }];
    const others = handNames(hosts).filter((host) => !having.includes(host));
    return [
      { when: `${when}, on ${having.join(", ")}`, text: recordActive(only(place, slot), slot, "the slot") },
      { when: `${when}, on ${others.join(", ")}`, text: recordActive(without(place, slot), slot, "the other group") },
    ];
  });
  return {
    title: "Record it",
    hosts: handNames(hosts),
    says:
      "The next deployment starts from this record, and refuses the release that was left: it is marked bad in " +
      "`state/bad`. Without it, run the workflow of `rollback` as soon as GitHub is back: it records what serves." +
      (groups === undefined
        ? ""
        : " Where another release than the one before was started, correct the first word of `state/active` on hosts " +
          "of the group that was left."),
    blocks,
  };
}

const only = (place: HandPlace, slot: string) => ({ ...place, slots: place.slots.filter((one) => one.slot === slot) });
const without = (place: HandPlace, slot: string) => ({
  ...place,
  slots: place.slots.filter((one) => one.slot !== slot),
});
