import type { Notifier } from "../announce/notifier.ts";
import type { Groups, SlotName } from "../domain/fleet/fleet.ts";
import type { FreezeRule } from "../domain/gate/freeze.ts";
import type { Level } from "../domain/validation/check.ts";
import type { Criteria } from "../domain/watch/criteria.ts";
import type { Router } from "../routers/router.ts";
import type { SshOptions } from "../transports/transport.ts";
import type { Account } from "./hosts.ts";
import type { SignalSettings } from "./signals.ts";

/** Everything that a run was given: the settings file and the inputs, which win. One value, read once. */
export interface Settings {
  /** Application name; null asks mix. */
  readonly app: string | null;
  /** Absolute path of the mix project. */
  readonly projectPath: string;
  /** Those that the file names, by id. */
  readonly checks: Readonly<Partial<Record<string, CheckSettings>>>;
  readonly checkLimitMs: number;
  readonly failFast: boolean;
  /** Absolute path of all that is kept between runs. */
  readonly cachePath: string;
  /** Take no result from an earlier run. */
  readonly fresh: boolean;
  /** Name of the artifact in which the release is uploaded; null for that of the examples. */
  readonly artifactName: string | null;
  readonly smoke: readonly SmokeTest[];
  readonly criteria: Criteria;
  readonly environments: Readonly<Record<string, Environment>>;
  readonly notify: readonly Notifier[];
}

