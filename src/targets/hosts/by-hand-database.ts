import {
  defineDatabase,
  defineVariables,
  type HandDump,
  listDumps,
  lookAtSchema,
  restoreBeside,
  rollSchemaBack,
  swapNames,
} from "../../commands/by-hand.ts";
import type { HandBlock, HandPart } from "../../domain/rollback/procedures.ts";
import { stopBlocks } from "./by-hand-slots.ts";
import { type HandWork, handNames } from "./by-hand-work.ts";

const ofEcto = {
  down: "{:ok, _, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.run(&1, :down, to_exclusive: to_exclusive))",
  versions:
    "{:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1)\n" +
    "IO.inspect(versions, label: inspect(repo), limit: :infinity)",
};

/** `migrations: down` by hand; none where nothing is migrated, or the settings do not say how it is reversed. */
export function schemaPart({ environment, place, readers }: HandWork): readonly HandPart[] {
  const { migrations, hosts } = environment;
  const { migrate, versions, down, urlFrom } = migrations;
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
          text: rollSchemaBack(place, {
            ...ofEcto,
            ...(down === undefined ? {} : { down, versions: versions ?? "" }),
            ...(urlFrom === undefined ? {} : { urlFrom }),
          }),
        },
      ],
    },
  ];
}

/** Where the suite makes the dumps, it can say how one is restored. */
export function newestRestored(work: HandWork): readonly HandPart[] {
  const { backup, hosts } = work.environment;
  const [host] = handNames(hosts);
  if (backup?.by !== "postgres" || host === undefined) return [];
  const { folder, urlFrom } = backup;
  const list = { when: "The dumps; the newest one is restored", text: listDumps(folder) };
  const after = "Then start the slot of the release that this schema fits, by its block above.";
  return restoreParts(work, { host, urlFrom, dump: { newestIn: folder }, first: [list], after });
}

/** A dump on a host, and the database that it is of. */
interface Restore {
  readonly host: string;
  /** The variable in `shared/env` with the database's address. */
  readonly urlFrom: string;
  readonly dump: HandDump;
  /** What is pasted before. */
  readonly first: readonly HandBlock[];
  /** What is done when it is restored. */
  readonly after: string;
}

/** A restore of PostgreSQL by hand: beside the database first, so that little is left to do while all is down. */
export function restoreParts(work: HandWork, restore: Restore): readonly HandPart[] {
  const { environment, place, readers } = work;
  const { host, urlFrom, dump, first, after } = restore;
  const database = [defineVariables(place, readers.env_reader), defineDatabase(urlFrom, readers.address_reader)].join(
    "\n",
  );
  return [
    {
      title: "Restore a backup: beside the database, while it still serves",
      hosts: [host],
      says:
        "Only where the data themselves are damaged, or the schema has to go back and cannot be reversed: what was " +
        "written since the backup is not in it. Nothing goes down here. The backup becomes a database " +
        "`<name>_restored`, which needs as much space again; rights of other users on it are for you to grant.",
      blocks: [
        ...first,
        { when: "How the address of the database is read", text: database },
        { when: "Restore", text: restoreBeside(dump) },
      ],
    },
    {
      title: "Restore a backup: stop every slot",
      hosts: handNames(environment.hosts),
      says: "From here the application is down. What is still written would be missing afterwards.",
      blocks: stopBlocks(work),
    },
    {
      title: "Restore a backup: swap the names",
      hosts: [host],
      says:
        "In the shell in which it was restored. The database that was there is kept as `<name>_left`; give one of an " +
        `earlier restore another name before. While anybody is connected it fails, and nothing is changed. ${after}`,
      blocks: [{ when: "", text: swapNames() }],
    },
  ];
}
