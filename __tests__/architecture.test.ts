import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { strategies } from "../src/strategies/registry.ts";

const root = join(import.meta.dirname, "..");

/** Which rooms a room may import from (docs/ARCHITECTURE.md). Every room may import itself; `assets` is text. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  actions: ["entry", "stages", "contract", "domain"],
  entry: ["settings", "checks", "adapters", "ports", "render", "domain", "stages", "contract"],
  stages: [
    "validation",
    "checks",
    "mix-output",
    "gates",
    "strategies",
    "targets",
    "signals",
    "statistics",
    "announce",
    "render",
    "settings",
    "ports",
    "domain",
  ],
  targets: ["strategies", "routers", "transports", "commands", "ports", "domain", "settings", "assets"],
  validation: ["checks", "mix-output", "commands", "ports", "domain", "settings", "assets"],
  checks: ["mix-output", "render", "commands", "ports", "domain", "settings"],
  "mix-output": ["ports", "domain"],
  signals: ["ports", "domain", "settings"],
  announce: ["ports", "domain"],
  adapters: ["commands", "ports", "domain"],
  settings: ["strategies", "routers", "transports", "announce", "domain", "contract"],
  render: ["domain", "assets"],
  strategies: ["domain"],
  gates: ["ports", "domain"],
  statistics: ["domain"],
  commands: ["domain"],
  routers: ["commands", "domain", "assets"],
  transports: ["commands", "ports", "domain"],
  ports: ["domain"],
  contract: [],
  domain: [],
  assets: [],
};

/** Packages and node modules by room; pure parts of Node are free to all. */
const pure = new Set(["node:path", "node:crypto"]);
const packages: Readonly<Record<string, RegExp>> = {
  adapters: /^(@actions\/.*|node:.*|zod)$/,
  entry: /^(@actions\/core|node:.*)$/,
  settings: /^(zod|yaml|fastest-levenshtein)$/,
  contract: /^zod$/,
  actions: /^zod$/,
  domain: /^(zod|rrule-temporal|spdx-license-ids\/.*)$/,
  gates: /^zod$/,
  strategies: /^zod$/,
  checks: /^zod$/,
  validation: /^zod$/,
  routers: /^zod$/,
  announce: /^zod$/,
  transports: /^zod$/,
  render: /^marked$/,
};

/** Files that nobody writes by hand: generated ones, recorded data, and what a build of the demo application leaves. */
const notWritten =
  /^(src\/assets\.ts$|actions\/.*\.yml$|__tests__\/(fixtures|render\/golden)\/|examples\/.*\/(_build|cover|deps)\/)/;

/** Values of the example workflows that YAML cannot break at a place without a space. */
const oneLine = /^ +(key|restore-keys|artifact-ids): \S*\$\{\{/;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function roomOf(path: string): string {
  const [first = "", second = ""] = relative(root, path).split("/");
  return first === "actions" ? "actions" : second.replace(/\.ts$/, "");
}

const imports: readonly Import[] = ["src", "actions"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
  )
  .filter((path) => path.endsWith(".ts"))
  .flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^;"]*?\sfrom\s)?"([^"]+)"|import\("([^"]+)"\)/g,
      ),
    ].map(([, typeOnly, from, dynamic]) => ({
      file,
      room: roomOf(file),
      from: from ?? dynamic ?? "",
      typeOnly: typeOnly !== undefined,
    })),
  );

describe("the house", () => {
  test("has been read", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test("imports point toward facts and never return", () => {
    const wrong = imports
      .filter(({ from }) => from.startsWith("."))
      .map((one) => ({ ...one, to: roomOf(resolve(dirname(one.file), one.from)) }))
      .filter(({ room, to }) => room !== to && !(arrows[room] ?? []).includes(to))
      .map(({ file, to }) => `${relative(root, file)} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test("a strategy is known to its own file and the registry alone", () => {
    const wrong = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && name !== "assets.ts")
      .flatMap((name) => {
        const text = readFileSync(join(root, "src", name), "utf8");
        return Object.keys(strategies)
          .filter((type) => text.includes(`"${type}"`) && name !== `strategies/${type}.ts`)
          .map((type) => `${name} knows ${type}`);
      });
    expect(wrong).toEqual([]);
  });

  test("effects and packages stay at their doors", () => {
    const wrong = imports
      .filter(({ from }) => !from.startsWith(".") && !pure.has(from))
      .filter(({ room, from }) => !(packages[room]?.test(from) ?? false))
      .map(({ file, from }) => `${relative(root, file)} imports ${from}`);
    expect(wrong).toEqual([]);
  });

  const naming = (word: RegExp, outside: RegExp) =>
    readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && name !== "assets.ts" && !outside.test(name))
      .filter((name) => word.test(readFileSync(join(root, "src", name), "utf8")));

  test("the clock and the network are read only by adapters", () => {
    expect(naming(/\bfetch\(|\bDate\.now\(\)|new Date\(\)|\bperformance\./, /^adapters\//)).toEqual([]);
  });

  test("the process is known to the entry alone: adapters are given what they need of it, and may end others", () => {
    expect(naming(/\bprocess\.(env|argv|cwd|pid|exit|on|stdout|stderr)\b/, /^entry\//)).toEqual([]);
    expect(naming(/\bprocess\.kill\b/, /^adapters\//)).toEqual([]);
  });

  test("is drawn in docs/ARCHITECTURE.md: every room, and no arrow that is not allowed", () => {
    const page = readFileSync(join(root, "docs/ARCHITECTURE.md"), "utf8");
    const drawing = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const drawn = [...drawing.matchAll(/^ {2}([\w-]+) -.*?-?> ([\w-]+)$/gm)].map(([, from = "", to = ""]) => ({
      from,
      to,
    }));
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.filter(({ from, to }) => !(arrows[from] ?? []).includes(to))).toEqual([]);
    const rooms = Object.keys(arrows).filter((room) => room !== "assets");
    expect(rooms.filter((room) => !new RegExp(`^ {2}.*\\b${room}\\b`, "m").test(drawing))).toEqual([]);
    expect(rooms.filter((room) => !new RegExp(`^\\| .*\`(src/)?${room}(/|\\.ts)`, "m").test(page))).toEqual([]);
  });

  test("gives every exported name one meaning", () => {
    const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && name !== "assets.ts")
      .flatMap((name) => {
        const text = readFileSync(join(root, "src", name), "utf8");
        const exported = text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm);
        // The overloads of a function are one.
        return [...new Set([...exported].map(([, word = ""]) => word))];
      });
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("has no line of code above 120 characters", () => {
    const files = ["src", "actions", "host", "elixir", "bench", "script", "__tests__", "examples", ".ci", ".github"]
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(root, join(entry.parentPath, entry.name))),
      )
      .filter((file) => /\.(ts|mjs|sh|exs?|eex|ya?ml)$|^(script|\.ci)\/\w+$/.test(file) && !notWritten.test(file));
    expect(files.length).toBeGreaterThan(800);
    const long = files.flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .map((line, index) => ({ line, place: `${file}:${index + 1}`, length: [...line].length }))
        .filter(({ line, length }) => length > 120 && !(file.startsWith("examples/workflows/") && oneLine.test(line)))
        .map(({ place, length }) => `${place} has ${length} characters`),
    );
    expect(long).toEqual([]);
  });
});
