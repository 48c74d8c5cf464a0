import { expect, test } from "@jest/globals";
import { assets } from "../../src/assets.ts";
import { partsFor } from "../../src/targets/hosts/program.ts";

const all = Object.keys(assets).filter((name) => /^host\/\d/.test(name));
const textOf = (name: string) => assets[name] ?? "";

/** The operations, as the last part has them. */
const main = textOf("host/90-main.sh").replaceAll(/ \\\n +/g, " ");
const ops = [...main.matchAll(/^\s+([a-z| -]+)\)/gm)].flatMap(([, words = ""]) =>
  words.split("|").map((one) => one.trim()),
);

/** Functions and programs of awk that a part defines. */
const namesIn = (text: string) =>
  [...text.matchAll(/^([a-z_]+)(?:\(\) |=)/gm)].map(([, name = ""]) => name).filter((name) => name.includes("_"));

test("the parts that an operation is sent define all that they use", () => {
  expect(ops).toEqual(expect.arrayContaining(["observe", "fit", "stock", "assemble", "revert", "log-errors"]));
  const missing = ops.flatMap((op) => {
    const sent = partsFor(op).filter((name) => name !== "host/90-main.sh");
    const text = sent
      .map(textOf)
      .join("\n")
      .replaceAll(/^.*"\$PD_OP" != fit.*$/gm, "");
    const defined = new Set(namesIn(text));
    const absent = all.filter((name) => !sent.includes(name) && name !== "host/90-main.sh");
    return absent
      .flatMap((name) => namesIn(textOf(name)))
      .filter((name) => !defined.has(name) && new RegExp(`(?<![\\w-])${name}(?![\\w=-])`).test(text))
      .map((name) => `${op}: ${name}`);
  });
  expect(missing).toEqual([]);
  for (const op of ops) {
    const own = `op_${op.replaceAll("-", "_")}()`;
    const known = partsFor(op).some((name) => textOf(name).includes(own)) || main.includes(`${op}) router_report`);
    expect(`${op}: ${known}`).toBe(`${op}: true`);
  }
});
