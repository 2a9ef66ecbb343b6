/** Anything that could be an IPv4 address, whole or its first three numbers, or its 32-bit form in hexadecimal with a prefix. */
export const addressLike = /\d{1,3}\.\d{1,3}\.\d{1,3}|0x[0-9a-f]{8}/i;
