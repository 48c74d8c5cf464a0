import { appendFileSync } from "node:fs";
import { errorText } from "../domain/values/error-text.ts";

/** What a step that was refused before it began leaves behind. */
interface Refusal {
  readonly error: string;
  /** Single words. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Writes to the standard output of the process. */
type Write = (text: string) => void;

/** One annotation, whatever lines the message has. */
export function sayError(message: string, write: Write): void {
  const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  write(`::error::${escaped}\n`);
}

/**
 * The runner's protocol in the few lines that a refusal needs. Stages use @actions/core, which takes longer to load
 * than all else that happens until an input is refused.
 */
export function leaveRefusal(
  { error, outputs, summary }: Refusal,
  env: Readonly<Record<string, string | undefined>>,
  write: Write,
): void {
  sayError(error, write);
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  append(env["GITHUB_OUTPUT"], lines.join(""), write);
  append(env["GITHUB_STEP_SUMMARY"], `${summary}\n`, write);
}

function append(path: string | undefined, text: string, write: Write): void {
  try {
    if (path !== undefined && path !== "") appendFileSync(path, text);
  } catch (error) {
    // The annotation has said it all; what cannot be written beside it changes nothing.
    write(`${path} could not be written: ${errorText(error)}\n`);
  }
}
