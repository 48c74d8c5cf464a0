/** One node of work: runs when what it needs is done and a core is free. */
export interface Node<T> {
  readonly id: string;
  readonly needs: readonly string[];
  /** Expected cost in any unit: the longest go first. */
  readonly cost: number;
  /** Nodes with the same key never run at once: a build path belongs to one mix at a time. */
  readonly exclusive?: string;
  run(): Promise<T>;
}

/** Runs every node once, at most `cores` at a time, longest first, each after what it needs. `stop` asks before each start. Returns results by id. */
export async function runGraph<T>(
  nodes: readonly Node<T>[],
  cores: number,
  stop: () => boolean = () => false,
): Promise<ReadonlyMap<string, T>> {
  const known = new Set(nodes.map((node) => node.id));
  for (const node of nodes)
    for (const need of node.needs) if (!known.has(need)) throw new Error(`Node ${node.id} needs ${need}, which does not exist`);
  const done = new Map<string, T>();
  const waiting = [...nodes].sort((a, b) => b.cost - a.cost);
  const running = new Map<string, Promise<void>>();
  const held = new Set<string>();
  for (;;) {
    while (running.size < Math.max(1, cores) && !stop()) {
      const index = waiting.findIndex(
        (node) => node.needs.every((need) => done.has(need)) && (node.exclusive === undefined || !held.has(node.exclusive)),
      );
      const [node] = index < 0 ? [] : waiting.splice(index, 1);
      if (node === undefined) break;
      if (node.exclusive !== undefined) held.add(node.exclusive);
      running.set(
        node.id,
        node.run().then((value) => {
          done.set(node.id, value);
          running.delete(node.id);
          if (node.exclusive !== undefined) held.delete(node.exclusive);
        }),
      );
    }
    if (running.size === 0) return done;
    await Promise.race(running.values());
  }
}
