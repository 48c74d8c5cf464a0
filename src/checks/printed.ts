import { z } from "zod";

/** How a tool of the project ended, run as a person would run it. */
export const printed = { code: z.int(), stdout: z.string(), stderr: z.string() };
export const printedSchema = z.object(printed);
