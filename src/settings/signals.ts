import { z } from "zod";
import { duration, variableName } from "../domain/values/settings.ts";
import { argv, labels, urlPath } from "./values.ts";

/** `signals` of an environment: what a watch takes samples from besides our own requests. */

/** How often a signal is asked, and for how long it may fail before the watch cannot be judged. */
const pace = (every: string, patience = "90s") => ({
  every: duration.pipe(z.number().min(1_000, "must be at least 1s").max(300_000, "must be at most 5m")).prefault(every),
  patience: duration.pipe(z.number().min(1_000, "must be at least 1s")).prefault(patience),
});

const metricName = z
  .string()
  .max(200)
  .regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, "must be the name of a metric, such as `http_requests_total`");

const metrics = z.union(
  [
    z.enum(["prom-ex", "telemetry-metrics"]),
    z
      .strictObject({
        requests: metricName.optional(),
        durations: metricName.optional(),
        unit: z.enum(["ms", "s"]).prefault("ms"),
        status: metricName.prefault("status"),
      })
      .refine((one) => one.requests !== undefined || one.durations !== undefined, {
        error: "must name `requests`, a counter by status, or `durations`, a histogram, or both",
      }),
  ],
  { error: "must be `prom-ex`, `telemetry-metrics`, or a map that names `requests` and `durations`" },
);

const promql = z.string().trim().min(1, "must be a query").max(4_000);

/** An http or https address, with a path where it has one. */
const webAddress = z
  .string()
  .max(2_000)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, hash } = new URL(text);
    return /^https?:$/.test(protocol) && username === "" && hash === "";
  }, "must be an http or https address, such as `http://prometheus.internal:9090`");

/** With the path under which its API is, where there is one. */
export const prometheusUrl = webAddress
  .refine((text) => !text.includes("?"), "must have no query")
  .transform((text) => text.replace(/\/+$/, ""));

const prometheus = z
  .strictObject({
    url: prometheusUrl,
    "headers-from": variableName.optional(),
    metrics: metrics.optional(),
    queries: z.strictObject({ requests: promql, errors: promql }).optional(),
    /** How the scrape configuration names a slot. */
    instance: z.string().min(1).max(200).prefault("{host}:{port}"),
    select: z.string().min(1).max(500).prefault('instance=~"{instances}"'),
    ...pace("5s"),
  })
  .refine((one) => one.metrics === undefined || one.queries === undefined, {
    error: "has both `metrics` and `queries`: name the metrics to be read, or the queries to be asked",
    path: ["queries"],
  });

const scrape = z.strictObject({
  path: urlPath.prefault("/metrics"),
  "headers-from": variableName.optional(),
  metrics: metrics.prefault("prom-ex"),
  ...pace("5s", "30s"),
});

const issues = z
  .strictObject({ "p1-bug": labels, security: labels, "data-integrity": labels, ...pace("30s", "5m") })
  .refine((one) => [one["p1-bug"], one.security, one["data-integrity"]].some((list) => list.length > 0), {
    error: "must name a label for `p1-bug`, `security` or `data-integrity`, such as `{p1-bug: [P1]}`",
  });

const canary = z.strictObject({
  worker: z
    .string()
    // What Oban's table takes.
    .max(127)
    .regex(/^[A-Z][A-Za-z0-9_]*(\.[A-Z][A-Za-z0-9_]*)*$/, "must be the module of a worker, such as `Shop.Canary`"),
  queue: z
    .string()
    .max(100)
    .regex(/^[a-z_][A-Za-z0-9_]*$/, "must be the name of a queue, such as `default`")
    .prefault("default"),
  within: duration.pipe(z.number().min(1_000, "must be at least 1s")).prefault("60s"),
});

const jobs = z.strictObject({
  /** How old a waiting job may be in a queue that nobody works on. */
  oldest: duration.pipe(z.number().min(1_000, "must be at least 1s")).prefault("60s"),
  canary: canary.optional(),
  ...pace("30s", "3m"),
});

const runQueue = z.strictObject({
  path: urlPath.prefault("/metrics"),
  "headers-from": variableName.optional(),
  /** A gauge, with every label; those of PromEx and telemetry_poller unless set. */
  metric: metricName.optional(),
  ...pace("5s", "60s"),
});

const logRate = z.strictObject({
  "per-minute": z.int().min(0, "must be a number of lines").max(100_000).prefault(10),
  ...pace("10s", "60s"),
});

const jsonPath = z
  .string()
  .max(300)
  .regex(/^[^.\s]+(\.[^.\s]+)*$/, "must be the path of a number in the JSON, such as `http.requests`");

const json = z
  .strictObject({
    /** Of each slot, or an address that counts for the new release. */
    path: urlPath.optional(),
    url: webAddress.optional(),
    "headers-from": variableName.optional(),
    requests: jsonPath,
    errors: jsonPath,
    ...pace("5s", "30s"),
  })
  .refine((one) => (one.path === undefined) !== (one.url === undefined), {
    error: "must name either `path`, a page of each slot, or `url`, one address",
  });

const command = z.strictObject({
  run: argv,
  measures: z
    .array(z.enum(["errors", "latency", "state", "level"]))
    .min(1, "must name what the command gives")
    .prefault(["errors"]),
  ...pace("10s", "60s"),
});

/** Every signal that the settings can ask for, by its id. */
export const signalsSchema = z.strictObject({
  prometheus: prometheus.optional(),
  scrape: scrape.optional(),
  "router-statistics": z.strictObject(pace("5s", "30s")).optional(),
  json: json.optional(),
  command: command.optional(),
  issues: issues.optional(),
  jobs: jobs.optional(),
  memory: z.strictObject(pace("5s", "60s")).optional(),
  "run-queue": runQueue.optional(),
  "log-rate": logRate.optional(),
});

export type SignalSettings = z.output<typeof signalsSchema>;
export type PrometheusSettings = NonNullable<SignalSettings["prometheus"]>;
export type IssueSettings = NonNullable<SignalSettings["issues"]>;
export type MetricNames = z.output<typeof metrics>;
