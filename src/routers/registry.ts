import { z } from "zod";
import { haproxy } from "./haproxy.ts";
import { none } from "./none.ts";
import type { Router, RouterKind } from "./router.ts";

/** Every router, one line each. */
export const routers: readonly RouterKind[] = [none, haproxy];

/** What `router` of an environment may be in the settings file, to the router itself. */
export function routerSettings(kinds: readonly RouterKind[] = routers): z.ZodType<Router> {
  const [first, ...rest] = kinds.map((kind) => kind.settings);
  if (first === undefined) throw new Error("There is no router to choose from");
  const types = kinds.map(({ type }) => `\`${type}\``).join(" or ");
  const error = ({ code }: { readonly code: string }) =>
    code === "invalid_type" ? `must be a map with a \`type\`, ${types}` : `must be ${types}`;
  return z.discriminatedUnion("type", [first, ...rest], { error }).prefault({ type: "none" });
}
