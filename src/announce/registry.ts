import { z } from "zod";
import { discord } from "./discord.ts";
import type { Notifier, NotifierKind } from "./notifier.ts";
import { slack } from "./slack.ts";
import { teams } from "./teams.ts";
import { webhook } from "./webhook.ts";

/** Every notifier, one line each. */
export const notifiers: readonly NotifierKind[] = [webhook, slack, discord, teams];

/** What an entry of `notify` may be in the settings file, to the notifier itself. */
export function notifierSettings(kinds: readonly NotifierKind[] = notifiers): z.ZodType<Notifier> {
  const [first, ...rest] = kinds.map((kind) => kind.settings);
  if (first === undefined) throw new Error("There is no notifier to choose from");
  const types = kinds
    .map(({ type }) => `\`${type}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ");
  const error = ({ code }: { readonly code: string }) =>
    code === "invalid_type" ? `must be a map with a \`type\`, ${types}` : `must be ${types}`;
  return z.discriminatedUnion("type", [first, ...rest], { error });
}
