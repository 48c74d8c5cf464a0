import { isMissing } from "../../domain/brief/brief.ts";
import {
  type Delivery,
  type DeliveryWindow,
  enoughSamples,
  type KnownDelivery,
} from "../../domain/delivery/delivery.ts";
import { block, cell, details, link, sentence, table } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";
import { bars } from "../watch/table.ts";

/** DORA's own page, whose definitions these are. */
const source = "https://dora.dev/guides/dora-metrics/";

/**
 * The metrics of delivery as a table, a small chart and how they are measured; one sentence where they are not known.
 */
export function deliveryShown(delivery: Delivery): readonly string[] {
  if (isMissing(delivery)) return [sentence(shortened(delivery.missing, 1_000))];
  const { windows, environment } = delivery;
  return [
    table(["Metric", ...windows.map(({ days }) => `${days} days`)], rows(windows)),
    chart(delivery),
    ...delivery.notes.map((one) => sentence(shortened(one, 1_000))),
    details("How this is measured", measured(environment)),
  ];
}

function rows(windows: readonly DeliveryWindow[]): readonly (readonly string[])[] {
  const row = (title: string, of: (window: DeliveryWindow) => string) => [
    title,
    ...windows.map((one) => cell(of(one))),
  ];
  return [
    row("Deployment frequency", frequency),
    row("Change lead time", leadTime),
    row("Change fail rate", failRate),
    row("Failed deployment recovery time", recovery),
  ];
}

function frequency({ deployments, per_week: perWeek }: DeliveryWindow): string {
  if (perWeek === null) return `at least ${deployments}`;
  return deployments === 0 ? "none" : `${short(perWeek)} a week (${deployments})`;
}

function leadTime({ lead_time: { median_ms: ms, changes } }: DeliveryWindow): string {
  return ms === null ? notEnough(changes) : `${span(ms)} (median of ${changes})`;
}

function failRate({ change_fail_rate: { rate, failed, of, unclear } }: DeliveryWindow): string {
  const more = unclear === 0 ? "" : `; ${unclear} not known`;
  if (rate === null) return `${of === 0 ? notEnough(0) : `${failed} of ${of}: too few`}${more}`;
  return `${(rate * 100).toFixed(0)} % (${failed} of ${of})${more}`;
}

function recovery({
  change_fail_rate: { failed },
  recovery: { median_ms: ms, recovered, open },
}: DeliveryWindow): string {
  if (failed === 0) return "none failed";
  const waits = open === 0 ? "" : `; ${open} without one`;
  return ms === null ? `${failed} without one` : `${span(ms)} (median of ${recovered})${waits}`;
}

/** Short, since three columns have to fit a phone. */
function notEnough(many: number): string {
  return `too few (${many} of ${enoughSamples})`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** A span as a person says it: minutes, hours or days. */
function span(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 1) return `${Math.round(ms / 1_000)} s`;
  if (minutes < 90) return `${short(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${short(hours)} h` : `${short(hours / 24)} days`;
}

/** A bar for each week, the newest last; a dot for a week without any. */
function chart({ weeks }: KnownDelivery): string {
  const top = Math.max(...weeks.map(({ succeeded, failed }) => Math.max(succeeded, failed)));
  if (top === 0) return sentence("There was no deployment in these weeks.");
  const line = (of: (week: KnownDelivery["weeks"][number]) => number) =>
    weeks
      .map((week) => (of(week) === 0 ? "·" : (bars[Math.ceil((of(week) / top) * (bars.length - 1))] ?? "█")))
      .join("");
  return block(
    [
      `Deployments a week, up to ${top}`,
      `succeeded ${line(({ succeeded }) => succeeded)}`,
      `failed    ${line(({ failed }) => failed)}`,
      `${weeks.length} weeks since ${weeks[0]?.from.slice(0, 10) ?? ""}`,
    ].join("\n"),
  );
}

function measured(environment: string): string {
  return [
    `From GitHub's record of deployments to ${cell(shortened(environment, 60))}, ` +
      `by the definitions of ${link("DORA", source)}:`,
    [
      "- **Deployment frequency**: deployments that succeeded. Rollbacks, drills and dry runs are none.",
      "- **Change lead time**: from each commit that a deployment brought, merges aside, to its success; the median.",
      "- **Change fail rate**: the part of the deployments that failed in production or were rolled back, also later.",
      "- **Failed deployment recovery time**: from the deployment that failed to the rollback, or the next success.",
    ].join("\n"),
    `Fewer than ${enoughSamples} changes have no median, and fewer than ${enoughSamples} deployments no rate.`,
  ].join("\n\n");
}
