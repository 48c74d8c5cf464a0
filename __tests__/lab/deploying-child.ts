// A process that deploys once and may end itself as SIGKILL does: `node deploying-child.ts FILE`, where the file has
// what is given as JSON, and the moment in `kill`: before what begins there, or so many milliseconds after that.
import { readFileSync } from "node:fs";
import { deployOnce, type Given } from "./deploying.ts";

interface Ordered extends Given {
  readonly kill?: { readonly index: number; readonly afterMs: number | null };
}

const given = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Ordered;
const die = () => process.kill(process.pid, "SIGKILL");
const { conclusion, log } = await deployOnce(given, ({ index, what }) => {
  process.stdout.write(`begins ${index} ${what}\n`);
  if (index !== given.kill?.index) return;
  if (given.kill.afterMs === null) die();
  else setTimeout(die, given.kill.afterMs);
});
process.stdout.write(`ended ${conclusion.status} ${conclusion.reason_code} ${conclusion.says}\n`);
if (conclusion.status !== "passed") process.stdout.write(`${log.join("\n")}\n`);
process.exit(conclusion.status === "passed" ? 0 : 1);
