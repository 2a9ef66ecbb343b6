import fc from "fast-check";
import { expect, test } from "vitest";
import { IndexSet } from "../../src/model/index-set.ts";

test("after any adding and removing it holds what a Set holds", () => {
  const steps = fc.array(fc.record({ add: fc.boolean(), index: fc.integer({ min: 0, max: 9 }) }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (all) => {
      const ours = new IndexSet(10);
      const plain = new Set<number>();
      for (const { add, index } of all) {
        if (add) ours.add(index);
        else ours.remove(index);
        if (add) plain.add(index);
        else plain.delete(index);
      }
      expect(ours.count).toBe(plain.size);
      expect(new Set(Array.from({ length: ours.count }, (_, k) => ours.at(k)))).toEqual(plain);
      for (let index = 0; index < 10; index += 1) expect(ours.has(index)).toBe(plain.has(index));
    }),
  );
});
