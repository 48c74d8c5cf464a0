import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal } from "../../src/domain/fleet/plan.ts";
import { expectedDeployment } from "../../src/strategies/expected-deploy.ts";
import { modelWanted } from "./fleet-model.ts";

const two = { hosts: ["web1"], slots: { blue: { port: 4000 }, green: { port: 4001 } }, routed: true };
const serving = { now: "1.0.0", before: "0.9.0" };
const wanted = { ...modelWanted, release: "1.1.0-1a2b3c4d", holdSeconds: 900, watchMs: 600_000 };

function says(made: Plan | Refusal): readonly string[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.map((step) => step.says);
}

describe("the deployment that is expected", () => {
  test("replaces the release that serves, in the slot that is free", () => {
    const made = expectedDeployment({ layout: two, serving, routerHosts: [], wanted });
    expect(made).toMatchObject({ says: "Deploy 1.1.0-1a2b3c4d to production, blue-green, into slot blue." });
    const steps = says(made);
    expect(steps[0]).toBe("Take the lock on web1");
    expect(steps).toContain("Start 1.1.0-1a2b3c4d in slot blue on web1, port 4000");
    expect(steps).toContain("Send all new requests to blue and none to green");
    expect(steps).toContain("Watch 1.1.0-1a2b3c4d for errors for 600 s");
    expect(steps.join("\n")).toContain("Keep 1.0.0 running in slot green on web1 for 900 s");
  });

  test("is a first one where nothing serves: nothing is kept or stopped", () => {
    const steps = says(expectedDeployment({ layout: two, serving: null, routerHosts: [], wanted }));
    expect(steps).toContain("Upload 1.1.0-1a2b3c4d to web1");
    expect(steps.filter((one) => /^(Keep|Stop|Remove)/.test(one))).toEqual([]);
  });

  test("locks the hosts of routers too, and is done on all hosts", () => {
    const layout = { ...two, hosts: ["web1", "web2"], routing: { weights: true, shared: true } };
    const steps = says(expectedDeployment({ layout, serving, routerHosts: ["lb1"], wanted }));
    expect(steps.slice(0, 3)).toEqual(["Take the lock on lb1", "Take the lock on web1", "Take the lock on web2"]);
  });

  test("is refused where the strategy does not suit", () => {
    const layout = { ...two, routed: false };
    expect(expectedDeployment({ layout, serving, routerHosts: [], wanted })).toMatchObject({
      refused: "invalid_settings",
    });
  });
});
