import opentype from "opentype.js";
import sansRegular from "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?inline";
import sansSemiBold from "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?inline";
import serifSemiBold from "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?inline";

const parse = (dataAddress: string): opentype.Font => {
  const bytes = Uint8Array.from(atob(dataAddress.slice(dataAddress.indexOf(",") + 1)), (character) => character.charCodeAt(0));
  return opentype.parse(bytes.buffer);
};

const fonts = { sans: parse(sansRegular), sansBold: parse(sansSemiBold), serif: parse(serifSemiBold) } as const;

/** The faces of a sheet: running text, labels, titles. */
export type Face = keyof typeof fonts;

/** How a face is named in a drawing; other machines fall back to what they have. */
export const faceAttributes: Readonly<Record<Face, { readonly "font-family": string; readonly "font-weight": number }>> = {
  sans: { "font-family": "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif", "font-weight": 400 },
  sansBold: { "font-family": "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif", "font-weight": 600 },
  serif: { "font-family": "'Source Serif 4', 'Source Serif Pro', Georgia, serif", "font-weight": 600 },
};

/** Width of one line of text, px at `size` px. Fallback faces run a little wider than Source: 4 % are kept in reserve. */
export const textWidth = (text: string, face: Face, size: number): number => fonts[face].getAdvanceWidth(text, size) * 1.04;

/** Breaks text into lines no wider than `width` px at `size` px. A word wider than the line stands alone on it. */
export function wrapText(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, face, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
