import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { apacheFile } from "../../src/hosting/apache.ts";
import { caddyFile } from "../../src/hosting/caddy.ts";
import { nginxFile } from "../../src/hosting/nginx.ts";
import type { Place } from "../../src/hosting/place.ts";

export const serverNames = ["nginx", "Apache", "Caddy"] as const;
export type ServerName = (typeof serverNames)[number];

const programs: Readonly<Record<ServerName, { readonly programs: readonly [server: string, ...tools: string[]]; readonly packages: readonly string[] }>> = {
  nginx: { programs: ["/usr/sbin/nginx"], packages: ["nginx-light", "libnginx-mod-http-brotli-static"] },
  Apache: { programs: ["/usr/sbin/apache2", "/usr/bin/ab"], packages: ["apache2", "apache2-utils"] },
  Caddy: { programs: ["/usr/bin/caddy"], packages: ["caddy"] },
};

const install = (packages: readonly string[]): string => `apt-get install -y --no-install-recommends ${packages.join(" ")}`;

/** Runs apt-get, waiting for another run of it to end. @throws with what it said */
function apt(command: string): void {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", `${command.replace("apt-get", "apt-get -o DPkg::Lock::Timeout=300 -qq")} </dev/null`], { encoding: "utf8", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) throw new Error(`\`${command}\` failed:\n${`${stdout}${stderr}`.trim().split("\n").slice(-8).join("\n")}`);
}

/**
 * Installs the servers that are missing, from Debian, where we may. No service is started.
 * @throws with what to install, and with what apt-get said
 */
export function installServers(): void {
  const missing = serverNames.filter((name) => !programs[name].programs.every((program) => fs.existsSync(program)));
  if (missing.length === 0) return;
  const command = install(missing.flatMap((name) => programs[name].packages));
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) throw new Error(`${missing.join(", ")} not installed: run \`sudo ${command}\` (Debian), then this test again`);
  // Debian starts a server that it installs; the policy file of this run says no.
  const policy = "/usr/sbin/policy-rc.d";
  const own = !fs.existsSync(policy);
  if (own) fs.writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    apt("apt-get update");
    apt(command);
  } finally {
    if (own) fs.rmSync(policy);
  }
}

/** A free TCP port of this machine. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

const nginxModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
export const hasBrotli = (name: ServerName): boolean => name !== "nginx" || fs.existsSync(nginxModule);

/** Command and files of one server with the settings that the build writes, and around them only what the place of the test asks for. */
function prepare(name: ServerName, folder: string, place: Place): string[] {
  const [program] = programs[name].programs;
  const write = (file: string, text: string): string => {
    fs.writeFileSync(path.join(folder, file), text);
    return path.join(folder, file);
  };
  if (name === "nginx") {
    const brotli = hasBrotli("nginx");
    write("site.conf", nginxFile(place, brotli).replace(`listen ${place.port};`, `listen 127.0.0.1:${place.port};`));
    const user = process.getuid?.() === 0 ? "user root;\n" : "";
    const main = write("nginx.conf", `${brotli ? `load_module ${nginxModule};\n` : ""}${user}worker_processes 1;\ndaemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents { worker_connections 256; }\nhttp {\n  access_log off;\n${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `  ${kind}_temp_path ${folder}/${kind};\n`).join("")}  include ${folder}/site.conf;\n}\n`);
    return [program, "-p", folder, "-c", main];
  }
  if (name === "Apache") {
    fs.writeFileSync(path.join(place.root, place.base, ".htaccess"), apacheFile(place.base));
    const modules = ["mpm_event", "authz_core", "authz_host", "mime", "dir", "headers", "rewrite", "setenvif", "alias", "env"].map((each) => `LoadModule ${each}_module /usr/lib/apache2/modules/mod_${each}.so\n`).join("");
    const user = process.getuid?.() === 0 ? "User www-data\nGroup www-data\n" : "";
    const main = write("apache.conf", `ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${place.port}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nMutex file:${folder}\n${modules}${user}TypesConfig /etc/mime.types\nDocumentRoot ${place.root}\n<Directory ${place.root}>\n  AllowOverride All\n  Require all granted\n</Directory>\n`);
    return [program, "-X", "-f", main];
  }
  const main = write("Caddyfile", `{\n\tadmin off\n\tauto_https off\n}\n${caddyFile(place).replace(`:${place.port} {`, `http://127.0.0.1:${place.port} {`)}`);
  return [program, "run", "--config", main, "--adapter", "caddyfile"];
}

export interface RunningServer {
  readonly url: string;
  /** What the server has printed and written to its log so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
};

/**
 * Starts a real server over a copy of the built site.
 * @param site folder of the built site
 * @throws with what the server said, when it does not answer
 */
export async function startServer(name: ServerName, site: string, base: string): Promise<RunningServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "server-"));
  fs.chmodSync(folder, 0o755);
  const root = path.join(folder, "www");
  fs.cpSync(site, path.join(root, base), { recursive: true });
  const port = await freePort();
  const [program = "", ...args] = prepare(name, folder, { base, root, port });
  const child: ChildProcess = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (said += part.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => {
    resolve();
  }));
  const log = path.join(folder, "error.log");
  const everything = (): string => said + (fs.existsSync(log) ? fs.readFileSync(log, "utf8") : "");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}${base}`;
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(url)) return { url, said: everything, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const all = everything();
  await stop();
  throw new Error(`${name} did not start: ${all}`);
}
