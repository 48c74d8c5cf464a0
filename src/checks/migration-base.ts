/** What migrations count as new or changed against. */
export type MigrationBase =
  | {
      readonly revision: string;
      /** Path of the file that lists the migrations of the base for our Elixir. */
      readonly list: string;
    }
  | {
      readonly revision: null;
      readonly list: null;
      /** Why no base is known. */
      readonly why: string;
    };
