import { z } from "zod";
import type { AnnouncedEvent, News } from "./news.ts";

/** What a tool that marks deployments is notified of: that another release serves. */
export const markedEvents: readonly AnnouncedEvent[] = ["success", "rollback"];

/** Why a marker cannot be set where nothing says which release serves. */
export const nothingToMark = "it is unknown which version serves";

/** How a tool knows a release: what the application itself reports to it. */
export function revisionAs(usual: "version" | "sha" | "app-version") {
  return z
    .enum(["version", "sha", "app-version"])
    .default(usual)
    .describe("what the application reports as its release: `version`, `app-version` such as `shop@1.1.0`, or `sha`");
}

/**
 * The release that serves now, as the tool knows it; null when it is unknown. The commit of a release before this one
 * is not on record: after a rollback, its version stands for it.
 */
export function revisionOf({ event, app, serves, sha }: News, as: "version" | "sha" | "app-version"): string | null {
  if (as === "sha" && event === "success") return sha;
  if (serves === null) return null;
  return (as === "app-version" ? `${app}@${serves}` : serves).toWellFormed();
}
