// Fleets on which a release was deployed, and what tests ask of a plan.
import type { Fleet, HostFacts } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planDrill, planDrillReturn } from "../../src/strategies/drill.ts";
import type { RollbackWanted } from "../../src/strategies/rollback.ts";
import { type Ended, FleetModel, leaseSeconds, modelWanted, releaseNumber, type Trouble } from "./fleet-model.ts";
import { testStrategies } from "./registry.ts";

/** The second release, after the first one. */
export const quiet: Wanted = { ...modelWanted, release: releaseNumber(2), owner: "run-2-1" };

/** A fleet on which the first release is active, in blue or in the only slot. */
export function settled(hosts: number, strategy: Wanted["strategy"] = "blue-green"): FleetModel {
  const model =
    strategy === "restart" ? new FleetModel(hosts, ["main"], false) : new FleetModel(hosts, ["blue", "green"], true);
  deployOn(model, { release: releaseNumber(1), strategy });
  return model;
}

/** Deploys, as a run that comes after every other one's lock, and may be cut; how it ended. */
export function deployOn(model: FleetModel, wish: Partial<Wanted>, crashAfter?: number): string {
  model.now += leaseSeconds + 1;
  const wanted = { ...quiet, owner: `run-${model.now}-1`, ...wish };
  return model.run(wanted, (fleet) => planDeploy(fleet, wanted), { crashAfter });
}

/** The sentences of a plan's steps. */
export function says(made: Plan | Refusal): readonly string[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.map((step) => step.says);
}

/** The fleet where one host is another one. */
export function change(fleet: Fleet, facts: Partial<HostFacts>, at = 0): Fleet {
  return { ...fleet, hosts: fleet.hosts.map((host, index) => (index === at ? { ...host, ...facts } : host)) };
}

/** Back and forward again, under one lock. */
export function drillOn(model: FleetModel, wanted: RollbackWanted, trouble: Trouble = {}): Ended {
  const before = model.facts();
  return model.run(wanted, (fleet) => planDrill(fleet, wanted, testStrategies), {
    ...trouble,
    andThen: (fleet) => planDrillReturn(fleet, { wanted, before }, testStrategies),
  });
}

/** Nothing fails any more, and the release is deployed once more. */
export function settle(model: FleetModel, tried: Pick<Wanted, "strategy" | "own">, release: string): Ended {
  model.outside(() => {
    for (const one of [...model.natures.keys()]) model.natures.set(one, "good");
  });
  model.now += leaseSeconds + 1;
  const wanted = { ...modelWanted, ...tried, owner: "run-99-1", release };
  return model.run(wanted, (fleet) => planDeploy(fleet, wanted, testStrategies));
}
