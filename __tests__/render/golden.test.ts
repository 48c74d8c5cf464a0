// Golden reports: whole files in golden/, compared to the letter. `script/goldens` renews them after a change that is
// meant; what it changes is reviewed in the diff.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { goldenFiles } from "./golden-files.ts";

const folder = join(import.meta.dirname, "golden");

test.each([...goldenFiles()])("%s is as it was reviewed; script/goldens renews it", (name, text) => {
  expect(text.split("\n")).toEqual(readFileSync(join(folder, name), "utf8").split("\n"));
});
