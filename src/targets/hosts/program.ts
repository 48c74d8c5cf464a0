import { assets } from "../../assets.ts";
import { programText, valuesText } from "../../commands/host.ts";
import { noRouter } from "../../routers/none.ts";
import type { Environment } from "../../settings/settings.ts";

const schema = ["backup", "migrate", "revert", "kept-schema", "look-down", "evaluate"];

/**
 * Parts that only these operations need. All others are sent with each: the shell of a host reads all that it is sent
 * before it begins, which costs it more than most operations do.
 */
const onlyFor: Readonly<Record<string, readonly string[]>> = {
  "host/33-files.sh": ["acquire-lock", "stock", "assemble"],
  "host/34-assemble.sh": ["assemble"],
  "host/36-migrate.sh": schema,
  "host/37-backup.sh": ["backup"],
  "host/38-postgres.sh": ["backup"],
  "host/39-revert.sh": schema,
  "host/49-log-errors.sh": ["log-errors"],
  "host/65-fit.sh": ["fit"],
  "host/66-watch.sh": ["router-counts", "memory"],
  "host/67-evaluate.sh": ["evaluate"],
};

/** The parts of host/ for an operation, in the order of their files' numbers, without those of the routers. */
export function partsFor(op: string): readonly string[] {
  return Object.keys(assets)
    .filter((name) => /^host\/\d/.test(name) && onlyFor[name]?.includes(op) !== false)
    .sort();
}

/** The program of each operation, joined once: a fleet of 50 hosts is sent it hundreds of times. */
const programs = new Map<string, string>();

function programOf(op: string): string {
  const program =
    programs.get(op) ??
    partsFor(op)
      .map((name) => assets[name])
      .join("\n");
  programs.set(op, program);
  return program;
}

/** What sends traffic back where a shift is not confirmed; the router's part comes before it. */
export const guardProgram = [assets["host/10-records.sh"], assets["host/guard.sh"]].join("\n");

/**
 * The program for one operation on one host: its values, and the text that all hosts share. Only a host on which the
 * router is changed gets the router's part, which runs by itself too and so has the slots in it.
 */
export async function programFor(
  environment: Environment,
  host: string,
  values: Readonly<Record<string, string>>,
): Promise<{ readonly values: string; readonly shared: string }> {
  const { PD_SLOTS = "", PD_OP = "" } = values;
  const router = environment.routerHosts.some(({ name }) => name === host) ? environment.router : noRouter();
  const part = programText({ PD_SLOTS, ...router.values }, await router.part());
  return { values: valuesText({ ...values, PD_ROUTER: part }), shared: programOf(PD_OP) };
}
