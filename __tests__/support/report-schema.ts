// The published JSON Schema of reports, as another tool reads it.
import { Ajv } from "ajv";
import addFormatsModule from "ajv-formats";
import { reportJsonSchema } from "../../src/domain/report/report.ts";

// The package is CommonJS, whose default export TypeScript takes for the module.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const valid = addFormats(new Ajv({ strict: true, allowUnionTypes: true })).compile(reportJsonSchema());

/** What the schema has against a report. */
export function schemaFaults(json: string): unknown {
  return valid(JSON.parse(json)) ? [] : valid.errors;
}
