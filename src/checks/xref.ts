import { join } from "node:path";
import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { couldNotRun, firstLine, plain, tailOf } from "../mix-output/unfinished.ts";
import { defineCheck } from "./define.ts";
import { printed } from "./printed.ts";
import { codeAndLock } from "./reads.ts";

/** The dependencies between the files of each app, as `mix xref graph` prints them. */
const xrefSchema = z.object({
  status: z.literal("ran"),
  apps: z.array(z.object({ folder: z.string(), ...printed })),
});
type XrefArtefact = z.infer<typeof xrefSchema>;

export default defineCheck({
  id: "xref",
  title: "mix xref graph --format cycles --label compile-connected",
  level: "off",
  docs: {
    passes: "no file of an app depends at compile time on a file that depends on it in turn",
    more:
      "`{level: should}` makes it. Such a cycle compiles all of its files again when one of them changes. " +
      "Before Elixir 1.18 `mix xref` finds only cycles in which every dependency is one of compile time; " +
      "this check finds the others too",
  },
  vm: "analysis",
  command: "mix xref",
  loads: ["coverage"],
  artefact: xrefSchema,
  reads: codeAndLock,
  judge: (seen, { context }) => judgeXref(seen, context.path),
  // Before 1.18 mix answers another question, and at the root of an umbrella before 1.15 none.
  byHand: () => "",
});

/** A file's dependencies: on which file, and whether at compile time. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** Files that all depend on each other, by a dependency at compile time at least. */
interface Cycle {
  readonly files: number;
  /** One way round: it begins with the dependency at compile time, and ends where it began. */
  readonly way: readonly [string, string, ...string[]];
}

/** No cycle with a dependency at compile time. That files were read at all is seen before. */
export function judgeXref({ apps }: XrefArtefact, path: (file: string) => string): Judgement {
  const cycles: Cycle[] = [];
  let files = 0;
  for (const { folder, ...ran } of apps) {
    const graph = graphIn(plain(ran.stdout), (file) => path(join(folder, file)));
    if (ran.code !== 0) {
      const words = plain(`${ran.stderr}\n${ran.stdout}`);
      return couldNotRun("mix xref", {
        words,
        otherwise: firstLine(words) || `it exited with code ${ran.code}.`,
        tail: tailOf(ran),
      });
    }
    files += graph.size;
    cycles.push(...cyclesIn(graph));
  }
  const facts = { files, cycles: cycles.length };
  if (files === 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: "mix xref listed no file, so whether there are cycles is unknown.",
      remedy: "Look at `elixirc_paths` in mix.exs, or set `checks: {xref: off}`.",
      facts,
      reproduce: "",
    };
  }
  if (cycles.length === 0) {
    const says = `No cycles with a dependency at compile time among ${counted(files, "file")}.`;
    return { verdict: "pass", reason_code: "passed", says, facts };
  }
  return {
    verdict: "fail",
    reason_code: "issues_found",
    says: `${counted(cycles.length, "cycle")} with a dependency at compile time among ${counted(files, "file")}.`,
    remedy: "Move what is needed at compile time into a file of its own, or call it at run time.",
    facts,
    findings: cycles.map(findingOf),
  };
}

function findingOf({ files, way: [first, second, ...rest] }: Cycle): Finding {
  const around = [`${first} -> ${second} (compile)`, ...rest].join(" -> ");
  const message = `A cycle of ${counted(files, "file")}, such as ${around}: a change in one compiles all again.`;
  return { severity: "warning", rule: "compile-cycle", message, file: first, line: 1 };
}

/**
 * Reads the graph: a line for each file, and below it one for each file that it depends on, such as
 * `|-- lib/b.ex (compile)`. What is no path of Elixir code is no line of it.
 */
function graphIn(stdout: string, path: (file: string) => string): Graph {
  const graph = new Map<string, Map<string, boolean>>();
  let current: Map<string, boolean> | undefined;
  for (const line of stdout.split("\n")) {
    const [, prefix, file = "", label] = /^(\|-- |`-- )?(\S.*?\.exs?)(?: \((\w+)\))?$/.exec(line) ?? [];
    if (file === "") continue;
    if (prefix !== undefined) current?.set(path(file), label === "compile");
    else {
      current = new Map();
      graph.set(path(file), current);
    }
  }
  return graph;
}

/** The cycles, those of one set of files as one, in the order of their first file. */
function cyclesIn(graph: Graph): readonly Cycle[] {
  const dependents = reversed(graph);
  const seen = new Set<string>();
  const cycles: Cycle[] = [];
  for (const file of [...graph.keys()].sort()) {
    if (seen.has(file)) continue;
    const back = waysFrom(dependents, file);
    const members = new Set([...waysFrom(graph, file).keys()].filter((one) => back.has(one)));
    for (const one of members) seen.add(one);
    const cycle = cycleIn(graph, members);
    if (cycle !== null) cycles.push(cycle);
  }
  return cycles;
}

/** One way round these files, through the first dependency at compile time among them; null where there is none. */
function cycleIn(graph: Graph, members: ReadonlySet<string>): Cycle | null {
  for (const file of [...members].sort()) {
    for (const [other, compile] of graph.get(file) ?? []) {
      if (!compile || !members.has(other)) continue;
      return { files: members.size, way: [file, other, ...(waysFrom(graph, other).get(file) ?? [])] };
    }
  }
  return null;
}

function reversed(graph: Graph): Graph {
  const all = new Map<string, Map<string, boolean>>();
  for (const [file, dependencies] of graph)
    for (const [other, compile] of dependencies) all.set(other, (all.get(other) ?? new Map()).set(file, compile));
  return all;
}

/** Every file that this one leads to, itself too where it is in a cycle, with the shortest way, without the start. */
function waysFrom(graph: Graph, start: string): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>();
  const open: (readonly string[])[] = [[start]];
  for (const way of open) {
    for (const next of graph.get(way.at(-1) ?? "")?.keys() ?? []) {
      if (ways.has(next)) continue;
      const found = [...way, next];
      ways.set(next, found.slice(1));
      open.push(found);
    }
  }
  return ways;
}
