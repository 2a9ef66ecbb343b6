import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerRules } from "../../scripts/serve.ts";
import { apacheFile } from "../../src/hosting/apache.ts";
import { caddyFile } from "../../src/hosting/caddy.ts";
import { headersFile } from "../../src/hosting/headers-file.ts";
import { headerTable } from "../../src/hosting/header-table.ts";
import { hostNotes } from "../../src/hosting/host-notes.ts";
import { nginxFile } from "../../src/hosting/nginx.ts";
import { usualPlace } from "../../src/hosting/place.ts";
import { partOf } from "../../src/hosting/site-part.ts";

const files = ["index.html", "404.html", "compare/index.html", "claims/idg/index.html", "data/claims.json", "data/index.html", "figures/how-many/figure.svg", "embed/how-many/index.html", "_astro/page.abc.css", "pagefind/pagefind.js", "v/20261123/index.html", "v/20261123/embed/how-many/index.html", "v/20261123/data/claims.json", "v/20261123/compare/index.html", "favicon.svg"];
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;

/** Rules of a `_headers` file, with the hosts' placeholder `:version` filled in. */
const rulesFor = (list: readonly string[]) => headerRules(headersFile(list).replaceAll("/:version/", "/20261123/"));
const rules = rulesFor(files);

describe("the table of headers", () => {
  it("lets embeds alone stand in the frame of another site", () => {
    const open = Object.entries(headerTable).filter(([, headers]) => headers["Content-Security-Policy"] === "frame-ancestors *").map(([part]) => part);
    expect(open).toEqual(["embeds"]);
    expect(["pages", "downloads"].map((part) => headerTable[part as "pages"]["Content-Security-Policy"])).toEqual(["frame-ancestors 'none'", "frame-ancestors 'none'"]);
    expect(["embed/x/index.html", "v/20261123/embed/x/dark/index.html"].map(partOf)).toEqual(["embeds", "embeds"]);
    expect(["embeds/x.html", "figures/embed/x.svg", "v/embed/x.html", "embed-resize.js"].map(partOf)).not.toContain("embeds");
  });

  it("keeps only files named by the hash of their content for a year, and pages for minutes", () => {
    expect(headerTable.assets["Cache-Control"]).toBe("public, max-age=31536000, immutable");
    for (const part of ["pages", "downloads", "embeds", "search"] as const) expect(headerTable[part]["Cache-Control"]).toBe("public, max-age=300");
  });
});

describe("the _headers file", () => {
  it("has exactly one rule for each file, the rule of its part", () => {
    for (const file of files) {
      const fitting = rules.filter(([pattern]) => pattern.test(addressOf(file)));
      expect(fitting.length, file).toBe(1);
      expect(Object.fromEntries(fitting[0]?.[1] ?? []), file).toEqual(headerTable[partOf(file)]);
    }
  });

  it("has one rule for each address, whatever the folders are called", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{1,8}$/);
    const file = fc.oneof(fc.tuple(name, name).map(([folder, page]) => `${folder}/${page}.html`), name.map((page) => `${page}.html`), fc.tuple(name, name).map(([folder, page]) => `v/20261123/${folder}/${page}.html`));
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 30 }), (made) => {
        const built = rulesFor(made);
        for (const each of made) expect(built.filter(([pattern]) => pattern.test(`/${each}`))).toHaveLength(1);
      }),
    );
  });

  it("refuses more rules than hosts read", () => {
    expect(() => headersFile(Array.from({ length: 101 }, (_, index) => `page-${index}.html`))).toThrow("_headers would have 101 rules and hosts read 100");
  });

  it("names no twin and no settings of another host", () => {
    expect(headersFile(["index.html", "index.html.br", "index.html.gz", ".htaccess", "_headers"])).toBe(headersFile(["index.html"]));
  });
});

describe("every host's file", () => {
  const place = usualPlace("/a/b/");
  it.each([
    ["nginx", nginxFile(place)],
    ["Apache", apacheFile("/a/b/")],
    ["Caddy", caddyFile(place)],
    ["the notes", hostNotes("/a/b/")],
    ["_headers", headersFile(files)],
  ])("%s holds every header of the table", (_, text) => {
    for (const headers of Object.values(headerTable)) for (const [name, value] of Object.entries(headers)) expect(text).toMatch(new RegExp(`${name}:? "?${value.replace(/[.*()?']/g, "\\$&")}`));
  });

  it.each([
    ["nginx", nginxFile(place)],
    ["Apache", apacheFile("/a/b/")],
    ["Caddy", caddyFile(place)],
  ])("%s names the folder of the site", (_, text) => {
    expect(text).toContain("/a/b/404.html");
  });
});
