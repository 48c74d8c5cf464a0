import { z } from "zod";
import { type Kind, variableName } from "../domain/values/settings.ts";
import { type AnnouncedEvent, announcedEvents, type News } from "./news.ts";

/** A request to a service. Its address and headers may hold secrets: neither is ever repeated. */
export interface ServiceRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent, as JSON, as a form, or as it is. */
  readonly body?: { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> } | string;
  /** Judges an answer of 2xx: null accepts it, else a word for what is wrong with it. */
  readonly judge?: (answer: ServiceAnswer) => string | null;
  /** Statuses that are an answer too, such as 404 where something is looked for. */
  readonly also?: readonly number[];
}

/** A file that is written in place of a request, for a workflow to commit; its path from `.phoenix-deploy`. */
export interface ServiceFile {
  readonly write: string;
  readonly text: string;
}

/** What the service answered. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * How an announcement is delivered: requests one by one, each given the answer to the one before. What is returned says
 * why it cannot be delivered.
 */
export type Requests = Generator<ServiceRequest | ServiceFile, string | undefined, ServiceAnswer>;

/** One of `notify`: who is notified of what. */
export interface Notifier {
  /** The word for it in the settings file. */
  readonly type: string;
  /** Its name in sentences. */
  readonly name: string;
  /** It reaches people; the others are tools that mark a deployment. */
  readonly reaches: "people" | "tools";
  readonly on: readonly AnnouncedEvent[];
  /** Null for all. */
  readonly environments: readonly string[] | null;
  /** The start must be accepted before anything changes. */
  readonly required: boolean;
  /** Names of the environment variables that it reads. */
  readonly variables: readonly string[];
  /**
   * What is sent. Begun anew with every try, so that whatever can be looked for is looked for before it is made: an
   * answer that was lost makes nothing twice. It changes nothing itself.
   */
  readonly requests: (news: News, secret: (variable: string) => string) => Requests;
}

/** A kind of notifier: one file here, one line in the registry. */
export interface NotifierKind extends Kind<Notifier> {
  readonly name: string;
  readonly on: readonly AnnouncedEvent[];
  /** Its own keys of the settings file; each describes itself. */
  readonly keys: z.ZodRawShape;
}

/** What a file of this folder says of its notifier. */
interface Definition<Keys extends z.ZodRawShape> {
  readonly type: string;
  readonly name: string;
  readonly reaches: Notifier["reaches"];
  /** What it announces unless the settings say otherwise. */
  readonly on: readonly AnnouncedEvent[];
  /** What it can announce; all unless given. */
  readonly events?: readonly AnnouncedEvent[];
  /** Keys whose name ends in `-from` name the environment variables that hold addresses and secrets. */
  readonly keys: Keys;
  readonly requests: (given: z.output<z.ZodObject<Keys>>, news: News, secret: (variable: string) => string) => Requests;
}

export function defineNotifier<Keys extends z.ZodRawShape>(of: Definition<Keys>): NotifierKind {
  const { type, name, reaches, on: usual, events = announcedEvents, keys, requests } = of;
  const own = z.object(keys);
  const common = {
    on: z
      .array(z.enum(events))
      .min(1, "must name at least one event")
      .default([...usual]),
    environments: z.array(z.string().min(1)).min(1, "must name at least one environment").optional(),
    required: z.boolean().default(false),
  };
  const settings = z
    .strictObject({ type: z.literal(type), ...common, ...keys })
    .transform((given, context): Notifier => {
      const { on, environments = null, required } = given as z.output<z.ZodObject<typeof common>>;
      if (required && !on.includes("start")) {
        const message = "needs `start` in `on`: it is the start that has to be accepted";
        context.addIssue({ code: "custom", path: ["required"], message });
      }
      const mine = given as z.output<typeof own>;
      const variables = Object.entries(mine).flatMap(([key, value]) =>
        key.endsWith("-from") && typeof value === "string" ? [value] : [],
      );
      return {
        ...{ type, name, reaches, on, environments, required, variables },
        requests: (news, secret) => requests(mine, news, secret),
      };
    });
  return { type, name, on: usual, keys, settings };
}

/** The name of an environment variable, with what it holds. */
export function variable(holds: string) {
  return variableName.describe(`name of the environment variable that has ${holds}`);
}

/**
 * The address of a service that has more than one, and the usual one, if any: scheme, host, and a path before the API's
 * own.
 */
export function serviceUrl(usual: string | null) {
  const address = z
    .string()
    .max(300)
    .refine((text) => {
      if (!URL.canParse(text)) return false;
      const { protocol, username, search, hash } = new URL(text);
      return /^https?:$/.test(protocol) && username === "" && search === "" && hash === "";
    }, "must be http or https with a host, such as `https://grafana.example.com`")
    .transform((text) => text.replace(/\/+$/, ""));
  return usual === null ? address : address.prefault(usual);
}
