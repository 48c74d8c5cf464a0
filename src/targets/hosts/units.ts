import { unitMark, unitText } from "../../commands/unit.ts";
import type { Fleet, HostFacts } from "../../domain/fleet/fleet.ts";
import { type HostStep, isRefusal, type Plan, type Refusal } from "../../domain/fleet/plan.ts";
import type { Systemd } from "../../settings/settings.ts";
import type { Planning, TargetOptions } from "../target.ts";

type Options = Pick<TargetOptions, "app" | "releaseName" | "environment">;

/** Name of the unit before `@`. */
export function unitName({ app, environment: { systemd } }: Pick<Options, "app" | "environment">): string {
  return systemd?.name ?? app;
}

/** Plans that install the unit of the slots where the settings ask for that and a host has another text, or none. */
export function withUnits(planning: Planning, options: Options): Planning {
  const { systemd } = options.environment;
  return {
    ...planning,
    plan(fleet, wanted) {
      const plan = planning.plan(fleet, wanted);
      if (isRefusal(plan)) return plan;
      if (systemd?.manage !== true) return plan;
      const steps = unitSteps(fleet, { ...options, systemd });
      return "refused" in steps ? steps : afterLocks(plan, steps);
    },
  };
}

/** Before anything that is started needs it, and under the lock. */
function afterLocks(plan: Plan, steps: readonly HostStep[]): Plan {
  const first = plan.steps.findIndex(({ type }) => type !== "acquire-lock");
  const at = first === -1 ? plan.steps.length : first;
  return { ...plan, steps: [...plan.steps.slice(0, at), ...steps, ...plan.steps.slice(at)] };
}

type Managed = Options & { readonly systemd: Systemd };

function unitSteps({ hosts }: Fleet, managed: Managed): readonly HostStep[] | Refusal {
  const steps: HostStep[] = [];
  for (const host of hosts) {
    const step = unitStep(host, managed);
    if (step !== null && "refused" in step) return step;
    if (step !== null) steps.push(step);
  }
  return steps;
}

/** Null where the unit is there as it is to be. */
function unitStep({ host, unit }: HostFacts, managed: Managed): HostStep | Refusal | null {
  const { app, releaseName, systemd } = managed;
  const name = `${unitName(managed)}@.service`;
  if (unit === undefined) {
    const says = `systemd does not run on ${host}, and the settings have \`systemd: {manage: true}\`.`;
    return { refused: "host_unsuitable", says, remedy: "Remove `systemd` from the environment, or use another host." };
  }
  const { user, path, installed } = unit;
  if (!/^[A-Za-z0-9._@/+-]+$/.test(path)) {
    const says = `The path leads to ${path} on ${host}, which cannot be written into a unit of systemd.`;
    return { refused: "host_unsuitable", says, remedy: "Use a folder of letters, digits and `. _ @ + - /`." };
  }
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?$/.test(user)) {
    const says = `The steps run as ${user} on ${host}, a name that systemd would read otherwise in a unit.`;
    const remedy = "Use a user of letters, digits and `_ . @ -`, or manage the unit yourself: remove `systemd.manage`.";
    return { refused: "host_unsuitable", says, remedy };
  }
  const text = unitText({ app, releaseName, path, user, limits: limitsOf(systemd) });
  const lines = text.trimEnd().split("\n");
  if (installed !== null && installed[0]?.startsWith(`${unitMark}${path}.`) !== true) {
    const says = `/etc/systemd/system/${name} on ${host} was not written for ${path} by phoenix-deploy.`;
    const remedy = "Give the unit another name with `systemd: {name: …}`, or remove that file.";
    return { refused: "host_unsuitable", says, remedy };
  }
  const gone = (installed ?? []).filter((line) => !lines.includes(line));
  const added = lines.filter((line) => installed?.includes(line) !== true);
  if (installed !== null && installed.join("\n").trimEnd() === lines.join("\n")) return null;
  const changes = [...gone.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  const what =
    installed === null ? "which is not there" : `changed by ${changes.join(" ") || "the order of its lines"}`;
  return { type: "install-units", host, unit: text, limitMs: 60_000, says: `Install ${name} on ${host}, ${what}` };
}

function limitsOf({ memoryMax, tasksMax, limitNofile }: Systemd): readonly string[] {
  const line = (key: string, value: string | null) => (value === null ? [] : [`${key}=${value}`]);
  return [...line("MemoryMax", memoryMax), ...line("TasksMax", tasksMax), ...line("LimitNOFILE", limitNofile)];
}
