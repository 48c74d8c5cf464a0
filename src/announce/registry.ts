import type { z } from "zod";
import { oneOfKinds } from "../domain/values/settings.ts";
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
  return oneOfKinds(kinds);
}
