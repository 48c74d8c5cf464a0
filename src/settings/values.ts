import { z } from "zod";
import { isDay } from "../domain/values/day.ts";

/** The small values of the settings file, each with the sentence that explains it. */

/** A file of the repository: a path from its root that stays inside. */
export const repositoryPath = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^/\0\n\\][^\0\n\\]*$/, "must be a path from the repository's root")
  .refine((path) => !path.split("/").includes(".."), "must not contain `..`");

/** A pattern of tags as git's own, with `*`, `?` and `[0-9]`. */
export const tagPattern = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\x21-\x7e]+$/, "must be a pattern of tags such as `v*`, without spaces")
  .refine((one) => one.split("*").length <= 4, "must have at most three `*`");

/** A path of an address. */
export const urlPath = z
  .string()
  .max(2_000)
  .regex(/^\/[\x21-\x7e]*$/, "must be a path that begins with `/`, such as `/health`");

/** A public URL: scheme, host and port, nothing else. */
export const origin = z
  .string()
  .max(300)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return (
      /^https?:$/.test(url.protocol) &&
      url.username === "" &&
      url.pathname === "/" &&
      url.search === "" &&
      url.hash === ""
    );
  }, "must be http or https with a host and nothing behind it, such as `https://example.com`")
  .transform((text) => text.replace(/\/$/, ""));

export const port = z
  .int({ error: "must be a port from 1 to 65535" })
  .min(1, "must be a port from 1 to 65535")
  .max(65_535, "must be a port from 1 to 65535");

/** A page of the web, or whom to call: an address is one of http or https. */
export const pageAddress = z
  .string()
  .max(1_000)
  .refine(isPage, "must be an http or https address, such as `https://grafana.example.com/d/shop`");

/** Labels as GitHub has them: any text without a comma. */
export const labels = z
  .array(
    z
      .string()
      .trim()
      .regex(/^[^,]{1,50}$/, "must be a label of GitHub, of at most 50 characters and without a comma"),
  )
  .max(20)
  .prefault([]);

/** One line for people. */
export const lineOfText = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(300)
  .regex(/^\P{Cc}*$/u, "must be one line");

function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return /^https?:$/.test(protocol) && username === "";
}

/** The name of an environment as GitHub has it: `Production EU` and `prod/eu` are names as well. */
export const environmentKey = z
  .string()
  .regex(
    /^[A-Za-z0-9_]([A-Za-z0-9 ._/-]{0,62}[A-Za-z0-9_.-])?$/,
    "must be 1 to 64 letters, digits, spaces, `_`, `.`, `/` or `-`, and start with a letter, digit or `_`",
  )
  .refine((name) => !(name in {}), "must not be a name that every JavaScript object has, such as `constructor`");

/** A variable that is set for a program; what the runner and the release's own script set is not for the settings. */
export const environmentName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, "must be the name of an environment variable, such as `POOL_SIZE`")
  .refine((name) => !/^(RELEASE_(ROOT|VSN|TMP|SYS_CONFIG)|PD_.*|PATH|HOME|GITHUB_.*|ACTIONS_.*|INPUT_.*)$/.test(name), {
    error: "must not be a variable that the runner or the release itself sets",
  });

/** Its value; what YAML reads as a number or a truth value is meant as text. */
export const environmentValue = z
  .union([z.string(), z.number(), z.boolean()], { error: 'must be a text, such as `"10"`' })
  .transform(String)
  .refine(
    (text) => !text.includes("\0") && text.length <= 10_000,
    "must be at most 10,000 characters without a NUL byte",
  );

/** An Elixir expression for `bin/app eval`: one argument, no shell reads it. */
export const expression = z
  .string()
  .min(1)
  .max(4_000)
  .refine((text) => !text.includes("\0"), "must not hold a NUL byte");

/** A pattern of lines, for the awk of the hosts: on Debian that is mawk. What it does not know would match nothing. */
export const linePattern = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\0\n]*$/, "must be one line")
  .refine(isPattern, "must be an extended regular expression, such as `\\[error\\]`")
  .refine(
    (text) => !/(?<!\\)(\\\\)*\\[a-zA-Z]/.test(text),
    "must be without `\\d`, `\\w`, `\\s` and `\\b`, which awk does not know: write `[0-9]`, `[A-Za-z0-9_]` or `[ ]`",
  )
  .refine(
    (text) => !/(?<!\\)(\\\\)*\{\d/.test(text),
    "must be without `{2}`, which the awk of Debian 12 does not know: write it out, such as `[0-9][0-9]`",
  );

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** Lines at level error or above as Elixir's logger and LoggerJSON write them, exceptions, and crash reports. */
export const errorLines = [
  "\\[(error|critical|alert|emergency)\\]",
  "\\*\\* \\([A-Za-z]",
  '"(level|severity)": ?"(error|ERROR|critical|CRITICAL|alert|emergency)"',
  "CRASH REPORT|Crash dump is being written",
] as const;

const argument = z.string().refine((text) => !text.includes("\0"), "must not hold a NUL byte");

/**
 * A program and its arguments, as they are: no shell reads them. The program is no option, which `exec` of some shells
 * would take for its own.
 */
export const argv = z.tuple(
  [argument.min(1, "must name a program first").regex(/^(?!-)/, "must name a program first, without a leading `-`")],
  argument,
);

/** A day of the calendar. */
export const day = z
  .string({ error: "must be a day such as `2026-11-01`" })
  .refine(isDay, "must be a day that exists, such as `2026-11-01`");

/** An amount of memory as systemd writes it. */
export const memory = z
  .string({ error: "must be an amount of memory, such as `512M`" })
  .regex(/^[1-9]\d{0,5}[MG]$/, "must be an amount of memory in `M` or `G`, such as `512M` or `2G`");
