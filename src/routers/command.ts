import { z } from "zod";
import { quote, word } from "../commands/host.ts";
import type { RouterFacts } from "../domain/fleet/fleet.ts";
import type { HostRecord } from "../domain/fleet/host-record.ts";
import { nameSchema } from "../domain/release/release.ts";
import {
  hostCommand,
  partOf,
  type Router,
  type RouterByHand,
  type RouterKind,
  routerHosts,
  serverDifferences,
  stillOpen,
} from "./router.ts";

const settings = z.strictObject({
  type: z.literal("command"),
  read: hostCommand,
  set: hostCommand,
  drain: hostCommand.optional(),
  verify: hostCommand.optional(),
  weights: z.boolean().default(true),
  on: routerHosts,
});

/** Any other router, by programs of the user on its host: they get JSON on their standard input, `read` prints JSON. */
export const command: RouterKind = {
  type: "command",
  settings: settings.transform(
    (given): Router => ({
      name: "The router",
      routes: true,
      weights: given.weights,
      on: given.on ?? null,
      part: () => partOf("command"),
      values: {
        command_read: given.read.join("\n"),
        command_set: given.set.join("\n"),
        command_drain: given.drain?.join("\n") ?? "",
        command_verify: given.verify?.join("\n") ?? "",
      },
      read,
      differences: serverDifferences,
      warnings: stillOpen,
      byHand: byHand(given),
      remedy:
        "Run the router's `read` and `set` yourself on its host, as the deploying user; docs/configuration.md has " +
        "what they are given and have to print.",
      lostRemedy: "Let the router's `set` keep what it sets over a restart of the router, and run the job again.",
    }),
  ),
};

/** By the user's own programs, with what the host program gives to them. */
function byHand(given: z.infer<typeof settings>): RouterByHand {
  const run = (input: object, argv: readonly string[]) =>
    `echo ${quote(JSON.stringify(input))} | ${argv.map(word).join(" ")}`;
  const weights = (open: readonly string[], close: readonly string[]) => ({
    weights: Object.fromEntries([...open.map((name) => [name, 100]), ...close.map((name) => [name, 0])]),
  });
  return {
    look: run({}, given.read),
    shift: ({ open, close }) =>
      [
        ...(given.drain === undefined || close.length === 0
          ? [run(weights(open, close), given.set)]
          : [...(open.length === 0 ? [] : [run(weights(open, []), given.set)]), run({ servers: close }, given.drain)]),
        ...(given.verify === undefined ? [] : [run(weights(open, close), given.verify)]),
        run({}, given.read),
      ].join("\n"),
  };
}

const server = z.strictObject({
  state: z.enum(["ready", "drain", "maint", "down"]),
  weight: z.number().min(0).max(100),
  sessions: z.int().nonnegative(),
});

const printed = z.strictObject({
  servers: z
    .record(nameSchema, server)
    .refine((servers) => Object.keys(servers).length > 0, "must have at least one server"),
});

/** What `read` printed; every fault of it with what was printed. */
function read(records: readonly HostRecord[]): RouterFacts | string {
  const bytes = Buffer.from(records.find(([key]) => key === "printed")?.[1] ?? "", "base64").toString("utf8");
  const shown = JSON.stringify(bytes.slice(0, 300));
  const asked = 'It has to print {"servers": {"<name>": {"state": "ready", "weight": 100, "sessions": 0}}}.';
  let value: unknown;
  try {
    value = JSON.parse(bytes);
  } catch {
    return `The router's \`read\` printed ${bytes === "" ? "nothing" : shown}, which is not JSON. ${asked}`;
  }
  const parsed = printed.safeParse(value);
  if (parsed.success) return parsed.data.servers;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.map(String).join(".") || "it"}: ${message}`);
  return `The router's \`read\` printed ${shown}: ${faults.join("; ")}. ${asked}`;
}
