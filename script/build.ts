// Builds everything that is generated: assets, action.yml files, README tables, JSON Schema, and the bundles in dist/:
// one for each action, and one for the terminal. Two builds of the same source are identical byte for byte, wherever
// they are: "a build leaves git clean" guards all of it.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import ncc from "@vercel/ncc";
import { actionFolders, generatedFiles, root } from "./generate.ts";

for (const [path, text] of await generatedFiles()) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

await rm(join(root, "build"), { recursive: true, force: true });
execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
// The nearest package.json decides: without it ncc would look past build/ and still find "module" at the root.
await writeFile(join(root, "build/package.json"), '{"type":"module"}\n');

// The checks go into the bundle as one part, and not as one for each.
const registry = join(root, "build/src/checks/registry.js");
const eager = 'import(/* webpackMode: "eager" */ "';
await writeFile(registry, (await readFile(registry, "utf8")).replaceAll('import("', eager));

const licences = await productionLicences();
for (const folder of [...actionFolders, "cli"]) {
  const out = join(root, "dist", folder);
  const { code, assets } = await ncc(join(root, "build/actions", folder, "main.js"), {
    cache: false,
    minify: false,
    quiet: true,
    esm: true,
  });
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await copyFile(join(root, "actions/start.js"), join(out, "index.js"));
  await writeFile(join(out, "main.js"), code);
  await writeFile(join(out, "package.json"), '{"type":"module"}\n');
  await writeFile(join(out, "licenses.txt"), licences);
  for (const [name, { source }] of Object.entries(assets)) {
    await mkdir(dirname(join(out, name)), { recursive: true });
    await writeFile(join(out, name), source);
  }
  const { size } = await stat(join(out, "main.js"));
  const rest = Object.entries(assets)
    .filter(([name]) => name.endsWith(".js"))
    .map(([name, { source }]) => `${name} ${source.length}`);
  console.log(`dist/${folder}: main.js ${size} bytes, on demand ${rest.join(", ") || "nothing"}`);
}

/** Licences of every production package. ncc's own list holds only those of the chunk that it wrote last. */
async function productionLicences(): Promise<string> {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version: string; license?: string; dev?: boolean }>;
  };
  const parts: string[] = [];
  for (const [path, { version, license, dev }] of Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (path === "" || dev) continue;
    const file = (await readdir(join(root, path))).find((name) => /^licen[cs]e/i.test(name));
    // CC0-1.0 asks for no notice, and packages under it bring no file.
    if (license === undefined || (file === undefined && license !== "CC0-1.0"))
      throw new Error(`${path} has no licence: it cannot be shipped`);
    parts.push(
      [
        `${path.replace(/^.*node_modules\//, "")} ${version}`,
        `${license}\n`,
        ...(file === undefined ? [] : [`${(await readFile(join(root, path, file), "utf8")).trim()}\n`]),
      ].join("\n"),
    );
  }
  return parts.join("\n");
}
