import type { TargetType } from "../settings/settings.ts";
import { hostsTarget } from "./hosts/hosts.ts";
import type { Target, TargetOptions } from "./target.ts";

/** Every target, one line each, by the word for it in the settings. */
const targets: Readonly<Record<TargetType, (options: TargetOptions) => Target>> = {
  hosts: hostsTarget,
};

/** The target of an environment, as this run may change it. */
export function openTarget(options: TargetOptions): Target {
  return targets[options.environment.target](options);
}
