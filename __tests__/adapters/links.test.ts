import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { linkOut } from "../../src/adapters/links.ts";

let outside: string;
let root: string;
let cache: string;
beforeEach(() => {
  outside = realpathSync(mkdtempSync(join(tmpdir(), "links-")));
  root = join(outside, "checkout");
  cache = join(root, ".phoenix-deploy-cache");
  mkdirSync(root);
});
afterEach(() => rmSync(outside, { recursive: true }));

describe("a folder of our own in the checkout", () => {
  test("that does not exist, or holds files and links that stay inside, leads nowhere else", async () => {
    expect(await linkOut(root, cache)).toBeNull();
    mkdirSync(join(cache, "results/credo"), { recursive: true });
    writeFileSync(join(cache, "results/credo/a.json"), "{}");
    symlinkSync("results", join(cache, "same"));
    expect(await linkOut(root, cache)).toBeNull();
    rmSync(cache, { recursive: true });
    mkdirSync(join(root, "elsewhere"));
    symlinkSync("elsewhere", cache);
    expect(await linkOut(root, cache)).toBeNull();
  });

  test("that is a link out of the checkout is found, also where it leads to nothing yet", async () => {
    symlinkSync("..", cache);
    expect(await linkOut(root, cache)).toEqual({ path: cache, to: outside });
    rmSync(cache);
    symlinkSync("../not-there", cache);
    expect(await linkOut(root, cache)).toEqual({ path: cache, to: join(outside, "not-there") });
  });

  test("below a folder that is a link out of the checkout, or with such a link inside, is found", async () => {
    mkdirSync(join(outside, "home/.phoenix-deploy-cache"), { recursive: true });
    symlinkSync("../home", join(root, "tmp"));
    const below = join(root, "tmp/.phoenix-deploy-cache");
    expect(await linkOut(root, below)).toEqual({ path: below, to: join(outside, "home/.phoenix-deploy-cache") });
    mkdirSync(join(cache, "results"), { recursive: true });
    symlinkSync(join(outside, "home"), join(cache, "results/credo"));
    expect(await linkOut(root, cache)).toEqual({ path: join(cache, "results/credo"), to: join(outside, "home") });
  });

  test("of a checkout that is reached through a link itself is inside", async () => {
    symlinkSync(root, join(outside, "alias"));
    mkdirSync(cache);
    expect(await linkOut(join(outside, "alias"), join(outside, "alias/.phoenix-deploy-cache"))).toBeNull();
  });
});
