import type { RequestOptions } from "node:http";
import type { RouterKind } from "../../src/routers/router.ts";
import type { Sandbox } from "../host/sandbox.ts";

/** A real router for the contract, in front of the two slots of a host. Blue has its full weight, green none. */
export interface RouterBench {
  readonly kind: RouterKind;
  start(host: Sandbox): Promise<RunningRouter>;
}

/** The router while it runs. `settings` are what the settings file would say under `router`. */
export interface RunningRouter {
  readonly settings: object;
  /** The same router, set not to keep its weights; null for one that keeps it in any case. */
  readonly forgetful: object | null;
  /** The same router with a backend that it does not have. */
  readonly elsewhere: object;
  /** Where users reach it; null for one that nobody can send a request to. */
  readonly users: RequestOptions | null;
  /** Loads its configuration again, as after a change of it. */
  reload(): Promise<void>;
  /** Ends, and starts again. */
  restart(): Promise<void>;
  /** Ends for good. */
  stop(): Promise<void>;
  /** Begins a request to the server that takes them; the function that is given back ends it. */
  request(): Promise<() => Promise<void>>;
  /** Lets the server fail its health checks. */
  sicken(server: "blue" | "green"): Promise<void>;
}
