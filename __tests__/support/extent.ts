// How much is tried of what can be tried, and what such tests print. CI draws some of it, by a seed that is printed;
// the nightly run tries the whole:
//   TEST_EXTENT=whole script/test
// FAULT_… variables make one test longer than that, for its figures.

const extent = process.env["TEST_EXTENT"] || "drawn";
if (extent !== "drawn" && extent !== "whole")
  throw new Error(`TEST_EXTENT is ${JSON.stringify(extent)}: use "whole" for all that can be tried, or leave it out.`);

export const whole = extent === "whole";

/** A number from the environment, or the one of this run's extent. */
export function figure(name: string, inCi: number, inWhole: number = inCi): number {
  const text = process.env[name] ?? "";
  return text === "" ? (whole ? inWhole : inCi) : Number(text);
}

/** Some stories are long. A seed makes none longer: with it, what was drawn is drawn again. */
export const slow = whole || Object.keys(process.env).some((name) => /^FAULT_(?!SEED$)/.test(name));

export function line(text: string): void {
  process.stdout.write(`${text}\n`);
}

// One for the whole run, which jest.config.mjs draws.
const seed = figure("FAULT_SEED", Number(process.env["PD_SEED"] ?? Math.floor(Math.random() * 2 ** 31)));

/** Numbers from 0 to 1 that FAULT_SEED gives again; others for each `what`, so that no draw depends on another. */
export function chance(what = ""): { readonly seed: number; readonly random: () => number } {
  let state = seed;
  for (const character of what) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  return { seed, random };
}

/** All of these, or so many of them, in their order; `what` they are is printed. */
export function drawn<T>(what: string, every: readonly T[], count: number): readonly T[] {
  if (whole || count >= every.length) return every;
  const { random } = chance(what);
  const left = every.map((_, at) => at);
  const places = Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
  line(`${what}: ${count} of ${every.length}, by FAULT_SEED=${seed}`);
  return every.filter((_, at) => places.includes(at));
}

/** Waits for all, and fails with the first that failed: what is still under way must not outlive its test. */
export async function all<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
