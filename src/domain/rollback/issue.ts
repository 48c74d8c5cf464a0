import type { BriefChanges } from "../brief/brief.ts";
import type { Evidence } from "../evidence/evidence.ts";

/** What an issue after a rollback is written from. */
export interface RolledBack {
  readonly evidence: Evidence;
  readonly environment: string;
  /** The release that was left, and the one that was gone back to. */
  readonly left: string;
  readonly to: string | null;
  /** Why: a reason of Phase 6 or a reason code, and what a person added. */
  readonly reason: string;
  readonly detail: string;
  /** True where every host went back. */
  readonly whole: boolean;
  /** How it ended, in one sentence, and what is to be done. */
  readonly says: string;
  readonly remedy: string;
  /** What came with the release that was left; or why that is not known. */
  readonly suspects: Pick<BriefChanges, "commits" | "pulls"> | { readonly missing: string };
  /** Address of the repository on GitHub. */
  readonly repository: string;
}

/** What the issue begins with: one for a release and an environment. */
export function issueMarker({ left, environment }: Pick<RolledBack, "left" | "environment">): string {
  const encode = (text: string) => encodeURIComponent(text).replaceAll("-", "%2D");
  return `<!-- phoenix-deploy:rollback:v1 environment=${encode(environment)} release=${encode(left)} -->`;
}

/** True for the text of such an issue. */
export function isRollbackIssue(body: string): boolean {
  return body.startsWith("<!-- phoenix-deploy:rollback:v1 ");
}
