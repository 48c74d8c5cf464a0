import { expect, test } from "@jest/globals";
import { compareGlibc } from "../../../src/domain/release/glibc.ts";

test("versions of glibc go by their numbers, and what is none is older than all", () => {
  const sorted = ["2.4", "2.31", "2.31.1", "2.36", "3.0"];
  expect([...sorted].reverse().sort(compareGlibc)).toEqual(sorted);
  expect(compareGlibc("2.36", "2.36")).toBe(0);
  expect(compareGlibc("unknown", "2.4")).toBeLessThan(0);
  expect(compareGlibc("", "2.4")).toBeLessThan(0);
});
