import type { ReasonCode } from "../evidence/reason.ts";

/** What a release needs of the hosts that it is deployed to. */
export interface ReleaseNeeds {
  /** As Node names it: `x64`, `arm64`. */
  readonly arch: string;
  /** The C library that its binaries are linked with; null where that is not known, or none is. */
  readonly libc: "glibc" | "musl" | null;
  /** The least version of glibc that has all that they need; null where it is not known. */
  readonly glibc: string | null;
  /** Shared libraries of OpenSSL by their file names, such as `libcrypto.so.3`. */
  readonly openssl: readonly string[];
  /** Names of the variables without which its configuration does not load. */
  readonly environment: readonly string[];
}

/** Why a target is not fit for a deployment: one fault, at its place. */
export interface Unfit {
  readonly host: string;
  readonly reason_code: ReasonCode;
  readonly says: string;
  readonly remedy: string;
}

/** What was seen of a target before a deployment. */
export interface Fitness {
  readonly faults: readonly Unfit[];
  /** One sentence for each host that was asked. */
  readonly seen: readonly string[];
}
