import { describe, expect, test } from "@jest/globals";
import { hostAddress, openTransport } from "../../src/transports/registry.ts";
import { behind } from "../../src/transports/transport.ts";

const web1 = { name: "web1", shell: { run: () => Promise.reject(new Error("Nothing is run.")) } };

describe("the address of a host", () => {
  test("`local` is this machine: commands run as they are, and its ports answer on the loopback address", async () => {
    const transport = openTransport({ ...web1, address: "local" });
    expect(behind(transport, ["/bin/sh", "-s"])).toEqual(["/bin/sh", "-s"]);
    expect(await transport.reach(4001)).toBe("http://127.0.0.1:4001");
    await transport.close();
  });

  test("decides by itself how a host is reached, and one that no transport serves is refused", () => {
    expect(hostAddress.safeParse("local").success).toBe(true);
    expect(hostAddress.safeParse("pigeon").success).toBe(false);
    expect(() => openTransport({ ...web1, address: "pigeon" })).toThrow("No transport reaches web1 at pigeon");
  });
});

test("a transport that needs words of its own puts them before the command, and no value into them", () => {
  const transport = { ...openTransport({ ...web1, address: "local" }), prefix: ["ssh", "-F", "/tmp/config", "web1"] };
  expect(behind(transport, ["/bin/sh", "-s"])).toEqual(["ssh", "-F", "/tmp/config", "web1", "/bin/sh", "-s"]);
});
