// What others do on the same hosts: Capistrano of Debian (apt install capistrano) with a tarball instead of git, and
// the floor below any tool, scp and the bare commands over connections that stand. Both restart the release in place,
// as root, and wait until it answers; neither verifies anything.
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { app, type Fleet } from "./fleet.ts";

export const ports = { capistrano: 4_100, floor: 4_200 } as const;
type Peer = keyof typeof ports;

const run = promisify(execFile);

/** Units, folders and Capistrano's project, in a folder of its own. */
export async function startPeers({ lab, reached, hosts }: Fleet) {
  if (spawnSync("cap", ["--version"]).status !== 0)
    throw new Error("Capistrano is not installed: apt install capistrano ruby-ed25519 ruby-bcrypt-pbkdf");
  const folder = mkdtempSync(join(tmpdir(), "pd-peers-"));
  for (const host of hosts) {
    for (const peer of Object.keys(ports) as Peer[]) {
      const { code, stderr } = await lab.run(host, ["sh", "-s"], prepared(peer));
      if (code !== 0) throw new Error(`${host}: ${stderr}`);
    }
  }
  mkdirSync(join(folder, "config/deploy"), { recursive: true });
  writeFileSync(join(folder, "Capfile"), capfile);
  writeFileSync(join(folder, "config/deploy.rb"), deployRb(lab.keyFile, reached.knownHosts));
  const servers = reached.hosts
    .filter(({ name }) => hosts.includes(name))
    .map(({ ip, port }) => `server "${ip}", port: ${port}, user: "root", roles: %w[app]\n`);
  writeFileSync(join(folder, "config/deploy/production.rb"), servers.join(""));
  const cap = async (task: string, tarball: string) => {
    const env = { ...process.env, TARBALL: tarball, VERSION: tarball };
    await run("cap", ["production", task], { cwd: folder, env, maxBuffer: 64 << 20 });
  };
  const shared = ["-F", reached.sshConfig, "-o", `ControlPath=${folder}/cm-%C`, "-o", "ControlMaster=auto"];
  const words = [...shared, "-o", "ControlPersist=yes", "-o", "User=root"];
  await Promise.all(hosts.map((host) => run("ssh", [...words, host, "true"])));
  return {
    deploy: (tarball: string) => cap("deploy", tarball),
    rollback: () => cap("deploy:rollback", ""),
    /** One after the other on a host, all hosts at once. */
    async floor(tarball: string, name: string) {
      await Promise.all(
        hosts.map(async (host) => {
          await run("scp", ["-q", ...words, tarball, `${host}:/opt/floor/incoming`]);
          await run("ssh", [...words, host, floorText(name)]);
        }),
      );
    },
    close: () => Promise.all(hosts.map((host) => run("ssh", [...words, "-O", "exit", host]))),
  };
}

/** Waits until the peer's release answers. */
const answers = (peer: Peer) =>
  `for try in $(seq 600); do curl -fso /dev/null http://127.0.0.1:${ports[peer]}/health && exit 0; ` +
  "sleep 0.05; done; exit 1";

const prepared = (peer: Peer) => `set -eu
mkdir -p /opt/${peer}/releases
cat >/etc/systemd/system/${peer}.service <<END
[Service]
Environment=PORT=${ports[peer]} RELEASE_NODE=${peer} RELEASE_COOKIE=${peer} LANG=C.UTF-8 HOME=/root
WorkingDirectory=/opt/${peer}/current
ExecStart=/opt/${peer}/current/bin/${app} start
KillMode=mixed
TimeoutStopSec=60
END
systemctl daemon-reload
`;

const floorText = (name: string) => `cd /opt/floor && mkdir releases/${name} &&
  tar -xzf incoming -C releases/${name} && ln -s releases/${name} next && mv -T next current &&
  systemctl restart floor && { ${answers("floor")}; }`;

const capfile = `require "capistrano/setup"
require "capistrano/deploy"
require "capistrano/scm/plugin"

class Tarball < Capistrano::SCM::Plugin
  def register_hooks
    after "deploy:new_release_path", "tarball:create_release"
    before "deploy:set_current_revision", "tarball:set_current_revision"
  end

  def define_tasks
    namespace :tarball do
      task :create_release do
        on release_roles(:all) do
          execute :mkdir, "-p", release_path
          upload! fetch(:tarball), "/opt/capistrano/incoming.tar.gz"
          execute :tar, "-xzf", "/opt/capistrano/incoming.tar.gz", "-C", release_path
        end
      end
      task(:set_current_revision) { set :current_revision, fetch(:tarball) }
    end
  end
end
install_plugin Tarball
`;

const deployRb = (key: string, knownHosts: string) => `set :application, "capistrano"
set :deploy_to, "/opt/capistrano"
set :tarball, ENV["TARBALL"]
set :keep_releases, 5
set :ssh_options, keys: ["${key}"], keys_only: true, user_known_hosts_file: "${knownHosts}", config: false
namespace :deploy do
  task :restart do
    on roles(:app) do
      execute :systemctl, "restart", "capistrano"
      execute '${answers("capistrano").replaceAll("'", "'\\''")}'
    end
  end
  after :publishing, :restart
end
`;
