import { describe, expect, test } from "@jest/globals";
import { haproxy } from "../../src/routers/haproxy.ts";

const router = haproxy.settings.parse({ type: "haproxy", socket: "/run/haproxy.sock", backend: "app" });

/** The records of HAProxy with these servers, each ready at its full weight. */
const records = (names: readonly string[], weight = "1") =>
  names.flatMap((name) => [
    ["server", name, "2", "0", weight, "1"],
    ["sessions", name, "0"],
  ]);

describe("HAProxy's servers", () => {
  test("keep any name that they have, also one that every object has", () => {
    const seen = router.read(records(["blue", "__proto__", "constructor", "toString"])) ?? {};
    expect(Object.keys(seen)).toEqual(["blue", "__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(seen)).toBe(Object.prototype);
  });

  test("are not taken for none where the only one has such a name", () => {
    expect(typeof router.read(records(["__proto__"]))).toBe("object");
    expect(router.read(records([]))).toBe("HAProxy has no server in this backend.");
  });

  test("are not guessed at where a number or a server's sessions cannot be read", () => {
    const says = "HAProxy's answer for server blue cannot be read.";
    expect(router.read(records(["blue"], "much"))).toBe(says);
    expect(router.read(records(["blue"]).slice(0, 1))).toBe(says);
  });
});
