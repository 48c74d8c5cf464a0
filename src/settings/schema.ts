import { z } from "zod";
import { notifierSettings } from "../announce/registry.ts";
import { hostPath } from "../domain/fleet/host-path.ts";
import { nameSchema } from "../domain/release/release.ts";
import { levels } from "../domain/validation/check.ts";
import { duration, increase, percentage, variableName } from "../domain/values/settings.ts";
import { inconclusivePolicies } from "../domain/watch/criteria.ts";
import { routerSettings } from "../routers/registry.ts";
import { type Strategies, strategies } from "../strategies/registry.ts";
import { gateSettings } from "./gates.ts";
import { hostSchema, hostsSchema, sshSchema } from "./hosts.ts";
import { monitoringSettings } from "./monitoring.ts";
import { recordSettings } from "./records.ts";
import { targetTypes } from "./settings.ts";
import { signalsSchema } from "./signals.ts";
import { strategySchema } from "./strategy.ts";
import {
  argv,
  day,
  environmentKey,
  errorLines,
  expression,
  lineOfText,
  linePattern,
  memory,
  origin,
  pageAddress,
  port,
  urlPath,
} from "./values.ts";

const text = z.string().max(10_000);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** `off` is text in YAML 1.2 and the boolean false in 1.1: both mean it. */
const off = z.literal(["off", false]);

/** What the file may say of one check: its settings beside the level, by name. */
export interface CheckSchema {
  readonly id: string;
  readonly settings?: z.ZodRawShape;
}

/** Every check can be `off` or have a level; some have more to set. */
function checksOf(checks: readonly CheckSchema[]) {
  return z.strictObject(Object.fromEntries(checks.map(({ id, settings = {} }) => [id, checkOf(settings)] as const)));
}

function checkOf(more: z.ZodRawShape) {
  return z.union([off, z.strictObject({ level: z.enum(levels).optional(), ...more })]).optional();
}

/** What the watch judges latency by. A smaller increase cannot be distinguished within a watch. */
const latency = z.union([
  off,
  z.strictObject({
    increase: increase
      .pipe(z.number().min(10, "must be at least 10 %").max(900, "must be at most 900 %"))
      .prefault("50%"),
    max: duration.pipe(z.number().min(1, "must be at least 1ms")).optional(),
  }),
]);

const methods = ["get", "head", "post", "put", "patch", "delete"] as const;

const smoke = z
  .strictObject({
    name: text.optional(),
    ...(Object.fromEntries(methods.map((method) => [method, urlPath.optional()])) as Record<
      (typeof methods)[number],
      z.ZodOptional<typeof urlPath>
    >),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).prefault({}),
    body: text.optional(),
    status: z.int().min(100).max(599).prefault(200),
    text: text.optional(),
    json: z.record(z.string(), scalar).optional(),
    within: duration.prefault("5s"),
    tries: z.int().min(1).max(3).prefault(1),
  })
  .refine((one) => methods.filter((method) => one[method] !== undefined).length === 1, {
    error: "must name exactly one request, such as `get: /`",
  });

/** Work on the server: an expression for `bin/app eval`, or a command as a list. */
const work = z.union([expression, argv], {
  error: "must be an Elixir expression, or a command as a list such as `[pg_dump, my_app]`",
});

const backup = z.union([
  off,
  z.discriminatedUnion(
    "by",
    [
      z.strictObject({
        by: z.literal("command"),
        make: work.optional(),
        verify: work,
        "max-age": duration.prefault("0s"),
      }),
      z.strictObject({
        by: z.literal("postgres"),
        "url-from": variableName.optional(),
        path: hostPath.optional(),
        keep: z.int().min(1).max(100).prefault(5),
        restore: z.enum(["scratch", "none"]).prefault("scratch"),
        "max-age": duration.prefault("0s"),
      }),
      z.strictObject({
        by: z.literal("provider"),
        says: z.string().trim().min(1, "must say how").max(500),
        verified: day,
      }),
    ],
    { error: "must be `command`, `postgres` or `provider`" },
  ),
]);

