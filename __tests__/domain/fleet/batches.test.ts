import { describe, expect, test } from "@jest/globals";
import { batches, batchText, type Step } from "../../../src/domain/fleet/plan.ts";

const on = (type: "acquire-lock" | "release-lock", host: string): Step => ({
  type,
  host,
  limitMs: 1_000,
  says: `${type} on ${host}`,
});
const start = (host: string, release = "1.2.0-00000002"): Step => ({
  type: "start",
  host,
  slot: "green",
  release,
  limitMs: 1_000,
  says: `Start ${release} in slot green on ${host}, port 4001`,
});
const smoke = (host: string, at: "slot" | "public"): Step => ({
  type: "smoke",
  at,
  host,
  slot: "green",
  release: "1.2.0-00000002",
  limitMs: 1_000,
  says: `Smoke ${at} on ${host}`,
});
const shift: Step = { type: "shift", weights: { green: 100 }, limitMs: 1_000, says: "Send new requests to green" };

const lines = (steps: readonly Step[]) => batches(steps).map(batchText);

describe("steps of a plan that are performed at once", () => {
  test("are consecutive ones of one type on different hosts", () => {
    expect(lines([start("web1"), start("web2"), start("web3"), shift, start("web4")])).toEqual([
      "Start 1.2.0-00000002 in slot green on web1, port 4001; at the same time on web2, web3",
      "Send new requests to green",
      "Start 1.2.0-00000002 in slot green on web4, port 4001",
    ]);
  });

  test("are named one by one where they differ in more than the host", () => {
    expect(lines([start("web1"), start("web2", "1.1.0-00000001")])).toEqual([
      "Start 1.2.0-00000002 in slot green on web1, port 4001; at the same time: " +
        "Start 1.1.0-00000001 in slot green on web2, port 4001",
    ]);
  });

  test("are never two of one host, two shifts, or a look at a slot beside one through the public URL", () => {
    expect(batches([start("web1"), start("web1")])).toHaveLength(2);
    expect(batches([shift, shift])).toHaveLength(2);
    expect(batches([smoke("web1", "slot"), smoke("web2", "public")])).toHaveLength(2);
  });

  test("are never locks that are taken, so that two runs cannot each have half of them", () => {
    expect(batches([on("acquire-lock", "web1"), on("acquire-lock", "web2")])).toHaveLength(2);
    expect(batches([on("release-lock", "web1"), on("release-lock", "web2")])).toHaveLength(1);
  });

  test("keep their order, and none is lost", () => {
    const steps = [start("web2"), start("web1"), shift, smoke("web1", "slot"), smoke("web2", "slot")];
    expect(batches(steps).flat()).toEqual(steps);
    expect(batches([])).toEqual([]);
  });
});
