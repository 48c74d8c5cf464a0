import { describe, expect, test } from "@jest/globals";
import type { DeliveryWindow, KnownDelivery } from "../../../src/domain/delivery/delivery.ts";
import { deliveryShown } from "../../../src/render/report/delivery.ts";
import { hostile, page, tags, targets } from "../page.ts";

const month: DeliveryWindow = {
  ...{ days: 30, whole: true, deployments: 9, per_week: 2.1 },
  lead_time: { median_ms: 5 * 3_600_000, changes: 41 },
  change_fail_rate: { rate: 0.2, failed: 2, of: 10, unclear: 1 },
  recovery: { median_ms: 240_000, recovered: 1, open: 1 },
};
const quarter: DeliveryWindow = {
  ...{ days: 90, whole: false, deployments: 9, per_week: null },
  lead_time: { median_ms: null, changes: 3 },
  change_fail_rate: { rate: null, failed: 0, of: 0, unclear: 0 },
  recovery: { median_ms: null, recovered: 0, open: 0 },
};
const delivery: KnownDelivery = {
  ...{ environment: "production", since: "2026-08-01T00:00:00Z", windows: [month, quarter], notes: ["Seen `here`."] },
  weeks: [0, 4, 1].map((succeeded, index) => ({
    from: `2026-11-0${index + 1}T00:00:00Z`,
    succeeded,
    failed: index === 1 ? 1 : 0,
  })),
};

describe("the metrics of delivery", () => {
  test("are a table of both windows and a chart, with DORA's page", () => {
    const [shownTable, chart, note, how] = deliveryShown(delivery);
    expect(shownTable?.split("\n")).toEqual([
      "| Metric | 30 days | 90 days |",
      "| --- | --- | --- |",
      "| Deployment frequency | 2.1 a week (9) | at least 9 |",
      "| Change lead time | 5 h (median of 41) | too few (3 of 5) |",
      "| Change fail rate | 20 % (2 of 10); 1 not known | too few (0 of 5) |",
      "| Failed deployment recovery time | 4 min (median of 1); 1 without one | none failed |",
    ]);
    expect(chart?.split("\n").slice(1, -1)).toEqual([
      "Deployments a week, up to 4",
      "succeeded ·█▃",
      "failed    ·▃·",
      "3 weeks since 2026-11-01",
    ]);
    expect(note).toBe("Seen <code>here</code>.");
    expect(how).toContain("](https://dora.dev/guides/dora-metrics/)");
  });

  test("that are not known are a sentence, and what others wrote is text", () => {
    expect(deliveryShown({ missing: "Give the job `deployments: read`." })).toEqual([
      "Give the job <code>deployments: read</code>.",
    ]);
    const shown = (text: string) => page(deliveryShown({ ...delivery, environment: text, notes: [text] }).join("\n\n"));
    for (const text of hostile) {
      expect(tags(shown(text)).filter((tag) => !tags(shown("x `y`")).includes(tag) && tag !== "wbr")).toEqual([]);
      expect(targets(shown(text))).toEqual(["https://dora.dev/guides/dora-metrics/"]);
    }
  });
});
