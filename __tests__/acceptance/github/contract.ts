// Holds exchanges with the loopback server to GitHub's published OpenAPI description.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormatsModule from "ajv-formats";

type Json = Record<string, unknown>;
interface Operation {
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Record<string, Json>;
}

/** One question and its answer. `sent` is undefined when the request has no body. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly sent: unknown;
  readonly status: number;
  readonly answered: unknown;
}

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const slicePath = join(import.meta.dirname, "../../fixtures/openapi/github-slice.json");

/**
 * OpenAPI 3.0 says `nullable`, and refers within the document; JSON Schema wants null among the types, and the
 * document's name.
 */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, ...rest } = value as Json;
  const mapped = Object.fromEntries(
    Object.entries(rest).map(([key, item]) => [
      key,
      key === "$ref" && typeof item === "string" ? `github${item}` : asJsonSchema(item),
    ]),
  );
  return nullable === true ? { anyOf: [mapped, { type: "null" }] } : mapped;
}

const document = asJsonSchema(JSON.parse(readFileSync(slicePath, "utf8"))) as {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Json;
};
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema({ $id: "github", components: document.components }, "github");
// Texts of a query and of a path are coerced to what the description says they are.
const coercing = addFormats(new Ajv({ strict: false, coerceTypes: true }));
coercing.addSchema({ $id: "github", components: document.components }, "github");

const compiled = new Map<Json, ValidateFunction>();
function validator(schema: Json, by = ajv): ValidateFunction {
  const known = compiled.get(schema) ?? by.compile(schema);
  compiled.set(schema, known);
  return known;
}

/** The component that `{$ref}` means, or the value itself. */
function found(value: Json | undefined): Json {
  const reference = value?.["$ref"];
  if (typeof reference !== "string") return value ?? {};
  const keys = reference.split("/").slice(1);
  return keys.reduce<unknown>((at, key) => (at as Json)[key], document) as Json;
}

function jsonSchemaOf(described: Json): Json | undefined {
  return (described["content"] as Record<string, { schema?: Json }> | undefined)?.["application/json"]?.schema;
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replaceAll(/\{([^}]+)\}/g, "(?<$1>[^/]+)")}$`),
    operation,
  })),
);

/** What an exchange breaks of the description: one sentence each, empty when nothing. */
export function breachesOf(exchange: Exchange): readonly string[] {
  const { method, url } = exchange;
  const name = `${method} ${url.pathname}`;
  const one = operations.find((candidate) => candidate.method === method && candidate.pattern.test(url.pathname));
  if (one === undefined) return [`${name} is not an operation of the slice`];
  const inPath = Object.entries(one.pattern.exec(url.pathname)?.groups ?? {}).map(
    ([key, value]) => [key, decodeURIComponent(value)] as const,
  );
  return [
    ...wrongParameters(one.operation, "path", inPath),
    ...wrongParameters(one.operation, "query", [...url.searchParams]),
    ...wrongBody(one.operation, exchange.sent),
    ...wrongAnswer(one.operation, exchange),
  ].map((sentence) => `${name}: ${sentence}`);
}

function wrongParameters(
  operation: Operation,
  place: "path" | "query",
  given: readonly (readonly [string, string])[],
): readonly string[] {
  const known = new Map(
    (operation.parameters ?? [])
      .map(found)
      .filter((parameter) => parameter["in"] === place)
      .map((parameter) => [String(parameter["name"]), (parameter["schema"] ?? {}) as Json]),
  );
  return given.flatMap(([key, value]) => {
    const schema = known.get(key);
    if (schema === undefined) return [`no ${place} parameter \`${key}\``];
    const validate = validator(wrapped(schema), coercing);
    return validate({ value }) ? [] : [`\`${key}\` ${validate.errors?.[0]?.message}`];
  });
}

/** Coercion changes a member of an object; one object for each schema, so that it is compiled once. */
const wraps = new Map<Json, Json>();
function wrapped(schema: Json): Json {
  const known = wraps.get(schema) ?? { type: "object", properties: { value: schema } };
  wraps.set(schema, known);
  return known;
}

function wrongBody({ requestBody }: Operation, sent: unknown): readonly string[] {
  if (requestBody === undefined) return sent === undefined ? [] : ["it takes no body"];
  if (sent === undefined) return requestBody["required"] === true ? ["it needs a body"] : [];
  const schema = jsonSchemaOf(requestBody);
  if (schema === undefined) return [];
  const validate = validator(schema);
  return [
    ...(validate(sent) ? [] : [ajv.errorsText(validate.errors, { dataVar: "body" })]),
    ...strangers(schema, sent).map((member) => `the body has no member \`${member}\``),
  ];
}

/**
 * Members that the description does not know. Its schemas are open, but what we send is meant, so a misspelt member is
 * a fault.
 */
function strangers(schema: Json, value: unknown, at = ""): readonly string[] {
  const known = found(schema);
  if (Array.isArray(value))
    return value.flatMap((item, index) => strangers((known["items"] ?? {}) as Json, item, `${at}${index}.`));
  const properties = known["properties"] as Record<string, Json> | undefined;
  if (properties === undefined || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const property = properties[key];
    return property === undefined ? [`${at}${key}`] : strangers(property, item, `${at}${key}.`);
  });
}

/** Where the real service is known to differ from its description, the check gives way (README). */
function wrongAnswer(operation: Operation, { status, answered }: Exchange): readonly string[] {
  const described = operation.responses[String(status)];
  if (described === undefined)
    return [401, 403, 404].includes(status) || status >= 500 ? [] : [`it does not answer ${status}`];
  const schema = jsonSchemaOf(found(described));
  if (schema === undefined) return [];
  const lenient = answered === null || typeof answered !== "object" ? answered : withKnownStates(answered);
  const validate = validator(schema);
  return validate(lenient) ? [] : [ajv.errorsText(validate.errors, { dataVar: `answer ${status}` })];
}

/**
 * The REST description's states of a deployment lack `waiting`; GraphQL's have it, and the service sends it. Those of a
 * file of a release lack `starter`, which its prose names.
 */
function withKnownStates(given: object): unknown {
  const answered: unknown = JSON.parse(JSON.stringify(given).replaceAll('"state":"starter"', '"state":"open"'));
  if (!Array.isArray(answered)) return answered;
  return answered.map((one: unknown) =>
    typeof one === "object" && one !== null && "deployment_url" in one && "state" in one && one.state === "waiting"
      ? { ...one, state: "pending" }
      : one,
  );
}
