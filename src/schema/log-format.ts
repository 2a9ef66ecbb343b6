/** The formats of logs and tables that are read. */
export const formats = ["apache-error", "ncsa-common", "ncsa-combined", "iis-w3c", "snort-fast", "snort-full", "caida-hosts", "count-table"] as const;
export type Format = (typeof formats)[number];

/** The formats in words. */
export const formatWords: Readonly<Record<Format, string>> = {
  "apache-error": "Apache error log",
  "ncsa-common": "NCSA common log",
  "ncsa-combined": "NCSA combined log",
  "iis-w3c": "IIS log, W3C extended",
  "snort-fast": "Snort alerts, fast",
  "snort-full": "Snort alerts, full",
  "caida-hosts": "CAIDA’s table of hosts",
  "count-table": "tidy count table",
};
