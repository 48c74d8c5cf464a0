// The published JSON Schema of reports, as another tool reads it.
import { Ajv } from "ajv";
import addFormatsModule from "ajv-formats";
import { reportJsonSchema } from "../../src/domain/report/json-schema.ts";

// The package is CommonJS, whose default export TypeScript takes for the module.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const compiled = (schema: object) => addFormats(new Ajv({ strict: true, allowUnionTypes: true })).compile(schema);
const closed = compiled(shut(reportJsonSchema()) as object);

/** What the schema has against a report of a later version. */
export function faultsForLater(json: string): unknown {
  const open = compiled(reportJsonSchema());
  return open(JSON.parse(json)) ? [] : open.errors;
}

/** What the schema has against a report, fields that it does not know included. */
export function schemaFaults(json: string): unknown {
  return closed(JSON.parse(json)) ? [] : closed.errors;
}

/** The schema without room for other fields. */
function shut(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(shut);
  if (typeof part !== "object" || part === null) return part;
  const mapped = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, shut(value)]));
  const shape = mapped["type"] === "object" && typeof mapped["properties"] === "object";
  return shape ? { additionalProperties: false, ...mapped } : mapped;
}
