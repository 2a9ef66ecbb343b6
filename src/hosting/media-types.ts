/** Types of files that some servers do not know, by the ending of the name. Text is UTF-8. */
export const mediaTypes: Readonly<Record<string, string>> = {
  bib: "text/plain",
  csv: "text/csv",
  ris: "text/plain",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

/** Endings of text that is kept compressed beside the file, with their types. */
export const compressedTypes: Readonly<Record<string, string>> = {
  css: "text/css",
  csv: "text/csv",
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
  txt: "text/plain",
  xml: "application/xml",
};

/** Endings of the other files of the site, with their types; what is named nowhere is sent as bytes. */
export const plainTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  woff2: "font/woff2",
  zip: "application/zip",
};

/** True for a file that the build compresses. */
export const isCompressed = (file: string): boolean => (file.split(".").at(-1) ?? "") in compressedTypes;
