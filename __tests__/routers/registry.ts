import type { RouterBench } from "./bench.ts";
import { caddyBench } from "./caddy-bench.ts";
import { commandBench } from "./command-bench.ts";
import { fileBench } from "./file.ts";
import { haproxyBench } from "./haproxy-bench.ts";
import { nginxBench } from "./nginx-bench.ts";

/** Every router that the contract is run on, one line each: the first in every run, some of the others. */
export const benches: readonly RouterBench[] = [haproxyBench, nginxBench, caddyBench, commandBench, fileBench];
