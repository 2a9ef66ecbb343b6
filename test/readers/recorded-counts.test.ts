import { describe, expect, it } from "vitest";
import { z } from "zod";
import { countsSchema } from "../../src/ingest/counts.ts";
import { recordingCardSchema } from "../../src/ingest/recording.ts";
import { recordedCardSchema, recordedCountsSchema } from "../../src/readers/recorded-counts.ts";

describe("what the site reads of a recording", () => {
  it("is what the reader of logs writes: the same counts", () => {
    expect(z.toJSONSchema(recordedCountsSchema)).toEqual(z.toJSONSchema(countsSchema));
  });

  it("is what the reader of logs writes: the same card", () => {
    expect(z.toJSONSchema(recordedCardSchema)).toEqual(z.toJSONSchema(recordingCardSchema));
  });
});
