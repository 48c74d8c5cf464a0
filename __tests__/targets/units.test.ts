import { describe, expect, test } from "@jest/globals";
import { unitText } from "../../src/commands/unit.ts";
import type { Fleet, HostFacts, UnitFacts } from "../../src/domain/fleet/fleet.ts";
import type { Plan } from "../../src/domain/fleet/plan.ts";
import type { Environment, Systemd } from "../../src/settings/settings.ts";
import { withUnits } from "../../src/targets/hosts/units.ts";
import type { Planning } from "../../src/targets/target.ts";

const path = "/opt/shop";
const none: Systemd = { manage: true, name: null, memoryMax: null, tasksMax: null, limitNofile: null };

const plan: Plan = {
  says: "Deploy",
  warnings: [],
  steps: [
    { type: "acquire-lock", host: "web1", says: "Lock", limitMs: 1 },
    { type: "release-lock", host: "web1", says: "Unlock", limitMs: 1 },
  ],
};

/** What is planned for hosts with these units; each host is web1, web2, … */
function planned(systemd: Systemd | undefined, ...units: readonly (UnitFacts | null)[]) {
  const hosts = units.map((unit, index) => ({ host: `web${index + 1}`, ...(unit === null ? {} : { unit }) }));
  const environment = { systemd } as Environment;
  const planning = withUnits({ plan: () => plan } as unknown as Planning, {
    app: "shop",
    releaseName: "shop",
    environment,
  });
  return planning.plan({ hosts: hosts as unknown as readonly HostFacts[], router: null } as Fleet, {} as never);
}

const lines = (limits: readonly string[] = []) =>
  unitText({ app: "shop", releaseName: "shop", path, user: "deploy", limits }).trimEnd().split("\n");
const unit = (installed: readonly string[] | null): UnitFacts => ({ user: "deploy", path, installed });

describe("a plan for hosts with systemd", () => {
  test("installs the unit behind the lock where there is none, and nothing where it is as it is to be", () => {
    expect(planned(none, unit(null), unit(lines()))).toMatchObject({
      steps: [
        { type: "acquire-lock" },
        {
          type: "install-units",
          host: "web1",
          unit: `${lines().join("\n")}\n`,
          says: "Install shop@.service on web1, which is not there",
        },
        { type: "release-lock" },
      ],
    });
  });

  test("says which lines change", () => {
    const seen = planned({ ...none, memoryMax: "1G", limitNofile: "65536" }, unit(lines(["MemoryMax=512M"])));
    expect((seen as Plan).steps[1]?.says).toBe(
      "Install shop@.service on web1, changed by -MemoryMax=512M +MemoryMax=1G +LimitNOFILE=65536",
    );
  });

  test("is left alone where the settings do not manage it", () => {
    expect(planned(undefined, unit(null))).toBe(plan);
    expect(planned({ ...none, manage: false }, unit(null))).toBe(plan);
  });

  test.each([
    ["systemd does not run", null, "systemd does not run on web1"],
    ["somebody else wrote the unit", unit(["[Unit]"]), "was not written for /opt/shop by phoenix-deploy"],
    ["the unit is for another path", { ...unit(lines()), path: "/srv/shop" }, "was not written for /srv/shop"],
    ["the path has a space behind its links", { ...unit(null), path: "/mnt/my disk" }, "leads to /mnt/my disk"],
    ["systemd would read the user otherwise", { ...unit(null), user: "%H" }, "The steps run as %H on web1"],
    ["the user has a backslash", { ...unit(null), user: "ACME\\deploy" }, "The steps run as ACME\\deploy"],
  ])("is refused where %s", (_, seen, says) => {
    expect(planned(none, seen)).toMatchObject({ refused: "host_unsuitable", says: expect.stringContaining(says) });
  });
});
