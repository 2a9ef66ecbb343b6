import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/input-files.ts";
import { cutFonts, fontsFolder } from "../../scripts/make-fonts.ts";

it("the committed typefaces are exactly those that the packages give", async () => {
  const cut = await cutFonts();
  expect(fs.readdirSync(path.join(root, fontsFolder)).sort()).toEqual([...cut.keys()].sort());
  for (const [file, bytes] of cut) expect(Buffer.from(bytes).equals(fs.readFileSync(path.join(root, fontsFolder, file))), `${file}: run \`npm run fonts\``).toBe(true);
}, 60_000);
