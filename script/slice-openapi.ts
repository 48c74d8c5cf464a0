// Cuts the operations that the suite uses out of GitHub's OpenAPI description:
//   script/node script/slice-openapi.ts PATH/generated/api.github.com.json
// The description comes from npm's @octokit/openapi, which is 399 MB unpacked and therefore no dependency;
// __tests__/fixtures/openapi/README.md says how to fetch it. Prose and examples are left out: a slice is read by a
// validator.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const version = "23.0.2";
const slicePath = join(import.meta.dirname, "../__tests__/fixtures/openapi/github-slice.json");

const repository = "/repos/{owner}/{repo}";
const operations: Readonly<Record<string, readonly string[]>> = {
  [`${repository}/environments/{environment_name}`]: ["get"],
  [`${repository}/actions/runs/{run_id}`]: ["get"],
  [`${repository}/actions/runs/{run_id}/approvals`]: ["get"],
  [`${repository}/actions/runs/{run_id}/jobs`]: ["get"],
  [`${repository}/check-runs`]: ["post"],
  [`${repository}/check-runs/{check_run_id}`]: ["get", "patch"],
  [`${repository}/commits/{commit_sha}/pulls`]: ["get"],
  [`${repository}/deployments`]: ["get", "post"],
  [`${repository}/deployments/{deployment_id}/statuses`]: ["get", "post"],
  [`${repository}/issues`]: ["get", "post"],
  [`${repository}/issues/{issue_number}`]: ["patch"],
  [`${repository}/issues/{issue_number}/comments`]: ["get", "post"],
  [`${repository}/issues/comments/{comment_id}`]: ["patch"],
  [`${repository}/pulls/{pull_number}/files`]: ["get"],
  [`${repository}/pulls/{pull_number}/reviews`]: ["get"],
  [`${repository}/releases`]: ["get", "post"],
  [`${repository}/releases/latest`]: ["get"],
  [`${repository}/releases/tags/{tag}`]: ["get"],
  [`${repository}/releases/{release_id}`]: ["patch"],
  [`${repository}/releases/{release_id}/assets`]: ["post"],
  [`${repository}/releases/assets/{asset_id}`]: ["delete"],
  [`${repository}/commits/{ref}`]: ["get"],
  [`${repository}/compare/{basehead}`]: ["get"],
  [`${repository}/collaborators/{username}/permission`]: ["get"],
  "/orgs/{org}/teams/{team_slug}/memberships/{username}": ["get"],
};

/** Members that only people read. Below `properties` and its kind the same words are names, and stay. */
const prose = /^(title|summary|description|examples?|externalDocs|tags|headers|x-.*)$/;
const maps = new Set(["properties", "patternProperties", "responses", "content"]);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Components = Record<string, Record<string, Json>>;
interface Description {
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: Components;
}

/**
 * The operations with every component that they refer to, however deep. A name that the description lacks is an error.
 */
function slice(whole: Description): Json {
  const components: Components = {};

  function take(value: Json, isMap: boolean): Json {
    if (Array.isArray(value)) return value.map((one) => take(one, false));
    if (value === null || typeof value !== "object") return value;
    const reference = value["$ref"];
    if (typeof reference === "string") bring(reference);
    const members = Object.entries(value).filter(([key]) => isMap || !prose.test(key));
    return Object.fromEntries(members.map(([key, member]) => [key, take(member, !isMap && maps.has(key))]));
  }

  function bring(reference: string): void {
    const [, , kind = "", name = ""] = reference.split("/");
    components[kind] ??= {};
    const taken = components[kind];
    if (name in taken) return;
    taken[name] = null;
    taken[name] = take(found(whole.components[kind]?.[name], reference), false);
  }

  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(
      methods.map((method) => [method, take(found(whole.paths[path]?.[method], `${method} ${path}`), false)]),
    ),
  ]);
  return {
    openapi: "3.0.3",
    info: { title: "GitHub REST API (slice)", version },
    paths: Object.fromEntries(paths),
    components,
  };
}

function found(value: Json | undefined, name: string): Json {
  if (value === undefined) throw new Error(`The description has no ${name}. Is it @octokit/openapi ${version}?`);
  return value;
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error("Which description? Give the path of generated/api.github.com.json.");
  process.exit(2);
}
const text = `${JSON.stringify(slice(JSON.parse(readFileSync(source, "utf8"))), null, 1)}\n`;
writeFileSync(slicePath, text);
console.log(`${slicePath}: ${text.length} bytes`);
