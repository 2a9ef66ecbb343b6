import { defineConfig } from "astro/config";
import sitemap from "@astrojs/sitemap";

export default defineConfig({
  site: process.env.SITE ?? "https://counting-code-red.example",
  base: process.env.BASE ?? "/",
  trailingSlash: "always",
  // The default, "jsx", glues words on two lines together.
  compressHTML: true,
  integrations: [sitemap({ filter: (page) => !page.includes("/embed/") })],
  markdown: { syntaxHighlight: false },
  // The sheet of every page travels inside the page, which spares a slow phone one round trip. The sheet of embeds holds a typeface: it stays a file that all embeds share.
  vite: { build: { assetsInlineLimit: (file, content) => (file.endsWith(".css") ? content.length < 16_384 : undefined) } },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
});
