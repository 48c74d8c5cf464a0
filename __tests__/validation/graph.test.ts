import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Node, runGraph } from "../../src/validation/graph.ts";

/** Nodes that end when asked to, and what ran at any time. */
function workshop() {
  const log: string[] = [];
  const running = new Set<string>();
  const endings = new Map<string, () => void>();
  const node = (id: string, more: Partial<Node<string>> = {}): Node<string> => ({
    id,
    needs: [],
    cost: 1,
    ...more,
    run(signal) {
      log.push(id);
      running.add(id);
      return new Promise((resolve) => {
        endings.set(id, () => {
          running.delete(id);
          resolve(id);
        });
        endings.set(`${id}!`, () => signal(`${id} compiled`));
      });
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (id: string) => {
    endings.get(id)?.();
    await settle();
  };
  return { log, running, node, end, settle };
}

describe("the graph of a validation", () => {
  test("starts the longest first, and never more heavy ones than there are cores", async () => {
    const { node, running, end, settle, log } = workshop();
    const done = runGraph([node("short", { cost: 1 }), node("long", { cost: 9 }), node("middle", { cost: 5 })], 2);
    await settle();
    expect([...running]).toEqual(["long", "middle"]);
    await end("middle");
    expect([...running]).toEqual(["long", "short"]);
    await end("short");
    await end("long");
    expect([...(await done).keys()].sort()).toEqual(["long", "middle", "short"]);
    expect(log).toEqual(["long", "middle", "short"]);
  });

  test("lets what only waits for the network run beside them", async () => {
    const { node, running, end, settle } = workshop();
    const done = runGraph([node("heavy", { cost: 9 }), node("next", { cost: 8 }), node("audit", { light: true })], 1);
    await settle();
    expect([...running]).toEqual(["heavy", "audit"]);
    await end("audit");
    await end("heavy");
    await end("next");
    expect((await done).size).toBe(3);
  });

  test("starts who reads a build as soon as it is compiled, not when its tests have ended", async () => {
    const { node, running, end, settle } = workshop();
    const done = runGraph(
      [node("suite", { signals: ["suite compiled"] }), node("dialyzer", { needs: ["suite compiled"] })],
      2,
    );
    await settle();
    expect([...running]).toEqual(["suite"]);
    await end("suite!");
    expect([...running]).toEqual(["suite", "dialyzer"]);
    await end("suite");
    await end("dialyzer");
    expect((await done).size).toBe(2);
  });

  test("does not wait for a signal of a node that ended without giving it", async () => {
    const { node, running, end, settle } = workshop();
    const done = runGraph(
      [node("suite", { signals: ["suite compiled"] }), node("dialyzer", { needs: ["suite compiled"] })],
      2,
    );
    await settle();
    await end("suite");
    expect([...running]).toEqual(["dialyzer"]);
    await end("dialyzer");
    await done;
  });

  test("begins nothing more once it is to stop, and waits for what runs", async () => {
    const { node, end, settle, log } = workshop();
    let stop = false;
    const done = runGraph([node("first", { cost: 2 }), node("second")], 1, () => stop);
    await settle();
    stop = true;
    await end("first");
    expect([...(await done).keys()]).toEqual(["first"]);
    expect(log).toEqual(["first"]);
  });

  test("refuses a need that nobody fills", async () => {
    const { node } = workshop();
    await expect(runGraph([node("alone", { needs: ["nobody"] })], 1)).rejects.toThrow("alone needs nobody");
  });

  test("runs every node once, after what it needs, within the cores, whatever the graph", async () => {
    const shape = fc.array(
      fc.record({ cost: fc.nat(9), needs: fc.array(fc.nat(20), { maxLength: 3 }), light: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    await fc.assert(
      fc.asyncProperty(shape, fc.integer({ min: 1, max: 4 }), async (shapes, cores) => {
        let heavy = 0;
        let most = 0;
        const order: string[] = [];
        const nodes = shapes.map(({ cost, needs, light }, index): Node<void> => {
          // Only earlier nodes are needed: there is no circle.
          const ids = index === 0 ? [] : [...new Set(needs.map((need) => String(need % index)))];
          return {
            id: String(index),
            needs: ids,
            cost,
            light,
            async run() {
              if (!light) heavy += 1;
              most = Math.max(most, heavy);
              expect(ids.every((id) => order.includes(id))).toBe(true);
              await Promise.resolve();
              order.push(String(index));
              if (!light) heavy -= 1;
            },
          };
        });
        await runGraph(nodes, cores);
        expect([...order].sort()).toEqual(nodes.map(({ id }) => id).sort());
        expect(most).toBeLessThanOrEqual(cores);
      }),
    );
  });
});
