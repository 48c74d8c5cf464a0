import type { HandPlace } from "../../commands/by-hand.ts";
import type { Host } from "../../settings/settings.ts";
import type { TargetOptions } from "../target.ts";
import { unitName } from "./units.ts";

/** What the commands for a person are made from. */
export type HandGiven = Pick<TargetOptions, "app" | "environment">;

/** The whole of it, with what more than one part needs. */
export interface HandWork extends HandGiven {
  readonly place: HandPlace;
  /** Awk programs of the host program, by their names there. */
  readonly readers: Readonly<Record<"env_reader" | "address_reader", string>>;
}

export async function handWork({ app, environment }: HandGiven): Promise<HandWork> {
  const slots = Object.entries(environment.slots).map(([slot, { port }]) => ({ slot, port }));
  const place = { app, path: environment.path, unit: unitName({ app, environment }), slots };
  return { app, environment, place, readers: await awkPrograms() };
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

export const handNames = (hosts: readonly Host[]) => hosts.map(({ name }) => name);
