/**
 * Four numbers with points between, or the first three of them; or five groups of an IPv6 address. Nothing of this shape is published:
 * a version of three parts reads as one too, and is written with two parts or without its points.
 */
export const addressLike = /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)|(?:[0-9a-f]{1,4}:){4,}[0-9a-f]{1,4}/i;
