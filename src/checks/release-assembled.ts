import type { Judgement } from "../domain/evidence/result.ts";
import type { NoReleaseArtefact } from "./release-artefact.ts";

/** An alias decides by itself which version it builds, unless its last command takes one. */
export function ofAnotherVersion(built: string, wanted: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "release_not_assembled",
    says: `The release that was built is version ${built}, and the tag that is released says ${wanted}.`,
    remedy:
      "Let the alias `release` in mix.exs end with the command `release`, which is given the version, as in " +
      '`release: ["assets.deploy", "release"]`.',
  };
}

/** mix has no release to make: in an umbrella mix.exs must say which apps go into it. */
export function noneMade({ aliased, apps, version }: NoReleaseArtefact): Judgement {
  const failed = { verdict: "fail", reason_code: "release_not_assembled" } as const;
  if (aliased) {
    const says =
      "The alias `release` in mix.exs left no new release in `_build/prod/rel` or in the `path` of a release.";
    return {
      ...failed,
      says,
      remedy: 'Let the alias run `release` without `--path`, as in `release: ["assets.deploy", "release"]`.',
    };
  }
  const [first = "my_app"] = apps;
  // Without a version at the root the release needs one of its own.
  const own = version === null ? `version: {:from_app, :${first}}, ` : "";
  const permanent = apps.map((app) => `${app}: :permanent`).join(", ");
  return {
    ...failed,
    says: "mix.exs of this umbrella has no `releases:`, and without it `mix release` makes none.",
    remedy:
      `Add \`releases: [${first}: [${own}applications: ` +
      `[${permanent}]]]\` to \`project\` in the umbrella's mix.exs.`,
  };
}
