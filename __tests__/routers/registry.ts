import type { RouterBench } from "./bench.ts";
import { fileBench } from "./file.ts";
import { haproxyBench } from "./haproxy-bench.ts";

/** Every router that the contract is run on, one line each. */
export const benches: readonly RouterBench[] = [haproxyBench, fileBench];
