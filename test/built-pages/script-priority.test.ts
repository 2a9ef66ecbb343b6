import { expect, it } from "vitest";
import { importsOf, scriptsLast } from "../../src/built-pages/script-priority.ts";

it("script files are fetched last, once however often it is applied; inline scripts and other elements stay as they are", () => {
  const inline = '<script type="module">x()</script><link rel="preload" href="a.woff2"><img src="b.png">';
  const sealed = '<script type="module" fetchpriority="low" src="/c.js"></script>';
  const none = (): readonly string[] => [];
  expect(scriptsLast(`<script type="module" src="/c.js"></script>${inline}`, none)).toBe(sealed + inline);
  expect(scriptsLast(sealed, none)).toBe(sealed);
});

it("what a script imports is asked for beside it, once in a page and once however often it is applied", () => {
  const page = '<script type="module" src="/c.js"></script><p>Text</p><script type="module" src="/d.js"></script>';
  const importedBy = (address: string): readonly string[] => (address === "/c.js" ? ["/shared.js"] : ["/shared.js", "/own.js"]);
  const sealed = scriptsLast(page, importedBy);
  expect(sealed).toBe(
    '<link rel="modulepreload" fetchpriority="low" href="/shared.js"><script type="module" fetchpriority="low" src="/c.js"></script><p>Text</p>' +
      '<link rel="modulepreload" fetchpriority="low" href="/own.js"><script type="module" fetchpriority="low" src="/d.js"></script>',
  );
  expect(scriptsLast(sealed, importedBy)).toBe(sealed);
});

it("imports are found as a build writes them", () => {
  expect(importsOf('import{t as e}from"./announcer.D5.js";import"./more.js";const x=import("./later.js");import y from"package"')).toEqual(["./announcer.D5.js", "./more.js", "./later.js"]);
});
