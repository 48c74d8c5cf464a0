import { z } from "zod";
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
  const [first, ...rest] = kinds.map((kind) => kind.settings);
  if (first === undefined) throw new Error("There is no router to choose from");
  const types = kinds
    .map(({ type }) => `\`${type}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ");
  const error = ({ code }: { readonly code: string }) =>
    code === "invalid_type" ? `must be a map with a \`type\`, ${types}` : `must be ${types}`;
  return z.discriminatedUnion("type", [first, ...rest], { error }).prefault({ type: "none" });
}
