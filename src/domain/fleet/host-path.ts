import { z } from "zod";

/** An absolute path on a host: no `..`, no white space or control characters. */
export const hostPath = z
  .string()
  .max(200)
  .regex(/^\/[A-Za-z0-9._@/+-]+$/, "must be an absolute path of letters, digits and `. _ @ + - /`")
  .refine((path) => !path.split("/").includes(".."), "must not contain `..`");
