/** The formats of logs and tables that are read. */
export const formats = ["apache-error", "ncsa-common", "ncsa-combined", "iis-w3c", "snort-fast", "snort-full", "caida-hosts", "count-table"] as const;
export type Format = (typeof formats)[number];
