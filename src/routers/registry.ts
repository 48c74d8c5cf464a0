import type { z } from "zod";
import { oneOfKinds } from "../domain/values/settings.ts";
import { caddy } from "./caddy.ts";
import { command } from "./command.ts";
import { haproxy } from "./haproxy.ts";
import { nginx } from "./nginx.ts";
import { none } from "./none.ts";
import type { Router, RouterKind } from "./router.ts";

/** Every router, one line each. */
export const routers: readonly RouterKind[] = [none, haproxy, nginx, caddy, command];

/** What `router` of an environment may be in the settings file, to the router itself. */
export function routerSettings(kinds: readonly RouterKind[] = routers): z.ZodType<Router> {
  return oneOfKinds(kinds).prefault({ type: "none" });
}
