import { expect, it } from "vitest";
import { scriptsLast } from "../../src/built-pages/script-priority.ts";

it("script files are fetched last, once however often it is applied; inline scripts and other elements stay as they are", () => {
  const inline = '<script type="module">x()</script><link rel="preload" href="a.woff2"><img src="b.png">';
  const sealed = '<script type="module" fetchpriority="low" src="/c.js"></script>';
  expect(scriptsLast(`<script type="module" src="/c.js"></script>${inline}`)).toBe(sealed + inline);
  expect(scriptsLast(sealed)).toBe(sealed);
});
