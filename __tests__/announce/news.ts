// News as a stage has it, and a notifier as the settings file gives it.
import { type AnnouncedEvent, keysOf, type News } from "../../src/announce/news.ts";
import type { Notifier } from "../../src/announce/notifier.ts";
import { notifierSettings } from "../../src/announce/registry.ts";

export function newsOfShop(event: AnnouncedEvent = "success", known: Partial<News> = {}): News {
  const doer = { runId: "7", runAttempt: "1", stage: "promote", environment: "production" };
  return {
    ...keysOf(doer, event),
    ...{ status: "SUCCESS", says: "1.1.0 (1.1.0-0a1b2c3d) runs on production and was verified." },
    ...{ app: "shop", version: "1.1.0", serves: "1.1.0", digest: "d".repeat(64), environment: "production" },
    ...{ url: "https://shop.example.com", repository: "acme/shop", sha: "a".repeat(40), actor: "alice" },
    run: "https://github.com/acme/shop/actions/runs/7",
    ...{ startedAt: "2026-11-24T09:30:00.000Z", at: "2026-11-24T09:41:00.000Z" },
    ...known,
  };
}

/** Every way a text can try to mention somebody, link somewhere, format, or turn around. */
export const hostile =
  "<!channel> <@U123> @everyone @here <@&9> <at>all</at> [click](https://evil.example) *b* _i_ `c` ~~s~~ ||x|| " +
  "{{DATE(2026-01-01T00:00:00Z)}} ${env} <script>alert(1)</script> \u202egnp.exe\u0000\u001b[31m\nnext --- title: x";

export const notifierFrom = (given: Readonly<Record<string, unknown>>): Notifier => notifierSettings().parse(given);
