import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "../script/generate.ts";

/** Words that a reader has to guess at, each with the one that the field uses. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bmend(s|ed|ing)?\b/i, "fix"],
  [/\b(take|takes|taken|took) back\b/i, "roll back"],
  [/\bway (back|down)\b/i, "rollback, or the previous release"],
  [/\bhand(s|ed|ing)? on\b/i, "pass on"],
  [/\b(stand|stands|stood|standing) in the way\b/i, "blocked by, or did not pass"],
  [/\bno word of why\b/i, "without a reason"],
  [/\b(speak|speaks|spoke) for\b/i, "show, or are at the limit"],
  [/\btold\b/i, "reported, given, or what was given"],
  [/\blaid over\b/i, "over, or replaces"],
  [/\bgate (is|was) closed, every\b/i, "all exit criteria are met"],
  [/\bputs those bytes\b/i, "deploys the release"],
  [/\bin more than no\b/i, "with at least one"],
  [/\bwhere users come in\b/i, "through its public URL"],
  [/\bDESIGN\b/, "the reason itself, or a page of docs/"],
];

/** Files and folders that are read, from the root. What is generated is read where it is written. */
const places: readonly string[] = [
  ".github",
  "CHANGELOG.md",
  "README.md",
  "actions",
  "bench",
  "docs",
  "elixir",
  "examples",
  "host",
  "script",
  "src",
];

const generated = /^(src\/assets\.ts|actions\/[^/]+\/action\.yml)$|\/(_build|deps)\//;

function filesOf(place: string): readonly string[] {
  if (statSync(join(root, place)).isFile()) return [place];
  return readdirSync(join(root, place), { recursive: true, encoding: "utf8" })
    .map((name) => `${place}/${name}`)
    .filter((file) => /\.(ts|js|md|sh|exs?|eex|ya?ml)$|^script\/[a-z]+$/.test(file) && !generated.test(file))
    .filter((file) => statSync(join(root, file)).isFile());
}

/** What points at something beside the sentence: an annotation or a line of the log has nothing beside it. */
const pointing = /\b(?:lines|log|slot|output|each is) below\b|\bbelow, |\blast lines\b(?!.*\bin the job summary\b)/;

/** Rooms whose sentences are repeated in annotations and in the log. */
const repeated = [
  ...["announce", "checks", "entry", "gates", "mix-output", "routers", "signals", "stages", "statistics"],
  ...["strategies", "targets", "transports", "validation"],
];

/** Lines of code without those that only say something to who reads them. */
const spoken = (line: string) => /["'`]/.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line);

describe("plain words", () => {
  test.each(repeated.map((room) => `src/${room}`))("%s points at the job summary, not below", (room) => {
    const found = filesOf(room).flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .filter((line) => spoken(line) && pointing.test(line)),
    );
    expect(found).toEqual([]);
  });

  test.each(places)("%s has no word that a reader has to guess at", (place) => {
    const found = filesOf(place).flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          banned
            .filter(([word]) => word.test(line))
            .map(([word, better]) => `${file}:${index + 1} "${word.exec(line)?.[0]}": write ${better}`),
        ),
    );
    expect(found).toEqual([]);
  });
});
