import type { Report } from "../../domain/report/report.ts";
import { signOf, type Tone, toneOf } from "../stage/headline.ts";
import { plainText } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

/** The colours of an outcome, on light and on dark paper readable with white text. */
export const colours: Readonly<Record<Tone, string>> = {
  success: "#1a7f37",
  failure: "#d1242f",
  "rolled-back": "#9a6700",
  "not-deployed": "#59636e",
  unknown: "#8250df",
};

/** What a tab's icon shows, drawn as lines: fonts of signs differ. */
const icons: Readonly<Record<Tone, string>> = {
  success: "M8 17l6 6 11-13",
  failure: "M9 9l14 14M23 9L9 23",
  "rolled-back": "M12 8l-5 5 5 5M7 13h12a5 5 0 0 1 0 10h-6",
  "not-deployed": "M8 16h16",
  unknown: "M11 12a5 5 0 1 1 7 4.5c-1.5.7-2 1.5-2 3.5M16 24.5v.1",
};

/** The status as the first thing that is seen on our own page: one block of HTML. */
export function banner(report: Report): string {
  const { title, app, version, environment, status } = report;
  const what = [app ?? "", version ?? ""].filter((one) => one !== "").map((one) => plainText(shortened(one, 100)));
  const where = plainText(shortened(environment, 100));
  return [
    '<header class="banner">',
    `<p>${title}</p>`,
    `<h1><span aria-hidden="true">${signOf(toneOf(report))}</span> ${status}</h1>`,
    `<p>${what.length === 0 ? "A release that is not known" : what.join(" ")} on ${where}</p>`,
    "</header>",
  ].join("\n");
}

/** The title of the page: the status comes first, since a tab shows no more. */
export function pageTitle(report: Report): string {
  const { app, version, environment, status } = report;
  const what = [app ?? "", version ?? ""].filter((one) => one !== "").join(" ");
  return plainText(shortened(`${signOf(toneOf(report))} ${status}: ${what || "deployment"} on ${environment}`, 300));
}

/** The icon of the page's tab: the colour and the sign of the outcome, as an address that holds it whole. */
export function pageIcon(report: Report): string {
  const tone = toneOf(report);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" ` +
    `fill="${colours[tone]}"/><path d="${icons[tone]}" fill="none" stroke="#fff" stroke-width="3.5" ` +
    `stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
