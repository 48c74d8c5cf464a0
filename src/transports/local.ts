import { z } from "zod";
import type { TransportKind } from "./transport.ts";

/** This machine: commands run as they are, and its ports are at hand. */
export const local: TransportKind = {
  type: "local",
  address: z.literal("local"),
  open: () => ({
    prefix: [],
    reach: async (port) => `http://127.0.0.1:${port}`,
    close: async () => undefined,
  }),
};
