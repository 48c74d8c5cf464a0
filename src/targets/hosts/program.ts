import { assets } from "../../assets.ts";
import { programText } from "../../commands/host.ts";
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

/** What sends traffic back where a shift is not confirmed; the router's part comes before it. */
export const guardProgram = [assets["host/10-records.sh"], assets["host/guard.sh"]].join("\n");

/**
 * The program with its values for one operation on one host. Only a host on which the router is changed gets the
 * router's part, which runs by itself too and so has the slots in it.
 */
export async function programFor(
  environment: Environment,
  host: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const { PD_SLOTS = "", PD_OP = "" } = values;
  const program = partsFor(PD_OP).map((name) => assets[name]);
  const router = environment.routerHosts.some(({ name }) => name === host) ? environment.router : noRouter();
  return programText(
    { ...values, PD_ROUTER: programText({ PD_SLOTS, ...router.values }, await router.part()) },
    program.join("\n"),
  );
}
