import { defineVariables, listDumps, lookAtSchema, restoreDump, rollSchemaBack } from "../../commands/by-hand.ts";
import type { HandPart } from "../../domain/rollback/procedures.ts";
import { type HandWork, handNames } from "./by-hand-slots.ts";

const ofEcto = {
  down: "{:ok, _, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.run(&1, :down, to_exclusive: to_exclusive))",
  versions:
    "{:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1)\n" +
    "IO.inspect(versions, label: inspect(repo), limit: :infinity)",
};

/** `migrations: down` by hand; none where nothing is migrated, or the settings do not say how it is reversed. */
export function schemaPart({ environment, place, readers }: HandWork): readonly HandPart[] {
  const { migrations, hosts } = environment;
  const { migrate, versions, down } = migrations;
  if (migrate === null || (versions !== null && down === undefined)) return [];
  const [host] = handNames(hosts);
  return [
    {
      title: "Roll the schema back, only where the release before cannot work with it",
      hosts: host === undefined ? [] : [host],
      says:
        "Last of all: when users get good answers again, it is recorded, and nothing of the release that was left " +
        "runs on any host, since its background jobs need the schema too. The functions `down` of that release are " +
        "run; what a table or a column held that they drop is gone. Read them first, in " +
        "`releases/<release>/lib/*/priv/*/migrations`. All that is newer than what it was before is rolled back: " +
        "where another release has migrated since, or one of them cannot be reversed, restore a backup, or leave the " +
        "schema as it is.",
      blocks: [
        { when: "What it was before that release, and after; without this file, leave it", text: lookAtSchema(place) },
        { when: "How a release gets its variables", text: defineVariables(place, readers.env_reader) },
        {
          when: "Roll back; it prints the versions that are left",
          text: rollSchemaBack(place, { ...ofEcto, ...(down === undefined ? {} : { down, versions: versions ?? "" }) }),
        },
      ],
    },
  ];
}

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
        "afterwards. Stop every slot on every host first; " +
        "the database that is replaced is kept beside, as `<name>_left`.",
      blocks: [
        { when: "The dumps; the newest one is restored", text: listDumps(folder) },
        { when: "How the address of the database is read", text: defineVariables(place, readers.env_reader) },
        { when: "Restore", text: restoreDump(place, { urlFrom, folder, reader: readers.address_reader }) },
      ],
    },
  ];
}
