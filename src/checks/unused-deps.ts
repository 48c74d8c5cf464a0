import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { couldNotRun, firstLine, plain, tailOf } from "../mix-output/unfinished.ts";
import { defineCheck } from "./define.ts";
import { printedSchema } from "./printed.ts";

export const unusedDepsSchema = z.object({
  status: z.literal("ran"),
  /** Packages in mix.lock. */
  packages: z.int(),
  /** Those of them that are not fetched. */
  absent: z.array(z.string()).default([]),
  unused: printedSchema,
  /** Whether what is fetched is what mix.exs and mix.lock ask for. */
  loaded: printedSchema,
  /**
   * Whether mix.lock says all that mix.exs needs, and is the same afterwards: not asked where it is not fetched, or mix
   * is too old to be asked.
   */
  locked: z.union([printedSchema.extend({ same: z.boolean() }), z.object({ status: z.literal("absent") })]),
});
export type UnusedDepsArtefact = z.infer<typeof unusedDepsSchema>;

export default defineCheck({
  id: "unused-deps",
  title: "mix deps.unlock --check-unused",
  level: "should",
  docs: {
    passes: "mix.lock holds nothing unused, and `mix deps.get --check-locked` would change nothing",
    more: "the latter from Elixir 1.15 on; nothing is fetched",
  },
  vm: "analysis",
  command: "mix deps.unlock --check-unused",
  artefact: unusedDepsSchema,
  // `deps.get` asks the registry for what is on the path, which tools add to.
  turn: -1,
  light: true,
  judge: (seen, { context }) => judgeUnusedDeps(seen, context.path),
  // Before 1.15 `mix deps.get` knows no `--check-locked`, and writes a lock that is missing.
  byHand: () => "mix deps.unlock --check-unused && mix deps.loadpaths --no-compile && mix deps.get --check-locked",
});

/** mix.exs asks for what mix.lock does not hold, in mix's words: a lock to write anew, not a fetch that is missing. */
const disagrees = [
  "the dependency is not locked",
  "the dependency does not match the requirement",
  "must be updated without the --check-locked flag",
];

/** mix ended with an error: mix.lock is not what mix.exs asks for, or mix could not look. */
function refusal(refused: z.infer<typeof printedSchema>, lock: Pick<Finding, "file" | "line">): Judgement {
  const words = plain(`${refused.stdout}\n${refused.stderr}`);
  if (!disagrees.some((sentence) => words.includes(sentence))) {
    const otherwise = firstLine(plain(refused.stderr)) || `it exited with code ${refused.code}.`;
    return couldNotRun("mix deps", { words, otherwise, tail: tailOf(refused) });
  }
  const apps = [...words.matchAll(/^\* (\S+) \(/gm)].map(([, name = ""]) => name);
  return {
    verdict: "fail",
    reason_code: "lock_mismatch",
    says: `mix.lock is not what mix.exs asks for${apps.length === 0 ? "" : `: ${apps.join(", ")}`}.`,
    remedy: "Run `mix deps.get` and commit mix.lock.",
    findings: [{ severity: "error", rule: "lock", message: words.trim().slice(0, 2_000), ...lock }],
  };
}

/** mix.lock holds what mix.exs needs and nothing else (Phase 6: mix deps.unlock --check-unused). */
export function judgeUnusedDeps(artefact: UnusedDepsArtefact, path: (file: string) => string): Judgement {
  const { packages, absent, unused, loaded, locked } = artefact;
  const lock = { file: path("mix.lock"), line: 1 };
  const facts = { packages };
  const names = [...plain(unused.stderr).matchAll(/^ {2}\* :(\S+)$/gm)].map(([, name = ""]) =>
    name.replaceAll('"', ""),
  );
  // What a package needs that is not here is not known: mix calls all of that unused.
  const unfetched = absent.filter((name) => !names.includes(name));
  if (names.length > 0 && unfetched.length > 0 && loaded.code === 0) {
    return {
      verdict: "error",
      reason_code: "dependency_failed",
      says:
        `Which dependencies are unused is unknown: ${unfetched.length} of mix.lock are not fetched, such as ` +
        `${unfetched[0]}.`,
      remedy: "Run `mix deps.get` without `--only` before this step.",
      facts,
    };
  }
  if (names.length > 0 && loaded.code === 0) {
    return {
      verdict: "fail",
      reason_code: "lock_mismatch",
      says:
        `mix.lock holds ${counted(names.length, "dependency", "dependencies")} that nothing uses: ` +
        `${names.join(", ")}.`,
      remedy: "Run `mix deps.unlock --unused` and commit.",
      facts: { ...facts, unused: names },
      findings: names.map(
        (name): Finding => ({ severity: "warning", rule: "unused", message: `${name} is not used.`, ...lock }),
      ),
    };
  }
  const asked = "code" in locked ? [loaded, unused, locked] : [loaded, unused];
  const refused = asked.find((one) => one.code !== 0);
  if (refused !== undefined) return { ...refusal(refused, lock), facts };
  if (packages === 0)
    return {
      verdict: "not-run",
      reason_code: "not_applicable",
      says: "The project has no dependencies: mix.lock is empty.",
      facts,
    };
  return unchanged(artefact, facts);
}

/** Nothing is unused: does mix want to change the lock? */
function unchanged({ packages, locked }: UnusedDepsArtefact, facts: { readonly packages: number }): Judgement {
  const checked = "code" in locked;
  // Of a lock that is in order mix may say nothing at all: that it was read before and after is what shows it.
  if (checked && !locked.same)
    return couldNotRun("mix deps.get --check-locked", {
      words: "",
      otherwise: "it changed mix.lock all the same.",
      tail: tailOf(locked),
    });
  const how = checked
    ? "`mix deps.get --check-locked` changes nothing"
    : "it covers what is fetched; this Elixir knows no `--check-locked`";
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `Each of the ${packages} packages in mix.lock is used, and ${how}.`,
    facts: { ...facts, check_locked: checked },
  };
}
