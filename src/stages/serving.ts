import { recordedPlaces } from "../domain/fleet/fleet.ts";
import type { HostsSay, ServingProcess } from "../domain/fleet/running.ts";
import type { Release } from "../domain/release/release.ts";
import type { Environment } from "../settings/settings.ts";
import { targetOf } from "./environment.ts";
import type { StageRun } from "./stage.ts";

/** Asks the hosts of an environment what process serves. It changes nothing and takes no lock. */
export async function askHosts(run: StageRun, environment: Environment, release: Release): Promise<HostsSay> {
  const target = targetOf(run, environment, release);
  try {
    const observed = await target.observe();
    if ("failed" in observed) return { asked: false, why: observed.failed.says.replace(/\.$/, "") };
    const unknown = observed.fleet.hosts.find(({ active }) => active === null);
    if (unknown !== undefined) {
      const why =
        `${unknown.host} knows no release below ${environment.path}, so that this job does not run on the machine of ` +
        `${environment.name}`;
      return { asked: false, why };
    }
    const hosts: ServingProcess[] = [];
    for (const { host, slot } of recordedPlaces(observed.fleet.hosts)) {
      const process = await target.running(host, slot);
      hosts.push({ host, slot, pid: process?.pid ?? null, release: process?.release ?? null });
    }
    return { asked: true, hosts };
  } finally {
    await target.close();
  }
}
