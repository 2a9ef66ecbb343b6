// Finds a Chromium for the tests: CHROME_PATH, else the one packed in @sparticuz/chromium (linux x64, glibc).
import fs from "node:fs";
import path from "node:path";

export interface Browser {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
  how: string;
}
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const root = path.resolve(import.meta.dirname, "..");
const packageDir = path.join(root, "node_modules/@sparticuz/chromium");

/** Unpacks once, into node_modules/.cache, and renames into place, so that two runs or a stopped run leave no half file. */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, "package.json"), "utf8")) as { version: string };
  const dir = path.join(root, "node_modules/.cache", `chromium-${version}`);
  if (fs.existsSync(dir)) return dir;
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const part = fs.mkdtempSync(`${dir}.part-`);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = part; // the package unpacks into os.tmpdir()
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(path.join(packageDir, "bin/al2023.tar.br")); // NSS and expat, for a machine that has none
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  try {
    fs.renameSync(part, dir);
  } catch (e) {
    if (!fs.existsSync(dir)) throw e;
    fs.rmSync(part, { recursive: true });
  }
  return dir;
}

/** The packed font list names folders of another machine; ours names the unpacked fonts and the system's own. */
function writeFontList(dir: string): string {
  const folder = path.join(dir, "fonts");
  const list = `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(dir, "font-cache")}</cachedir></fontconfig>\n`;
  const file = path.join(folder, "fonts.conf");
  if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== list) fs.writeFileSync(file, list);
  return folder;
}

/**
 * The browser that tests and pictures use: `CHROME_PATH` where it is set, else the one that `npm ci` brought (Linux, x64, glibc).
 * @throws with one line that says what to install
 */
export async function findBrowser(): Promise<Browser> {
  const env = Object.fromEntries(Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined));
  const own = process.env["CHROME_PATH"];
  if (own !== undefined && own !== "") return { executablePath: own, env, args: ARGS, how: own };
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(`No browser is packed for ${process.platform} ${process.arch}: install Chrome or Chromium and set CHROME_PATH to it, for example CHROME_PATH=/usr/bin/chromium npm test`);
  const dir = await unpack();
  const libs = [process.env["LD_LIBRARY_PATH"], path.join(dir, "al2023/lib")].filter((s) => s !== undefined && s !== "").join(":");
  return {
    executablePath: path.join(dir, "chromium"),
    args: ARGS,
    how: path.basename(dir),
    env: { ...env, FONTCONFIG_PATH: writeFontList(dir), LD_LIBRARY_PATH: libs },
  };
}
