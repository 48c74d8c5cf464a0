// Holds exchanges with the loopback server to GitHub's published OpenAPI description.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormatsModule from "ajv-formats";

type Json = Record<string, unknown>;

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const slice = JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/openapi/github-slice.json"), "utf8")) as {
  paths: Record<string, Record<string, { parameters?: Json[]; responses: Record<string, Json> }>>;
  components: Json;
};

/** OpenAPI 3.0 says `nullable`; JSON Schema wants null among the types. */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== "object" || value === null) return value;
  const { nullable: isNullable, ...rest } = value as Json;
  const mapped = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, nullable(item)]));
  return isNullable === true ? { anyOf: [mapped, { type: "null" }] } : mapped;
}

const document = nullable(slice) as typeof slice;
const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: true }));
ajv.addSchema({ $id: "github", components: document.components }, "github");

function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === "$ref" && typeof item === "string" ? `github${item}` : resolve(item)]),
  );
}

function component(value: Json | undefined): Json {
  const reference = value?.["$ref"];
  if (typeof reference !== "string") return value ?? {};
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>((at, key) => (at as Json)[key], document) as Json;
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map((one) => one[1]);
    return { method: method.toUpperCase(), path, pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, "([^/]+)")}$`), names, operation };
  }),
);

/** What an exchange breaks of the description: one sentence each, empty when nothing. */
export function breaches(exchange: {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly body: unknown;
}): readonly string[] {
  const found = operations.find((one) => one.method === exchange.method && one.pattern.test(exchange.url.pathname));
  const name = `${exchange.method} ${exchange.url.pathname}`;
  if (found === undefined) return [`${name} is not an operation of the slice`];
  const parameters = (found.operation.parameters ?? []).map(component);
  const query = new Map(parameters.filter((one) => one["in"] === "query").map((one) => [String(one["name"]), one]));
  const wrong = [...exchange.url.searchParams.keys()]
    .filter((key) => !query.has(key))
    .map((key) => `${name} has no query parameter ${key}`);
  const response = component(found.operation.responses[String(exchange.status)]);
  const content = response["content"] as Record<string, { schema?: Json }> | undefined;
  const schema = content?.["application/json"]?.schema;
  if (found.operation.responses[String(exchange.status)] === undefined) {
    // Deviation of the real service: any operation may answer 403 and 404, also where the description lists neither.
    if (exchange.status !== 403 && exchange.status !== 404 && exchange.status < 500)
      wrong.push(`${name} does not answer ${exchange.status}`);
  } else if (schema !== undefined) {
    const validate = ajv.compile(resolve(schema) as Json);
    if (!validate(exchange.body)) wrong.push(`${name} answered ${ajv.errorsText(validate.errors)}`);
  }
  return wrong;
}
