import type { Check } from "./define.ts";

/** Every check of validate, in the order of Phase 6's list. Each line is one file. */
const files = [
  () => import("./compile.ts"),
  () => import("./format.ts"),
  () => import("./test.ts"),
  () => import("./coverage.ts"),
  () => import("./credo.ts"),
  () => import("./sobelow.ts"),
  () => import("./hex-audit.ts"),
  () => import("./deps-audit.ts"),
  () => import("./unused-deps.ts"),
  () => import("./dialyzer.ts"),
  () => import("./xref.ts"),
  () => import("./release.ts"),
  () => import("./migrations.ts"),
  () => import("./migration-safety.ts"),
  () => import("./version.ts"),
  () => import("./changelog.ts"),
  () => import("./rollback-plan.ts"),
  () => import("./backup.ts"),
] as const;

export type CheckId = Awaited<ReturnType<(typeof files)[number]>>["default"]["id"];

/** A check that is registered. */
export type Registered = Check & { readonly id: CheckId };

/** Loads every check: what starts an action does without them. */
export async function loadChecks(): Promise<readonly Registered[]> {
  return Promise.all(files.map(async (load): Promise<Registered> => (await load()).default));
}