const systemd = z
  .strictObject({
    manage: z.boolean().prefault(false),
    name: nameSchema.optional(),
    "memory-max": memory.optional(),
    "tasks-max": z.int().min(16, "must be at least 16").max(4_194_304).optional(),
    "limit-nofile": z.int().min(256, "must be at least 256").max(1_048_576).optional(),
  })
  .refine(
    (one) => one.manage || ["memory-max", "tasks-max", "limit-nofile"].every((key) => !(key in one)),
    "limits are written by `manage: true` alone; set it, or remove them",
  );

const health = z.strictObject({
  path: urlPath.prefault("/health"),
  ready: z.union([off, urlPath]).prefault("off"),
  version: z.union([off, urlPath]).prefault("off"),
  within: duration.prefault("60s"),
  successes: z.int().min(1).max(100).prefault(3),
});

const migrations = z.union([
  off,
  z.strictObject({
    migrate: expression,
    versions: z.union([z.literal("default"), expression]).prefault("default"),
    pending: expression.optional(),
    down: expression.optional(),
    "url-from": variableName.optional(),
    "lock-timeout": duration.prefault("5s"),
    "statement-timeout": duration.prefault("10m"),
    "out-of-order": z.enum(["refuse", "allow"]).prefault("refuse"),
    settle: duration.prefault("10s"),
  }),
]);

const logs = z.union([
  off,
  z.strictObject({
    errors: z
      .array(linePattern)
      .min(1)
      .max(50)
      .prefault([...errorLines]),
    allow: z.array(linePattern).max(100).prefault([]),
  }),
]);

const environmentOf = (all: Strategies) =>
  z.strictObject({
    url: origin,
    target: z.enum(targetTypes).prefault("hosts"),
    hosts: hostsSchema,
    host: hostSchema.optional(),
    ssh: sshSchema.optional(),
    "hosts-required": z
      .union([z.literal("all"), z.int().min(1)], { error: "must be `all`, or a number of hosts from 1" })
      .prefault("all"),
    path: hostPath,
    slots: z.record(nameSchema, z.strictObject({ port })),
    router: routerSettings(),
    strategy: strategySchema(all).prefault({}),
    systemd: systemd.optional(),
    health: health.prefault({}),
    probe: z.strictObject({ "headers-from": variableName.optional() }).prefault({}),
    migrations: migrations.prefault("off"),
    backup: backup.prefault("off"),
    logs: logs.prefault({}),
    signals: signalsSchema.prefault({}),
    "lock-wait": duration.prefault("5m"),
    ...gateSettings,
    "on-call": lineOfText.optional(),
    dashboards: z
      .record(lineOfText, pageAddress)
      .refine((one) => Object.keys(one).length <= 20, "must be at most 20")
      .prefault({}),
    ...recordSettings,
    ...monitoringSettings,
  });

/** The settings file, `.github/phoenix-deploy.yml`, for these checks and strategies. */
export function fileSchemaOf(checks: readonly CheckSchema[], all: Strategies = strategies) {
  return z.strictObject({
    version: z.literal(1, { error: "must be `1`, the only version of this file" }),
    app: nameSchema.optional(),
    checks: checksOf(checks).prefault({}),
    smoke: z.array(smoke).max(200).prefault([]),
    criteria: z
      .strictObject({
        "error-rate": percentage
          .pipe(z.number().gt(0, "must be above 0 %").lt(50, "must be below 50 %"))
          .prefault("5%"),
        watch: duration.prefault("10m"),
        "probes-per-second": z.int().min(1).max(100).prefault(10),
        latency: latency.prefault({}),
        inconclusive: z.enum(inconclusivePolicies).prefault("hold"),
      })
      .prefault({}),
    environments: z.record(environmentKey, environmentOf(all)).prefault({}),
    notify: z.array(notifierSettings()).max(20).prefault([]),
  });
}

export type SettingsFile = z.infer<ReturnType<typeof fileSchemaOf>>;

/** JSON Schema of the settings file, for editors. Rules between keys are the parser's alone. */
export function settingsJsonSchema(checks: readonly CheckSchema[], all = strategies): object {
  return {
    ...z.toJSONSchema(fileSchemaOf(checks, all), { io: "input", unrepresentable: "any", target: "draft-7" }),
    title: "phoenix-deploy settings (.github/phoenix-deploy.yml)",
  };
}
