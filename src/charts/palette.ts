/**
 * The colours of every drawing, by meaning. In a page they are CSS custom properties, so that dark mode recolours them;
 * a downloaded drawing gets the light values in their place.
 */
export const colours = {
  ink: "var(--ink)",
  secondInk: "var(--ink-2)",
  hairline: "var(--hairline)",
  paper: "var(--paper)",
  xs4all: "var(--xs4all)",
  sans: "var(--sans-isc)",
  symantec: "var(--symantec)",
  /** For the worm itself alone: its calendar, its restarts. */
  worm: "var(--worm)",
  /** Text on a map, which stays on a light card in dark mode. */
  mapInk: "var(--map-ink)",
  land: "var(--land)",
  sea: "var(--sea)",
  border: "var(--border)",
} as const;

/** Light values, for drawings that leave the site and for the contrast check. */
export const lightValues: Readonly<Record<string, string>> = {
  "--ink": "#14171a",
  "--ink-2": "#4a4f55",
  "--hairline": "#8b8f94",
  "--paper": "#fdfcf9",
  "--xs4all": "#1a6fd0",
  "--sans-isc": "#c8641a",
  "--symantec": "#757575",
  "--worm": "#b3261e",
  "--map-ink": "#14171a",
  "--land": "#ffffff",
  "--sea": "#f4f2ec",
  "--border": "#84888d",
  "--r0": "#fff3c4",
  "--r1": "#fed778",
  "--r2": "#fba63c",
  "--r3": "#e0701b",
  "--r4": "#b04208",
  "--r5": "#6e2504",
};

/** Colour of an organisation's marks: three have a hue of their own, everybody else is ink. */
export function organisationColour(organisation: string): string {
  if (organisation.startsWith("XS4ALL")) return colours.xs4all;
  if (organisation.startsWith("SANS")) return colours.sans;
  if (organisation.startsWith("Symantec")) return colours.symantec;
  return colours.ink;
}

/** Shape of an organisation's marks, so that colour is never alone. */
export function organisationSymbol(organisation: string): "circle" | "square" | "triangle" | "diamond" {
  if (organisation.startsWith("XS4ALL")) return "circle";
  if (organisation.startsWith("SANS")) return "square";
  if (organisation.startsWith("Symantec")) return "triangle";
  return "diamond";
}
