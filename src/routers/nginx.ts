import { z } from "zod";
import { quote, word } from "../commands/host.ts";
import type { RouterFacts } from "../domain/fleet/fleet.ts";
import { hostPath } from "../domain/fleet/host-path.ts";
import { type HostRecord, whole } from "../domain/fleet/host-record.ts";
import { nameSchema } from "../domain/release/release.ts";
import {
  addresses,
  addressesFor,
  addressOf,
  addressText,
  type HandShift,
  hostCommand,
  partOf,
  type Router,
  type RouterByHand,
  type RouterKind,
  routerHosts,
  serverDifferences,
  stillOpen,
} from "./router.ts";

const settings = z
  .strictObject({
    type: z.literal("nginx"),
    upstream: nameSchema,
    file: hostPath,
    "pid-file": hostPath.default("/run/nginx.pid"),
    test: hostCommand.default(["/usr/sbin/nginx", "-t"]),
    reload: hostCommand.default(["/usr/sbin/nginx", "-s", "reload"]),
    servers: addresses,
    on: routerHosts,
  })
  .superRefine(addressesFor);

/** nginx by the file that holds its upstream: written, tested and loaded. */
export const nginx: RouterKind = {
  type: "nginx",
  settings: settings.transform(
    (given): Router => ({
      name: "nginx",
      uncounted: "nginx counts requests by server only with a subscription",
      routes: true,
      weights: true,
      on: given.on ?? null,
      part: () => partOf("nginx"),
      values: {
        nginx_upstream: given.upstream,
        nginx_file: given.file,
        nginx_pid_file: given["pid-file"],
        nginx_test: given.test.join("\n"),
        nginx_reload: given.reload.join("\n"),
        nginx_servers: addressText(given.servers),
      },
      read,
      differences: serverDifferences,
      warnings: stillOpen,
      byHand: byHand(given),
      remedy:
        "Check nginx's `upstream`, `file` and `servers` in the settings, and that the deploying user may write the " +
        "file and its folder and run `test` and `reload`: as root, or by `[sudo, -n, /usr/sbin/nginx, …]`.",
      lostRemedy: "Find out what writes nginx's upstream file beside these deployments, and run the job again.",
    }),
  ),
};

/** By the upstream file: `down` behind each server that takes no requests, then a test and a reload. */
function byHand(given: z.infer<typeof settings>): RouterByHand {
  const [file, before] = [word(given.file), word(`${given.file}.before-rollback`)];
  const command = (words: readonly string[]) => words.map(word).join(" ");
  const look = `grep -n server ${file}`;
  return {
    look,
    shift: (shift) =>
      [
        `cp -p ${file} ${before}`,
        `sed -E ${quote(edit(given, shift))} ${before} >${file}`,
        `if ${command(given.test)}; then ${command(given.reload)}; else cp -p ${before} ${file}; fi`,
        look,
      ].join("\n"),
  };
}

/** What sed does with the lines of the upstream. */
function edit({ upstream, servers }: z.infer<typeof settings>, shift: HandShift): string {
  const gap = "[[:space:]]";
  const line = (name: string) => {
    const address = addressOf(servers, shift, name).replaceAll(/[.[\]]/g, "\\$&");
    const either = address.replace(/^127\\\.0\\\.0\\\.1:/, "(127\\.0\\.0\\.1|localhost):");
    return `/^${gap}*server${gap}+${either}[[:space:];]/`;
  };
  return [
    `/^${gap}*upstream${gap}+${upstream.replaceAll(".", "\\.")}${gap}*[{]/,/^${gap}*}/ {`,
    ...shift.open.map((name) => `  ${line(name)} s/^([^;]*)${gap}+down([[:space:];])/\\1\\2/`),
    ...shift.close.map((name) => `  ${line(name)} { /^[^;]*${gap}down[[:space:];]/! s/;/ down;/; }`),
    "}",
  ].join("\n");
}

/** The servers of the upstream that nginx runs; a sentence when a line cannot be read or there is none. */
function read(records: readonly HostRecord[]): RouterFacts | string {
  const servers = records.filter(([key]) => key === "server");
  const facts = new Map<string, RouterFacts[string]>();
  for (const [, name = "", address, state, percent, open] of servers) {
    const [weight, sessions] = [whole(percent?.replace(/\.\d+$/, "")), whole(open)];
    if ((state !== "ready" && state !== "drain") || weight === null)
      return `nginx's line for server ${name} at ${address} cannot be read.`;
    if (sessions === null) return `The connections of nginx to ${name} cannot be counted.`;
    if (facts.has(name)) return `nginx's upstream has server ${name} at ${address} twice.`;
    facts.set(name, { state, weight, sessions });
  }
  return facts.size === 0 ? "nginx has no server in this upstream." : Object.fromEntries(facts);
}