/** What the file says of one check. */
export interface CheckSettings {
  /** Null where it names no level: the check's default holds. */
  readonly level: Level | null;
  /** Its settings beside the level, as the check's own schemas have read them. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** One smoke test: a request and what its answer must be. */
export interface SmokeTest {
  readonly name: string;
  readonly method: string;
  /** Begins with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly status: number;
  /** Text that the body must contain; null asks for none. */
  readonly text: string | null;
  /** Members that the JSON body must have, by dotted path, each compared exactly; null asks for none. */
  readonly json: Readonly<Record<string, string | number | boolean | null>> | null;
  readonly withinMs: number;
  /** How often it is sent at most until it passes; absent is once. */
  readonly tries?: number;
}

/** The words for the targets; `src/targets/registry.ts` has one for each. */
export const targetTypes = ["hosts"] as const;
export type TargetType = (typeof targetTypes)[number];

export interface Environment {
  readonly name: string;
  /** Where users reach it: scheme and host, no trailing slash. */
  readonly url: string;
  readonly target: TargetType;
  /** The hosts that run the application. */
  readonly hosts: readonly Host[];
  /** Who runs the steps on them; absent is who logs in. */
  readonly account?: Account;
  /** How ssh reaches them; absent leaves it to ssh. */
  readonly ssh?: SshOptions;
  /**
   * How many of them must be there for a change; the others may be left out where they cannot be reached. Absent is
   * all.
   */
  readonly hostsRequired?: number;
  /** Absolute path on every host. */
  readonly path: string;
  readonly slots: Readonly<Record<SlotName, { readonly port: number }>>;
  /** Absent where every host has every slot. */
  readonly groups?: Groups;
  readonly router: Router;
  /** The hosts on which the router is changed; those that run the application may be among them. */
  readonly routerHosts: readonly Host[];
  readonly strategy: {
    readonly type: string;
    readonly holdSeconds: number;
    readonly drainMs: number;
    readonly keep: number;
    /** What only this strategy has to set. */
    readonly own: object;
  };
  /** Absent: a unit that is installed for the path is used, and none is written. */
  readonly systemd?: Systemd;
  readonly health: Health;
  /**
   * How it is requested through its public URL. `headersFrom` names the environment variable that holds headers, such
   * as those of a password; null for none.
   */
  readonly probe: { readonly headersFrom: string | null };
  readonly migrations: Migrations;
  /** How the database is backed up before migrations; null when the settings do not say. */
  readonly backup: Backup | null;
  /** What counts as an error in the logs after the start; null where they are not read. */
  readonly logs: Logs | null;
  /** What a watch takes samples from besides our own requests. Absent where it takes none. */
  readonly signals?: SignalSettings;
  /** How long a run waits for another one's lock. */
  readonly lockWaitMs: number;
  readonly approval: ApprovalRule;
  readonly gates: GateRules;
  /** Who is on call, for the promotion brief: a text or an address. Absent where the settings do not say. */
  readonly onCall?: string;
  /** Pages that show how it runs, for the promotion brief. Absent are none. */
  readonly dashboards?: readonly { readonly name: string; readonly url: string }[];
  /** What of the monitoring has to be there before it is changed; null, or absent, asks for nothing. */
  readonly monitoring?: MonitoringRule | null;
  /** `off` writes nothing into GitHub's record of deployments. */
  readonly deploymentRecord?: "auto" | "off";
  /** The issue that is opened after a rollback; absent for none. */
  readonly issue?: IssueRule;
}

/** The monitoring that has to be there. */
export interface MonitoringRule {
  /** Nothing is changed without it; else what is missing is a warning. */
  readonly required: boolean;
  /** Each page of the environment's dashboards answers. */
  readonly dashboards: boolean;
  /** Alerting rules of Prometheus, by name. */
  readonly alerts: readonly string[];
  readonly prometheus: { readonly url: string; readonly headersFrom: string | null } | null;
}

/** What an issue after a rollback gets. */
export interface IssueRule {
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** What else must hold before the environment changes. */
export interface GateRules {
  /** Older evidence of the stages before does not count. */
  readonly evidenceMaxAgeMs: number;
  /** How long the release must have run where it was tested; null for no time. */
  readonly verifiedForMs: number | null;
  /** What becomes of a run whose branch has newer commits; `off` does not ask where its branch or tag points. */
  readonly refMoved: "refuse" | "warn" | "off";
  /** When it is not changed; null for never. */
  readonly freeze: FreezeRule | null;
  /** Who must have built the release, by its attestation; null asks for none. `repository` null is this one. */
  readonly provenance: { readonly repository: string | null; readonly signerWorkflow: string | null } | null;
}

/** The systemd unit of the slots. */
export interface Systemd {
  /** A deployment installs the unit, and again where it differs from these settings. */
  readonly manage: boolean;
  /** Name of the unit before `@`; null is the application's. */
  readonly name: string | null;
  /** Limits of each slot, as systemd writes them; null leaves systemd's own. */
  readonly memoryMax: string | null;
  readonly tasksMax: string | null;
  readonly limitNofile: string | null;
}

/** Who has to approve a deployment to an environment. */
export interface ApprovalRule {
  readonly by: "environment" | "pull-request" | "none";
  /** How many approving reviews of the pull request are required; one where absent. */
  readonly reviews?: number;
  readonly selfApproval: "refuse" | "allow";
  /**
   * `promote` alone asks for it, where the settings name no approval and the name is none of a production; else
   * whichever action deploys there.
   */
  readonly promoteOnly?: boolean;
}

export interface Host {
  readonly name: string;
  /** `local` for this machine; which transport reaches the host is decided by it. */
  readonly address: string;
  /** Absent leaves it to the transport. */
  readonly port?: number;
}

export interface Health {
  readonly path: string;
  /** Readiness; null when it is off. */
  readonly ready: string | null;
  /** Where the version answers; null when it is off: then only the process behind the port shows the release. */
  readonly version: string | null;
  readonly withinMs: number;
  /** Consecutive successes that make a slot healthy. */
  readonly successes: number;
}

/** Extended regular expressions, as grep -E has them. */
export interface Logs {
  readonly errors: readonly string[];
  /** A line that one of these matches is no error. */
  readonly allow: readonly string[];
}

export interface Migrations {
  /** Elixir expression for `bin/app eval`; null when the application has no migrations. */
  readonly migrate: string | null;
  /** Elixir expression that prints the schema's versions, white space between; null asks Ecto. */
  readonly versions: string | null;
  /** Elixir expression that prints the versions that are not applied; null asks Ecto, where it has the versions. */
  readonly pending: string | null;
  /** Variable of `shared/env` with the address that the release has as DATABASE_URL to migrate; absent for its own. */
  readonly urlFrom?: string;
  /** How long the session of a migration waits for a lock; 0 without a limit. */
  readonly lockTimeoutMs: number;
  /** How long one statement of a migration may take; 0 without a limit. */
  readonly statementTimeoutMs: number;
  /** Elixir expression that rolls the schema back, with `repo` and `to_exclusive`; absent asks Ecto. */
  readonly down?: string;
  /** What happens to new migrations that are older than an applied one. */
  readonly outOfOrder: "refuse" | "allow";
  /** How long the running release is observed on the new schema before traffic moves; 0 for not at all. */
  readonly settleMs: number;
}

/** Work on the server where the application runs: an Elixir expression for `bin/app eval`, or a command as argv. */
export type Work = { readonly eval: string } | { readonly run: readonly [string, ...string[]] };

/**
 * A backup before migrating: the suite runs what verifies it, and what makes it where that is named; or it dumps a
 * PostgreSQL database by itself; or a provider makes it, and a person verified it on a day. A backup that was made and
 * verified within `maxAgeMs` is not made again; 0 makes one each time.
 */
export type Backup =
  | { readonly by: "command"; readonly make: Work | null; readonly verify: Work; readonly maxAgeMs: number }
  | {
      readonly by: "postgres";
      /** Name of the variable of the servers (`shared/env`) that holds the address of the database. */
      readonly urlFrom: string;
      /** Absolute path of the folder of dumps on the host. */
      readonly folder: string;
      readonly keep: number;
      /** `scratch` restores each dump into a database beside and compares the rows of each table. */
      readonly restore: "scratch" | "none";
      readonly maxAgeMs: number;
    }
  | { readonly by: "provider"; readonly says: string; readonly verified: string };
