import { defineConfig } from "eslint/config";
import js from "@eslint/js";
import ts from "typescript-eslint";
import astro from "eslint-plugin-astro";

export default defineConfig(
  { ignores: ["dist/", ".astro/", "node_modules/", "test-results/", "data/"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  // typescript-eslint types an .astro import as an error; `astro check` does that part.
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-argument": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.config.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
  },
  {
    files: ["public/**/*.js"],
    languageOptions: { globals: { URL: "readonly", document: "readonly", addEventListener: "readonly" } },
  },
  ...astro.configs["flat/recommended"],
  ...astro.configs["flat/jsx-a11y-strict"],
  {
    files: ["**/*.astro"],
    rules: {
      // `astro check` does these two, with types.
      "no-undef": "off",
      "no-unused-vars": "off",
      // A table or code that scrolls in its own frame must be reachable by keyboard.
      "astro/jsx-a11y/no-noninteractive-tabindex": ["error", { tags: ["pre", "section"], roles: ["region", "tabpanel"] }],
    },
  },
);
