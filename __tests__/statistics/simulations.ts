// Simulates watches for a test, in a process of its own: jest's context makes each look at a global slow, and these
// are hundreds of millions. Node itself reads the TypeScript. As a program it reads what is wanted from its argument,
// and prints the outcomes.
import { execFileSync } from "node:child_process";
import { type Outcome, scenarios, simulate } from "./watches.ts";

/** Watches of one kind of release, by its name. */
export interface Wanted {
  readonly name: string;
  readonly runs: number;
  readonly rate: number;
}

/** The outcome of each, in the same order. */
export function simulated(wanted: readonly Wanted[]): readonly Outcome[] {
  const args = ["--no-warnings", import.meta.filename, JSON.stringify(wanted)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

const [, program, argument] = process.argv;
if (program === import.meta.filename && argument !== undefined) {
  const outcomes = (JSON.parse(argument) as readonly Wanted[]).map(({ name, ...more }) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
    return simulate(scenario, { ...more, seed: 1 });
  });
  process.stdout.write(JSON.stringify(outcomes));
}
