import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { serverName } from "../../src/domain/fleet.ts";
import { readFile } from "../../src/settings/file.ts";

const folder = join(import.meta.dirname, "../../examples/hosts");
const text = (name: string) => readFileSync(join(folder, name), "utf8");

/** The settings of an example. How its addresses are reached is no subject here. */
async function settingsOf(example: string) {
  const content = text(`${example}/phoenix-deploy.yml`).replaceAll(/deploy@[a-z0-9.]+/g, "local");
  const read = await readFile(content, "phoenix-deploy.yml", { checks: async () => [] });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { production } = read.file.environments;
  if (production === undefined) throw new Error("There is no production.");
  return production;
}

/** The words of the commands in an example's comment that call prepare.sh, without the key. */
function preparedBy(example: string): readonly (readonly string[])[] {
  const comment = text(`${example}/phoenix-deploy.yml`).replaceAll(/\\\n# +/g, "");
  return [...comment.matchAll(/sh prepare\.sh (.*)/g)].map(([, words = ""]) =>
    words.replace(/--key "[^"]*" ?/, "").split(/ +/),
  );
}

const printed = (words: readonly string[]) =>
  execFileSync("sh", [join(folder, "prepare.sh"), ...words, "--print"], { encoding: "utf8" });

/** The servers of the backend that prepare.sh writes. */
const serversIn = (configuration: string) =>
  [...configuration.matchAll(/^ {4}server (\S+) (\S+)$/gm)].map(([, name, address]) => `${name} ${address}`);

describe("the examples of hosts", () => {
  test("one host: HAProxy has the slots under their names and ports", async () => {
    const { slots } = await settingsOf("one");
    const [words = []] = preparedBy("one");
    const wanted = Object.entries(slots).map(([name, { port }]) => `${name} 127.0.0.1:${port}`);
    expect(serversIn(printed(words))).toEqual(wanted);
  });

  test("three hosts: the load balancer has every slot of every host under its name in the fleet", async () => {
    const { hosts, slots } = await settingsOf("three");
    const [, words = []] = preparedBy("three");
    const application = hosts.filter(({ role }) => role === "app");
    const named = application.flatMap(({ name }) =>
      Object.keys(slots).map((slot) => serverName({ hosts: application, slots }, name, slot)),
    );
    expect(serversIn(printed(words)).map((line) => line.split(" ")[0])).toEqual(named);
    expect(text("three/haproxy.cfg")).toContain(printed(words).trim());
  });

  test("HAProxy takes the configuration of the load balancer", () => {
    const { stderr, status } = spawnSync("/usr/sbin/haproxy", ["-c", "-f", join(folder, "three/haproxy.cfg")]);
    expect(`${status} ${String(stderr)}`).toMatch(/^0 /);
  });
});

describe("prepare.sh", () => {
  test.each([
    ["an option that is not known", ["--app", "a", "--frob"], "--frob is not known"],
    ["no application", ["--print"], "--app is missing"],
    ["no key", ["--app", "a"], "--key is missing"],
    ["a name that is a command", ["--app", "$(id)", "--print"], '--app is "$(id)"'],
    ["a path with a space", ["--app", "a", "--path", "/opt/my app", "--print"], "--path is"],
    ["a path that leads elsewhere", ["--app", "a", "--path", "/opt/../etc", "--print"], "must not contain"],
    ["a second line", ["--app", "a", "--user", "a\nroot", "--print"], "--user has several lines"],
    ["a wildcard for a slot", ["--app", "a", "--slots", "*=4000", "--print"], "--slots is"],
    ["a value that is missing", ["--app"], "--app needs a value"],
  ])("refuses %s, and names it", (_, words, says) => {
    const { status, stderr } = spawnSync("sh", [join(folder, "prepare.sh"), ...words], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
