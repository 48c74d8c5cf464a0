import { z } from "zod";
import { appsignal } from "./appsignal.ts";
import { cstate } from "./cstate.ts";
import { discord } from "./discord.ts";
import { grafana } from "./grafana.ts";
import { honeybadger } from "./honeybadger.ts";
import { instatus } from "./instatus.ts";
import type { Notifier, NotifierKind } from "./notifier.ts";
import { sentry } from "./sentry.ts";
import { slack } from "./slack.ts";
import { statuspage } from "./statuspage.ts";
import { teams } from "./teams.ts";
import { webhook } from "./webhook.ts";

/** Every notifier, one line each. */
export const notifiers: readonly NotifierKind[] = [
  webhook,
  slack,
  discord,
  teams,
  statuspage,
  instatus,
  cstate,
  sentry,
  appsignal,
  honeybadger,
  grafana,
];

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
