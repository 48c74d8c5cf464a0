import { z } from "zod";
import { haproxy } from "./haproxy.ts";
import { none } from "./none.ts";
import type { Router, RouterKind } from "./router.ts";

/** Every router, one line each. */
export const routers: readonly RouterKind[] = [none, haproxy];

/** What `router` of an environment may be in the settings file, to the router itself. */
export function routerSettings(kinds: readonly RouterKind[] = routers): z.ZodType<Router> {
  return z.union(kinds.map((kind) => kind.settings)).prefault({ type: "none" });
}
