import { z } from "zod";

/** Who logs in where. */
export interface SshAddress {
  /** Null where the address names nobody. */
  readonly user: string | null;
  /** A name, as DNS or ssh_config has it, or an IP address without brackets. */
  readonly host: string;
  readonly port: number | null;
}

const user = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;
const hostName = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/;

/** Reads `user@host`; with a port behind it where one may stand there. Null where it is no such address. */
export function readSshAddress(text: string, port: "with port" | "without port"): SshAddress | null {
  const [, name, bracketed, behindBracket, plain = ""] =
    /^(?:([^@]*)@)?(?:\[([^\]@]*)\](?::(\d{1,5}))?|([^@[\]]*))$/.exec(text) ?? [];
  const [, beforeColon, behindColon] = /^([^:]+):(\d{1,5})$/.exec(plain) ?? [];
  const host = bracketed ?? beforeColon ?? plain;
  const given = behindBracket ?? behindColon;
  if (name !== undefined && !user.test(name)) return null;
  if (given !== undefined && (port === "without port" || Number(given) < 1 || Number(given) > 65_535)) return null;
  if (bracketed === undefined && host.toLowerCase() === "local") return null;
  const isIpv6 = host.includes(":") && URL.canParse(`http://[${host}]/`);
  if (!isIpv6 && (bracketed !== undefined || !hostName.test(host))) return null;
  return { user: name ?? null, host, port: given === undefined ? null : Number(given) };
}

/** `address` of a host. */
export const sshAddress: z.ZodType<string, string> = z
  .string()
  .max(330)
  .refine((text) => readSshAddress(text, "without port") !== null, {
    error: "must be `local`, or `user@host` such as `deploy@web1.example.com`, with a port under `port`",
  });

/** `jump`: may have a port behind it. */
export const jumpAddress: z.ZodType<string, string> = z
  .string()
  .max(330)
  .refine((text) => readSshAddress(text, "with port") !== null, {
    error: "must be `user@host` or `user@host:port`, such as `deploy@bastion.example.com`",
  });
