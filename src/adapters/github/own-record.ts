import { z } from "zod";
import { readJson } from "../../domain/values/json.ts";

/** Written into the payload of a deployment that we put on record ourselves, so that it is known again. */
export const ownMark = { phoenix_deploy: 1 } as const;
const ownPayload = z.looseObject({
  phoenix_deploy: z.literal(ownMark.phoenix_deploy),
  release: z.string().nullish(),
});

/** What such a payload says; null of any other. REST gives it as it was sent, GraphQL as JSON in a text. */
export function ownRecord(payload: unknown): { readonly release: string | null } | null {
  let value = payload;
  for (let layer = 0; layer < 2 && typeof value === "string"; layer += 1) value = readJson(value);
  const parsed = ownPayload.safeParse(value);
  return parsed.success ? { release: parsed.data.release ?? null } : null;
}
