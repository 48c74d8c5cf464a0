import { z } from "zod";
import { labels } from "./values.ts";

/** What an environment has written on GitHub about its deployments. */
export const recordSettings = {
  "deployment-record": z
    .union([z.literal("auto"), z.literal(["off", false])], { error: "must be `auto` or `off`" })
    .prefault("auto"),
  /** The issue after a rollback. */
  issue: z
    .union([
      z.literal(["off", false]),
      z.strictObject({
        labels,
        assignees: z
          .array(
            z
              .string()
              .max(39)
              .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, "must be a login of GitHub, without the `@`"),
          )
          .max(10, "must be at most 10: GitHub assigns no more")
          .prefault([]),
      }),
    ])
    .prefault("off"),
};
