// A process that observes a host by ssh and then waits until it is ended: `node ssh-run.ts PORT USER KEY KNOWN_HOST`.
import { readFileSync } from "node:fs";
import { sshTarget } from "./ssh-target.ts";

const [port = "", address = "", keyFile = "", knownHost = ""] = process.argv.slice(2);
const target = sshTarget({
  hosts: [{ name: "web1", address, port: Number(port) }],
  path: "/nonexistent/app",
  ssh: { knownHosts: [knownHost], keyFrom: "DEPLOY_KEY" },
  secrets: { DEPLOY_KEY: readFileSync(keyFile, "utf8") },
});
const seen = await target.observe();
process.stdout.write("failed" in seen ? `failed: ${seen.failed.says}\n` : "observed\n");
setInterval(() => undefined, 1_000);
