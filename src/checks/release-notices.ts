import type { Finding } from "../domain/evidence/result.ts";
import type { ReleaseArtefact } from "./release-artefact.ts";
import type { Configuration } from "./release-configuration.ts";
import type { Listed } from "./release-files.ts";

/** What the server's `shared/env` needs, beside the report. */
export const exampleFile = ".phoenix-deploy/report/env.example";

/** The variables that the configuration needs, each with its form, and what is unknown. */
export function needsOf({ needs, findings }: Configuration): readonly Finding[] {
  if (needs.length === 0) return findings;
  const listed = needs.map(({ name, form }) => `\`${name}\` (${form})`).join(", ");
  const message =
    `Its configuration needs these variables on the server: ${listed}. They are listed in ${exampleFile}; ` +
    "here dummies were given, and staging proves it with real values.";
  return [{ severity: "notice", rule: "configuration", message }, ...findings];
}

/** Without a list of its files a host is always sent all of it. */
export function unlisted(list: Listed): readonly Finding[] {
  if ("text" in list) return [];
  const message = `No list of the release's files could be made, ${list.why}: hosts are always sent all of it.`;
  return [{ severity: "notice", rule: "release", message }];
}

/** What is in the release could not be read: the reason is in the log. */
export function unbilled({ components }: ReleaseArtefact): readonly Finding[] {
  if (components != null) return [];
  const message = "No SBOM was written: what is in the release's `lib/` could not be read. The log has the reason.";
  return [{ severity: "notice", rule: "release", message }];
}

/** What mix.exs leaves open, or has differ, said where somebody would wonder. */
export function choiceOf({ name, chosen, releases, version, app }: ReleaseArtefact): readonly Finding[] {
  const notice = (message: string): Finding => ({ severity: "notice", rule: "release", message });
  const others = releases.filter((one) => one !== name).join(", ");
  return [
    ...(chosen === "named"
      ? [
          notice(
            `mix.exs has several releases and no \`default_release\`: \`mix release ${name}\` was run, and not ` +
              `${others}. Set \`default_release: :${name}\` in mix.exs, or another.`,
          ),
        ]
      : []),
    ...(chosen === "default"
      ? [
          notice(
            `\`default_release\` of mix.exs is ${name}: ${others} ${releases.length > 2 ? "were" : "was"} not built.`,
          ),
        ]
      : []),
    ...(app?.version && app.version !== version
      ? [
          notice(
            `The release ${name} has a version of its own: ${version} ships, and the application ${app.name} in ` +
              `it is ${app.version}.`,
          ),
        ]
      : []),
  ];
}
