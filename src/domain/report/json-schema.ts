import { z } from "zod";
import { fieldWords } from "./field-words.ts";
import { reportSchema } from "./report.ts";

type Json = Readonly<Record<string, unknown>>;

/** Where the schema of the newest version is found. */
const id = "https://raw.githubusercontent.com/org/phoenix-deploy/v1/schema/report.schema.json";

/**
 * The report's JSON Schema, as it is published: every field has a description. It admits fields that it does not know,
 * since later versions add some.
 */
export function reportJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { target: "draft-7" });
  return {
    ...{ $schema, $id: id },
    title: "The Deployment Validation Report of phoenix-deploy",
    description:
      "The file .phoenix-deploy/report/report.json, made by the root action. Sentences have code between backticks; " +
      "texts of others are in it as they were.",
    ...(described(schema, []) as object),
  };
}

/** A part of a schema with the words of its fields; `path` has the names of those that lead to it. */
function described(part: unknown, path: readonly string[]): unknown {
  if (Array.isArray(part)) return part.map((one) => described(one, path));
  if (typeof part !== "object" || part === null) return part;
  const { additionalProperties, ...rest } = part as Json;
  const open = additionalProperties === false || additionalProperties === undefined ? {} : { additionalProperties };
  return Object.fromEntries(
    Object.entries({ ...rest, ...open }).map(([key, value]) => [
      key,
      key === "properties" ? fields(value as Json, path) : described(value, path),
    ]),
  );
}

function fields(properties: Json, path: readonly string[]): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, given]) => {
      const field = described(given, [...path, name]) as Json;
      const words = field["description"] ?? wordsOf([...path, name]);
      return [name, words === undefined ? field : { description: words, ...field }];
    }),
  );
}

/** The words of the longest end of this path. */
function wordsOf(path: readonly string[]): string | undefined {
  const ends = path.map((_, at) => path.slice(at).join("."));
  return ends.map((end) => fieldWords[end]).find((words) => words !== undefined);
}
