/** A circle with the words that name it, in px. */
export interface NamedCircle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly text: string;
  /** Width of the words, px. */
  readonly width: number;
}

/** Words at their place: `x`, `y` is the middle of the end that `anchor` names, px. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Space between a circle and its words, px. */
const gap = 4;

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const touches = ({ left, top, right, bottom }: Box, { x, y, r }: NamedCircle): boolean => Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) < r;

/** Right of the circle, left of it, below, above: in the order tried. */
function candidates({ x, y, r, text, width }: NamedCircle, height: number): readonly (PlacedWords & { readonly box: Box })[] {
  const at = (anchor: PlacedWords["anchor"], wordsX: number, wordsY: number): PlacedWords & { readonly box: Box } => {
    const left = wordsX - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
    return { text, x: wordsX, y: wordsY, anchor, box: { left, top: wordsY - height / 2, right: left + width, bottom: wordsY + height / 2 } };
  };
  return [at("start", x + r + gap, y), at("end", x - r - gap, y), at("middle", x, y + r + gap + height / 2), at("middle", x, y - r - gap - height / 2)];
}

/**
 * Places for the names of circles, largest circle first, so that no name touches another name, a circle or the edge. A name without
 * room is left out: it stands in the table.
 * @param circles in order of importance
 * @param height of a line of words, px
 * @param frame room for the words, px
 */
export function circleLabels(circles: readonly NamedCircle[], height: number, frame: { readonly width: number; readonly height: number }): PlacedWords[] {
  const taken: Box[] = [];
  return circles.flatMap((circle) => {
    const found = candidates(circle, height).find(({ box }) => box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height && !taken.some((other) => meet(box, other)) && !circles.some((other) => touches(box, other)));
    if (found === undefined) return [];
    const { box, ...words } = found;
    taken.push(box);
    return [words];
  });
}
