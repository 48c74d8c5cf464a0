import { join, posix } from "node:path";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { couldNotRun, tailOf } from "../mix-output/unfinished.ts";
import type { Files } from "../ports/files.ts";
import type { CheckContext } from "./context.ts";

/** Names of files that hold secrets or are of no use to a server, whatever is in them. */
const refused = [
  ...["*.plt", ".env", ".env.*", "*.secret.exs", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "*.p12", "*.pfx"],
  ...[".netrc", ".pgpass", ".git-credentials"],
];
/** Templates of such files: they hold no secret. */
const template = /\.(example|sample|template|tmpl|dist|defaults?)$/;
/** Tests: harmless, and of no use to a server. */
const needless = ["*_test.exs", "test_helper.exs", "*.coverdata"];
/** What `mix phx.gen.cert` writes, for https on a developer's machine. */
const selfSigned = /(^|\/)priv\/cert\/selfsigned_key\.pem$/;
/** A private key with its first bytes, on lines of its own or within JSON: documents only name its heading. */
const privateKey =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\s*(?:\\r)?(?:\\n)?\s*(?:[A-Za-z0-9+/=]{16}|[A-Z][A-Za-z-]+: )/;
const heading = "-----BEGIN [A-Z0-9 ]*PRIVATE KEY";

/** Of a file that may hold a key no more is read. */
const maxKeyBytes = 4 << 20;

/** A release whose files are looked at. */
interface Contents {
  readonly path: string;
  /** The project's own; the others are its libraries. */
  readonly apps: readonly string[];
  /**
   * Files that the settings vouch for, as the repository names them (`priv/cert/key.pem`) or as the release does; `*`
   * stands for any name.
   */
  readonly allow: readonly string[];
}

/** A judgement where the release must not ship; else what in it is worth a look. */
export type ContentsSeen = { readonly judgement: Judgement } | { readonly notices: readonly Finding[] };

/** Verifier for secrets, private keys, PLT files and tests in the release. */
export async function judgeContents(
  { shell, files, limitMs }: CheckContext,
  contents: Contents,
): Promise<ContentsSeen> {
  const options = { cwd: contents.path, limitMs, onCancel: "end" } as const;
  const names = [...refused, ...needless].flatMap((name, index) => [...(index === 0 ? [] : ["-o"]), "-name", name]);
  const listed = await shell.run({ argv: ["find", ".", "-type", "f", "(", ...names, ")", "-print"], ...options });
  const headed = await shell.run({
    argv: ["grep", "--recursive", "--files-with-matches", "--binary-files=without-match", "--regexp", heading, "."],
    ...options,
  });
  // grep ends with 1 when it found nothing, and with more when it could not look.
  if (listed.code !== 0 || (headed.code !== 0 && headed.code !== 1)) {
    const ran = listed.code !== 0 ? listed : headed;
    return {
      judgement: couldNotRun("The look into the release", {
        words: ran.stderr,
        otherwise: ran.why || `it exited with code ${ran.code}.`,
        tail: tailOf(ran),
      }),
    };
  }
  const seen = new Map<string, Finding>();
  for (const file of lines(headed.stdout))
    if (await holdsKey(files, join(contents.path, file))) seen.set(file, keyIn(file, contents));
  for (const file of lines(listed.stdout)) {
    const one = seen.get(file) ?? byName(file, contents);
    if (one !== null) seen.set(file, one);
  }
  return judgeSeen(seen, contents);
}

function lines(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [posix.normalize(line)]));
}

/** A file too large to be read counts by its heading. */
async function holdsKey(files: Files, path: string): Promise<boolean> {
  const text = await files.read(path, maxKeyBytes).catch(() => null);
  return text === null || privateKey.test(text);
}

function keyIn(file: string, contents: Contents): Finding {
  if (selfSigned.test(file)) return notice(file, "is the self-signed key of `mix phx.gen.cert`, for development only");
  return ofLibrary(file, contents)
    ? notice(file, "holds a private key of a library")
    : error(file, "holds a private key");
}

/** What a file's name says; null for a template of a file that would hold secrets. */
function byName(file: string, contents: Contents): Finding | null {
  const name = posix.basename(file);
  if (/(_test\.exs|^test_helper\.exs|\.coverdata)$/.test(name))
    return ofLibrary(file, contents) ? null : notice(file, "belongs to tests, and a server does not need it");
  if (template.test(name)) return null;
  const what = name.endsWith(".plt") ? "is a PLT file of dialyzer" : "is named like a file of secrets";
  return ofLibrary(file, contents) ? notice(file, what) : error(file, what);
}

/** True in `lib/<app>-<version>/` of an app that is not the project's own. */
function ofLibrary(file: string, { apps }: Contents): boolean {
  return /^lib\/[^/]+\//.test(file) && ownPath(file, apps) === null;
}

/** The app and the path in it, where the file belongs to one of the project's own. */
function ownPath(file: string, apps: readonly string[]): { readonly app: string; readonly path: string } | null {
  const app = apps.find((one) => file.startsWith(`lib/${one}-`) && /^\d/.test(file.slice(`lib/${one}-`.length)));
  return app === undefined ? null : { app, path: file.split("/").slice(2).join("/") };
}

function judgeSeen(seen: ReadonlyMap<string, Finding>, { apps, allow }: Contents): ContentsSeen {
  const findings: Finding[] = [];
  const used = new Set<string>();
  for (const [file, finding] of seen) {
    const own = ownPath(file, apps);
    const known = [file, ...(own === null ? [] : [own.path, `apps/${own.app}/${own.path}`])];
    const by = allow.find((entry) => known.some((one) => pattern(entry).test(one)));
    if (by === undefined) findings.push(finding);
    else {
      used.add(by);
      findings.push({ ...finding, severity: "notice", message: `${finding.message}; the settings allow it` });
    }
  }
  for (const entry of allow.filter((one) => !used.has(one)))
    findings.push(notice(`\`${entry}\``, "in `checks: {release: {allow}}` matches no file that would be refused"));
  const errors = findings.filter((one) => one.severity === "error");
  if (errors.length === 0) return { notices: findings };
  const shown = errors.slice(0, 5).map((one) => one.message);
  const judgement: Judgement = {
    verdict: "fail",
    reason_code: "release_not_assembled",
    says:
      `The release holds ${counted(errors.length, "file")} that must not ship: ` +
      `${shown.join("; ")}${errors.length > 5 ? "; …" : ""}.`,
    remedy:
      "Remove them from `priv/` and `rel/overlays/`, or vouch for one by its path: `checks: {release: {allow: " +
      "[priv/cert/key.pem]}}`.",
    findings,
  };
  return { judgement };
}

/** `*` stands for any characters of one name, `**` for any folders too. */
function pattern(entry: string): RegExp {
  const stars = new Map([
    ["**", ".*"],
    ["*", "[^/]*"],
  ]);
  const parts = posix.normalize(entry).split(/(\*\*|\*)/);
  const escaped = parts.map((part) => stars.get(part) ?? part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${escaped.join("")}$`);
}

function error(file: string, what: string): Finding {
  return { severity: "error", rule: "release-contents", message: `${file} ${what}` };
}

function notice(file: string, what: string): Finding {
  return { severity: "notice", rule: "release-contents", message: `${file} ${what}` };
}
