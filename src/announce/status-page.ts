import { z } from "zod";
import { type AnnouncedEvent, announcedEvents, type News } from "./news.ts";
import { variable } from "./notifier.ts";
import { cut, oneLine } from "./texts.ts";

/** An id of a page or a component, as status pages make them. */
const pageId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be an id: letters, digits, `_` and `-`");

/** What a status page hears of: for the public, a rollback that did not take place is no event. */
export const pageEvents: readonly AnnouncedEvent[] = announcedEvents.filter((one) => one !== "rollback-refused");

/** Keys that status pages share. */
export const pageKeys = {
  incidents: z
    .boolean()
    .default(false)
    .describe("`true` opens an incident where a rollback failed, and resolves it once all is well again"),
};

/** Keys of the pages that a service keeps, behind its API. */
export const servicePageKeys = {
  page: pageId.describe("id of the page"),
  "token-from": variable("the API key"),
  components: z.array(pageId).max(50).default([]).describe("ids of the components that are under maintenance"),
  "notify-subscribers": z.boolean().default(false).describe("`true` notifies the subscribers of the page"),
  ...pageKeys,
};

/** What becomes of the maintenance and of the incident of an application in an environment. */
interface PageChange {
  readonly maintenance: "open" | "update" | "close";
  readonly incident: "open" | "close" | "leave";
}

/**
 * A deployment is a maintenance from its start to its end. What a person has to look at is an incident where the
 * settings want that; else the maintenance goes on.
 */
export function pageChangeOf(event: AnnouncedEvent, incidents: boolean): PageChange {
  switch (event) {
    case "start":
      return { maintenance: "open", incident: "leave" };
    case "success":
    case "rollback":
      return { maintenance: "close", incident: "close" };
    case "not-deployed":
      return { maintenance: "close", incident: "leave" };
    case "hold":
    case "rollback-refused":
      return { maintenance: "update", incident: "leave" };
    default:
      return incidents ? { maintenance: "close", incident: "open" } : { maintenance: "update", incident: "leave" };
  }
}

/** The text for the public: what users notice, without causes, names or addresses of the inside. */
export function publicTextOf({ event, app, version }: News): string {
  const release = harmless(`${app} ${version ?? ""}`);
  const wrong = `A deployment of ${harmless(app)} did not go as planned. We are looking into it.`;
  const texts: Readonly<Record<AnnouncedEvent, string>> = {
    start: `${release} is being deployed.`,
    success: `${release} was deployed. All is well.`,
    rollback: `The deployment of ${release} was reversed. The version before it serves again.`,
    "rollback-failed": wrong,
    "rollback-refused": `${release} is as it was before. Nothing was changed.`,
    hold: `${release} was deployed, and is being observed.`,
    failed: wrong,
    "not-deployed": `The deployment of ${release} did not take place. Nothing was changed.`,
  };
  return cut(texts[event], 900);
}

/** The name of the maintenance, or of the incident: the same for all deployments to an environment. */
export function pageTitleOf({ app, environment }: News, of: "maintenance" | "incident"): string {
  const where = `${harmless(app)} (${harmless(environment)})`;
  return cut(of === "maintenance" ? `Deployment of ${where}` : `Disruption of ${where}`, 140);
}

/** What names and versions consist of: nothing that a page, whichever markup it reads, takes for more than text. */
function harmless(text: string): string {
  return oneLine(text.replaceAll(/[^\p{L}\p{N} ._+@/-]/gu, " ").replaceAll(/ +/g, " "));
}
