/** A private key as ssh reads it, or a sentence that says why it is none. */
export type ReadKey = { readonly key: string } | { readonly says: string; readonly remedy: string };

const newKey = "Make a key for this purpose with `ssh-keygen -t ed25519 -N '' -f deploy_key`";

/**
 * The private key in a variable. What copying into a secret does to a key is repaired: line ends of Windows, a lost
 * last newline, `\n` written out, indentation, the whole key in one line, or its file in Base64.
 */
export function readPrivateKey(variable: string, value: string): ReadKey {
  const text = unfolded(value);
  const [, kind = "", body = ""] = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(text) ?? [];
  if (kind === "")
    return {
      says: `\`${variable}\` holds ${whatElse(text)}.`,
      remedy: `${newKey}, and store all of the file deploy_key.`,
    };
  if (isLocked(kind, body)) {
    return {
      says: `The private key in \`${variable}\` has a passphrase, which nobody can type in a job.`,
      remedy: `${newKey}, or remove the passphrase of a copy with \`ssh-keygen -p -N '' -f <copy>\`.`,
    };
  }
  const lines = /:/.test(body)
    ? body
        .trim()
        .split("\n")
        .map((line) => line.trim())
    : wrapped(body);
  return { key: [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ""].join("\n") };
}

function unfolded(value: string): string {
  const text = value.replaceAll("\r", "").replaceAll("\\n", "\n").trim();
  if (text.includes("-----") || !/^[A-Za-z0-9+/=\s]{100,}$/.test(text)) return text;
  const decoded = Buffer.from(text, "base64").toString("latin1");
  return decoded.includes("-----BEGIN ") ? decoded.replaceAll("\r", "") : text;
}

function wrapped(body: string): readonly string[] {
  return body.replaceAll(/\s/g, "").match(/.{1,70}/g) ?? [];
}

function whatElse(text: string): string {
  if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(text)) return "a public key, where the private one is needed";
  if (text.startsWith("PuTTY-User-Key-File")) return "a key of PuTTY, which OpenSSH does not read";
  if (text.includes("PUBLIC KEY-----")) return "a public key, where the private one is needed";
  if (text.includes("PRIVATE KEY-----")) return "only a part of a private key";
  return "no private key";
}

function isLocked(kind: string, body: string): boolean {
  if (kind === "ENCRYPTED PRIVATE KEY" || /Proc-Type:.*ENCRYPTED/.test(body)) return true;
  if (kind !== "OPENSSH PRIVATE KEY") return false;
  // The format begins with its name, a NUL, and the name of the cipher behind its length.
  const bytes = Buffer.from(body.replaceAll(/\s/g, ""), "base64");
  const start = "openssh-key-v1\0".length;
  if (bytes.length < start + 4) return false;
  return bytes.toString("latin1", start + 4, start + 4 + bytes.readUInt32BE(start)) !== "none";
}
