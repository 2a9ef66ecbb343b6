import fc from "fast-check";
import { expect, test } from "vitest";
import { countingMemory, countLineFeeds } from "../../src/ingest/line-feed-counter.ts";

const byte = fc.oneof(fc.constant(10), fc.constantFrom(0, 9, 11, 138, 255), fc.integer({ min: 0, max: 255 }));

test("the fast count equals the plain one, for any bytes and any stretch of them", () => {
  const fast = countingMemory(4096);
  const plain = countingMemory(4096, true);
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 300 }), fc.nat(40), fc.nat(340), (bytes, start, length) => {
      for (const { memory } of [fast, plain]) {
        const view = Buffer.from(memory);
        view.fill(10);
        view.set(bytes, 17);
      }
      const truth = [...new Uint8Array(fast.memory).subarray(start, start + length)].filter((value) => value === 10).length;
      expect(fast.count(start, start + length)).toBe(truth);
      expect(plain.count(start, start + length)).toBe(truth);
      expect(countLineFeeds(Buffer.from(fast.memory), start, start + length)).toBe(truth);
    }),
  );
});

test("this engine has the fast count", () => {
  // Its memory comes in pages of 64 KiB; plain memory has the size asked for.
  expect(countingMemory(100).memory.byteLength).toBe(65_536);
  expect(countingMemory(100, true).memory.byteLength).toBe(100);
});
