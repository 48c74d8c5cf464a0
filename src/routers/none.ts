import { z } from "zod";
import { partOf, type Router, type RouterKind } from "./router.ts";

/** No router: requests come straight to the only slot. Also the part of a host on which no router is changed. */
export function noRouter(): Router {
  return {
    name: "No router",
    routes: false,
    weights: false,
    on: null,
    part: () => partOf("none"),
    values: {},
    read: () => null,
    differences: () => [],
    warnings: () => [],
    byHand: null,
    remedy: "Set `router` for this environment.",
    lostRemedy: "",
  };
}

export const none: RouterKind = {
  type: "none",
  settings: z.strictObject({ type: z.literal("none") }).transform(noRouter),
};
