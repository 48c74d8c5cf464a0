// Cuts the operations that the suite uses out of GitHub's OpenAPI description: script/node script/slice-openapi.ts PATH/api.github.com.json
// The description comes from npm's @octokit/openapi (MIT), whose 399 MB are why it is no dependency.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const operations: Readonly<Record<string, readonly string[]>> = {
  "/repos/{owner}/{repo}/environments/{environment_name}": ["get"],
  "/repos/{owner}/{repo}/actions/runs/{run_id}": ["get"],
  "/repos/{owner}/{repo}/actions/runs/{run_id}/approvals": ["get"],
  "/repos/{owner}/{repo}/check-runs/{check_run_id}": ["get"],
  "/repos/{owner}/{repo}/deployments": ["get"],
  "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses": ["get"],
};
const prose = new Set(["description", "summary", "example", "examples", "externalDocs", "x-github", "tags"]);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const [source = ""] = process.argv.slice(2);
const whole = JSON.parse(readFileSync(source, "utf8")) as {
  paths: Record<string, Record<string, Json>>;
  components: Record<string, Record<string, Json>>;
};
const components: Record<string, Record<string, Json>> = {};

/** A copy without prose that brings along every component it refers to. A property may be called like prose: its name stays. */
function take(value: Json, names = false): Json {
  if (Array.isArray(value)) return value.map((one) => take(one));
  if (value === null || typeof value !== "object") return value;
  const reference = value["$ref"];
  if (typeof reference === "string") {
    const [, , kind = "", name = ""] = reference.split("/");
    const room = components[kind] ?? {};
    components[kind] = room;
    if (!(name in room)) {
      room[name] = null;
      room[name] = take(whole.components[kind]?.[name] ?? null);
    }
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (!names && prose.has(key) ? [] : [[key, take(item, key === "properties" && !names)]])),
  );
}

const paths = Object.fromEntries(
  Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, take(whole.paths[path]?.[method] ?? null)])),
  ]),
);
const slice = { openapi: "3.0.3", info: { title: "GitHub REST API, slice", version: "@octokit/openapi 23.0.2" }, paths, components };
writeFileSync(join(import.meta.dirname, "../__tests__/fixtures/openapi/github-slice.json"), `${JSON.stringify(slice, null, 1)}\n`);
