// Writes the golden reports anew, and removes those that no story makes any more.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldenFiles } from "../__tests__/render/golden-files.ts";
import { root } from "./generate.ts";

const folder = join(root, "__tests__/render/golden");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of goldenFiles()) writeFileSync(join(folder, name), text);
