import { z } from "zod";

/** One thing that settings name of the monitoring, and whether it is there. */
export const monitoredSchema = z.object({
  kind: z.enum(["dashboard", "alert"]),
  name: z.string(),
  /** Where a person looks at it; null where there is no page. */
  url: z.string().nullable(),
  /** `unknown` where its server did not answer. */
  state: z.enum(["there", "missing", "unknown"]),
  /** What was seen, as the end of a sentence. */
  says: z.string(),
});
export type Monitored = z.infer<typeof monitoredSchema>;
