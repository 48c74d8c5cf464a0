import { z } from "zod";
import { asUser, sudoFault } from "./become.ts";
import type { TransportKind } from "./transport.ts";

/** This machine: commands run as they are, and its ports are at hand. */
export const local: TransportKind = {
  type: "local",
  address: z.literal("local"),
  open: ({ shell, become }) => ({
    to: ({ name }) => ({
      login: null,
      connect: () => undefined,
      async run(command) {
        const ran = await shell.run({ ...command, argv: asUser(become, command.argv) });
        const unreached = sudoFault(become, { name, login: "<user>" }, ran);
        return unreached === null ? ran : { ...ran, unreached };
      },
      reach: async (port) => `http://127.0.0.1:${port}`,
    }),
    close: async () => undefined,
  }),
};
