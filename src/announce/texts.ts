import type { AnnouncedEvent, News } from "./news.ts";

/** How an event is coloured: what is under way, went well, needs eyes, or needs hands. */
type Tone = "neutral" | "good" | "warning" | "bad";

/** An announcement in plain text. Each service escapes it by its own rules. */
export interface Text {
  readonly tone: Tone;
  readonly title: string;
  readonly says: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** Longest sentence that is announced: what a server said may stand in it. */
const longest = 900;

const tones: Readonly<Record<AnnouncedEvent, Tone>> = {
  start: "neutral",
  success: "good",
  rollback: "warning",
  "rollback-failed": "bad",
  "rollback-refused": "warning",
  hold: "warning",
  failed: "bad",
  "not-deployed": "warning",
};

/** The text for a team. */
export function textOf(news: News): Text {
  const { event, environment, version, serves, sha, actor, url } = news;
  const facts: (readonly [string, string | null])[] = [
    ["Environment", environment],
    ["Version", version],
    ["Serves now", event === "start" || serves === version ? null : serves],
    ["Commit", sha.slice(0, 12)],
    ["Started by", actor],
    ["Address", url],
  ];
  return {
    tone: tones[event],
    title: cut(oneLine(titleOf(news)), 140),
    says: cut(oneLine(news.says), longest),
    facts: facts.flatMap(([label, value]) => (value ? [[label, cut(oneLine(value), 200)] as const] : [])),
  };
}

function titleOf({ event, app, version, environment }: News): string {
  const release = `${app} ${version ?? ""}`.trim();
  const titles: Readonly<Record<AnnouncedEvent, string>> = {
    start: `Deployment of ${release} to ${environment} has started`,
    success: `${release} runs on ${environment}`,
    rollback: `${release} was rolled back on ${environment}`,
    "rollback-failed": `Rollback failed on ${environment} (${release}): look at it now`,
    "rollback-refused": `Rollback of ${release} on ${environment} did not take place: nothing was changed`,
    hold: `${release} on ${environment} is on hold: a person decides`,
    failed: `Deployment of ${release} to ${environment} failed: look at it now`,
    "not-deployed": `${release} was not deployed to ${environment}`,
  };
  return titles[event];
}

/** Text from outside on one line, without characters that control a terminal, hide or turn text around. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim();
}

/** At most so many characters, and no half of one. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
