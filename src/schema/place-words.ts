const whole: Readonly<Record<string, string>> = { world: "the world", sample: "a sample", lab: "a laboratory", model: "a model" };

/**
 * Where the machines of a claim were, in words for readers. The ledger writes countries as codes of three letters (ISO 3166-1), several of them
 * joined by a plus, and what one network saw as `sensor:` with its name. Everything else stays as it is recorded.
 * @param nameOf name of a country by its code; undefined for letters that are no code
 */
export function placeWords(geography: string, nameOf: (iso3: string) => string | undefined): string {
  const sensor = /^sensor:(.*)$/.exec(geography)?.[1];
  if (sensor !== undefined) return `as seen from ${sensor}`;
  return whole[geography] ?? geography.replace(/\b[A-Z]{3}\b/g, (code) => nameOf(code) ?? code).replaceAll("+", ", ");
}
