import { join } from "node:path";
import type { Finding, Judgement } from "../domain/result.ts";
import { couldNotRun, tailOf } from "./lane.ts";
import type { Bench } from "./vm.ts";

/** File names that do not belong into a release, wherever they lie in it. */
const anywhere = ["*.plt", ".env", ".env.*", "*.secret.exs", "id_rsa", "id_ed25519", "*.p12"];
/** In the project's own apps: libraries bring templates of tests. */
const ownOnly = ["*_test.exs", "test_helper.exs", "*.coverdata"];

/** Nothing in the release that must not leave the build: PLT files, secrets, private keys, tests. Null when it is clean. */
export async function judgeContents(
  { shell, limitMs }: Bench,
  release: { readonly path: string; readonly apps: readonly string[] },
): Promise<Judgement | null> {
  const names = (list: readonly string[]) => list.flatMap((name, index) => [...(index === 0 ? [] : ["-o"]), "-name", name]);
  const own = release.apps.flatMap((app, index) => [...(index === 0 ? [] : ["-o"]), "-path", `./lib/${app}-*`]);
  const listed = await shell.run({
    argv: [
      "find",
      ".",
      "-type",
      "f",
      "(",
      ...names(anywhere),
      "-o",
      "(",
      "(",
      ...own,
      ")",
      "-a",
      "(",
      ...names(ownOnly),
      ")",
      ")",
      ")",
      "-print",
    ],
    cwd: release.path,
    limitMs,
    onCancel: "end",
  });
  const keys = await shell.run({
    argv: ["grep", "--recursive", "--files-with-matches", "--binary-files=without-match", "--", "-----BEGIN [A-Z ]*PRIVATE KEY-----", "."],
    cwd: release.path,
    limitMs,
    onCancel: "end",
  });
  // grep ends with 1 when it found nothing, and with more when it could not look.
  if (listed.code !== 0 || (keys.code !== 0 && keys.code !== 1)) {
    const ran = listed.code !== 0 ? listed : keys;
    return couldNotRun("The look into the release", ran.stderr, ran.why || `it ended with ${ran.code}.`, tailOf(ran));
  }
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  const findings: readonly Finding[] = [
    ...lines(listed.stdout).map((file) => found(file, "does not belong into a release")),
    ...lines(keys.stdout).map((file) => found(file, "holds a private key")),
  ];
  if (findings.length === 0) return null;
  const shown = findings.slice(0, 5).map((one) => one.message);
  return {
    verdict: "fail",
    reason_code: "release_not_assembled",
    says: `The release holds ${findings.length} ${findings.length === 1 ? "file" : "files"} that must not ship: ${shown.join("; ")}${findings.length > 5 ? "; …" : ""}.`,
    remedy: "Keep PLT files outside `priv/`, and secrets and tests out of `priv/` and `rel/overlays/`.",
    findings,
  };
}

function found(file: string, what: string): Finding {
  return { severity: "error", rule: "release-contents", message: `${join(file)} ${what}` };
}
