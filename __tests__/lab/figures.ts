// How long the stories of faults are, and what they print. Environment variables make them longer than CI's.

/** A number from the environment, or the one of CI. */
export function figure(name: string, inCi: number): number {
  const text = process.env[name] ?? "";
  return text === "" ? inCi : Number(text);
}

/** Some story is told at length, by hand. */
export const slow = Object.keys(process.env).some((name) => name.startsWith("FAULT_"));

export function line(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Numbers from 0 to 1 that FAULT_SEED gives again. */
export function chance(): { readonly seed: number; readonly random: () => number } {
  const seed = figure("FAULT_SEED", Math.floor(Math.random() * 2 ** 31));
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  return { seed, random };
}

/** Waits for all, and fails with the first that failed: what is still under way must not outlive its test. */
export async function all<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
