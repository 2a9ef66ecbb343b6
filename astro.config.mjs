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
