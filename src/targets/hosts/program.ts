import { assets } from "../../assets.ts";
import { programText } from "../../commands/host.ts";
import { noRouter } from "../../routers/none.ts";
import type { Environment } from "../../settings/settings.ts";

/** The program of host/ in the order of its files' numbers, without the parts of the routers. */
const program = Object.keys(assets)
  .filter((name) => /^host\/\d/.test(name))
  .sort()
  .map((name) => assets[name])
  .join("\n");

/** What sends traffic back where a shift is not confirmed; the router's part comes before it. */
export const guardProgram = [assets["host/10-records.sh"], assets["host/guard.sh"]].join("\n");

/**
 * The program with its values for one host. Only a host on which the router is changed gets the router's part, which
 * runs by itself too and so has the slots in it.
 */
export async function programFor(
  environment: Environment,
  host: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const { PD_SLOTS = "" } = values;
  const router = environment.routerHosts.some(({ name }) => name === host) ? environment.router : noRouter();
  return programText(
    { ...values, PD_ROUTER: programText({ PD_SLOTS, ...router.values }, await router.part()) },
    program,
  );
}
