/** What the unit of an application's slots is written from. */
export interface UnitOf {
  readonly app: string;
  /** Name of the release: `bin/<name>`. */
  readonly releaseName: string;
  /** Absolute, without links. */
  readonly path: string;
  readonly user: string;
  /** Lines of `[Service]` that set limits. */
  readonly limits: readonly string[];
}

/** By this a unit that may be replaced is known; the path behind it is the one that it is for. */
export const unitMark = "# phoenix-deploy: the slots of ";

/**
 * Text of the systemd unit of which each slot is an instance. What the user's files may set differently is read before
 * them, what is the slot's own after them. SIGTERM goes to the main process alone, which drains; a minute is more than
 * Phoenix takes for its sockets (30 s) and its web server (15 s).
 */
export function unitText({ app, releaseName, path, user, limits }: UnitOf): string {
  return `${unitMark}${path}. A deployment with \`systemd: {manage: true}\` writes it.
[Unit]
Description=${app}, slot %i
After=network-online.target postgresql.service
Wants=network-online.target
StartLimitIntervalSec=30
StartLimitBurst=5

[Service]
Type=exec
User=${user}
WorkingDirectory=${path}/slots/%i
Environment=LANG=C.UTF-8
EnvironmentFile=-${path}/state/slot-env
EnvironmentFile=-${path}/shared/env
EnvironmentFile=-${path}/shared/env.%i
EnvironmentFile=${path}/state/slot-env.%i
ExecStart=${path}/slots/%i/bin/${releaseName} start
KillMode=mixed
TimeoutStopSec=60
Restart=on-failure
RestartSec=1
SyslogIdentifier=${app}-%i
${limits.map((line) => `${line}\n`).join("")}
[Install]
WantedBy=multi-user.target
`;
}
