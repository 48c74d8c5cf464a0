/**
 * The folder of the checkout that is passed on from job to job, and what is in it; paths from the root of the
 * repository. Git ignores it.
 */
export const handover = {
  folder: ".phoenix-deploy",
  /** The release's tarball and its manifest. */
  release: ".phoenix-deploy/release",
  manifest: ".phoenix-deploy/release/manifest.json",
  /** One file for each stage that ran. */
  evidence: ".phoenix-deploy/evidence",
  /** Reports for people and for other tools. */
  report: ".phoenix-deploy/report",
  /** What earlier attempts of this run's report left behind: whom they notified. */
  earlier: ".phoenix-deploy/earlier",
} as const;

/** The Deployment Validation Report in its three forms; paths from the root of the repository. */
export const reportFiles = {
  markdown: `${handover.report}/report.md`,
  html: `${handover.report}/report.html`,
  json: `${handover.report}/report.json`,
} as const;
