import { glob } from "astro/loaders";
import { defineCollection } from "astro:content";
import { correctionSchema } from "./content/correction.ts";

/** The log of corrections: one file an entry, named after its day and subject. */
export const collections = { corrections: defineCollection({ loader: glob({ pattern: "*.json", base: "./src/content/corrections" }), schema: correctionSchema }) };
