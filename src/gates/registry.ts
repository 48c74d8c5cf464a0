import { approval } from "./approval.ts";
import { backupNamed } from "./backup.ts";
import { evidenceAge } from "./evidence-age.ts";
import { evidence } from "./evidence-gate.ts";
import { freeze } from "./freeze.ts";
import type { Gate } from "./gate.ts";
import { jobEnvironment } from "./job-environment.ts";
import { lock } from "./lock.ts";
import { monitoring } from "./monitoring.ts";
import { protection } from "./protection.ts";
import { provenance } from "./provenance.ts";
import { refMoved } from "./ref.ts";
import { release } from "./release.ts";
import { running } from "./running.ts";
import { selfApproval } from "./self-approval.ts";
import { soak } from "./soak.ts";

/** The gates of an environment, in the order in which their faults are shown. */
export const gates: readonly Gate[] = [
  jobEnvironment,
  protection,
  approval,
  selfApproval,
  freeze,
  release,
  evidence,
  evidenceAge,
  provenance,
  soak,
  running,
  refMoved,
  backupNamed,
  monitoring,
  lock,
];
