import type { Http } from "../ports/http.ts";
import type { World } from "../ports/world.ts";
import type { Environment } from "../settings/settings.ts";
import { readHeaders, withHeaders } from "../signals/metrics/headers.ts";
import { nothingChanged } from "./judged.ts";
import { type Conclusion, stopped } from "./stage.ts";

/** Requests through the public URL, with the headers of `probe.headers-from`, such as a staging's password. */
export function publicHttp({ http, secret }: World, { probe }: Environment): Http {
  if (probe.headersFrom === null) return http;
  const headers = readHeaders(secret(probe.headersFrom) ?? "");
  return typeof headers === "string" ? http : withHeaders(http, headers);
}

/**
 * The conclusion that the headers of an environment cannot be read, before anything is asked or changed; null where
 * they can, or none are named.
 */
export function headersMissing({ secret }: World, { name, probe, signals = {} }: Environment): Conclusion | null {
  const named = {
    probe: probe.headersFrom ?? undefined,
    "signals.prometheus": signals.prometheus?.["headers-from"],
    "signals.scrape": signals.scrape?.["headers-from"],
    "signals.json": signals.json?.["headers-from"],
  };
  for (const [key, variable] of Object.entries(named)) {
    if (variable === undefined) continue;
    const value = secret(variable);
    const why = value === undefined ? "it is not set, or empty" : readHeaders(value);
    if (typeof why !== "string") continue;
    const says =
      `The variable ${variable}, which \`environments.${name}.${key}.headers-from\` names, ` +
      `cannot be used: ${why}.`;
    const example = `${variable}: "Authorization: Basic \${{ secrets.STAGING_BASIC }}"`;
    const remedy = `Set it in \`env\` of the step, such as \`${example}\`.`;
    return stopped({ reason_code: "invalid_settings", says, remedy }, nothingChanged);
  }
  return null;
}
