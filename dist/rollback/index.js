// The first file of every bundle, copied as it is to dist/<action>/index.js and dist/cli/index.js. An old Node cannot
// even parse a bundle, and act and old runners take `node` from PATH. So nothing here is newer than Node 6, and the
// bundle is loaded only where it can run.
const node = process.versions.node;
// In a terminal nobody reads commands of the runner, nor has one to update.
const inJob = process.env.GITHUB_ACTIONS === "true";
const wrongSystem = inJob
  ? `phoenix-deploy needs a runner on Linux, and this one is ${process.platform}: write \`runs-on: ubuntu-24.04\`, ` +
    "or the labels of a self-hosted runner on Linux."
  : `phoenix-deploy needs Linux, and this is ${process.platform}: run it on a machine or in a container with Linux.`;
const oldNode =
  `phoenix-deploy needs Node 24, and this is Node ${node} (${process.execPath}): ` +
  (inJob
    ? "update the runner to 2.327.1 or later, or where `node` comes from PATH, as with act, put Node 24 first on it."
    : "put Node 24 first on PATH, or write its whole path in place of `node`.");
const refusal = process.platform !== "linux" ? wrongSystem : Number.parseInt(node, 10) < 24 ? oldNode : "";

if (refusal === "") void import("./main.js");
else {
  if (inJob) process.stdout.write(`::error::${refusal}\n`);
  else process.stderr.write(`${refusal}\n`);
  process.exitCode = inJob ? 1 : 2;
}
