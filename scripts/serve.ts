import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import sirv from "sirv";

/** A running server; `url` ends in the base, with its slash. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** TCP port on 127.0.0.1; 0 = any free one. */
  readonly port: number;
  /** Folder of the host in which the site stands, such as `/` or `/code-red`. */
  readonly base: string;
}

/** `code-red`, `/code-red` and `/code-red/` are the same base: `/code-red/`. */
export const normalBase = (base: string): string => `/${base.replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");

/** What hosts of static files compress: text that is not compressed already, by the ending of its name. */
const textTypes: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".csv": "text/csv",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".xml": "text/xml",
  ".webmanifest": "application/manifest+json",
};

/** Rules of a `_headers` file, as Netlify and Cloudflare Pages read it: a path with `*`, then indented headers. */
export function headerRules(text: string): (readonly [RegExp, readonly (readonly [string, string])[]])[] {
  const blocks = text.split(/\r?\n/).reduce<{ path: string; headers: [string, string][] }[]>((all, line) => {
    if (line.trim() === "" || line.trimStart().startsWith("#")) return all;
    if (!/^\s/.test(line)) return [...all, { path: line.trim(), headers: [] }];
    const colon = line.indexOf(":");
    all.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    return all;
  }, []);
  // `*` stands for anything, `:name` for one part of a path.
  const expression = (pattern: string): string => pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/:[a-z]+/g, "[^/]+");
  return blocks.map(({ path: pattern, headers }) => [new RegExp(`^${expression(pattern)}$`), headers]);
}

/**
 * Serves a folder of built pages as a static host does: under a base, with `404.html` and status 404 for what is not there,
 * a redirect from a folder without its slash, compressed text, and the headers that the folder's own `_headers` file asks for.
 * @param folder must hold `404.html`
 * @throws when the port is taken (`EADDRINUSE`), or when the folder holds no built site
 */
export async function serveFolder(folder: string, { port, base }: ServeOptions): Promise<Served> {
  const root = path.resolve(folder);
  const notFound = path.join(root, "404.html");
  if (!fs.existsSync(notFound)) throw new Error(`${folder} holds no built site: 404.html is missing. Run \`npm run build\` first`);
  const prefix = normalBase(base);
  const own = path.join(root, "_headers");
  const rules = fs.existsSync(own) ? headerRules(fs.readFileSync(own, "utf8")) : [];
  const setHeaders = (response: http.ServerResponse, pathname: string): void => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Names of files in _astro hold a hash of their content; everything else may change with the next release.
    response.setHeader("Cache-Control", pathname.startsWith("/_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=300");
    for (const [pattern, headers] of rules) if (pattern.test(pathname)) for (const [name, value] of headers) response.setHeader(name, value);
  };
  const files = sirv(root, { etag: true, dotfiles: false, extensions: ["html"], setHeaders });
  const compressed = new Map<string, Buffer>();

  const miss = (response: http.ServerResponse): void => {
    setHeaders(response, "/404.html");
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    fs.createReadStream(notFound).pipe(response);
  };

  /** Answers with the whole file compressed, its twin where the build made one, if reader and file allow it; sirv does the rest. */
  const sendCompressed = (request: http.IncomingMessage, response: http.ServerResponse, pathname: string): boolean => {
    const file = path.join(root, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const wanted = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && request.headers.range === undefined && request.method === "GET";
    const type = textTypes[path.extname(file)];
    if (!wanted || type === undefined || !file.startsWith(root + path.sep) || pathname.split("/").some((part) => part.startsWith(".")) || !fs.existsSync(file)) return false;
    const twin = `${file}.br`;
    const body = compressed.get(file) ?? (fs.existsSync(twin) ? fs.readFileSync(twin) : brotliCompressSync(fs.readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    compressed.set(file, body);
    setHeaders(response, pathname);
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Encoding": "br", "Content-Length": body.length, Vary: "Accept-Encoding" });
    response.end(body);
    return true;
  };

  const server = http.createServer((request, response) => {
    const [whole = "/", query] = (request.url ?? "/").split("?");
    const redirect = (to: string): void => {
      response.writeHead(301, { Location: query === undefined ? to : `${to}?${query}` }).end();
    };
    if (`${whole}/` === prefix) redirect(prefix);
    else if (!whole.startsWith(prefix)) miss(response);
    else {
      let pathname: string;
      try {
        pathname = path.posix.normalize(decodeURIComponent(`/${whole.slice(prefix.length)}`));
      } catch {
        miss(response);
        return;
      }
      if (!pathname.endsWith("/") && fs.existsSync(path.join(root, pathname, "index.html"))) redirect(`${prefix}${encodeURI(pathname.slice(1))}/`);
      else if (!sendCompressed(request, response, pathname)) {
        request.url = `/${whole.slice(prefix.length)}`;
        files(request, response, () => {
          miss(response);
        });
      }
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  try {
    const { url } = await serveFolder("dist", { port: Number(process.env["PORT"] ?? 4399), base: process.env["BASE"] ?? "/" });
    console.log(`serving dist at ${url}`);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    console.error(taken ? `port ${process.env["PORT"] ?? "4399"} is taken: set PORT to another number` : error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
