// Holds a bill of materials to CycloneDX's published JSON schema (__tests__/fixtures/cyclonedx).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormatsModule from "ajv-formats";

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const folder = join(import.meta.dirname, "../fixtures/cyclonedx");
const schema = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8")) as object;

const compiled: { validate?: ValidateFunction } = {};
function validator(): ValidateFunction {
  if (compiled.validate !== undefined) return compiled.validate;
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  // Stricter than asked for: an address that is an IRI and no URI would be named here.
  ajv.addFormat("iri-reference", /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/);
  ajv.addFormat("idn-email", true);
  ajv.addSchema(schema("spdx"), "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json");
  ajv.addSchema(schema("jsf-0.82"), "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json");
  compiled.validate = ajv.compile(schema("bom-1.6"));
  return compiled.validate;
}

/** What a text breaks of the schema of CycloneDX 1.6; empty when nothing. */
export function breachesOfBill(text: string): string {
  const validate = validator();
  const bill = JSON.parse(text) as object;
  return validate(bill) ? referencesOf(bill) : new Ajv().errorsText(validate.errors, { separator: "\n" });
}

/** The schema cannot say that references are unique, and lead to something. */
function referencesOf(bill: object): string {
  const found: string[] = [];
  const wanted: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (key === "bom-ref") found.push(one as string);
      else if (key === "ref") wanted.push(one as string);
      else if (key === "dependsOn" || key === "assemblies") wanted.push(...(one as string[]));
      else walk(one);
    }
  };
  walk(bill);
  const twice = found.filter((one, index) => found.indexOf(one) !== index);
  const nowhere = wanted.filter((one) => !found.includes(one));
  return [...twice.map((one) => `${one} is there twice`), ...nowhere.map((one) => `${one} is nowhere`)].join("\n");
}
