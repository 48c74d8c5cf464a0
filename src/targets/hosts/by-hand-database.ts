import { defineVariables, listDumps, restoreDump } from "../../commands/by-hand.ts";
import type { HandPart } from "../../domain/rollback/procedures.ts";
import { type HandWork, handNames } from "./by-hand-slots.ts";

/** Where the suite makes the dumps, it can say how one is restored. */
export function restorePart(work: HandWork): readonly HandPart[] {
  const { environment, place, readers } = work;
  const { backup, hosts } = environment;
  if (backup?.by !== "postgres") return [];
  const { folder, urlFrom } = backup;
  const [host] = handNames(hosts);
  return [
    {
      title: "Restore the database from a backup",
      hosts: host === undefined ? [] : [host],
      says:
        "Only where the data themselves are damaged: everything that was written since the backup is missing " +
        "afterwards. Stop every slot on every host first; the database that is replaced is kept beside, as `<name>_left`.",
      blocks: [
        { when: "The dumps; the newest one is restored", text: listDumps(folder) },
        { when: "How the address of the database is read", text: defineVariables(place, readers.env_reader) },
        { when: "Restore", text: restoreDump(place, { urlFrom, folder, reader: readers.address_reader }) },
      ],
    },
  ];
}
