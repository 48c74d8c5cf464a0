/** One node of work: runs when what it needs is done and a core is free. */
export interface Node<T> {
  readonly id: string;
  /** Nodes that must have ended, or signals that must have been given, before this one starts. */
  readonly needs: readonly string[];
  /** Expected cost in any unit: the longest go first. */
  readonly cost: number;
  /** Takes no core worth counting: it waits for the network, or looks at a file. */
  readonly light?: boolean;
  /** What it says before it ends; with its end they all count as given. */
  readonly signals?: readonly string[];
  run(signal: (id: string) => void): Promise<T>;
}

/**
 * Runs every node once, heavy ones at most `cores` at a time, longest first, each after what it needs. `stop` asks
 * before each start. Returns results by id.
 */
export async function runGraph<T>(
  nodes: readonly Node<T>[],
  cores: number,
  stop: () => boolean = () => false,
): Promise<ReadonlyMap<string, T>> {
  const known = new Set(nodes.flatMap((node) => [node.id, ...(node.signals ?? [])]));
  for (const node of nodes)
    for (const need of node.needs)
      if (!known.has(need)) throw new Error(`Node ${node.id} needs ${need}, which does not exist`);
  const results = new Map<string, T>();
  const given = new Set<string>();
  const waiting = [...nodes].sort((a, b) => b.cost - a.cost);
  const running = new Map<Node<T>, Promise<void>>();
  let wake = Promise.withResolvers<void>();
  const give = (ids: readonly string[]) => {
    for (const id of ids) given.add(id);
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };
  const free = (node: Node<T>) =>
    node.needs.every((need) => given.has(need)) &&
    (node.light === true || [...running.keys()].filter((one) => one.light !== true).length < Math.max(1, cores));
  for (;;) {
    while (!stop()) {
      const index = waiting.findIndex(free);
      const [node] = index < 0 ? [] : waiting.splice(index, 1);
      if (node === undefined) break;
      running.set(
        node,
        node
          .run((id) => give([id]))
          .then((value) => {
            results.set(node.id, value);
            running.delete(node);
            give([node.id, ...(node.signals ?? [])]);
          }),
      );
    }
    if (running.size === 0) return results;
    await Promise.race([...running.values(), wake.promise]);
  }
}
